import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingApproved } from "../events";
import { tell } from "../notices";
import { assertFree, placeClaims } from "../placing";
import { loadOwnWish } from "../queries/load-own-wish";
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
    // Its place may have been taken while it lay: then it needs another time first.
    const { wish } = await loadOwnWish(tx, actor.tenantId, subject.id);
    const reasons = { confirms: false, overrideReason: "approved as filed", displaceReason: null };
    await assertFree(tx, actor, wish, reasons, now);
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
    // Its holds may have run out as well: they are placed again, or the page says that nothing is held.
    await placeClaims(tx, subject.id, reasons);
    await tell(tx, actor, [subject.leadOfficeId], "meeting-to-confirm", subject.id, now);
    return { result: { meetingId: subject.id }, events: [meetingApproved(subject.id, {})] };
  },
});
