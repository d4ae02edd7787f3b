// diff (BSD-3-Clause, kept since 2009, no dependencies): comparing words well, also moved and repeated ones, is its whole purpose.
import { diffWordsWithSpace } from "diff";
import { matrixCell } from "./matrix";
import type { PaperLook } from "./paper-form";
import type {
  AgreementContent,
  ClauseChange,
  Duty,
  LeadRule,
  PaperChange,
  TextChanges,
  TextPart,
  WorkingRules,
} from "./types";
import { changedRules } from "./working-rules";

type ComparedDuty = Pick<Duty, "dutyKey" | "article" | "clause" | "shortText" | "leadRule" | "offices"> &
  Partial<WorkingRules>;
export type ComparedContent = Pick<AgreementContent, "articles"> & {
  duties: readonly ComparedDuty[];
  /** Left out where the paper is not compared, or was not kept yet. */
  paper?: PaperLook;
};

type RuleChange = { from: LeadRule["kind"]; to: LeadRule["kind"] } | null;
type Run = { removed: string; added: string };

/**
 * Words that stayed, went and came, in the order in which the new text is read. A blank between two changed words is no
 * word that stayed: a phrase reads better struck and replaced as a whole.
 */
export function compareText(before: string, after: string): TextPart[] {
  if (before === after) return before === "" ? [] : [{ text: before, kind: "same" }];
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

function changedClauses(before: readonly string[], after: readonly string[]): ClauseChange[] {
  const longest = before.length > after.length ? before : after;
  return longest.flatMap((_, index) => {
    const [old = "", now = ""] = [before[index], after[index]];
    return old === now ? [] : [{ number: index + 1, parts: compareText(old, now) }];
  });
}

function changedCells(
  before: ComparedDuty | undefined,
  after: ComparedDuty | undefined,
  officeIds: readonly string[],
) {
  return officeIds.flatMap((officeId) => {
    const from = before ? matrixCell(before, officeId) : "";
    const to = after ? matrixCell(after, officeId) : "";
    return from === to ? [] : [{ officeId, from, to }];
  });
}

/** A rule can change where no cell does: by the body served, or by the host, are both "leads or assists". */
function changedRule(before: ComparedDuty | undefined, after: ComparedDuty): RuleChange {
  const [from, to] = [before?.leadRule.kind ?? null, after.leadRule.kind];
  return from === null || from === to ? null : { from, to };
}

function changedPaper(before: PaperLook | undefined, after: PaperLook | undefined): PaperChange | null {
  if (!before || !after) return null;
  const form = before.form === after.form ? null : { from: before.form, to: after.form };
  const recipients = compareText(before.recipients.join(" "), after.recipients.join(" "));
  if (form === null && recipients.every(({ kind }) => kind === "same")) return null;
  return { form, recipients };
}

/** Every key of both texts, those of the newer first: the older may have more when one looks back. */
function bothOf<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] {
  return [...new Set([...after.keys(), ...before.keys()])];
}

/** Form, article by article and duty by duty, only what differs, whichever of the two texts is the longer. */
export function findChanges(
  before: ComparedContent,
  after: ComparedContent,
  officeIds: readonly string[],
): TextChanges {
  const oldArticles = new Map(before.articles.map((article) => [article.articleKey, article]));
  const newArticles = new Map(after.articles.map((article) => [article.articleKey, article]));
  const oldDuties = new Map(before.duties.map((duty) => [duty.dutyKey, duty]));
  const newDuties = new Map(after.duties.map((duty) => [duty.dutyKey, duty]));
  return {
    paper: changedPaper(before.paper, after.paper),
    articles: bothOf(oldArticles, newArticles).flatMap((articleKey) => {
      const [old, now] = [oldArticles.get(articleKey), newArticles.get(articleKey)];
      const heading = compareText(old?.heading ?? "", now?.heading ?? "");
      const clauses = changedClauses(old?.clauses ?? [], now?.clauses ?? []);
      if (clauses.length === 0 && heading.every(({ kind }) => kind === "same")) return [];
      return [{ articleKey, ordinal: now?.ordinal ?? old?.ordinal ?? 0, heading, clauses }];
    }),
    duties: bothOf(oldDuties, newDuties).flatMap((dutyKey) => {
      const [old, now] = [oldDuties.get(dutyKey), newDuties.get(dutyKey)];
      const shown = now ?? old;
      if (!shown) return [];
      const cells = changedCells(old, now, officeIds);
      const rule = now ? changedRule(old, now) : null;
      const working = changedRules(old ?? {}, now ?? {});
      if (cells.length === 0 && rule === null && working.length === 0) return [];
      const { article, clause, shortText } = shown;
      return [{ dutyKey, article, clause, shortText, cells, rule, working }];
    }),
  };
}
