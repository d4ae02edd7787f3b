import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { meetingApproved } from "../events";
import { tell } from "../notices";
import { assertFree, placeClaims } from "../placing";
import { reachOf } from "../policy";
import { loadOwnWishes } from "../queries/load-own-wish";
import { allowOnMeetings } from "../refusal";
import { approveMeetingSchema } from "../schema";
import { assertFresh, findMeetingsForUpdate } from "../store";

/** The filing office approves what it filed; from then on every office reads it, if it is for the common sheet (article 4 clause 8). */
export const approveMeeting = defineCommand({
  name: "meetings.approve",
  input: approveMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingsForUpdate(tx, actor.tenantId, input),
  allow: ({ tx, actor, subject }) => allowOnMeetings(tx, actor, "approve", subject),
  async run({ tx, actor, input, subject, now }) {
    assertFresh(subject, input);
    const [first, ...later] = reachOf("approve", subject);
    const ids = [first, ...later].map(({ id }) => id);
    // Its place may have been taken while it lay: then it needs another time first.
    const wishes = (await loadOwnWishes(tx, actor.tenantId, ids)).map(({ wish }) => wish);
    const reasons = { confirms: false, overrideReason: "approved as filed", displaceReason: null };
    await assertFree(tx, actor, wishes, reasons, now);
    await tx.meeting.updateMany({
      where: { tenantId: actor.tenantId, id: { in: ids } },
      data: {
        state: "approved",
        approvedAt: now,
        returnReason: null,
        changedAt: now,
        revision: { increment: 1 },
      },
    });
    // Its holds may have run out as well: they are placed again, or the page says that nothing is held.
    await placeClaims(tx, ids, reasons);
    await tell(tx, actor, [first.leadOfficeId], "meeting-to-confirm", first.id, now, {
      following: later.length,
    });
    return {
      result: { meetingId: first.id },
      events: [
        meetingApproved(first.id, {}),
        ...later.map(({ id }) => meetingApproved(id, { with: first.id })),
      ],
    };
  },
});
