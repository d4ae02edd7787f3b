import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { type DutyInForce, loadDutyInForce } from "./load-duty-in-force";

/**
 * The duty that governs today what this one governed: itself while its version is in force, else the one with its key in
 * the version in force, of the same agreement before any other and of the newest. Null when nobody agreed on it any more.
 */
export async function loadDutyToFollow(
  tx: TenantTx,
  tenantId: string,
  dutyId: string,
): Promise<DutyInForce | null> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select d.id from coordination_duties was
    join agreement_versions old on old.tenant_id = was.tenant_id and old.id = was.version_id
    join coordination_duties d on d.tenant_id = was.tenant_id and d.duty_key = was.duty_key
    join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
    where was.tenant_id = ${tenantId}::uuid and was.id = ${dutyId}::uuid and v.state = 'signed'
      and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)
    order by d.id = was.id desc, v.agreement_id = old.agreement_id desc, v.effective_from desc, v.id limit 1`;
  return found ? loadDutyInForce(tx, tenantId, found.id) : null;
}
