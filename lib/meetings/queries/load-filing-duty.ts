import "server-only";
import { type DutyInForce, loadDutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import type { LeadQuestion } from "@/lib/agreements/resolve-lead";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

/** The duty a meeting of this kind usually falls under, from the newest agreement in force; null where none has it. */
async function dutyOfKind(tx: TenantTx, tenantId: string, kindKey: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select d.id from meeting_kinds k
    join coordination_duties d on d.tenant_id = k.tenant_id and d.duty_key = k.duty_key
    join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
    where k.tenant_id = ${tenantId}::uuid and k.key = ${kindKey} and v.state = 'signed' and v.effective_from <= portal_today()
      and (v.effective_until is null or portal_today() < v.effective_until)
    order by v.effective_from desc, v.id limit 1`;
  return rows[0]?.id ?? null;
}

/** What a new meeting is filed under: the named duty, that of its kind, or none. "unknown" is a duty not in force. */
export async function loadFilingDuty(
  tx: TenantTx,
  tenantId: string,
  input: { dutyId: string | null; kindKey: string },
): Promise<DutyInForce | null | "unknown"> {
  const dutyId = input.dutyId === "by-kind" ? await dutyOfKind(tx, tenantId, input.kindKey) : input.dutyId;
  if (!dutyId) return null;
  return (await loadDutyInForce(tx, tenantId, dutyId)) ?? "unknown";
}

/** Whose meeting it is and who hosts: as typed, else by who chairs it. */
export async function questionOfMeeting(
  tx: TenantTx,
  tenantId: string,
  input: {
    bodyId: string | null;
    hostPostId: string | null;
    subjectKey: string | null;
    chairPostId: string | null;
  },
): Promise<LeadQuestion> {
  const { chairPostId, hostPostId, subjectKey } = input;
  if (input.bodyId || !chairPostId) {
    return { bodyId: input.bodyId, hostPostId: hostPostId ?? chairPostId, subjectKey };
  }
  const chair = await tx.post.findUnique({
    where: { tenantId_id: { tenantId, id: chairPostId } },
    select: { bodyId: true },
  });
  return { bodyId: chair?.bodyId ?? null, hostPostId: hostPostId ?? chairPostId, subjectKey };
}
