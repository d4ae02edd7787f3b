import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { CompetenceRow } from "../way";

/** Who handles which letter, by the table of the agreement in force (Luật Tiếp công dân, art. 12(4)); none without one. */
export async function loadCompetence(tx: TenantTx, tenantId: string): Promise<CompetenceRow[]> {
  const rows = await tx.$queryRaw<(CompetenceRow & { versionId: string })[]>`
    select v.id as "versionId", r.subject_key as key, r.label, r.office_id as "officeId", o.code as "officeCode", r.basis
    from agreement_versions v
    join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'letters' and d.lead_rule = 'by-table'
    join duty_lead_rows r on r.tenant_id = d.tenant_id and r.duty_id = d.id
    join offices o on o.tenant_id = r.tenant_id and o.id = r.office_id
    where v.tenant_id = ${tenantId}::uuid and v.state = 'signed'
      and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)
    order by v.effective_from desc, r.ordinal`;
  // Where two agreements speak of letters, the newer one does.
  return rows
    .filter(({ versionId }) => versionId === rows[0]?.versionId)
    .map(({ versionId: _version, ...row }) => row);
}
