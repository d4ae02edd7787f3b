import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingGivenBack } from "../events";
import { tell } from "../notices";
import { allowOnMeeting } from "../refusal";
import { giveBackMeetingSchema } from "../schema";
import { findMeetingForUpdate } from "../store";

/** Given back for mending, with a reason: by the filing office's head what was filed, by the lead what was approved (article 4 clauses 8, 9). */
export const giveBackMeeting = defineCommand({
  name: "meetings.giveBack",
  input: giveBackMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingForUpdate(tx, actor.tenantId, input.meetingId),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "giveBack", subject),
  async run({ tx, actor, input, subject, now }) {
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    await tx.meeting.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: {
        state: "filed",
        approvedAt: null,
        returnReason: input.reason,
        changedAt: now,
        revision: subject.revision + 1,
      },
    });
    await tell(tx, actor, [subject.filingOfficeId], "meeting-given-back", subject.id, now);
    return {
      result: { meetingId: subject.id },
      events: [meetingGivenBack(subject.id, { reason: input.reason })],
    };
  },
});
