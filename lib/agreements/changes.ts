// diff (BSD-3-Clause, kept since 2009, no dependencies): comparing words well, also moved and repeated ones, is its whole purpose.
import { diffWordsWithSpace } from "diff";
import { matrixCell } from "./matrix";
import type { AgreementChanges, AgreementContent, Article, ClauseChange, Duty, TextPart } from "./types";

type ComparedDuty = Pick<Duty, "dutyKey" | "article" | "clause" | "shortText" | "leadRule" | "offices">;
export type ComparedContent = Pick<AgreementContent, "articles"> & { duties: readonly ComparedDuty[] };

type Run = { removed: string; added: string };

/**
 * Words that stayed, went and came, in the order in which the new text is read. A blank between two changed words is no
 * word that stayed: a phrase reads better struck and replaced as a whole.
 */
export function compareText(before: string, after: string): TextPart[] {
  const parts: TextPart[] = [];
  let run: Run = { removed: "", added: "" };
  let blank = "";
  const close = () => {
    if (run.removed !== "") parts.push({ text: run.removed, kind: "removed" });
    if (run.added !== "") parts.push({ text: run.added, kind: "added" });
    if (blank !== "") parts.push({ text: blank, kind: "same" });
    [run, blank] = [{ removed: "", added: "" }, ""];
  };
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (added || removed) {
      run = { removed: run.removed + blank, added: run.added + blank };
      run[added ? "added" : "removed"] += value;
      blank = "";
    } else if (value.trim() === "" && (run.removed !== "" || run.added !== "")) {
      blank += value;
    } else {
      const kept = blank + value;
      blank = "";
      close();
      parts.push({ text: kept, kind: "same" });
    }
  }
  close();
  return parts;
}

function changedClauses(before: Article | undefined, after: Article): ClauseChange[] {
  return after.clauses.flatMap((clause, index) => {
    const old = before?.clauses[index] ?? "";
    return old === clause ? [] : [{ number: index + 1, parts: compareText(old, clause) }];
  });
}

function changedCells(before: ComparedDuty | undefined, after: ComparedDuty, officeIds: readonly string[]) {
  return officeIds.flatMap((officeId) => {
    const from = before ? matrixCell(before, officeId) : "";
    const to = matrixCell(after, officeId);
    return from === to ? [] : [{ officeId, from, to }];
  });
}

/** Article by article and duty by duty, only what differs. No article and no clause can be taken away, only emptied. */
export function findChanges(
  before: ComparedContent,
  after: ComparedContent,
  officeIds: readonly string[],
): Pick<AgreementChanges, "articles" | "duties"> {
  const oldArticles = new Map(before.articles.map((article) => [article.articleKey, article]));
  const oldDuties = new Map(before.duties.map((duty) => [duty.dutyKey, duty]));
  return {
    articles: after.articles.flatMap((article) => {
      const old = oldArticles.get(article.articleKey);
      const heading = compareText(old?.heading ?? "", article.heading);
      const clauses = changedClauses(old, article);
      if (clauses.length === 0 && heading.every(({ kind }) => kind === "same")) return [];
      return [{ articleKey: article.articleKey, ordinal: article.ordinal, heading, clauses }];
    }),
    duties: after.duties.flatMap((duty) => {
      const cells = changedCells(oldDuties.get(duty.dutyKey), duty, officeIds);
      if (cells.length === 0) return [];
      const { dutyKey, article, clause, shortText } = duty;
      return [{ dutyKey, article, clause, shortText, cells }];
    }),
  };
}
