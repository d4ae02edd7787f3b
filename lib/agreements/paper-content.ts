import { matrixCell } from "./matrix";
import { effectArticleKey } from "./rules";
import type { AgreementPdfChapter, AgreementPdfInput } from "./signing/agreement-pdf-input";
import type { AgreementContent, AmendmentArticle, Party, TextChanges } from "./types";

type Amended = { articles: readonly AmendmentArticle[]; changes: Pick<TextChanges, "duties"> };

type PaperOf = {
  content: AgreementContent;
  parties: readonly Party[];
  /** Null for a text of its own. */
  amendment: Amended | null;
  /** The sentence that says from when and until when; empty where no day is set. */
  dated: string | null;
};

function numbered(clauses: readonly string[]): string[] {
  return clauses.map((clause, index) => `${index + 1}. ${clause}`);
}

/** An amendment has articles only. */
function chapterOf(articles: readonly AmendmentArticle[]): AgreementPdfChapter {
  return {
    ordinal: 1,
    title: "",
    articles: articles.map((article) => ({ ...article, clauses: numbered(article.clauses) })),
  };
}

function wholeChapters({ articles }: AgreementContent, dated: string | null): AgreementPdfChapter[] {
  const chapters = [...new Map(articles.map((a) => [a.chapterOrdinal, a.chapterTitle])).entries()];
  return chapters.map(([ordinal, title]) => ({
    ordinal,
    title,
    articles: articles
      .filter((article) => article.chapterOrdinal === ordinal)
      .map((article) => ({
        ordinal: article.ordinal,
        heading: article.heading,
        clauses: numbered([
          ...article.clauses,
          ...(article.articleKey === effectArticleKey && dated ? [dated] : []),
        ]),
      })),
  }));
}

function headingOf({ articles }: AgreementContent, ordinal: number): string {
  return articles.find((article) => article.ordinal === ordinal)?.heading ?? "";
}

/** Whether a change is one of the matrix: its annex holds no row of which only days change. */
function changesRow({ cells, rule, ...duty }: TextChanges["duties"][number], dutyKey: string): boolean {
  return duty.dutyKey === dutyKey && (cells.length > 0 || rule !== null);
}

/** Chapters and annex of a version's paper, the same in the file that is signed and in the one that is only read. */
export function paperContent({
  content,
  parties,
  amendment,
  dated,
}: PaperOf): Pick<AgreementPdfInput, "chapters" | "matrix"> {
  return {
    chapters: amendment ? [chapterOf(amendment.articles)] : wholeChapters(content, dated),
    matrix: {
      offices: parties.map((party) => ({ code: party.office.code })),
      rows: content.duties
        .filter(({ dutyKey }) => amendment?.changes.duties.some((duty) => changesRow(duty, dutyKey)) ?? true)
        .map((duty) => ({
          article: duty.article,
          ...(amendment ? { heading: headingOf(content, duty.article) } : {}),
          clause: duty.clause,
          text: duty.shortText,
          cells: parties.map((party) => matrixCell(duty, party.office.id)),
        })),
    },
  };
}
