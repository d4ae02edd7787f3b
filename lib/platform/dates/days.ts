import { isValid, parseISO } from "date-fns";

/** A day in Viet Nam, `YYYY-MM-DD`; never an instant. */
export type Day = string;

// The platform's own, made once: a week asks it some thousand times, and a date library takes ten times as long.
const vietnam = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What calendar and clock show in Viet Nam at an instant: the day, and the time as `HH:mm`. Throws on no instant. */
export function clockAt(instant: Date): { day: Day; time: string } {
  const [date = "", time = ""] = vietnam.format(instant).split(", ");
  return { day: `${date.slice(6)}-${date.slice(3, 5)}-${date.slice(0, 2)}`, time };
}

/** The day in Viet Nam at an instant. */
export function dayAt(instant: Date): Day {
  return clockAt(instant).day;
}

/** A day as the database's `date` comes from and goes to Prisma: midnight UTC. */
export function dayFromColumn(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

export function dayToColumn(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

// Every UTC day is as long as another. Reckoned so, and not through a zone, because lists ask it of every row.
const dayMs = 86_400_000;

export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

export function plusDays(day: Day, days: number): Day {
  return dayFromColumn(new Date(Date.parse(day) + days * dayMs));
}

/** 25/11/2026, as every official paper writes it. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** 14:05, 25/11/2026 in Viet Nam. */
export function formatInstant(instant: Date): string {
  const { day, time } = clockAt(instant);
  return `${time}, ${formatDay(day)}`;
}

/**
 * Reads a day as people type it: 25/11/2026, 5/12/26, 5.12.2026, 5-12, also the browser's 2026-12-05. Without a year the
 * next such day not before `today` is meant. Null when it is no day of the calendar.
 */
export function parseTypedDay(typed: string, today: Day): Day | null {
  const text = typed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return existing(text);
  const match = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/.exec(text);
  if (!match) return null;
  const [, day = "", month = "", year] = match;
  const build = (full: string) => existing(`${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (year) return build(year.length === 2 ? `20${year}` : year);
  const thisYear = build(today.slice(0, 4));
  if (thisYear !== null && thisYear >= today) return thisYear;
  return build(String(Number(today.slice(0, 4)) + 1));
}

function existing(day: Day): Day | null {
  const parsed = parseISO(`${day}T00:00:00Z`);
  return isValid(parsed) && dayFromColumn(parsed) === day ? day : null;
}
