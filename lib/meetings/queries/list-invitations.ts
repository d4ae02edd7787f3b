import "server-only";
import { type Day, dayAt } from "@/lib/platform/dates/days";
import { type Time, timeAt } from "@/lib/platform/dates/times";
import type { Query } from "@/lib/platform/queries/run-query";
import type { AnswerView, InvitationListView } from "../types";

/** So many meetings to come are listed. */
const most = 50;

type Row = {
  meetingId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  lead: string;
  whom: string;
  answer: AnswerView["answer"] | null;
  substitute: string | null;
};

type Listed = { meetingId: string; title: string; day: Day; from: Time; until: Time; lead: string };

/**
 * Confirmed meetings to come in which the acting office has a part, the soonest first, each with the leaders who are invited
 * and what was answered for its present time. Of a meeting that it only reads from the common sheet there is nothing, nor of one in
 * which it had a part once: what it was told it keeps, what is answered since it is not told.
 */
export const listInvitations: Query<Record<string, never>, InvitationListView> = async ({
  tx,
  actor,
  now,
}) => {
  const { tenantId, officeId } = actor;
  const rows = await tx.$queryRaw<Row[]>`
    select m.id as "meetingId", m.title, m.starts_at as "startsAt", m.ends_at as "endsAt", o.code as lead,
      p.title || ' ' || pe.full_name as whom, a.answer, a.substitute
    from (
      select acc.subject_id, acc.sort_key from access acc
      join meetings own on own.tenant_id = acc.tenant_id and own.id = acc.subject_id
      where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
        and acc.level <> 'reader' and acc.sort_key >= ${now} and own.state = 'confirmed'
        and exists (select 1 from meeting_leaders l where l.tenant_id = own.tenant_id and l.meeting_id = own.id offset 0)
        and (${officeId}::uuid in (own.lead_office_id, own.filing_office_id)
          or exists (select 1 from meeting_offices part where part.tenant_id = own.tenant_id and part.meeting_id = own.id
            and part.office_id = ${officeId}::uuid)
          or exists (select 1 from (
              select * from meeting_leaders l where l.tenant_id = own.tenant_id and l.meeting_id = own.id offset 0) served
            join posts sp on sp.tenant_id = served.tenant_id and sp.id = served.post_id
            join office_bodies serving on serving.tenant_id = sp.tenant_id and serving.body_id = sp.body_id
            where serving.office_id = ${officeId}::uuid))
      order by acc.sort_key, acc.subject_id limit ${most}) acc
    cross join lateral (
      select * from meetings where tenant_id = ${tenantId}::uuid and meetings.id = acc.subject_id limit 1) m
    cross join lateral (
      select * from meeting_leaders ml where ml.tenant_id = m.tenant_id and ml.meeting_id = m.id offset 0) l
    join offices o on o.tenant_id = m.tenant_id and o.id = m.lead_office_id
    join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
    join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
    left join meeting_answers a on a.tenant_id = m.tenant_id and a.meeting_id = m.id and a.person_id = l.person_id
      and a.starts_at = m.starts_at and a.ends_at = m.ends_at
    order by acc.sort_key, m.id, case l.part when 'chair' then 0 when 'required' then 1 else 2 end, p.title`;
  const meetings = new Map<
    string,
    Listed & { invited: InvitationListView["items"][number]["invited"][number][] }
  >();
  for (const { meetingId, title, startsAt, endsAt, lead, ...invited } of rows) {
    const listed = meetings.get(meetingId) ?? {
      meetingId,
      title,
      day: dayAt(startsAt),
      from: timeAt(startsAt),
      until: timeAt(endsAt),
      lead,
      invited: [],
    };
    listed.invited.push(invited);
    meetings.set(meetingId, listed);
  }
  return { items: [...meetings.values()] };
};
