import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { meetingAnswered } from "../events";
import { decideAnswer, partInAnswer, partInMeeting } from "../policy";
import { verdictOf } from "../refusal";
import type { AttendancePart } from "../rule-table";
import { answerMeetingSchema } from "../schema";
import { findMeetingForUpdate, type LockedMeeting } from "../store";

type Invited = { personId: string | null; officeId: string | null; part: AttendancePart; offices: string[] };
type Subject = LockedMeeting & { invited: Invited };

async function findLeader(
  tx: TenantTx,
  tenantId: string,
  meetingId: string,
  personId: string,
): Promise<{ accountId: string | null; servingOfficeId: string | null; servingCode: string | null } | null> {
  const [leader] = await tx.$queryRaw<
    { accountId: string | null; servingOfficeId: string | null; servingCode: string | null }[]
  >`
    select pe.account_id as "accountId", o.id as "servingOfficeId", o.code as "servingCode"
    from meeting_leaders l
    join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
    join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
    left join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
    left join offices o on o.tenant_id = ob.tenant_id and o.id = ob.office_id
    where l.tenant_id = ${tenantId}::uuid and l.meeting_id = ${meetingId}::uuid and l.person_id = ${personId}::uuid`;
  return leader ?? null;
}

/**
 * Who is invited says whether they come, do not, or send somebody: the leader, or for a leader the office that keeps the diary,
 * or an office for its own participants. Said again it replaces what was said before; the history keeps both.
 */
export const answerMeeting = defineCommand({
  name: "meetings.answer",
  input: answerMeetingSchema,
  async subject({ tx, actor, input }): Promise<Subject | null> {
    const meeting = await findMeetingForUpdate(tx, actor.tenantId, input.meetingId);
    if (!meeting) return null;
    if (input.whom === "office") {
      const concerned = partInMeeting(meeting, actor.officeId) !== "reader";
      const part = partInAnswer(actor, { kind: "office", officeId: actor.officeId, concerned });
      const offices = [...meeting.officeCodes.values()];
      return { ...meeting, invited: { personId: null, officeId: actor.officeId, part, offices } };
    }
    const personId = input.whom.replace("leader:", "");
    const leader = await findLeader(tx, actor.tenantId, meeting.id, personId);
    if (!leader) throw new DomainError("invalid", "invalid", { fields: { whom: ["invalid"] } });
    const part = partInAnswer(actor, { kind: "leader", ...leader });
    const offices = leader.servingCode ? [leader.servingCode] : [];
    return { ...meeting, invited: { personId, officeId: null, part, offices } };
  },
  allow: ({ tx, actor, subject }) =>
    verdictOf(tx, actor.tenantId, decideAnswer(actor, subject.invited.part, subject.state), {
      act: "meeting.answer",
      versionId: null,
      subject: { subjectKind: "meeting", subjectId: subject.id },
      state: subject.state,
      rolesByRule: true,
      offices: () => subject.invited.offices,
    }),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { personId, officeId } = subject.invited;
    // Another time may have been meant.
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    if (subject.endsAt <= now) throw new DomainError("conflict", "meetingOver");
    const said = {
      answer: input.answer,
      substitute: input.substitute,
      note: input.note,
      startsAt: subject.startsAt,
      endsAt: subject.endsAt,
      answeredAt: now,
      accountId: actor.accountId,
      byOfficeId: actor.officeId,
    };
    const whom = { tenantId, meetingId: subject.id, personId, officeId };
    const { count } = await tx.meetingAnswer.updateMany({ where: whom, data: said });
    if (count === 0) await tx.meetingAnswer.createMany({ data: [{ ...whom, id: newId(), ...said }] });
    return {
      result: { meetingId: subject.id },
      events: [meetingAnswered(subject.id, { personId, officeId, answer: input.answer, again: count > 0 })],
    };
  },
});
