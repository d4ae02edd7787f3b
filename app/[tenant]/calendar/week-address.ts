import { mondayOf } from "@/lib/platform/dates/times";

export type WeekQuery = { week?: string; version?: string; view?: string; only?: string };

/** A day of the wanted week as the address has it; a mistyped one is this week. */
export function dayOfQuery(typed: string | undefined): string | undefined {
  if (!typed || !/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number.isNaN(Date.parse(typed))) return undefined;
  return mondayOf(typed);
}

/** What the address asks for; anything else is the newest version of this week. */
export function weekQuery(query: WeekQuery) {
  return {
    day: dayOfQuery(query.week),
    version: query.version && /^\d{1,4}$/.test(query.version) ? Number(query.version) : undefined,
    working: query.view === "working",
    onlyChanges: query.only === "changes",
  };
}
