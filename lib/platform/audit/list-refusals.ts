import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import { decodeListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Actor } from "@/lib/platform/tenancy/actor";

export type RefusalRow = {
  id: string;
  at: Date;
  personName: string | null;
  subjectKind: string;
  subjectId: string | null;
  reason: RefusalReason;
};

const pageSize = 30;

/** Acts the acting office was refused, newest first, 30 a page. */
export async function listRefusals(
  tx: TenantTx,
  actor: Actor,
  after: string | undefined,
): Promise<{ rows: readonly RefusalRow[]; next: string | null }> {
  const from = decodeListKey(after);
  const rows = await tx.$queryRaw<(RefusalRow & { keyAt: string })[]>`
    select r.id, r.at, pe.full_name as "personName", r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.reason,
      to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt"
    from refusals r
    left join people pe on pe.tenant_id = r.tenant_id and pe.account_id = r.account_id
    where r.tenant_id = ${actor.tenantId}::uuid and r.office_id = ${actor.officeId}::uuid
      and (r.at, r.id) < (${from.at}::timestamptz, ${from.id}::uuid)
    order by r.at desc, r.id desc
    limit ${pageSize + 1}`;
  const { shown, next } = pageOf(rows, pageSize);
  return { rows: shown.map(({ keyAt: _key, ...row }) => row), next };
}
