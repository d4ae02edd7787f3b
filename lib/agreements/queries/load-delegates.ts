import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { OnBehalf } from "../delegations";

export type Delegate = OnBehalf & { stands: boolean };

/**
 * By party: whom the paper of the newest round names in the place of who holds the signing post, and whether that one may still
 * sign today.
 */
export async function loadDelegates(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
): Promise<Map<string, Delegate>> {
  const rows = await tx.$queryRaw<(Delegate & { partyId: string })[]>`
    select t.party_id as "partyId", d.id as "delegationId", d.kind, d.to_post_id as "postId", p.title as "postTitle",
      d.to_person_id as "personId", pe.full_name as "personName",
      d.revoked_at is null and d.from_date <= portal_today() and d.until_date >= portal_today() as stands
    from (select id from signing_rounds where tenant_id = ${tenantId}::uuid and version_id = ${versionId}::uuid
      order by opened_at desc limit 1) r
    join round_signers t on t.tenant_id = ${tenantId}::uuid and t.round_id = r.id
    join signing_delegations d on d.tenant_id = t.tenant_id and d.id = t.delegation_id
    join posts p on p.tenant_id = d.tenant_id and p.id = d.to_post_id
    join people pe on pe.tenant_id = d.tenant_id and pe.id = d.to_person_id`;
  return new Map(rows.map(({ partyId, ...delegate }) => [partyId, delegate]));
}

/** Delegations that stand today for the parties of an agreement, newest first: among these who opens the round chooses. */
export async function loadStandingDelegations(
  tx: TenantTx,
  tenantId: string,
  agreementId: string,
): Promise<(OnBehalf & { partyId: string })[]> {
  return tx.$queryRaw<(OnBehalf & { partyId: string })[]>`
    select ap.id as "partyId", d.id as "delegationId", d.kind, d.to_post_id as "postId", p.title as "postTitle",
      d.to_person_id as "personId", pe.full_name as "personName"
    from agreement_parties ap
    join signing_delegations d on d.tenant_id = ap.tenant_id and d.post_id = ap.signing_post_id and d.office_id = ap.office_id
      and d.until_date >= portal_today()
    join posts p on p.tenant_id = d.tenant_id and p.id = d.to_post_id
    join people pe on pe.tenant_id = d.tenant_id and pe.id = d.to_person_id
    where ap.tenant_id = ${tenantId}::uuid and ap.agreement_id = ${agreementId}::uuid and d.revoked_at is null
      and d.from_date <= portal_today() and (d.agreement_id is null or d.agreement_id = ap.agreement_id)
      and exists (select 1 from post_holdings h where h.tenant_id = d.tenant_id and h.post_id = d.to_post_id
        and h.person_id = d.to_person_id and h.from_date <= portal_today()
        and (h.until_date is null or h.until_date >= portal_today()))
    order by ap.ordinal, d.made_at desc, d.id desc`;
}
