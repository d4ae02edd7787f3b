import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { decodeListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideFeedRevocation } from "../policy";
import type { FeedsView, FeedView } from "../types";
import { loadRooms } from "./load-options";

const pageSize = 30;

async function loadLeaders(tx: TenantTx, tenantId: string): Promise<{ id: string; label: string }[]> {
  return tx.$queryRaw`
    select r.id, r.name || ', ' || string_agg(p.title, ', ' order by length(p.title), p.title) as label
    from bodies b
    join posts p on p.tenant_id = b.tenant_id and p.body_id = b.id
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join resources r on r.tenant_id = h.tenant_id and r.person_id = h.person_id and r.active
    where b.tenant_id = ${tenantId}::uuid
    group by r.id, r.name order by min(b.rank), min(length(p.title)), r.name`;
}

/** The acting office's feeds that still answer, the newest first, and of what a new one can be made. */
export const getFeeds: Query<{ after?: string | undefined }, FeedsView> = async ({ tx, actor, input }) => {
  const after = decodeListKey(input.after);
  const rows = await tx.$queryRaw<(Omit<FeedView, "mayRevoke"> & { accountId: string; keyAt: string })[]>`
    select f.id, f.scope, r.name, f.created_at as "createdAt", pe.full_name as "createdBy", f.account_id as "accountId",
      to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt"
    from calendar_feeds f
    left join resources r on r.tenant_id = f.tenant_id and r.id = f.resource_id
    left join people pe on pe.tenant_id = f.tenant_id and pe.account_id = f.account_id
    where f.tenant_id = ${actor.tenantId}::uuid and f.office_id = ${actor.officeId}::uuid and f.revoked_at is null
      and (f.created_at, f.id) < (${after.at}::timestamptz, ${after.id}::uuid)
    order by f.created_at desc, f.id desc limit ${pageSize + 1}`;
  const { shown, next } = pageOf(rows, pageSize);
  const rooms = await loadRooms(tx, actor.tenantId);
  return {
    items: shown.map(({ keyAt: _key, accountId, ...feed }) => ({
      ...feed,
      mayRevoke: decideFeedRevocation(actor, { accountId }).allowed,
    })),
    next,
    leaders: await loadLeaders(tx, actor.tenantId),
    rooms: rooms.map((room) => ({
      id: room.id,
      label: room.site ? `${room.name}, ${room.site}` : room.name,
    })),
  };
};
