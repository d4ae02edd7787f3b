import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Holder } from "../types";

/** Title and today's holder of each post asked for, by the post's id. */
export async function loadHolders(
  tx: TenantTx,
  tenantId: string,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, Holder>> {
  if (postIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Holder & { id: string })[]>`
    select p.id, p.title, holder.full_name as name
    from posts p
    left join lateral (
      select pe.full_name from post_holdings h
      join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      where h.tenant_id = p.tenant_id and h.post_id = p.id and h.from_date <= portal_today()
        and (h.until_date is null or h.until_date >= portal_today())
      order by h.from_date desc limit 1) holder on true
    where p.tenant_id = ${tenantId}::uuid and p.id = any(${[...postIds]}::uuid[])`;
  return new Map(rows.map(({ id, ...holder }) => [id, holder]));
}
