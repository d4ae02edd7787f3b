import { type Day, dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import type { ObedienceInput } from "./queries/get-obedience";
import { type ObedienceQuery, obedienceFigures } from "./types";

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address asks for: this year so far unless it names days; a word it does not know is as if it were left out. */
export function obedienceOf(
  agreementId: string,
  query: ObedienceQuery,
  today: Day = dayAt(new Date()),
): ObedienceInput {
  const first = parseTypedDay(query.from ?? "", today) ?? `${today.slice(0, 4)}-01-01`;
  const last = parseTypedDay(query.until ?? "", today) ?? today;
  const [from, until] = first <= last ? [first, last] : [last, first];
  const figure = obedienceFigures.find((known) => known === query.figure);
  const isWhole = figure !== undefined && query.duty !== undefined && id.test(query.office ?? "");
  const open = isWhole ? { dutyKey: query.duty ?? "", officeId: query.office ?? "", figure } : null;
  return { agreementId, from, until, open };
}
