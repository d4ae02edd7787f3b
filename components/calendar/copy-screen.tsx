import { useTranslations } from "next-intl";
import { ClashPanel } from "@/components/calendar/clash-panel";
import { useClashTexts } from "@/components/calendar/use-clash-texts";
import { shortDay, weekdayOf } from "@/components/calendar/week-words";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { copyWeekAction } from "@/lib/meetings/actions";
import type { CopyChoicesView } from "@/lib/meetings/types";

/** The week before, to choose from what is filed again on the same weekdays and hours. */
export function CopyScreen({ view, tenant }: { view: CopyChoicesView; tenant: string }) {
  const t = useTranslations("calendar");
  const texts = useClashTexts();
  const base = `/${tenant}/calendar`;
  const back = `${base}?week=${view.monday}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: t("week", { week: view.week }), href: back },
        ]}
        title={t("copy.title", { from: view.from.week, to: view.week })}
        lead={t("copy.lead")}
      />
      {view.rows.length === 0 ? (
        <EmptyState title={t("copy.empty")} text={t("copy.emptyText", { week: view.from.week })}>
          <LinkButton href={back}>{t("copy.back")}</LinkButton>
        </EmptyState>
      ) : (
        <ActionForm id="copy" action={copyWeekAction} className="form">
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="monday" value={view.monday} />
          <ClashPanel texts={texts} />
          <CheckboxGroup
            name="meetingIds"
            label={t("copy.choose")}
            defaultValues={view.rows.map((row) => row.meetingId)}
            choices={view.rows.map((row) => ({
              value: row.meetingId,
              label: row.title,
              hint: `${t(`weekday.${weekdayOf(row.day)}` as never)} ${shortDay(row.day)}, ${row.from}–${row.until}${row.chair ? ` · ${row.chair}` : ""}`,
            }))}
          />
          <FormFooter>
            <SubmitButton>{t("copy.submit", { week: view.week })}</SubmitButton>
            <LinkButton href={back}>{t("copy.back")}</LinkButton>
          </FormFooter>
        </ActionForm>
      )}
    </>
  );
}
