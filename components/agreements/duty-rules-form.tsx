import { useTranslations } from "next-intl";
import { useUnsaidRule } from "@/components/agreements/unsaid-rule";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { setWorkingRulesAction } from "@/lib/agreements/actions";
import { type AgreementPageView, type MatrixArea, silences } from "@/lib/agreements/types";

type Props = { view: AgreementPageView; duty: MatrixArea["duties"][number]; tenant: string };

/** What the clause does not say yet of what was saved, with the way to its article. */
function NotInTheClause({ view, duty, tenant }: Props) {
  const t = useTranslations("agreements.workingRules");
  const unsaid = useUnsaidRule();
  const open = view.contradictions.filter(
    ({ article, clause, rule }) => article === duty.article && clause === duty.clause && rule !== "lead",
  );
  const [first] = open;
  if (!first) return null;
  return (
    <p className="text-sm text-due">
      {open.map(unsaid).join(" ")}{" "}
      <a href={`/${tenant}/agreements/${view.agreementId}/articles/${first.articleKey}`}>
        {t("mendText", { article: duty.article })}
      </a>
    </p>
  );
}

export function DutyRulesForm({ view, duty, tenant }: Props) {
  const t = useTranslations("agreements.workingRules");
  const clause = `${duty.article}.${duty.clause}`;
  const days = (value: number | null) => (value === null ? "" : String(value));
  return (
    <ActionForm
      id={`rules-${duty.dutyKey}`}
      action={setWorkingRulesAction}
      className="dutyform"
      labelledBy={`duty-${duty.dutyKey}`}
    >
      <h3 id={`duty-${duty.dutyKey}`}>
        <span className="k">{clause}</span> {duty.shortText}
      </h3>
      <blockquote className="dutyform__clause" lang="vi">
        {duty.text}
      </blockquote>
      {duty.basis ? <p className="dutyform__basis">{duty.basis}</p> : null}
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="versionId" value={view.version.id} />
      <HiddenField name="revision" value={String(view.version.revision)} />
      <HiddenField name="dutyId" value={duty.id} />
      <div className="dutyform__row dutyform__row--days">
        <TextField
          name="noticeDays"
          label={t("noticeDays")}
          inputMode="numeric"
          maxLength={3}
          defaultValue={days(duty.noticeDays)}
          optional="unsaid"
        />
        <TextField
          name="paperDays"
          label={t("paperDays")}
          inputMode="numeric"
          maxLength={3}
          defaultValue={days(duty.paperDays)}
          optional="unsaid"
        />
        <TextField
          name="opinionDays"
          label={t("opinionDays")}
          inputMode="numeric"
          maxLength={3}
          defaultValue={days(duty.opinionDays)}
        />
        <SelectField
          name="silence"
          label={t("silence")}
          options={silences.map((value) => ({ value, label: t(`silences.${value}`) }))}
          defaultValue={duty.silence}
        />
        <SubmitButton look="plain">{t("submit", { clause })}</SubmitButton>
      </div>
      <NotInTheClause view={view} duty={duty} tenant={tenant} />
    </ActionForm>
  );
}
