import "server-only";
import { dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { reachOf } from "../policy";
import { markOf, readRule } from "../series";
import { type FollowingAct, followingActs, type SeriesView, type StoredMeetingState } from "../types";

/** The series of a meeting, and what of it comes before and after. */
export async function loadSeries(
  tx: TenantTx,
  tenantId: string,
  seriesId: string,
  meetingId: string,
): Promise<SeriesView | null> {
  const series = await tx.meetingSeries.findUnique({
    where: { tenantId_id: { tenantId, id: seriesId } },
    select: { rule: true, firstDay: true, exceptDays: true },
  });
  const rows = await tx.meeting.findMany({
    where: { tenantId, seriesId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, startsAt: true, state: true, revision: true },
  });
  const nth = rows.findIndex(({ id }) => id === meetingId);
  const own = rows[nth];
  if (!series || !own) return null;
  const stateOf = ({ state }: { state: string }) => ({ state: state as StoredMeetingState });
  const later = rows.filter(({ startsAt }) => startsAt > own.startsAt);
  const reach = (act: FollowingAct) => reachOf(act, [stateOf(own), ...later.map(stateOf)]).length - 1;
  const neighbour = (row: (typeof rows)[number] | undefined) =>
    row ? { meetingId: row.id, day: dayAt(row.startsAt) } : null;
  return {
    rule: readRule(series.rule),
    firstDay: dayFromColumn(series.firstDay),
    except: series.exceptDays.map(dayFromColumn),
    nth: nth + 1,
    total: rows.length,
    before: neighbour(rows[nth - 1]),
    after: neighbour(rows[nth + 1]),
    later: Object.fromEntries(followingActs.map((act) => [act, reach(act)])) as SeriesView["later"],
    mark: markOf([own, ...later]),
  };
}
