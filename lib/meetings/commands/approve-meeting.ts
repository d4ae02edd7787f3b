import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingApproved } from "../events";
import { tell } from "../notices";
import { placeClaims } from "../placing";
import { allowOnMeeting } from "../refusal";
import { approveMeetingSchema } from "../schema";
import { findMeetingForUpdate } from "../store";

/** The filing office approves what it filed; from then on every office reads it, if it is for the common sheet (article 4 clause 8). */
export const approveMeeting = defineCommand({
  name: "meetings.approve",
  input: approveMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingForUpdate(tx, actor.tenantId, input.meetingId),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "approve", subject),
  async run({ tx, actor, input, subject, now }) {
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    await tx.meeting.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: {
        state: "approved",
        approvedAt: now,
        returnReason: null,
        changedAt: now,
        revision: subject.revision + 1,
      },
    });
    // Its holds may have run out while it lay: they are placed again, or the page says that nothing is held.
    await placeClaims(tx, subject.id, { overrideReason: "approved as filed", displaceReason: null });
    await tell(tx, actor, [subject.leadOfficeId], "meeting-to-confirm", subject.id, now);
    return { result: { meetingId: subject.id }, events: [meetingApproved(subject.id, {})] };
  },
});
