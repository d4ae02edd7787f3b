import { tz } from "@date-fns/tz";
import { addDays, getISOWeek, getISOWeekYear, parseISO, startOfISOWeek } from "date-fns";
import { clockAt, type Day, dayFromColumn, dayToColumn } from "./days";

/** A time of day on a Vietnamese wall clock, `HH:mm`. */
export type Time = string;

const vietnam = tz("Asia/Ho_Chi_Minh");
const utc = tz("UTC");

/**
 * Reads a time as people type it: 14:00, 14h, 14h30, 8.30, 8 giờ 30, 14g30, 0800, 14. Null when it is no time of a day.
 */
export function parseTypedTime(typed: string): Time | null {
  const text = typed.trim().toLowerCase();
  const match =
    /^(\d{1,2})(?:\s*(?::|\.|h|g|giờ)\s*(\d{2})?\s*'?)?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [, hour = "", minute = "00"] = match;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
}

/** The instant at which a Vietnamese clock shows this time on this day. */
export function instantOf(day: Day, time: Time): Date {
  return new Date(parseISO(`${day}T${time}:00`, { in: vietnam }).getTime());
}

/** What a Vietnamese clock shows at an instant. */
export function timeAt(instant: Date): Time {
  return clockAt(instant).time;
}

/** The Monday of the ISO week a day is in. */
export function mondayOf(day: Day): Day {
  return dayFromColumn(new Date(startOfISOWeek(dayToColumn(day), { in: utc }).getTime()));
}

/** Number and year of the ISO week, as "Lịch công tác tuần 48" counts it. */
export function weekOf(day: Day): { week: number; year: number } {
  const date = dayToColumn(day);
  return { week: getISOWeek(date, { in: utc }), year: getISOWeekYear(date, { in: utc }) };
}

/** The seven days of a week from its Monday. */
export function daysOfWeek(monday: Day): Day[] {
  return Array.from({ length: 7 }, (_, index) =>
    dayFromColumn(new Date(addDays(dayToColumn(monday), index, { in: utc }).getTime())),
  );
}
