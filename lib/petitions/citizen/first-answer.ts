import "server-only";
import { dayAt, daysBetween } from "@/lib/platform/dates/days";
import { computeClock } from "../clocks/compute-clock";
import { firstLaw, type LetterRow } from "./functions";
import type { FirstAnswer } from "./types";

/**
 * By when a letter that nobody classified is answered first. Its clock says so once the job has opened it, a moment after the
 * letter came; until then it is reckoned here, by the same law. Answered by an office, there is no day left.
 */
export async function firstAnswerOf(slug: string, letter: LetterRow): Promise<FirstAnswer | null> {
  const { first } = letter;
  if (!first) return null;
  const { receivedOn, body, office, reckoned, dueOn } = first;
  const law = reckoned && dueOn === null ? null : await firstLaw(slug);
  const clock =
    law && computeClock({ step: "reception-outcome", startedOn: receivedOn, event: "received" }, law);
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
