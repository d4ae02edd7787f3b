import ICAL from "ical.js";
import { type Day, dayToColumn, plusDays } from "@/lib/platform/dates/days";
import type { Repeat } from "./types";

export type SeriesPlan = {
  firstDay: Day;
  repeat: Repeat;
  /** Every so many weeks or months. */
  every: number;
  /** Until a day, or so many times; the days in `except` are counted and left out (RFC 5545 §3.8.5.1). */
  lastDay: Day | null;
  times: number | null;
  except: readonly Day[];
};

/** One of its meetings: the day of the rule it stands for, and when it is. */
export type Occurrence = { of: Day; startsAt: Date; endsAt: Date };

/** A year of weeks, and some. */
export const mostOccurrences = 60;

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

function weekdayOf(day: Day): (typeof weekdays)[number] {
  return weekdays[dayToColumn(day).getUTCDay()] ?? "MO";
}

/** The first to the fourth of its weekday in the month; what may be the fifth is the last. */
function placeInMonth(day: Day): number {
  const last = plusDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return last ? -1 : Math.ceil(Number(day.slice(8, 10)) / 7);
}

/** The recurrence rule (RFC 5545 §3.3.10) of a plan, without its exceptions. */
export function ruleOf({ firstDay, repeat, every, lastDay, times }: SeriesPlan): string {
  const days = {
    weekly: `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${weekdayOf(firstDay)}`,
    "monthly-date": `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${Number(firstDay.slice(8, 10))}`,
    "monthly-weekday": `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${placeInMonth(firstDay)}${weekdayOf(firstDay)}`,
  }[repeat];
  if (times !== null) return `${days};COUNT=${times}`;
  return lastDay === null ? days : `${days};UNTIL=${lastDay.replaceAll("-", "")}`;
}

/**
 * The days of a plan in order, one more than may be when there are too many. A rule that has neither end is never asked:
 * the forms want one.
 */
export function daysOf(plan: SeriesPlan): Day[] {
  const iterator = ICAL.Recur.fromString(ruleOf(plan)).iterator(ICAL.Time.fromDateString(plan.firstDay));
  const days: Day[] = [];
  // `times` may count days that are left out, so the loop ends by what was found or by the rule's own end.
  for (let next = iterator.next(); next && days.length <= mostOccurrences; next = iterator.next()) {
    const day = next.toString().slice(0, 10);
    if (plan.lastDay !== null && day > plan.lastDay) break;
    if (!plan.except.includes(day)) days.push(day);
  }
  return days;
}

/** What a stored rule says, to be put into words. */
export function readRule(rule: string): Pick<SeriesPlan, "repeat" | "every" | "lastDay" | "times"> {
  const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
  const until = parts.get("UNTIL");
  return {
    repeat:
      parts.get("FREQ") === "WEEKLY"
        ? "weekly"
        : parts.has("BYMONTHDAY")
          ? "monthly-date"
          : "monthly-weekday",
    every: Number(parts.get("INTERVAL") ?? 1),
    lastDay: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` : null,
    times: parts.has("COUNT") ? Number(parts.get("COUNT")) : null,
  };
}

/** How many there are and how often they were changed: another mark than the form's means that somebody was faster. */
export function markOf(meetings: readonly { revision: number }[]): string {
  return `${meetings.length}.${meetings.reduce((sum, { revision }) => sum + revision, 0)}`;
}
