import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { endCompetenceAction, keepCompetenceAction } from "@/lib/petitions/actions";
import type { CompetenceView, KeptRow } from "@/lib/petitions/competence/types";
import { type Day, formatDay } from "@/lib/platform/dates/days";

/** A subject leads to an office from a day on, by a law. */
export function KeepCompetence({ view, tenant }: { view: CompetenceView; tenant: string }) {
  const t = useTranslations("petitions.competence");
  return (
    <ActionForm id="competence" action={keepCompetenceAction} className="form" labelledBy="keep-title">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="rows" value={String(view.count)} />
      <SelectField
        name="subjectKey"
        label={t("subject")}
        optional
        placeholder={t("newSubject")}
        options={view.choices.map(({ key, label }) => ({ value: key, label }))}
      />
      <TextField name="label" label={t("label")} hint={t("labelHint")} optional maxLength={300} />
      <SelectField
        name="officeId"
        label={t("office")}
        placeholder={t("officeNone")}
        options={view.offices.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="basis" label={t("basis")} hint={t("basisHint")} maxLength={500} />
      <DateField name="validFrom" label={t("validFrom")} defaultValue={formatDay(view.today)} />
      <SubmitButton>{t("keep")}</SubmitButton>
    </ActionForm>
  );
}

/** Ends a row that holds, or takes back one that has not begun. */
export function EndCompetence({ row, today, tenant }: { row: KeptRow; today: Day; tenant: string }) {
  const t = useTranslations("petitions.competence");
  const id = `end-${row.id}`;
  const withdraws = row.standing === "to-come";
  return (
    <details className="more">
      <summary>
        {withdraws ? t("withdraw") : t("end")}
        <span className="sr-only"> {row.label}</span>
      </summary>
      <ActionForm id={id} action={endCompetenceAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="rowId" value={row.id} />
        {withdraws ? null : <DateField name="lastDay" label={t("lastDay")} defaultValue={formatDay(today)} />}
        <SubmitButton look="plain">{withdraws ? t("withdrawSubmit") : t("endSubmit")}</SubmitButton>
      </ActionForm>
    </details>
  );
}
