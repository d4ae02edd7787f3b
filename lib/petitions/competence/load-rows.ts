import "server-only";
import { type Day, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { KeptRow, SignedRow } from "./types";

/** The table of duty "letters" as it was signed; where two agreements speak of letters, the newer one does. */
export async function loadSigned(
  tx: TenantTx,
  tenantId: string,
): Promise<{ versionId: string | null; rows: SignedRow[] }> {
  const rows = await tx.$queryRaw<(SignedRow & { versionId: string })[]>`
    select v.id as "versionId", r.subject_key as key, r.label, r.office_id as "officeId", o.code as "officeCode", r.basis
    from agreement_versions v
    join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'letters' and d.lead_rule = 'by-table'
    join duty_lead_rows r on r.tenant_id = d.tenant_id and r.duty_id = d.id
    join offices o on o.tenant_id = r.tenant_id and o.id = r.office_id
    where v.tenant_id = ${tenantId}::uuid and v.state = 'signed'
      and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)
    order by v.effective_from desc, r.ordinal`;
  const versionId = rows[0]?.versionId ?? null;
  return {
    versionId,
    rows: rows.filter((row) => row.versionId === versionId).map(({ versionId: _version, ...row }) => row),
  };
}

function standingOf(
  { validFrom, validUntil }: { validFrom: Day; validUntil: Day | null },
  withdrawn: boolean,
  today: Day,
): KeptRow["standing"] {
  if (withdrawn) return "withdrawn";
  if (validFrom > today) return "to-come";
  return validUntil !== null && validUntil < today ? "over" : "holds";
}

/** Rows kept beside the signed table, the newest first within a subject. */
export async function loadKept(tx: TenantTx, tenantId: string, today: Day): Promise<KeptRow[]> {
  const rows = await tx.competenceRow.findMany({
    where: { tenantId },
    orderBy: [{ label: "asc" }, { subjectKey: "asc" }, { validFrom: "desc" }, { createdAt: "desc" }],
    include: { office: { select: { code: true } } },
  });
  const people = await tx.person.findMany({
    where: { tenantId, accountId: { in: [...new Set(rows.map(({ accountId }) => accountId))] } },
    select: { accountId: true, fullName: true },
  });
  return rows.map((row) => {
    const days = {
      validFrom: dayFromColumn(row.validFrom),
      validUntil: row.validUntil ? dayFromColumn(row.validUntil) : null,
    };
    return {
      id: row.id,
      subjectKey: row.subjectKey,
      label: row.label,
      officeId: row.officeId,
      officeCode: row.office.code,
      basis: row.basis,
      ...days,
      keptBy: people.find(({ accountId }) => accountId === row.accountId)?.fullName ?? null,
      standing: standingOf(days, row.withdrawnAt !== null, today),
    };
  });
}
