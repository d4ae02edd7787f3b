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

type ClashRow = Omit<Clash, "day" | "from" | "until"> & { nth: number; startsAt: Date; endsAt: Date };

type SlotWish = Pick<Wish, "meetingId" | "resourceIds" | "roomId"> & {
  minutes: number;
  notBefore: Date;
  days?: number;
  limit?: number;
};

/** How far ahead free times are looked for. */
const daysAhead = 28;
const offered = 3;

/**
 * What stands in the way of each wish, in the order of the wishes and in one question for all of them: named where the
 * acting office may read it and "busy" where it may not.
 */
export async function loadClashes(
  tx: TenantTx,
  tenantId: string,
  wishes: readonly Wish[],
): Promise<(readonly Clash[])[]> {
  const asked = wishes.flatMap((wish, nth) =>
    wish.resourceIds.length === 0
      ? []
      : [
          {
            nth,
            resources: wish.resourceIds,
            starts_at: wish.startsAt,
            ends_at: wish.endsAt,
            meeting_id: wish.meetingId,
            room_id: wish.roomId,
            kind_key: wish.kindKey,
            filed_at: wish.filedAt,
          },
        ],
  );
  const found = wishes.map((): Clash[] => []);
  if (asked.length === 0) return found;
  const rows = await tx.$queryRaw<ClashRow[]>`
    select w.nth, r.name as resource, c.starts_at as "startsAt", c.ends_at as "endsAt", c.kind, c.near, c.takeable,
      m.title as what, o.code as office
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as w(nth integer, resources uuid[], starts_at timestamptz,
      ends_at timestamptz, meeting_id uuid, room_id uuid, kind_key text, filed_at timestamptz)
    cross join lateral clashes(w.resources, w.starts_at, w.ends_at, w.meeting_id,
      (select site from resources where tenant_id = ${tenantId}::uuid and id = w.room_id), w.kind_key, w.filed_at) c
    join resources r on r.tenant_id = ${tenantId}::uuid and r.id = c.resource_id
    left join meetings m on m.tenant_id = ${tenantId}::uuid and m.id = c.meeting_id
    left join offices o on o.tenant_id = ${tenantId}::uuid and o.id = m.lead_office_id
    order by w.nth, c.near, c.kind, c.starts_at, r.ordinal, r.name`;
  for (const { nth, startsAt, endsAt, ...clash } of rows) {
    found[nth]?.push({ ...clash, day: dayAt(startsAt), from: timeAt(startsAt), until: timeAt(endsAt) });
  }
  return found;
}

/** Free times of each, for all that it names together, best first: without holds of others, then the soonest. */
async function loadFreeSlotsOf(
  tx: TenantTx,
  tenantId: string,
  wishes: readonly SlotWish[],
): Promise<(readonly FreeSlot[])[]> {
  const asked = wishes.map((wish, nth) => ({
    nth,
    resources: wish.resourceIds,
    not_before: wish.notBefore,
    days: wish.days ?? daysAhead,
    minutes: wish.minutes,
    meeting_id: wish.meetingId,
    room_id: wish.roomId,
    most: wish.limit ?? 40,
  }));
  const rows = await tx.$queryRaw<{ nth: number; startsAt: Date; endsAt: Date; holds: number }[]>`
    select w.nth, s.starts_at as "startsAt", s.ends_at as "endsAt", s.holds
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as w(nth integer, resources uuid[], not_before timestamptz,
      days integer, minutes integer, meeting_id uuid, room_id uuid, most integer)
    cross join lateral free_slots(w.resources, w.not_before, w.days, w.minutes, w.meeting_id, w.most,
      (select site from resources where tenant_id = ${tenantId}::uuid and id = w.room_id)) s
    order by w.nth, s.holds, s.starts_at`;
  return wishes.map((_, nth) => {
    const own = rows.filter((row) => row.nth === nth);
    const soonest = Math.min(...own.map((row) => row.startsAt.getTime()));
    return own.map(({ startsAt, endsAt, holds }) => ({
      value: `${minuteOf(startsAt)}/${minuteOf(endsAt)}`,
      day: dayAt(startsAt),
      from: timeAt(startsAt),
      until: timeAt(endsAt),
      holds,
      soonest: startsAt.getTime() === soonest,
    }));
  });
}

/** Free times for all of these together, best first. */
export async function loadFreeSlots(
  tx: TenantTx,
  tenantId: string,
  wish: SlotWish,
): Promise<readonly FreeSlot[]> {
  const [slots = []] = await loadFreeSlotsOf(tx, tenantId, [wish]);
  return slots;
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

/** Three free times for each wish, from the beginning of its day and `days` ahead. */
export async function loadChoices(
  tx: TenantTx,
  tenantId: string,
  wishes: readonly Wish[],
  now: Date,
  days?: number,
): Promise<(readonly FreeSlot[])[]> {
  const found = await loadFreeSlotsOf(
    tx,
    tenantId,
    wishes.map((wish) => {
      const dayBegins = instantOf(dayAt(wish.startsAt), "00:00");
      return {
        meetingId: wish.meetingId,
        resourceIds: wish.resourceIds,
        roomId: wish.roomId,
        minutes: Math.round((wish.endsAt.getTime() - wish.startsAt.getTime()) / 60_000),
        notBefore: dayBegins > now ? dayBegins : now,
        ...(days === undefined ? {} : { days }),
      };
    }),
  );
  return found.map(threeOf);
}

/** What clashes, and where something does three free times. */
export async function loadAdvice(
  tx: TenantTx,
  tenantId: string,
  wish: Wish,
  now: Date,
): Promise<ClashAdvice> {
  const [clashes = []] = await loadClashes(tx, tenantId, [wish]);
  if (clashes.length === 0) return { clashes, slots: [] };
  const [slots = []] = await loadChoices(tx, tenantId, [wish], now);
  return { clashes, slots };
}
