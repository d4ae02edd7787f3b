import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { DeskDiary, DeskInvitation } from "../types";

type Row = Pick<DeskInvitation, "meetingId" | "title" | "personId" | "whom"> & {
  startsAt: Date;
  endsAt: Date;
};

/** Who keeps the diaries of an office's leaders; every other role that may answer for them finds the meeting itself. */
function keepsDiaries(actor: Pick<Actor, "role">): boolean {
  return actor.role === "secretary";
}

/** Confirmed meetings to come to which nobody has answered yet for the person, or for a leader whose diary they keep. */
export async function loadWaitingInvitations(
  tx: TenantTx,
  actor: Actor,
  now: Date,
): Promise<DeskInvitation[]> {
  const { tenantId, officeId, accountId } = actor;
  const rows = await tx.$queryRaw<Row[]>`
    select m.id as "meetingId", m.title, m.starts_at as "startsAt", m.ends_at as "endsAt", l.person_id as "personId",
      p.title || ' ' || pe.full_name as whom
    from (
      select acc.subject_id, acc.sort_key from access acc
      where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
        and acc.sort_key >= ${now}
      order by acc.sort_key limit 200) acc
    cross join lateral (
      select * from meetings where tenant_id = ${tenantId}::uuid and meetings.id = acc.subject_id limit 1) m
    cross join lateral (
      select * from meeting_leaders ml where ml.tenant_id = m.tenant_id and ml.meeting_id = m.id offset 0) l
    join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
    join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
    where m.state = 'confirmed'
      and (pe.account_id = ${accountId}::uuid or (${keepsDiaries(actor)} and exists (
        select 1 from office_bodies ob
        where ob.tenant_id = p.tenant_id and ob.body_id = p.body_id and ob.office_id = ${officeId}::uuid)))
      and not exists (select 1 from meeting_answers a where a.tenant_id = m.tenant_id and a.meeting_id = m.id
        and a.person_id = l.person_id and a.starts_at = m.starts_at and a.ends_at = m.ends_at)
    order by acc.sort_key, m.id, whom limit 20`;
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    day: dayAt(startsAt),
    from: timeAt(startsAt),
    until: timeAt(endsAt),
  }));
}

/** The leaders whose diary the person keeps, in the order of the paper. */
export async function loadDiaries(tx: TenantTx, actor: Actor): Promise<DeskDiary[]> {
  if (!keepsDiaries(actor)) return [];
  return tx.$queryRaw<DeskDiary[]>`
    select p.id as "postId", p.title || ' ' || pe.full_name as whom
    from office_bodies ob
    join bodies b on b.tenant_id = ob.tenant_id and b.id = ob.body_id
    join posts p on p.tenant_id = b.tenant_id and p.body_id = b.id
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
    where ob.tenant_id = ${actor.tenantId}::uuid and ob.office_id = ${actor.officeId}::uuid
    order by b.rank, length(p.title), p.title limit 20`;
}
