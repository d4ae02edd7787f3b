import { matrixCell } from "./matrix";
import { effectArticleKey } from "./rules";
import { romanNumber } from "./signing/document-words";
import type { AgreementContent, Chapter, MatrixArea, Party } from "./types";

/** Articles by chapter as they are read; `dated` is the clause that prints the agreed dates. */
export function chaptersOf(
  { articles }: Pick<AgreementContent, "articles">,
  dated: string | null,
): Chapter[] {
  const chapters = new Map(articles.map((article) => [article.chapterOrdinal, article.chapterTitle]));
  return [...chapters].map(([ordinal, title]) => ({
    ordinal,
    roman: romanNumber(ordinal),
    title,
    articles: articles
      .filter((article) => article.chapterOrdinal === ordinal)
      .map((article) => ({ ...article, dated: article.articleKey === effectArticleKey ? dated : null })),
  }));
}

/** Duties by area, each with one cell for every party. */
export function matrixOf({ areas, duties }: AgreementContent, parties: readonly Party[]): MatrixArea[] {
  return areas.map((area) => ({
    ...area,
    duties: duties
      .filter((duty) => duty.areaKey === area.areaKey)
      .map((duty) => ({ ...duty, cells: parties.map((party) => matrixCell(duty, party.office.id)) })),
  }));
}
