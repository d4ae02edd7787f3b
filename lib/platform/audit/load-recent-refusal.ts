import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";

/**
 * What this person was refused on this item within the last seconds, else null. Without JavaScript an answer comes back as
 * the whole page, and the form that was pressed may no longer be on it: then the page itself has to say what happened.
 */
export async function loadRecentRefusal(
  tx: TenantTx,
  actor: Actor,
  subjectId: string,
): Promise<RefusalReason | null> {
  const rows = await tx.$queryRaw<{ accountId: string; subjectId: string | null; reason: RefusalReason }[]>`
    select r.account_id as "accountId", r.subject_id as "subjectId", r.reason from refusals r
    where r.tenant_id = ${actor.tenantId}::uuid and r.office_id = ${actor.officeId}::uuid
      and r.at > now() - interval '10 seconds'
    order by r.at desc, r.id desc
    limit 20`;
  const mine = rows.find((row) => row.accountId === actor.accountId && row.subjectId === subjectId);
  return mine?.reason ?? null;
}
