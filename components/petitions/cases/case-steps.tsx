import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { recordCaseStepAction } from "@/lib/petitions/actions";
import { type CasePageView, caseSteps } from "@/lib/petitions/cases/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: CasePageView; tenant: string };

/** What was done of a matter that does not end, in the order of the law; and that it is dragged on on purpose. */
export function CaseSteps({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  const kinds = [
    ...(view.may.recordStep ? caseSteps : []),
    ...(view.may.persist ? (["persistent"] as const) : []),
  ];
  if (view.steps.length === 0 && kinds.length === 0) return null;
  return (
    <Section id="steps" title={t("steps")}>
      <p className="hint">{t("stepsText")}</p>
      {view.steps.length > 0 ? (
        <ol className="additions">
          {view.steps.map((step) => (
            <li key={step.id}>
              <b>{t(`step.${step.kind}`)}</b>, {formatDay(step.onDay)}
              {step.document ? `, ${step.document}` : ""}
              <span className="sub">
                {[step.note, step.by ? t("stepBy", { who: step.by }) : ""].filter(Boolean).join(" ")}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {kinds.length > 0 ? (
        <details className="more mt-3">
          <summary>{t("recordStep")}</summary>
          <ActionForm id="step" action={recordCaseStepAction}>
            <HiddenField name="tenant" value={tenant} />
            <HiddenField name="caseId" value={view.id} />
            <HiddenField name="revision" value={String(view.revision)} />
            <RadioGroup
              name="kind"
              label={t("stepKind")}
              choices={kinds.map((value) => ({ value, label: t(`step.${value}`) }))}
            />
            <DateField name="onDay" label={t("stepDay")} />
            <TextField
              name="document"
              label={t("stepDocument")}
              hint={t("stepDocumentHint")}
              optional
              maxLength={200}
            />
            <TextField name="note" label={t("stepNote")} hint={t("stepNoteHint")} optional maxLength={500} />
            <SubmitButton look="plain">{t("stepSubmit")}</SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </Section>
  );
}
