import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingPostponed } from "../events";
import { tell } from "../notices";
import { placeClaims } from "../placing";
import { allowOnMeeting } from "../refusal";
import { endMeetingSchema } from "../schema";
import { findMeetingForUpdate } from "../store";

/** The lead puts a confirmed meeting off, with a reason; its places are free again (article 4 clause 10). */
export const postponeMeeting = defineCommand({
  name: "meetings.postpone",
  input: endMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingForUpdate(tx, actor.tenantId, input.meetingId),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "postpone", subject),
  async run({ tx, actor, input, subject, now }) {
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    await tx.meeting.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: { state: "postponed", reason: input.reason, changedAt: now, revision: subject.revision + 1 },
    });
    await placeClaims(tx, subject.id, { overrideReason: null, displaceReason: null });
    const concerned = [
      subject.leadOfficeId,
      subject.filingOfficeId,
      ...subject.assistOfficeIds,
      ...subject.informedOfficeIds,
    ];
    await tell(tx, actor, concerned, "meeting-ended", subject.id, now);
    return {
      result: { meetingId: subject.id },
      events: [meetingPostponed(subject.id, { reason: input.reason, was: subject.state })],
    };
  },
});
