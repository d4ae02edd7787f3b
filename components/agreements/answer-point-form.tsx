import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { answerPointAction } from "@/lib/agreements/actions";
import type { AgreementPageView, PointView } from "@/lib/agreements/types";

type Props = { point: PointView; view: AgreementPageView; tenant: string };

/** A remark gets an answer, a proposal a decision, with the reason where it is no. */
export function AnswerPointForm({ point, view, tenant }: Props) {
  const t = useTranslations("agreements.points");
  const isProposal = point.kind === "proposal";
  const consented = view.consents
    .filter(({ current }) => current)
    .flatMap(({ partyId }) =>
      view.parties.filter(({ id }) => id === partyId).map(({ office }) => office.code),
    );
  return (
    <ActionForm id={`answer-${point.id}`} action={answerPointAction} className="form">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="pointId" value={point.id} />
      {isProposal ? null : <HiddenField name="decision" value="reply" />}
      {isProposal && !point.fits ? <p className="text-muted">{t("outdated")}</p> : null}
      {isProposal && point.fits && consented.length > 0 ? (
        <p className="text-muted">{t("clears", { offices: consented.join(", ") })}</p>
      ) : null}
      {isProposal ? (
        <RadioGroup
          name="decision"
          label={t("decision")}
          choices={(["accept", "reject"] as const).map((value) => ({
            value,
            label: t(`decisions.${value}`),
            disabled: value === "accept" && !point.fits,
          }))}
        />
      ) : null}
      <TextArea
        name="answer"
        label={isProposal ? t("rejectWords") : t("answerWords")}
        hint={isProposal ? t("rejectHint") : undefined}
        rows={3}
        maxLength={2_000}
        optional={isProposal}
      />
      <SubmitButton>{isProposal ? t("submitDecide") : t("submitReply")}</SubmitButton>
    </ActionForm>
  );
}
