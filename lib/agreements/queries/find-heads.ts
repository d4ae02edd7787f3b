import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

export type Head = { officeId: string; slug: string; accountId: string };

/** Whoever heads an office that is a party, with the account a mail goes to. */
export async function findHeads(tx: TenantTx, tenantId: string, agreementId: string): Promise<Head[]> {
  return tx.$queryRaw<Head[]>`
    select distinct ap.office_id as "officeId", te.slug, pe.account_id as "accountId"
    from agreement_parties ap join tenants te on te.id = ap.tenant_id
    join posts p on p.tenant_id = ap.tenant_id and p.office_id = ap.office_id and p.role in ('chief', 'deputy-chief')
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id and pe.account_id is not null
    where ap.tenant_id = ${tenantId}::uuid and ap.agreement_id = ${agreementId}::uuid`;
}
