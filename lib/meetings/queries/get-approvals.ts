import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideMeeting } from "../policy";
import type { ApprovalsView } from "../types";
import { loadClashes } from "./load-advice";
import { loadOwnWishes } from "./load-own-wish";

type Row = {
  meetingId: string;
  revision: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  leadOfficeId: string;
  filingOfficeId: string;
  lead: string;
  chair: string;
  place: string;
};

const most = 60;

/** What the acting person may approve, the soonest first, each with what lies over it. */
export const getApprovals: Query<Record<string, never>, ApprovalsView> = async ({ tx, actor, now }) => {
  const { tenantId, officeId } = actor;
  const rows = await tx.$queryRaw<Row[]>`
    select m.id as "meetingId", m.revision, m.title, m.starts_at as "startsAt", m.ends_at as "endsAt",
      m.lead_office_id as "leadOfficeId", m.filing_office_id as "filingOfficeId", o.code as lead,
      coalesce(m.chair_text, (select p.title from posts p where p.tenant_id = m.tenant_id and p.id = m.chair_post_id), '') as chair,
      coalesce(m.place_text, (select r.name from resources r where r.tenant_id = m.tenant_id and r.id = m.room_id), '') as place
    from access acc
    join meetings m on m.tenant_id = acc.tenant_id and m.id = acc.subject_id
    join offices o on o.tenant_id = m.tenant_id and o.id = m.lead_office_id
    where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
      and acc.open and acc.sort_key >= ${now}
      -- Whoever filed it, also where that office assists in it by the duty.
      and m.filing_office_id = ${officeId}::uuid and m.state = 'filed' and m.return_reason is null
      and not exists (select 1 from displacements d
        where d.tenant_id = m.tenant_id and d.meeting_id = m.id and d.answer is null)
    order by acc.sort_key, m.id limit ${most}`;
  const own = rows.filter((row) => {
    const subject = { ...row, state: "filed" as const, assistOfficeIds: [], informedOfficeIds: [] };
    return decideMeeting(actor, "approve", subject).allowed;
  });
  const wishes = await loadOwnWishes(
    tx,
    tenantId,
    own.map(({ meetingId }) => meetingId),
  );
  const found = await loadClashes(
    tx,
    tenantId,
    wishes.map(({ wish }) => wish),
  );
  const clashes = new Map(wishes.map(({ wish }, nth) => [wish.meetingId, found[nth] ?? []]));
  return {
    items: own.map(({ meetingId, revision, title, startsAt, endsAt, lead, chair, place }) => ({
      meetingId,
      revision,
      title,
      day: dayAt(startsAt),
      from: timeAt(startsAt),
      until: timeAt(endsAt),
      lead,
      chair,
      place,
      clashes: clashes.get(meetingId) ?? [],
    })),
  };
};
