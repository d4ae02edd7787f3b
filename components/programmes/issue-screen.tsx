import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { ProgrammeTable } from "@/components/programmes/programme-table";
import { programmeName } from "@/components/programmes/programme-words";
import { LinkButton } from "@/components/ui/link-button";
import { issueProgrammeAction } from "@/lib/work-programmes/actions";
import type { ProgrammeView } from "@/lib/work-programmes/types";

/** What will be issued, read once more; afterwards it changes only by a decision. */
export function IssueScreen({ view, tenant }: { view: ProgrammeView; tenant: string }) {
  const t = useTranslations("programmes");
  const base = `/${tenant}/programmes`;
  const address = `${base}/${view.programmeId}`;
  const mayIssue = view.may.issue && view.items.length > 0 && view.unapproved === 0;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: programmeName(t, view), href: address },
        ]}
        title={t("issue.title")}
        lead={`${programmeName(t, view)}. ${view.body.name}`}
      />
      {mayIssue ? (
        <>
          <ConfirmForm
            id="issue"
            action={issueProgrammeAction}
            hidden={{ tenant, programmeId: view.programmeId, revision: String(view.revision) }}
            text={t("issue.text", { count: view.items.length })}
            submit={t("issue.submit")}
            back={{ href: address, label: t("issue.back") }}
          >
            <TextField
              name="paperNumber"
              label={t("issue.number")}
              hint={t("issue.numberHint")}
              optional
              width="half"
              maxLength={100}
            />
          </ConfirmForm>
          <div className="mt-6">
            <ProgrammeTable view={view} tenant={tenant} />
          </div>
        </>
      ) : (
        <EmptyState title={t("issue.cannot")} text={t("issue.cannotText")}>
          <LinkButton href={address}>{t("form.back")}</LinkButton>
        </EmptyState>
      )}
    </>
  );
}
