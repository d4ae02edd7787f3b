import "server-only";
import { type Day, dayAt, dayToColumn } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { allowOnCalendar } from "../policy";
import { dayOfRow } from "../store";
import type { LegalDaysView, LegalDayView } from "../types";

const firstYear = 2022;

/** Days off and worked days of one year, with their source and who entered them; and the one chosen to be changed. */
export const getLegalDays: Query<{ year: number | null; day: Day | null }, LegalDaysView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const thisYear = Number(dayAt(now).slice(0, 4));
  const years = Array.from({ length: thisYear + 2 - firstYear }, (_, index) => firstYear + index);
  const asked = input.day === null ? input.year : Number(input.day.slice(0, 4));
  const year = asked !== null && years.includes(asked) ? asked : thisYear;
  const rows = await tx.legalDay.findMany({
    where: {
      tenantId: actor.tenantId,
      day: { gte: dayToColumn(`${year}-01-01`), lte: dayToColumn(`${year}-12-31`) },
    },
    orderBy: { day: "asc" },
  });
  const accounts = [...new Set(rows.flatMap((row) => row.accountId ?? []))];
  const people = await tx.person.findMany({
    where: { tenantId: actor.tenantId, accountId: { in: accounts } },
    select: { accountId: true, fullName: true },
  });
  const nameOf = new Map(people.map((person) => [person.accountId, person.fullName]));
  const days = rows.map(
    (row): LegalDayView => ({
      ...dayOfRow(row),
      enteredBy: nameOf.get(row.accountId) ?? null,
      changedAt: row.changedAt,
    }),
  );
  const mayDecide = allowOnCalendar(actor, "decideDay").allowed;
  return { year, years, days, mayDecide, chosen: days.find(({ day }) => day === input.day) ?? null };
};
