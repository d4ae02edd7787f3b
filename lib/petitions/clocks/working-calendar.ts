import type { Day } from "@/lib/platform/dates/days";
import type { CalendarDay, ClockLaw } from "./types";

const dayMs = 86_400_000;

/** Days as whole numbers, so that thousands of clocks can be counted day by day. */
export function numberOf(day: Day): number {
  const time = Date.parse(day);
  if (Number.isNaN(time)) throw new RangeError("no day");
  return time / dayMs;
}

export function dayOf(number: number): Day {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** 0 is Sunday. The first of January 1970 was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

export type WorkingCalendar = {
  isOff: (number: number) => boolean;
  /** What the calendar says of a day beyond its weekday. */
  special: (number: number) => CalendarDay | undefined;
};

/** Working days are Monday to Friday without days off, and the Saturdays worked in exchange (DOMAIN 1.7). */
export function workingCalendar({ days, knownOn }: Pick<ClockLaw, "days" | "knownOn">): WorkingCalendar {
  const specials = new Map<number, CalendarDay>();
  for (const day of days) {
    if (!day.active) continue;
    if (knownOn !== undefined && day.decidedOn !== null && day.decidedOn > knownOn) continue;
    specials.set(numberOf(day.day), day);
  }
  return {
    special: (number) => specials.get(number),
    isOff(number) {
      const special = specials.get(number);
      if (special) return special.kind !== "make-up";
      const weekday = weekdayOf(number);
      return weekday === 0 || weekday === 6;
    },
  };
}
