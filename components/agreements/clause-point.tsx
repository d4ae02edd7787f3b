import { useTranslations } from "next-intl";
import { AnswerPointForm } from "@/components/agreements/answer-point-form";
import { MarkedText } from "@/components/agreements/marked-text";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { closePointAction } from "@/lib/agreements/actions";
import type { AgreementPageView, PointState, PointView } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";

type Props = { point: PointView; view: AgreementPageView; tenant: string };

const tones: Record<PointState, BadgeTone> = {
  open: "act",
  answered: "due",
  settled: "neutral",
  accepted: "done",
  rejected: "neutral",
  withdrawn: "neutral",
};

/** One remark or proposal: where, who, what, what came of it, and what the reader may do about it. */
export function ClausePoint({ point, view, tenant }: Props) {
  const t = useTranslations("agreements.points");
  const { article, clause, answer, may } = point;
  const here = `/${tenant}/agreements/${view.agreementId}`;
  const who = (by: string | null) => by ?? t("noName");
  return (
    <li className="point" id={`point-${point.id}`}>
      <h3>
        <a href={`${here}#article-${article}-${clause}`}>{t("place", { article, clause })}</a>{" "}
        <Badge tone={tones[point.state]}>{t(`state.${point.state}`)}</Badge>
      </h3>
      <p className="sub">
        {t("by", { name: who(point.by), office: point.office, at: formatInstant(point.at) })}
      </p>
      <p>{point.words}</p>
      {point.redline ? (
        <p className="point__text">
          <MarkedText text={point.redline} />
        </p>
      ) : null}
      {answer ? (
        <div className="point__answer">
          <p className="sub">
            {t("answeredBy", { office: answer.office, name: who(answer.by), at: formatInstant(answer.at) })}
          </p>
          {answer.text ? <p>{answer.text}</p> : null}
        </div>
      ) : null}
      {may.answer ? <AnswerPointForm point={point} view={view} tenant={tenant} /> : null}
      {may.close ? (
        <ActionForm id={`close-${point.id}`} action={closePointAction}>
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="pointId" value={point.id} />
          <SubmitButton look="plain">
            {t(point.kind === "remark" ? "submitSettle" : "submitWithdraw")}
            <span className="sr-only"> {t("place", { article, clause })}</span>
          </SubmitButton>
        </ActionForm>
      ) : null}
    </li>
  );
}
