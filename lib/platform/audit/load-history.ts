import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { HistoryEntry } from "./history-entry";

/** What happened to one item, newest first, at most 200 events; nothing where the asker may not read the item. */
export async function loadHistory(
  tx: TenantTx,
  tenantId: string,
  subjectKind: string,
  subjectId: string,
): Promise<HistoryEntry[]> {
  return tx.$queryRaw<HistoryEntry[]>`
    select e.id, e.at, e.name, pe.full_name as "personName", o.code as "officeCode", e.payload
    from audit_events e
    left join people pe on pe.tenant_id = e.tenant_id and pe.account_id = e.account_id
    left join offices o on o.tenant_id = e.tenant_id and o.id = e.office_id
    where e.tenant_id = ${tenantId}::uuid and e.subject_kind = ${subjectKind} and e.subject_id = ${subjectId}::uuid
    order by e.seq desc limit 200`;
}
