import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { enterBodyAnswerAction } from "@/lib/petitions/actions";
import { backGrounds, bodyAnswers } from "@/lib/petitions/external/types";
import type { PetitionPageView } from "@/lib/petitions/types";

type Props = { view: PetitionPageView; tenant: string };

/** What a body outside answered in another way, written down for it. */
export function EnterAnswer({ view, tenant }: Props) {
  const t = useTranslations("petitions.outside");
  const grounds = useTranslations("link.grounds");
  const [forward] = view.way.forwards;
  if (!view.may.enterAnswer || !forward) return null;
  return (
    <Section id="enter-answer" title={t("enterTitle", { body: forward.to.name })}>
      <p className="mb-4">{t("enterText")}</p>
      <ActionForm id="enter-answer" action={enterBodyAnswerAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="forwardId" value={forward.id} />
        <RadioGroup
          name="answer"
          label={t("answer")}
          choices={bodyAnswers
            .filter((value) => value !== forward.state)
            .map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
        <SelectField
          name="ground"
          label={t("ground")}
          optional
          placeholder={t("groundNone")}
          options={backGrounds.map((value) => ({ value, label: grounds(value) }))}
        />
        <TextField
          name="documentNumber"
          label={t("document")}
          hint={t("documentHint")}
          optional
          maxLength={60}
          width="half"
        />
        <DateField name="resultOn" label={t("resultOn")} optional />
        <TextArea name="words" label={t("words")} rows={2} optional />
        <SubmitButton look="plain">{t("enterSubmit")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
