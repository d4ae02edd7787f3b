import { useTranslations } from "next-intl";
import type { PartyLink } from "@/lib/agreements/external/types";
import { formatDay, plusDays } from "@/lib/platform/dates/days";

function useTerm({ plannedFrom, plannedUntil }: PartyLink): string {
  const t = useTranslations("agreements.term");
  if (plannedFrom === null) return t("fromSigning");
  const from = formatDay(plannedFrom);
  return plannedUntil === null
    ? t("planned", { from })
    : t("plannedBetween", { from, until: formatDay(plusDays(plannedUntil, -1)) });
}

/** The whole text, article by article, and who leads and assists in what: unfolded for who is to say yes to it. */
export function PartyText({ link }: { link: PartyLink }) {
  const t = useTranslations("party");
  const words = useTranslations("agreements");
  const term = useTerm(link);
  return (
    <>
      <h2>{t("text")}</h2>
      <p>
        <b>{link.abstract}</b>
      </p>
      <p className="first-letter:uppercase">{term}</p>
      {link.bases.map((basis) => (
        <p key={basis}>
          <i>{basis}</i>
        </p>
      ))}
      {link.words.articles.map((article) => (
        <details key={article.articleKey} className="cit__plain" open={link.purpose === "consent"}>
          <summary>
            {words("article", { ordinal: article.ordinal })}. {article.heading}
          </summary>
          {article.clauses.map((clause, index) => (
            <p key={clause}>
              {index + 1}. {clause}
            </p>
          ))}
        </details>
      ))}
      <details className="cit__plain" open={link.purpose === "consent"}>
        <summary>{t("matrix")}</summary>
        <ul>
          {link.words.duties.map((duty) => (
            <li key={duty.dutyKey}>
              {duty.article}.{duty.clause} {duty.shortText}: {duty.parts}
            </li>
          ))}
        </ul>
        <p className="hint">{t("matrixHint")}</p>
      </details>
    </>
  );
}
