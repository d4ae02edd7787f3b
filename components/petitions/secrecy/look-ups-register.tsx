import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { FigureCell } from "@/components/ui/figure-cell";
import { Register } from "@/components/ui/register";
import { reviewLookUpsAction } from "@/lib/petitions/actions";
import type { LookUpLine, LookUpsView } from "@/lib/petitions/secrecy/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

type Props = { view: LookUpsView; tenant: string; officeCode: string };

function Line({ line, reviewed }: { line: LookUpLine; reviewed: boolean }) {
  const t = useTranslations("petitions.lookUps");
  return (
    <tr>
      <td>{formatDay(line.day)}</td>
      <td className="name">
        {line.personName ?? (line.inChargeName ? t("inCharge", { name: line.inChargeName }) : t("system"))}
      </td>
      <td>{t(`source.${line.source}`)}</td>
      <FigureCell label={t("times")} value={line.times} />
      <FigureCell label={t("letters")} value={line.letters} />
      <FigureCell label={t("answers")} value={line.answers} />
      <td>
        <Badge tone={reviewed ? "done" : "due"}>{reviewed ? t("reviewed") : t("toReview")}</Badge>
      </td>
    </tr>
  );
}

/** Who of the office asked over all offices whether a letter is there, how often and with how many answers; and the mark of the review. */
export function LookUpsRegister({ view, tenant, officeCode }: Props) {
  const t = useTranslations("petitions.lookUps");
  const petitions = useTranslations("petitions");
  const base = `/${tenant}/petitions/look-ups`;
  const head = (["day", "who", "how", "times", "letters", "answers", "state"] as const).map((key) => ({
    label: t(key),
    number: key === "times" || key === "letters" || key === "answers",
  }));
  const { review } = view;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: petitions("title"), href: `/${tenant}/petitions` },
          { label: t("looks"), href: `/${tenant}/petitions/looks` },
        ]}
        title={t("title")}
        lead={t("lead", { office: officeCode, from: formatDay(view.from), until: formatDay(view.until) })}
      />
      {review ? (
        <p className="mb-4">
          {t("reviewedUntil", { at: formatInstant(review.until), who: review.personName ?? "" })}
          {review.note ? <span className="sub">{review.note}</span> : null}
        </p>
      ) : null}
      {view.lines.length > 0 ? (
        <Register caption={t("caption")} head={head} airy>
          <tbody>
            {view.lines.map((line) => (
              <Line
                key={`${line.day} ${line.source} ${line.personName ?? line.inChargeName ?? ""}`}
                line={line}
                reviewed={review !== null && line.lastAt <= review.until}
              />
            ))}
          </tbody>
        </Register>
      ) : (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      )}
      {view.reviewable ? (
        <Section id="review" title={t("review")}>
          <ActionForm id="review" action={reviewLookUpsAction}>
            <HiddenField name="tenant" value={tenant} />
            <HiddenField name="until" value={view.reviewable.toISOString()} />
            <TextField name="note" label={t("note")} maxLength={500} optional />
            <FormFooter>
              <SubmitButton look="fill">
                {t("reviewSubmit", { at: formatInstant(view.reviewable) })}
              </SubmitButton>
            </FormFooter>
          </ActionForm>
        </Section>
      ) : null}
      <Pagination
        firstHref={view.newer ? base : undefined}
        nextHref={view.older ? `${base}?until=${view.older}` : undefined}
      />
    </>
  );
}
