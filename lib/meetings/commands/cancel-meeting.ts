import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { answerDisplacement } from "../answer-displacement";
import { meetingCancelled } from "../events";
import { tell } from "../notices";
import { placeClaims } from "../placing";
import { reachOf } from "../policy";
import { allowOnMeetings } from "../refusal";
import { endMeetingSchema } from "../schema";
import { assertFresh, findMeetingsForUpdate, rememberBefore } from "../store";

/** Given up for good, with a reason: what is confirmed by the lead, what is not also by who filed it (article 4 clause 10). */
export const cancelMeeting = defineCommand({
  name: "meetings.cancel",
  input: endMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingsForUpdate(tx, actor.tenantId, input),
  allow: ({ tx, actor, subject }) => allowOnMeetings(tx, actor, "cancel", subject),
  async run({ tx, actor, input, subject, now }) {
    assertFresh(subject, input);
    const [first, ...later] = reachOf("cancel", subject);
    const ids = [first, ...later].map(({ id }) => id);
    await rememberBefore(tx, ids, "cancel");
    await tx.meeting.updateMany({
      where: { tenantId: actor.tenantId, id: { in: ids } },
      data: { state: "cancelled", reason: input.reason, changedAt: now, revision: { increment: 1 } },
    });
    await placeClaims(tx, ids, { overrideReason: null, displaceReason: null });
    await answerDisplacement(tx, actor.tenantId, ids, "cancelled", now);
    const concerned = [
      first.leadOfficeId,
      first.filingOfficeId,
      ...first.assistOfficeIds,
      ...first.informedOfficeIds,
    ];
    await tell(tx, actor, concerned, "meeting-ended", first.id, now, { following: later.length });
    return {
      result: { meetingId: first.id },
      events: [
        meetingCancelled(first.id, { reason: input.reason, was: first.state }),
        ...later.map(({ id, state }) =>
          meetingCancelled(id, { reason: input.reason, was: state, with: first.id }),
        ),
      ],
    };
  },
});
