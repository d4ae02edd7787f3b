import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { EnterAnswer } from "@/components/petitions/outside/enter-answer";
import { answerForwardAction, takeBackPetitionAction, tellResultAction } from "@/lib/petitions/actions";
import type { PetitionPageView } from "@/lib/petitions/types";

type Props = { view: PetitionPageView; tenant: string };

function About({ view, tenant, forwardId }: Props & { forwardId?: string | undefined }) {
  return (
    <>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionId" value={view.petitionId} />
      <HiddenField name="revision" value={String(view.revision)} />
      {forwardId ? <HiddenField name="forwardId" value={forwardId} /> : null}
    </>
  );
}

function AnswerForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.way");
  return (
    <Section id="answer" title={t("answerTitle")}>
      <ActionForm id="answer" action={answerForwardAction}>
        <About view={view} tenant={tenant} forwardId={view.way.forwards[0]?.id} />
        <RadioGroup
          name="answer"
          label={t("answer")}
          choices={(["acknowledged", "sent-back"] as const).map((value) => ({
            value,
            label: t(`answers.${value}`),
          }))}
        />
        <TextArea name="reason" label={t("backReason")} hint={t("backReasonHint")} rows={2} optional />
        <SubmitButton look="fill">{t("answerSubmit")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function TakeBackForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.way");
  return (
    <Section id="take-back" title={t("takeBackTitle")}>
      <p className="mb-4">{t("takeBackText")}</p>
      <ActionForm id="take-back" action={takeBackPetitionAction}>
        <About view={view} tenant={tenant} />
        <SubmitButton look="fill">{t("takeBack")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function TellForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.way");
  const [forward] = view.way.forwards;
  return (
    <Section id="tell" title={t("tellTitle", { office: forward?.from.code ?? "" })}>
      <ActionForm id="tell" action={tellResultAction}>
        <About view={view} tenant={tenant} forwardId={forward?.id} />
        <TextArea name="result" label={t("tellResult")} rows={3} />
        <TextField name="documentNumber" label={t("tellDocument")} maxLength={120} width="half" />
        <SubmitButton look="fill">{t("tellSubmit")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** What the acting office owes another about a letter that was given over. */
export function AnswerForms(props: Props) {
  const { may } = props.view;
  return (
    <>
      {may.answerForward ? <AnswerForm {...props} /> : null}
      {may.takeBack ? <TakeBackForm {...props} /> : null}
      <EnterAnswer {...props} />
      {may.tellResult ? <TellForm {...props} /> : null}
    </>
  );
}
