import "server-only";
import { dayAt, daysBetween } from "@/lib/platform/dates/days";
import { computeClock } from "../clocks/compute-clock";
import type { LetterRow } from "./functions";
import type { FirstAnswer } from "./types";

/**
 * By when a letter that nobody classified is answered first. Its clock says so once the job has opened it, a moment after the
 * letter came; until then it is reckoned here, by the same law. Answered by an office, there is no day left.
 */
export function firstAnswerOf(letter: LetterRow): FirstAnswer | null {
  const { first } = letter;
  if (!first) return null;
  const { receivedOn, body, office, reckoned, dueOn, law } = first;
  const answered = reckoned && dueOn === null;
  const clock = answered
    ? null
    : computeClock({ step: "reception-outcome", startedOn: receivedOn, event: "received" }, law);
  const rule = clock?.status === "due" ? clock.why.find((step) => step.kind === "rule") : undefined;
  if (clock?.status !== "due" || !rule) return { receivedOn, body, office, due: null };
  const on = dueOn ?? clock.dueOn;
  const { limit, unit, basis } = rule;
  return {
    receivedOn,
    body,
    office,
    due: { on, daysLeft: daysBetween(dayAt(new Date()), on), limit, unit, basis },
  };
}
