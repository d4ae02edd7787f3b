import type { Silence } from "./template/types";
import type { UnsaidRule, WorkingChange, WorkingRules } from "./types";

/** More than a quarter of a year of working days is no working rule. */
export const mostWorkingDays = 60;

/** What holds where a clause says nothing of it (article 3 clause 9). */
const unsaidOpinionDays = 3;

const dayRules = ["noticeDays", "paperDays", "opinionDays"] as const;

/** As official texts write it: "05 ngày làm việc". */
export function workingDaysInWords(days: number): string {
  return `${String(days).padStart(2, "0")} ngày làm việc`;
}

const daysInText = /(\d+) ngày làm việc/g;

/** The days that a clause writes, each with how often. */
function daysWritten(text: string): ReadonlyMap<number, number> {
  const written = new Map<number, number>();
  for (const [, digits] of text.matchAll(daysInText)) {
    const days = Number(digits);
    written.set(days, (written.get(days) ?? 0) + 1);
  }
  return written;
}

/**
 * The clause with its days as they are now. Only where it is plain which is meant: the old number stands in it once and is that of
 * one rule alone. Anything else is left to people.
 */
export function rewordRules(text: string, before: WorkingRules, after: WorkingRules): string {
  const written = daysWritten(text);
  return text.replaceAll(daysInText, (phrase, digits: string) => {
    const days = Number(digits);
    const [rule, another] = dayRules.filter((candidate) => before[candidate] === days);
    const now = rule && !another && written.get(days) === 1 ? after[rule] : null;
    return now === null ? phrase : workingDaysInWords(now);
  });
}

const agreed = /coi (là|như)( là| đã)? ?(đồng ý|thống nhất|nhất trí)/;
const blocked = /chưa có ý kiến thì (chưa|không)/;

function silenceInWords(text: string): Silence {
  if (agreed.test(text)) return "agree";
  return blocked.test(text) ? "block" : "remind";
}

/** What of the working rules does not stand in the clause that people sign. */
export function unsaidRules(text: string, rules: WorkingRules): UnsaidRule[] {
  const written = daysWritten(text);
  const days = dayRules.flatMap((rule) => {
    const set = rules[rule];
    if (set === null || written.has(set)) return [];
    return rule === "opinionDays" && set === unsaidOpinionDays ? [] : [{ rule, days: set }];
  });
  return silenceInWords(text) === rules.silence
    ? days
    : [...days, { rule: "silence" as const, as: rules.silence }];
}

/** Texts kept before the rules could be changed do not hold them: of those no change is told. */
export function changedRules(before: Partial<WorkingRules>, after: Partial<WorkingRules>): WorkingChange[] {
  const days = dayRules.flatMap((rule): WorkingChange[] => {
    const [from, to] = [before[rule], after[rule]];
    return from === undefined || to === undefined || from === to ? [] : [{ rule, from, to }];
  });
  const [from, to] = [before.silence, after.silence];
  return from === undefined || to === undefined || from === to
    ? days
    : [...days, { rule: "silence", from, to }];
}
