import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { answerDisplacement } from "../answer-displacement";
import { meetingCancelled } from "../events";
import { tell } from "../notices";
import { placeClaims } from "../placing";
import { allowOnMeeting } from "../refusal";
import { endMeetingSchema } from "../schema";
import { findMeetingForUpdate } from "../store";

/** Given up for good, with a reason: what is confirmed by the lead, what is not also by who filed it (article 4 clause 10). */
export const cancelMeeting = defineCommand({
  name: "meetings.cancel",
  input: endMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingForUpdate(tx, actor.tenantId, input.meetingId),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "cancel", subject),
  async run({ tx, actor, input, subject, now }) {
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    await tx.meeting.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: { state: "cancelled", reason: input.reason, changedAt: now, revision: subject.revision + 1 },
    });
    await placeClaims(tx, subject.id, { overrideReason: null, displaceReason: null });
    await answerDisplacement(tx, actor.tenantId, subject.id, "cancelled", now);
    const concerned = [
      subject.leadOfficeId,
      subject.filingOfficeId,
      ...subject.assistOfficeIds,
      ...subject.informedOfficeIds,
    ];
    await tell(tx, actor, concerned, "meeting-ended", subject.id, now);
    return {
      result: { meetingId: subject.id },
      events: [meetingCancelled(subject.id, { reason: input.reason, was: subject.state })],
    };
  },
});
