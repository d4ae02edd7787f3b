import { type Day, plusDays } from "./days";
import { mondayOf } from "./times";

export const spans = ["day", "week", "month", "quarter", "year"] as const;

/** A stretch of days that reports ask for, with a day of the one before and one of the one after. */
export type Period = { span: (typeof spans)[number]; from: Day; until: Day; before: Day; after: Day };

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function months(year: number, first: number, count: number): Pick<Period, "from" | "until"> {
  const next = first + count;
  const after = next > 12 ? `${year + 1}-${two(next - 12)}-01` : `${year}-${two(next)}-01`;
  return { from: `${year}-${two(first)}-01`, until: plusDays(after, -1) };
}

/** The day, week, month, quarter or year that a day is in, with a day of the one before and of the one after. */
export function periodOf(span: Period["span"], day: Day): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const bounds = {
    day: () => ({ from: day, until: day }),
    week: () => ({ from: mondayOf(day), until: plusDays(mondayOf(day), 6) }),
    month: () => months(year, month, 1),
    quarter: () => months(year, month - ((month - 1) % 3), 3),
    year: () => months(year, 1, 12),
  }[span]();
  return { span, ...bounds, before: plusDays(bounds.from, -1), after: plusDays(bounds.until, 1) };
}
