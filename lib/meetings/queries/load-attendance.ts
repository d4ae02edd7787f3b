import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideAnswer, decidePresence, type MeetingSubject, partInAnswer } from "../policy";
import { quorumOf, quorumRuleFor } from "../rules";
import type { AnswerView, AttendanceView, BodyCountView, InvitedView } from "../types";
import type { LoadedMeeting } from "./load-meeting";
import { loadMembers } from "./load-members";

type InvitedRow = {
  personId: string | null;
  officeId: string | null;
  whom: string;
  accountId: string | null;
  servingOfficeId: string | null;
  answer: AnswerView["answer"] | null;
  substitute: string | null;
  note: string;
  startsAt: Date;
  endsAt: Date;
  at: Date;
  by: string | null;
  mailedAt: Date | null;
};

/** Leaders in the order of the paper, then the offices that have a part; with what was answered for each. */
async function loadInvited(
  tx: TenantTx,
  tenantId: string,
  meetingId: string,
  officeIds: readonly string[],
): Promise<InvitedRow[]> {
  return tx.$queryRaw<InvitedRow[]>`
    select l.person_id as "personId", null as "officeId", p.title || ' ' || pe.full_name as whom, pe.account_id as "accountId",
      ob.office_id as "servingOfficeId", a.answer, a.substitute, coalesce(a.note, '') as note, a.starts_at as "startsAt",
      a.ends_at as "endsAt", a.answered_at as at, by.full_name as by,
      (select max(i.at) from meeting_invitations i where i.tenant_id = l.tenant_id and i.meeting_id = l.meeting_id
        and i.state = 'invited' and l.person_id = any(i.person_ids)) as "mailedAt",
      case l.part when 'chair' then 0 when 'required' then 1 else 2 end as place, p.title as name
    from meeting_leaders l
    join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
    join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
    left join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
    left join meeting_answers a on a.tenant_id = l.tenant_id and a.meeting_id = l.meeting_id and a.person_id = l.person_id
    left join people by on by.tenant_id = a.tenant_id and by.account_id = a.account_id
    where l.tenant_id = ${tenantId}::uuid and l.meeting_id = ${meetingId}::uuid
    union all
    select null, o.id, o.code, null, null, a.answer, a.substitute, coalesce(a.note, ''), a.starts_at, a.ends_at, a.answered_at,
      by.full_name, null, 3 + o.ordinal, o.code
    from offices o
    left join meeting_answers a on a.tenant_id = o.tenant_id and a.meeting_id = ${meetingId}::uuid and a.office_id = o.id
    left join people by on by.tenant_id = a.tenant_id and by.account_id = a.account_id
    where o.tenant_id = ${tenantId}::uuid and o.id = any(${[...officeIds]}::uuid[])
    order by place, name`;
}

function invitedView(
  actor: Actor,
  meeting: LoadedMeeting,
  state: MeetingSubject["state"],
  row: InvitedRow,
  now: Date,
): InvitedView {
  const part = row.officeId
    ? partInAnswer(actor, { kind: "office", officeId: row.officeId, concerned: true })
    : partInAnswer(actor, { kind: "leader", accountId: row.accountId, servingOfficeId: row.servingOfficeId });
  const answer = row.answer && {
    answer: row.answer,
    substitute: row.substitute,
    note: row.note,
    at: row.at,
    by: row.by,
    outdated:
      row.startsAt.getTime() !== meeting.startsAt.getTime() ||
      row.endsAt.getTime() !== meeting.endsAt.getTime(),
  };
  return {
    key: row.officeId ? `office:${row.officeId}` : `leader:${row.personId}`,
    kind: row.officeId ? "office" : "leader",
    whom: row.whom,
    answer,
    mailedAt: row.mailedAt,
    mayAnswer: meeting.endsAt > now && decideAnswer(actor, part, state).allowed,
  };
}

async function loadCounts(
  tx: TenantTx,
  actor: Actor,
  meeting: LoadedMeeting,
  state: MeetingSubject["state"],
  invited: readonly InvitedRow[],
  now: Date,
): Promise<BodyCountView[]> {
  const { tenantId } = actor;
  if (meeting.bodies.length === 0) return [];
  const bodyIds = meeting.bodies.map(({ bodyId }) => bodyId);
  const members = await loadMembers(tx, tenantId, bodyIds, dayAt(meeting.startsAt));
  const presences = await tx.meetingPresence.findMany({
    where: { tenantId, meetingId: meeting.id },
    select: { bodyId: true, postId: true, state: true },
  });
  const rules = await tx.quorumRule.findMany({ where: { tenantId } });
  const answers = new Map(invited.map((row) => [row.personId, row.answer]));
  const begun = dayAt(now) >= dayAt(meeting.startsAt);
  return meeting.bodies.map(({ bodyId, body, ...counted }) => {
    const rule = quorumRuleFor(rules, body.kind, meeting.kindKey);
    const listed = members.filter((member) => member.bodyId === bodyId);
    const total = counted.members ?? listed.length;
    return {
      bodyId,
      name: body.name,
      office: body.office?.office.code ?? null,
      members: listed.map(({ postId, personId, title, name }) => ({
        postId,
        words: `${title} ${name}`,
        state: (presences.find((presence) => presence.bodyId === bodyId && presence.postId === postId)
          ?.state ?? null) as BodyCountView["members"][number]["state"],
        answer: answers.get(personId) ?? null,
      })),
      total,
      present: counted.present,
      quorum: counted.quorum ?? (rule && total > 0 ? quorumOf(total, rule) : null),
      basis: counted.quorumBasis ?? rule?.basis ?? null,
      verified: rule?.verified ?? false,
      otherMembers: counted.otherMembers ?? 0,
      otherPresent: counted.otherPresent ?? 0,
      recordedAt: counted.recordedAt,
      mayRecord: begun && decidePresence(actor, body.office?.officeId ?? null, state).allowed,
    };
  });
}

/** Who is invited and what they said, and who of each body was there; for offices that have a part or serve one of the bodies. */
export async function loadAttendance(
  tx: TenantTx,
  actor: Actor,
  meeting: LoadedMeeting,
  subject: MeetingSubject,
  now: Date,
): Promise<AttendanceView | null> {
  if (subject.state !== "confirmed") return null;
  const officeIds = [
    ...new Set([
      subject.leadOfficeId,
      subject.filingOfficeId,
      ...subject.assistOfficeIds,
      ...subject.informedOfficeIds,
    ]),
  ];
  const serves = meeting.bodies.some(({ body }) => body.office?.officeId === actor.officeId);
  if (!officeIds.includes(actor.officeId) && !serves) return null;
  const rows = await loadInvited(tx, actor.tenantId, meeting.id, officeIds);
  return {
    invited: rows.map((row) => invitedView(actor, meeting, subject.state, row, now)),
    bodies: await loadCounts(tx, actor, meeting, subject.state, rows, now),
  };
}
