import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Party } from "../types";

type PartyRow = {
  id: string;
  ordinal: number;
  officeId: string;
  code: string;
  name: string;
  tint: number;
  symbol: string;
  signingPostId: string;
  signingPostTitle: string;
  personId: string | null;
  personName: string | null;
  accountId: string | null;
};

/** The parties in the order of the paper, each with who holds its signing post today. */
export async function loadParties(tx: TenantTx, tenantId: string, agreementId: string): Promise<Party[]> {
  const rows = await tx.$queryRaw<PartyRow[]>`
    select ap.id, ap.ordinal, o.id as "officeId", o.code, o.name, o.tint, o.symbol, p.id as "signingPostId",
      p.title as "signingPostTitle", holder.id as "personId", holder.full_name as "personName",
      holder.account_id as "accountId"
    from agreement_parties ap
    join offices o on o.tenant_id = ap.tenant_id and o.id = ap.office_id
    join posts p on p.tenant_id = ap.tenant_id and p.id = ap.signing_post_id
    left join lateral (
      select pe.id, pe.full_name, pe.account_id from post_holdings h
      join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      where h.tenant_id = p.tenant_id and h.post_id = p.id and h.from_date <= portal_today()
        and (h.until_date is null or h.until_date >= portal_today())
      order by h.from_date desc limit 1) holder on true
    where ap.tenant_id = ${tenantId}::uuid and ap.agreement_id = ${agreementId}::uuid
    order by ap.ordinal`;
  return rows.map((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    office: { id: row.officeId, code: row.code, name: row.name, tint: row.tint },
    symbol: row.symbol,
    signingPostId: row.signingPostId,
    signingPostTitle: row.signingPostTitle,
    signer:
      row.personId !== null && row.personName !== null
        ? { personId: row.personId, name: row.personName, accountId: row.accountId }
        : null,
  }));
}
