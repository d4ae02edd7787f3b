import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { UndoView } from "../types";

/**
 * The acting person's newest act on a meeting, or of filing into a span, for as long as it is kept. `secondsLeft`: how
 * long it can still be taken back, as far as its own rows say; later the page only keeps the form that was sent too late.
 */
export async function loadUndo(
  tx: TenantTx,
  { tenantId, accountId, officeId }: Pick<Actor, "tenantId" | "accountId" | "officeId">,
  of: { meetingId: string } | { filedFrom: Date; filedUntil: Date },
): Promise<UndoView | null> {
  const meetingId = "meetingId" in of ? of.meetingId : null;
  const [from, until] = "meetingId" in of ? [null, null] : [of.filedFrom, of.filedUntil];
  const [newest] = await tx.$queryRaw<{ actId: string }[]>`
    select u.act_id as "actId" from meeting_undos u
    where u.tenant_id = ${tenantId}::uuid and u.account_id = ${accountId}::uuid and u.office_id = ${officeId}::uuid
      and u.at >= now() - interval '1 hour'
      and (u.meeting_id = ${meetingId}::uuid or (u.act = 'file' and exists (
        select 1 from meetings m where m.tenant_id = u.tenant_id and m.id = u.meeting_id
          and m.starts_at >= ${from}::timestamptz and m.starts_at < ${until}::timestamptz)))
    order by u.at desc, u.id limit 1`;
  if (!newest) return null;
  const [act] = await tx.$queryRaw<UndoView[]>`
    select u.act_id as "actId", min(u.act) as act, count(*)::integer as count,
      case when bool_and(u.undone_at is null and u.revision = m.revision)
        then greatest(0, floor(undo_seconds() - extract(epoch from clock_timestamp() - min(u.at))))::integer else 0 end as "secondsLeft"
    from meeting_undos u join meetings m on m.tenant_id = u.tenant_id and m.id = u.meeting_id
    where u.tenant_id = ${tenantId}::uuid and u.act_id = ${newest.actId}::uuid group by u.act_id`;
  return act ?? null;
}
