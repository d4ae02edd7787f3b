import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { OverlapList } from "@/components/programmes/overlap-list";
import { ProgrammeTabs } from "@/components/programmes/programme-tabs";
import { ProgrammeYears } from "@/components/programmes/programme-years";
import { LinkButton } from "@/components/ui/link-button";
import { settleOverlapAction } from "@/lib/work-programmes/actions";
import type { OverlapPageView } from "@/lib/work-programmes/types";

type Overlap = OverlapPageView["overlaps"][number];

/** Names one overlap in an address; it stays the same while its items and their days do. */
function overlapKey({ one, basis }: Pick<Overlap, "one" | "basis">): string {
  return `${one.itemId} ${basis}`;
}

function SettleForm({ overlap, tenant, back }: { overlap: Overlap; tenant: string; back: string }) {
  const t = useTranslations("programmes.overlaps");
  return (
    <Section id="settle" title={t("settleTitle", { title: overlap.one.title })}>
      <ActionForm id="settle-form" action={settleOverlapAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="itemId" value={overlap.one.itemId} />
        <HiddenField name="otherItemId" value={overlap.other?.itemId ?? ""} />
        <HiddenField name="basis" value={overlap.basis} />
        <TextField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={500} />
        <FormFooter>
          <SubmitButton>{t("submit")}</SubmitButton>
          <LinkButton href={back}>{t("back")}</LinkButton>
        </FormFooter>
      </ActionForm>
    </Section>
  );
}

/** Everything that overlaps in a year, with both sides; the keepers of either side say that it was talked over. */
export function OverlapsScreen({
  view,
  tenant,
  settle,
}: {
  view: OverlapPageView;
  tenant: string;
  settle: string | undefined;
}) {
  const t = useTranslations("programmes.overlaps");
  const all = useTranslations("programmes");
  const base = `/${tenant}/programmes`;
  const here = `${base}/overlaps?year=${view.year}`;
  const maySettle = new Set(view.overlaps.filter((overlap) => overlap.maySettle).map(overlapKey));
  const chosen = view.overlaps.find(
    (overlap) => overlapKey(overlap) === settle && maySettle.has(overlapKey(overlap)),
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: all("title"), href: `${base}?year=${view.year}` }]}
        title={t("title")}
        lead={t("lead")}
      />
      <ProgrammeTabs
        tenant={tenant}
        part="overlaps"
        year={view.year}
        open={view.overlaps.filter((overlap) => !overlap.settled).length}
      />
      <ProgrammeYears year={view.year} address={`${base}/overlaps`} />
      {chosen ? <SettleForm overlap={chosen} tenant={tenant} back={here} /> : null}
      {view.overlaps.length === 0 ? (
        <EmptyState title={t("none", { year: String(view.year) })} text={t("noneText")} />
      ) : (
        <OverlapList
          overlaps={view.overlaps}
          tenant={tenant}
          settleHref={(overlap) =>
            maySettle.has(overlapKey(overlap))
              ? `${here}&settle=${encodeURIComponent(overlapKey(overlap))}#settle`
              : null
          }
        />
      )}
      <details className="more mb-4">
        <summary>{t("why")}</summary>
        <ul>
          <li>{t("whyLeader")}</li>
          <li>{t("whyTitle")}</li>
          <li>{t("whyMeeting")}</li>
        </ul>
      </details>
    </>
  );
}
