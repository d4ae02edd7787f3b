import "server-only";
import { type Day, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

export type Member = { bodyId: string; postId: string; personId: string; title: string; name: string };

/** The members of bodies on a day: whoever holds a post in them. */
export async function loadMembers(
  tx: TenantTx,
  tenantId: string,
  bodyIds: readonly string[],
  day: Day,
): Promise<Member[]> {
  const on = dayToColumn(day);
  return tx.$queryRaw<Member[]>`
    select distinct on (p.body_id, p.title, p.id) p.body_id as "bodyId", p.id as "postId", pe.id as "personId", p.title,
      pe.full_name as name
    from posts p
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= ${on}::date and (h.until_date is null or h.until_date >= ${on}::date)
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
    where p.tenant_id = ${tenantId}::uuid and p.body_id = any(${[...bodyIds]}::uuid[])
    order by p.body_id, p.title, p.id, h.from_date desc`;
}
