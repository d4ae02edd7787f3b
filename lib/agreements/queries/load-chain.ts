import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { documentNumber } from "../rules";
import type { ChainPaper } from "../types";

type Row = Omit<ChainPaper, "paperNumber"> & { roundNumber: number | null; symbol: string | null };

/** The papers a version's text is made of: the whole text first, then every amendment up to this version itself. */
export async function loadChain(tx: TenantTx, tenantId: string, versionId: string): Promise<ChainPaper[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with recursive chain as (
      select v.id, v.amends_id from agreement_versions v where v.tenant_id = ${tenantId}::uuid and v.id = ${versionId}::uuid
      union all
      select v.id, v.amends_id from chain c
      join agreement_versions v on v.tenant_id = ${tenantId}::uuid and v.id = c.amends_id
    )
    select v.id as "versionId", v.number, v.abstract, v.bases,
      to_char(v.planned_from, 'YYYY-MM-DD') as "plannedFrom", to_char(v.effective_from, 'YYYY-MM-DD') as "effectiveFrom",
      r.number as "roundNumber", r.symbol, to_char(r.issue_date, 'YYYY-MM-DD') as "issueDate", d.id as "documentId"
    from chain c
    join agreement_versions v on v.tenant_id = ${tenantId}::uuid and v.id = c.id
    left join lateral (select * from signing_rounds r where r.tenant_id = v.tenant_id and r.version_id = v.id
      and r.state = 'completed' limit 1) r on true
    left join lateral (select d.id from issued_documents d where d.tenant_id = r.tenant_id and d.round_id = r.id
      order by d.seq desc limit 1) d on true
    order by v.number`;
  return rows.map(({ roundNumber, symbol, ...row }) => ({
    ...row,
    paperNumber: roundNumber !== null && symbol !== null ? documentNumber(roundNumber, symbol) : null,
  }));
}
