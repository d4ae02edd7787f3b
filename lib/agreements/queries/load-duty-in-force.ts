import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Duty } from "../types";
import { loadContent } from "./load-content";

export type DutyInForce = Duty & { versionId: string; partyOffices: readonly { id: string; code: string }[] };

/** A duty of a version in force today, with the parties of its agreement; null when it is not one. */
export async function loadDutyInForce(
  tx: TenantTx,
  tenantId: string,
  dutyId: string,
): Promise<DutyInForce | null> {
  const found = await tx.$queryRaw<{ versionId: string; agreementId: string }[]>`
    select v.id as "versionId", v.agreement_id as "agreementId"
    from coordination_duties d
    join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
    where d.tenant_id = ${tenantId}::uuid and d.id = ${dutyId}::uuid and v.state = 'signed'
      and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)`;
  const version = found[0];
  if (!version) return null;
  const content = await loadContent(tx, tenantId, version.versionId);
  const duty = content.duties.find((candidate) => candidate.id === dutyId);
  if (!duty) return null;
  const parties = await tx.agreementParty.findMany({
    where: { tenantId, agreementId: version.agreementId },
    orderBy: { ordinal: "asc" },
    select: { office: { select: { id: true, code: true } } },
  });
  return { ...duty, versionId: version.versionId, partyOffices: parties.map((party) => party.office) };
}
