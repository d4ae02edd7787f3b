import { clockAt, type Day } from "./days";
import type { Time } from "./times";

const longestMs = 31 * 86_400_000;

/** No meeting is longer. */
export function isTooLong(startsAt: Date, endsAt: Date): boolean {
  return endsAt.getTime() - startsAt.getTime() > longestMs;
}

/** A free time that was offered and chosen: two instants. */
export function parseSlot(slot: string): { startsAt: Date; endsAt: Date } | null {
  const [from = "", until = ""] = slot.split("/");
  const span = { startsAt: new Date(from), endsAt: new Date(until) };
  const length = span.endsAt.getTime() - span.startsAt.getTime();
  // Also false for an instant that is none.
  return length > 0 && length <= longestMs ? span : null;
}

/** A chosen free time as the boxes of a form have it. */
export function boxesOfSlot(
  slot: string,
): { day: Day; from: Time; until: Time; untilDay: Day | null } | null {
  const span = parseSlot(slot);
  if (!span) return null;
  const [begins, ends] = [clockAt(span.startsAt), clockAt(span.endsAt)];
  return {
    day: begins.day,
    from: begins.time,
    until: ends.time,
    untilDay: ends.day === begins.day ? null : ends.day,
  };
}
