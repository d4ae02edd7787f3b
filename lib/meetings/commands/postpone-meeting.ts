import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { meetingPostponed } from "../events";
import { tell } from "../notices";
import { placeClaims } from "../placing";
import { reachOf } from "../policy";
import { allowOnMeetings } from "../refusal";
import { endMeetingSchema } from "../schema";
import { assertFresh, findMeetingsForUpdate, rememberBefore } from "../store";

/** The lead puts a confirmed meeting off, with a reason; its places are free again (article 4 clause 10). */
export const postponeMeeting = defineCommand({
  name: "meetings.postpone",
  input: endMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingsForUpdate(tx, actor.tenantId, input),
  allow: ({ tx, actor, subject }) => allowOnMeetings(tx, actor, "postpone", subject),
  async run({ tx, actor, input, subject, now }) {
    assertFresh(subject, input);
    const [first, ...later] = reachOf("postpone", subject);
    const ids = [first, ...later].map(({ id }) => id);
    await rememberBefore(tx, ids, "postpone");
    await tx.meeting.updateMany({
      where: { tenantId: actor.tenantId, id: { in: ids } },
      data: { state: "postponed", reason: input.reason, changedAt: now, revision: { increment: 1 } },
    });
    await placeClaims(tx, ids, { overrideReason: null, displaceReason: null });
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
        meetingPostponed(first.id, { reason: input.reason, was: first.state }),
        ...later.map(({ id, state }) =>
          meetingPostponed(id, { reason: input.reason, was: state, with: first.id }),
        ),
      ],
    };
  },
});
