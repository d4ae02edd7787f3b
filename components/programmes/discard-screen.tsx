import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { ProgrammeTable } from "@/components/programmes/programme-table";
import { programmeName } from "@/components/programmes/programme-words";
import { LinkButton } from "@/components/ui/link-button";
import { discardProgrammeAction } from "@/lib/work-programmes/actions";
import type { ProgrammeView } from "@/lib/work-programmes/types";

/** What goes when a draft is thrown away; it cannot be brought back. */
export function DiscardScreen({ view, tenant }: { view: ProgrammeView; tenant: string }) {
  const t = useTranslations("programmes");
  const base = `/${tenant}/programmes`;
  const address = `${base}/${view.programmeId}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: programmeName(t, view), href: address },
        ]}
        title={t("discard.title")}
        lead={`${programmeName(t, view)}. ${view.body.name}`}
      />
      {view.may.discard ? (
        <>
          <ConfirmForm
            id="discard"
            action={discardProgrammeAction}
            hidden={{ tenant, programmeId: view.programmeId, revision: String(view.revision) }}
            text={t("discard.text", { count: view.items.length })}
            submit={t("discard.submit")}
            back={{ href: address, label: t("discard.back") }}
          />
          {view.items.length > 0 ? (
            <div className="mt-6">
              <ProgrammeTable view={view} tenant={tenant} />
            </div>
          ) : null}
        </>
      ) : (
        <EmptyState title={t("discard.cannot")} text={t("discard.cannotText")}>
          <LinkButton href={address}>{t("form.back")}</LinkButton>
        </EmptyState>
      )}
    </>
  );
}
