import "server-only";
import { dayAt, daysBetween } from "@/lib/platform/dates/days";
import { clockReckoner, computeClock } from "../clocks/compute-clock";
import { rowOf } from "../clocks/keep-clocks";
import { clocksOf } from "../clocks/timeline";
import { firstLaw, type LetterRow } from "./functions";
import type { FirstAnswer } from "./types";

/**
 * The clock a letter on line begins with, reckoned as every other, for the database to write with the letter: it runs from the moment the
 * letter is there, whatever waits to be compared. Null where the law of the province knows none.
 */
export async function firstClock(tenant: string, petitionId: string) {
  const first = await firstLaw(tenant);
  if (!first) return null;
  const [clock] = clocksOf({
    kind: "letter",
    class: null,
    channel: "online",
    forwarderKind: null,
    receivedOn: first.today,
    competent: null,
    outcome: null,
    milestones: [],
  });
  if (!clock) return null;
  const result = clockReckoner(first.law)({ ...clock });
  if (result.status !== "due") return null;
  const { step, event: startEvent, startedOn, facts } = clock;
  // Of which tenant and office it is, the database says.
  return rowOf(
    "",
    { petitionId, officeId: "", step, startEvent, startedOn, facts },
    result,
    first.revision,
    new Date(),
  );
}

/**
 * By when a letter that nobody classified is answered first. Its clock says so; where it could not be
 * opened with the letter, it is reckoned here until the job has opened it, by the same law. Answered by an office, there is no day left.
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
