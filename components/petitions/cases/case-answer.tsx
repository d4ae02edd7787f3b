import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { answerCaseAction, tellCaseAction } from "@/lib/petitions/actions";
import { type CasePageView, toldWays } from "@/lib/petitions/cases/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: CasePageView; tenant: string };

function AnswerForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  return (
    <details className="more mt-3">
      <summary>{t("answer")}</summary>
      <ActionForm id="answer" action={answerCaseAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="caseId" value={view.id} />
        <HiddenField name="revision" value={String(view.revision)} />
        <TextArea name="words" label={t("answerWords")} hint={t("answerHint")} rows={4} />
        <TextField name="documentNumber" label={t("answerDocument")} optional maxLength={120} width="half" />
        <DateField name="answeredOn" label={t("answerDay")} defaultValue={formatDay(view.today)} />
        <SubmitButton look="plain">{t("answerSubmit")}</SubmitButton>
      </ActionForm>
    </details>
  );
}

function TellForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  return (
    <ActionForm id="tell" action={tellCaseAction}>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="caseId" value={view.id} />
      <p>{t("tellText", { count: view.toTell })}</p>
      <RadioGroup
        name="how"
        label={t("tellHow")}
        choices={toldWays.map((value) => ({ value, label: t(`how.${value}`) }))}
      />
      <DateField name="toldOn" label={t("tellDay")} defaultValue={formatDay(view.today)} />
      <SubmitButton look="fill">{t("tellSubmit")}</SubmitButton>
    </ActionForm>
  );
}

/** One answer for all letters, and whom it was told. */
export function CaseAnswer({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  return (
    <Section id="answer-of-case" title={t("answerTitle")}>
      {view.answeredOn ? (
        <>
          <p className="whitespace-pre-line">{view.answer}</p>
          <p className="hint">
            {t("answeredOn", {
              day: formatDay(view.answeredOn),
              document: view.answerDocument || t("noDocument"),
            })}
          </p>
        </>
      ) : (
        <p>{t("noAnswer")}</p>
      )}
      {view.may.answer ? <AnswerForm view={view} tenant={tenant} /> : null}
      {view.may.tell && view.toTell > 0 ? <TellForm view={view} tenant={tenant} /> : null}
    </Section>
  );
}
