import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { meetingConfirmed } from "../events";
import { tell } from "../notices";
import { assertFree, placeClaims } from "../placing";
import { reachOf } from "../policy";
import { loadOwnWishes } from "../queries/load-own-wish";
import { allowOnMeetings } from "../refusal";
import { confirmMeetingSchema } from "../schema";
import { assertFresh, findMeetingsForUpdate } from "../store";

/**
 * The lead confirms into the common calendar. What is confirmed for another meeting stands in the way for good; a held
 * place goes to the one of higher rank, with a reason that its lead is told (article 4 clause 9).
 */
export const confirmMeeting = defineCommand({
  name: "meetings.confirm",
  input: confirmMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingsForUpdate(tx, actor.tenantId, input),
  allow: ({ tx, actor, subject }) => allowOnMeetings(tx, actor, "confirm", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { displaceReason, overrideReason } = input;
    assertFresh(subject, input);
    const [first, ...later] = reachOf("confirm", subject);
    const ids = [first, ...later].map(({ id }) => id);
    const own = await loadOwnWishes(tx, tenantId, ids);
    const given = new Map(own.map(({ wish, overrideReason: kept }) => [wish.meetingId, kept]));
    const reasons = { confirms: true, overrideReason, displaceReason };
    await assertFree(
      tx,
      actor,
      // A reason given when it was filed holds.
      own.map(({ wish, overrideReason: kept }) => ({ ...wish, overrideReason: kept })),
      reasons,
      now,
    );
    await tx.meeting.updateMany({
      where: { tenantId, id: { in: ids } },
      data: {
        state: "confirmed",
        confirmedAt: now,
        returnReason: null,
        ...(overrideReason ? { overrideReason } : {}),
        changedAt: now,
        revision: { increment: 1 },
      },
    });
    await placeClaims(tx, ids, reasons);
    await tell(
      tx,
      actor,
      [first.filingOfficeId, ...first.assistOfficeIds, ...first.informedOfficeIds],
      "meeting-confirmed",
      first.id,
      now,
      { following: later.length },
    );
    const said = (id: string) => ({ displaceReason, override: overrideReason ?? given.get(id) ?? null });
    return {
      result: { meetingId: first.id },
      events: [
        meetingConfirmed(first.id, said(first.id)),
        ...later.map(({ id }) => meetingConfirmed(id, { ...said(id), with: first.id })),
      ],
    };
  },
});
