import "server-only";
import { type Day, dayAt } from "@/lib/platform/dates/days";
import { instantOf, timeAt } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Clash, ClashAdvice, FreeSlot } from "../types";

/** What a meeting would take, and when. */
export type Wish = {
  /** The meeting itself, whose own claims do not count; null before there is one. */
  meetingId: string | null;
  resourceIds: readonly string[];
  roomId: string | null;
  kindKey: string;
  /** Among equals in rank the one filed earlier keeps its place. */
  filedAt: Date;
  startsAt: Date;
  endsAt: Date;
};

type ClashRow = {
  resource: string;
  startsAt: Date;
  endsAt: Date;
  kind: "confirmed" | "hold";
  near: boolean;
  takeable: boolean;
  what: string | null;
  office: string | null;
};

/** How far ahead free times are looked for. */
const daysAhead = 28;
const offered = 3;

/** What stands in the way of a wish, named where the acting office may read it and "busy" where it may not. */
async function loadClashes(tx: TenantTx, tenantId: string, wish: Wish): Promise<Clash[]> {
  const rows = await tx.$queryRaw<ClashRow[]>`
    select r.name as resource, c.starts_at as "startsAt", c.ends_at as "endsAt", c.kind, c.near, c.takeable,
      m.title as what, o.code as office
    from clashes(${[...wish.resourceIds]}::uuid[], ${wish.startsAt}, ${wish.endsAt}, ${wish.meetingId}::uuid,
      (select site from resources where tenant_id = ${tenantId}::uuid and id = ${wish.roomId}::uuid), ${wish.kindKey},
      ${wish.filedAt}) c
    join resources r on r.tenant_id = ${tenantId}::uuid and r.id = c.resource_id
    left join meetings m on m.tenant_id = ${tenantId}::uuid and m.id = c.meeting_id
    left join offices o on o.tenant_id = ${tenantId}::uuid and o.id = m.lead_office_id
    order by c.near, c.kind, c.starts_at, r.ordinal, r.name`;
  return rows.map(({ startsAt, endsAt, ...clash }) => ({
    ...clash,
    day: dayAt(startsAt),
    from: timeAt(startsAt),
    until: timeAt(endsAt),
  }));
}

/** Free times for all of these together, best first: without holds of others, then the soonest. */
export async function loadFreeSlots(
  tx: TenantTx,
  wish: Pick<Wish, "meetingId" | "resourceIds"> & { minutes: number; notBefore: Date; limit?: number },
): Promise<FreeSlot[]> {
  const rows = await tx.$queryRaw<{ startsAt: Date; endsAt: Date; holds: number }[]>`
    select starts_at as "startsAt", ends_at as "endsAt", holds
    from free_slots(${[...wish.resourceIds]}::uuid[], ${wish.notBefore}, ${daysAhead}::integer, ${wish.minutes}::integer,
      ${wish.meetingId}::uuid, ${wish.limit ?? 40}::integer)`;
  const soonest = Math.min(...rows.map((row) => row.startsAt.getTime()));
  return rows.map(({ startsAt, endsAt, holds }) => ({
    value: `${minuteOf(startsAt)}/${minuteOf(endsAt)}`,
    day: dayAt(startsAt),
    from: timeAt(startsAt),
    until: timeAt(endsAt),
    holds,
    soonest: startsAt.getTime() === soonest,
  }));
}

function minuteOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 16)}Z`;
}

/** Three that differ: one a half-day, since the next half hour is hardly another choice. */
function threeOf(slots: readonly FreeSlot[]): FreeSlot[] {
  const chosen: FreeSlot[] = [];
  const half = (slot: FreeSlot): `${Day} ${boolean}` => `${slot.day} ${slot.from < "12:00"}`;
  for (const slot of slots) {
    if (chosen.length === offered) break;
    if (!chosen.some((each) => half(each) === half(slot))) chosen.push(slot);
  }
  return chosen;
}

/** What clashes, and where something does three free times. */
export async function loadAdvice(
  tx: TenantTx,
  tenantId: string,
  wish: Wish,
  now: Date,
): Promise<ClashAdvice> {
  if (wish.resourceIds.length === 0) return { clashes: [], slots: [] };
  const clashes = await loadClashes(tx, tenantId, wish);
  if (clashes.length === 0) return { clashes, slots: [] };
  const dayBegins = instantOf(dayAt(wish.startsAt), "00:00");
  const slots = await loadFreeSlots(tx, {
    meetingId: wish.meetingId,
    resourceIds: wish.resourceIds,
    minutes: Math.round((wish.endsAt.getTime() - wish.startsAt.getTime()) / 60_000),
    notBefore: dayBegins > now ? dayBegins : now,
  });
  return { clashes, slots: threeOf(slots) };
}
