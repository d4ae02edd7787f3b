import "server-only";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import { periodOf } from "@/lib/platform/dates/periods";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { type BusyMeeting, type ComparedItem, findOverlaps, type Overlap } from "../overlaps";
import type { Precision, Span } from "../periods";
import type { OverlapSide, OverlapView } from "../types";

type Row = Omit<ComparedItem, "officeId"> & {
  officeId: string;
  officeCode: string;
  officeName: string;
  officeTint: number;
  leader: string | null;
};

// No item is longer than a year: what reaches into the time began at most so long before.
const longestDays = 366;

async function loadCompared(tx: TenantTx, tenantId: string, span: Span): Promise<Row[]> {
  return tx.$queryRaw<(Row & { precision: Precision })[]>`
    select i.id as "itemId", i.programme_id as "programmeId", i.title, i.starts_on::text as "startsOn", i.ends_on::text as "endsOn",
      i.precision, o.id as "officeId", o.code as "officeCode", o.name as "officeName", o.tint as "officeTint",
      holder.person_id as "leaderPersonId", case when lp.id is not null then concat_ws(' ', lp.title, holder.full_name) end as leader
    from programme_items i
    join work_programmes p on p.tenant_id = i.tenant_id and p.id = i.programme_id
    join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
    left join posts lp on lp.tenant_id = i.tenant_id and lp.id = i.leader_post_id
    left join lateral (
      select h.person_id, pe.full_name from post_holdings h
      join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      where h.tenant_id = i.tenant_id and h.post_id = i.leader_post_id and h.from_date <= portal_today()
        and (h.until_date is null or h.until_date >= portal_today())
      order by h.from_date desc limit 1) holder on true
    where i.tenant_id = ${tenantId}::uuid and i.state = 'active'
      and i.starts_on between ${plusDays(span.startsOn, -longestDays)}::date and ${span.endsOn}::date and i.ends_on >= ${span.startsOn}::date
      and not exists (select 1 from programme_items c where c.tenant_id = i.tenant_id and c.parent_item_id = i.id)`;
}

async function loadBusy(tx: TenantTx, items: readonly string[]): Promise<BusyMeeting[]> {
  if (items.length === 0) return [];
  return tx.$queryRaw<BusyMeeting[]>`
    select item_id as "itemId", busy_of as "busyOf", starts_at as "startsAt", ends_at as "endsAt", meeting_id as "meetingId"
    from meetings_over_items(${[...items]}::uuid[])`;
}

function sideOf(row: Row): OverlapSide {
  const { itemId, programmeId, title, startsOn, endsOn, precision, leader } = row;
  const office = { id: row.officeId, code: row.officeCode, name: row.officeName, tint: row.officeTint };
  return { itemId, programmeId, title, startsOn, endsOn, precision, leader, office };
}

const keyOf = (overlap: { itemId: string; basis: string }) => `${overlap.itemId} ${overlap.basis}`;

async function viewsOf(
  tx: TenantTx,
  tenantId: string,
  rows: readonly Row[],
  overlaps: readonly Overlap[],
): Promise<OverlapView[]> {
  if (overlaps.length === 0) return [];
  const byId = new Map(rows.map((row) => [row.itemId, row]));
  const settled = await tx.overlapSettlement.findMany({
    where: { tenantId, itemId: { in: [...new Set(overlaps.map((overlap) => overlap.itemId))] } },
    select: { itemId: true, basis: true, reason: true, at: true, office: { select: { code: true } } },
  });
  const settlements = new Map(settled.map((row) => [keyOf(row), row]));
  const meetings = await tx.meeting.findMany({
    where: { tenantId, id: { in: overlaps.flatMap(({ meeting }) => meeting?.meetingId ?? []) } },
    select: { id: true, title: true },
  });
  const titles = new Map(meetings.map((meeting) => [meeting.id, meeting.title]));
  return overlaps.flatMap((overlap): OverlapView[] => {
    const one = byId.get(overlap.itemId);
    const other = overlap.otherItemId === null ? undefined : byId.get(overlap.otherItemId);
    const settlement = settlements.get(keyOf(overlap));
    if (!one) return [];
    const { meeting } = overlap;
    return [
      {
        kind: overlap.kind,
        basis: overlap.basis,
        one: sideOf(one),
        other: other ? sideOf(other) : null,
        meeting: meeting && {
          busyOf: meeting.busyOf,
          startsAt: meeting.startsAt.toISOString(),
          endsAt: meeting.endsAt.toISOString(),
          meetingId: meeting.meetingId,
          title: meeting.meetingId === null ? null : (titles.get(meeting.meetingId) ?? null),
        },
        settled: settlement
          ? { reason: settlement.reason, office: settlement.office.code, on: dayAt(settlement.at) }
          : null,
      },
    ];
  });
}

/** What overlaps in a time, among everything the acting office may read; by the day it begins, the unsettled first. */
export async function loadOverlaps(tx: TenantTx, tenantId: string, span: Span): Promise<OverlapView[]> {
  const rows = await loadCompared(tx, tenantId, span);
  const busy = await loadBusy(
    tx,
    rows.filter((row) => row.precision === "days").map((row) => row.itemId),
  );
  const views = await viewsOf(tx, tenantId, rows, findOverlaps(rows, busy));
  const order = ({ settled, one }: OverlapView) => `${settled ? 1 : 0} ${one.startsOn} ${one.itemId}`;
  return views.toSorted((one, other) => order(one).localeCompare(order(other)));
}

/** What overlaps with one item; null time for an item that is not there. */
export async function loadOverlapsOf(tx: TenantTx, tenantId: string, itemId: string): Promise<OverlapView[]> {
  const [span] = await tx.$queryRaw<{ startsOn: Day; endsOn: Day }[]>`
    select starts_on::text as "startsOn", ends_on::text as "endsOn" from programme_items
    where tenant_id = ${tenantId}::uuid and id = ${itemId}::uuid`;
  if (!span) return [];
  // Titles are compared by whole months.
  const rows = await loadCompared(tx, tenantId, {
    startsOn: periodOf("month", span.startsOn).from,
    endsOn: periodOf("month", span.endsOn).until,
  });
  const overlaps = findOverlaps(rows, await loadBusy(tx, [itemId]));
  return viewsOf(
    tx,
    tenantId,
    rows,
    overlaps.filter((overlap) => overlap.itemId === itemId || overlap.otherItemId === itemId),
  );
}
