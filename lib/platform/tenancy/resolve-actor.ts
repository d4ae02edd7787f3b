import "server-only";
import { actForOffice, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Role } from "@/lib/platform/policy/rule-table";
import type { ActingPost, Actor, SessionScope, TenantRef } from "./actor";

type HoldingRow = ActingPost & { role: Role; personId: string; personName: string };

/**
 * Finds the posts the account holds today and acts from the chosen one, else from the first; from then on the
 * transaction acts for that post's office. Null when the account holds no post in this tenant today.
 */
export async function resolveActor(
  tx: TenantTx,
  tenant: TenantRef,
  session: SessionScope,
): Promise<Actor | null> {
  const rows = await tx.$queryRaw<HoldingRow[]>`
    select p.id as "postId", p.title as "postTitle", p.role, p.office_id as "officeId", o.code as "officeCode",
      o.name as "officeName", o.tint as "officeTint", pe.id as "personId", pe.full_name as "personName"
    from people pe
    join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
    join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
    join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
    where pe.tenant_id = ${tenant.id}::uuid and pe.account_id = ${session.accountId}::uuid
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    order by o.ordinal, p.title`;
  const acting = rows.find((row) => row.postId === session.actingPostId) ?? rows[0];
  if (!acting) return null;
  await actForOffice(tx, acting.officeId);
  const { personId, personName, ...post } = acting;
  return {
    ...post,
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    tenantName: tenant.name,
    demo: tenant.demo,
    accountId: session.accountId,
    personId,
    personName,
    posts: rows.map(({ personId: _person, personName: _name, ...held }) => held),
  };
}
