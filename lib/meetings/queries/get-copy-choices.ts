import "server-only";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import { mondayOf, weekOf } from "@/lib/platform/dates/times";
import type { Query } from "@/lib/platform/queries/run-query";
import type { CopyChoicesView } from "../types";
import { loadWeekRows } from "./load-week-rows";

/** The week before as it stood, for the acting office to choose from what it files again. */
export const getCopyChoices: Query<{ day?: Day | undefined }, CopyChoicesView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const monday = mondayOf(input.day ?? plusDays(dayAt(now), 7));
  const from = plusDays(monday, -7);
  const rows = await loadWeekRows(tx, from);
  const own = await tx.meeting.findMany({
    where: {
      tenantId: actor.tenantId,
      id: { in: rows.map((row) => row.meetingId) },
      OR: [{ filingOfficeId: actor.officeId }, { leadOfficeId: actor.officeId }],
    },
    select: { id: true },
  });
  const ids = new Set(own.map((meeting) => meeting.id));
  return {
    monday,
    ...weekOf(monday),
    from: { monday: from, ...weekOf(from) },
    rows: rows.filter((row) => ids.has(row.meetingId) && row.state !== "cancelled"),
  };
};
