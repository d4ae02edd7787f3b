import { type Day, formatDay, parseTypedDay, plusDays } from "@/lib/platform/dates/days";
import { periodOf } from "@/lib/platform/dates/periods";

export const programmeKinds = ["term", "year", "quarter", "month"] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

export const precisions = ["days", "month", "quarter", "year"] as const;
export type Precision = (typeof precisions)[number];

export type Span = { startsOn: Day; endsOn: Day };
/** When an item is due, and how exactly that is known. */
export type DueTime = Span & { precision: Precision };
export type ProgrammePeriod = Span & { kind: ProgrammeKind };

const quarters = ["I", "II", "III", "IV"] as const;

function wholeOf(span: "month" | "quarter" | "year", year: string, month: number): Span | null {
  if (month < 1 || month > 12) return null;
  const { from, until } = periodOf(span, `${year}-${String(month).padStart(2, "0")}-01`);
  return { startsOn: from, endsOn: until };
}

/** A month, quarter or year as it is typed: 02/2027, tháng 2/2027, quý I/2027, q1/2027, năm 2027. */
function parseWhole(typed: string): (Span & { precision: "month" | "quarter" | "year" }) | null {
  const text = typed.normalize("NFC").trim().toLowerCase().replaceAll(/\s+/g, " ");
  const month = /^(?:tháng |t)?(\d{1,2}) ?(?:[/.-]| năm ) ?(20\d\d)$/.exec(text);
  if (month) {
    const span = wholeOf("month", month[2] ?? "", Number(month[1]));
    return span && { ...span, precision: "month" };
  }
  const quarter = /^(?:quý|quy|q) ?(iv|i{1,3}|[1-4]) ?(?:[/.,-]| năm |) ?(20\d\d)$/.exec(text);
  if (quarter) {
    const named = (quarter[1] ?? "").toUpperCase();
    const number = quarters.findIndex((name) => name === named) + 1 || Number(named);
    const span = wholeOf("quarter", quarter[2] ?? "", number * 3);
    return span && { ...span, precision: "quarter" };
  }
  const year = /^(?:năm )?(20\d\d)$/.exec(text);
  const span = year ? wholeOf("year", year[1] ?? "", 1) : null;
  return span && { ...span, precision: "year" };
}

/**
 * Reads a due time as the official table writes it: a day, days from – to, a month, a quarter or a year. A first day without
 * year or month takes them from the last. Null when it is none of these.
 */
export function parseDue(typed: string, today: Day): DueTime | null {
  const whole = parseWhole(typed);
  if (whole) return whole;
  const single = parseTypedDay(typed, today);
  if (single) return { startsOn: single, endsOn: single, precision: "days" };
  const [first = "", last = "", ...more] = typed.split(/\s*(?:–|—|\s-\s|đến)\s*/);
  const endsOn = more.length > 0 ? null : parseTypedDay(last, today);
  if (!endsOn) return null;
  const begun = /^\d{1,2}$/.test(first.trim())
    ? `${first.trim()}/${endsOn.slice(5, 7)}/${endsOn.slice(0, 4)}`
    : /^\d{1,2}[/.-]\d{1,2}$/.test(first.trim())
      ? `${first.trim().replaceAll(/[.-]/g, "/")}/${endsOn.slice(0, 4)}`
      : first;
  const startsOn = parseTypedDay(begun, today);
  if (!startsOn || startsOn > endsOn || endsOn > plusDays(startsOn, 365)) return null;
  return { startsOn, endsOn, precision: "days" };
}

/** The time of a programme: 2025–2030 a term, 2027 a year, quý I/2027 a quarter, 01/2027 a month. */
export function parseProgrammePeriod(typed: string): ProgrammePeriod | null {
  const whole = parseWhole(typed);
  if (whole) return { kind: whole.precision, startsOn: whole.startsOn, endsOn: whole.endsOn };
  const term = /^(20\d\d)\s*[–—-]\s*(20\d\d)$/.exec(typed.trim());
  const [, first = "", last = ""] = term ?? [];
  const years = Number(last) - Number(first);
  if (!term || years < 1 || years > 9) return null;
  return { kind: "term", startsOn: `${first}-01-01`, endsOn: `${last}-12-31` };
}

export function quarterOf(day: Day): (typeof quarters)[number] {
  return quarters[Math.ceil(Number(day.slice(5, 7)) / 3) - 1] ?? "I";
}

/** As the table writes it, and as `parseDue` reads it again. */
export function formatDue({ startsOn, endsOn, precision }: DueTime): string {
  const year = startsOn.slice(0, 4);
  switch (precision) {
    case "year":
      return year;
    case "quarter":
      return `Quý ${quarterOf(startsOn)}/${year}`;
    case "month":
      return `${startsOn.slice(5, 7)}/${year}`;
    case "days":
      return startsOn === endsOn ? formatDay(startsOn) : `${formatDay(startsOn)} – ${formatDay(endsOn)}`;
  }
}

export function overlapping(one: Span, other: Span): boolean {
  return one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
}

/** Whether two times share a month of the calendar. */
export function sharesMonth(one: Span, other: Span): boolean {
  const months = ({ startsOn, endsOn }: Span) => [startsOn.slice(0, 7), endsOn.slice(0, 7)] as const;
  const [[from, until], [otherFrom, otherUntil]] = [months(one), months(other)];
  return from <= otherUntil && otherFrom <= until;
}

/** Which kinds may be above one, the nearest first. */
export function kindsAbove(kind: ProgrammeKind): readonly ProgrammeKind[] {
  return programmeKinds.slice(0, programmeKinds.indexOf(kind)).toReversed();
}
