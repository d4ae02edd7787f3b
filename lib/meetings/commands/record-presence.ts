import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { presenceRecorded } from "../events";
import { decidePresence } from "../policy";
import { loadMembers } from "../queries/load-members";
import { verdictOf } from "../refusal";
import { quorumOf, quorumRuleFor } from "../rules";
import { recordPresenceSchema } from "../schema";
import { findMeetingForUpdate, type LockedMeeting } from "../store";

type Subject = LockedMeeting & {
  body: { id: string; kind: string; officeId: string | null; officeCode: string | null };
};

/**
 * The office that serves a body counts who of its members is there. How many are enough follows from the rule for that body at
 * that kind of meeting, and is kept as it was reckoned.
 */
export const recordPresence = defineCommand({
  name: "meetings.recordPresence",
  input: recordPresenceSchema,
  async subject({ tx, actor, input }): Promise<Subject | null> {
    const { tenantId } = actor;
    const meeting = await findMeetingForUpdate(tx, tenantId, input.meetingId);
    if (!meeting) return null;
    const found = await tx.meetingBody.findUnique({
      where: { tenantId_meetingId_bodyId: { tenantId, meetingId: meeting.id, bodyId: input.bodyId } },
      select: {
        body: {
          select: {
            id: true,
            kind: true,
            office: { select: { officeId: true, office: { select: { code: true } } } },
          },
        },
      },
    });
    if (!found) return null;
    const { id, kind, office } = found.body;
    const body = { id, kind, officeId: office?.officeId ?? null, officeCode: office?.office.code ?? null };
    return { ...meeting, body };
  },
  allow: ({ tx, actor, subject }) =>
    verdictOf(tx, actor.tenantId, decidePresence(actor, subject.body.officeId, subject.state), {
      act: "meeting.recordPresence",
      versionId: null,
      subject: { subjectKind: "meeting", subjectId: subject.id },
      state: subject.state,
      rolesByRule: true,
      offices: () => (subject.body.officeCode ? [subject.body.officeCode] : []),
    }),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { body } = subject;
    if (dayAt(now) < dayAt(subject.startsAt)) throw new DomainError("conflict", "presenceEarly");
    const listed = await loadMembers(tx, tenantId, [body.id], dayAt(subject.startsAt));
    if (Object.keys(input.members).some((postId) => listed.every((member) => member.postId !== postId))) {
      throw new DomainError("invalid", "invalid", { fields: { members: ["invalid"] } });
    }
    const members = listed.length + input.otherMembers;
    if (members === 0)
      throw new DomainError("invalid", "invalid", { fields: { otherMembers: ["noMembers"] } });
    const states = listed.map(({ postId, personId }) => ({
      postId,
      personId,
      state: input.members[postId] ?? "absent",
    }));
    const present = states.filter(({ state }) => state === "present").length + input.otherPresent;
    const rule = quorumRuleFor(
      await tx.quorumRule.findMany({ where: { tenantId } }),
      body.kind,
      subject.kindKey,
    );
    if (!rule) throw new DomainError("conflict", "noQuorumRule");
    const quorum = quorumOf(members, rule);
    for (const { postId, personId, state } of states) {
      await tx.$executeRaw`
        insert into meeting_presences (tenant_id, meeting_id, body_id, post_id, person_id, state)
        values (${tenantId}::uuid, ${subject.id}::uuid, ${body.id}::uuid, ${postId}::uuid, ${personId}::uuid, ${state})
        on conflict (tenant_id, meeting_id, body_id, post_id) do update set person_id = excluded.person_id, state = excluded.state`;
    }
    await tx.meetingBody.updateMany({
      where: { tenantId, meetingId: subject.id, bodyId: body.id },
      data: {
        members,
        present,
        quorum,
        otherMembers: input.otherMembers,
        otherPresent: input.otherPresent,
        quorumBasis: rule.basis,
        recordedAt: now,
      },
    });
    return {
      result: { meetingId: subject.id },
      events: [
        presenceRecorded(subject.id, {
          bodyId: body.id,
          members,
          present,
          quorum,
          enough: present >= quorum,
        }),
      ],
    };
  },
});
