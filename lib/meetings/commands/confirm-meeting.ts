import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingConfirmed } from "../events";
import { tell } from "../notices";
import { assertFree, placeClaims } from "../placing";
import { allowOnMeeting } from "../refusal";
import { confirmMeetingSchema } from "../schema";
import { findMeetingForUpdate } from "../store";
import { loadOwnWish } from "../queries/load-own-wish";

/**
 * The lead confirms into the common calendar. What is confirmed for another meeting stands in the way for good; a held
 * place goes to the one of higher rank, with a reason that its lead is told (article 4 clause 9).
 */
export const confirmMeeting = defineCommand({
  name: "meetings.confirm",
  input: confirmMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingForUpdate(tx, actor.tenantId, input.meetingId),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "confirm", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { displaceReason } = input;
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    const { wish, overrideReason: given } = await loadOwnWish(tx, tenantId, subject.id);
    const overrideReason = input.overrideReason ?? given;
    const reasons = { confirms: true, overrideReason, displaceReason };
    await assertFree(tx, actor, wish, reasons, now);
    await tx.meeting.updateMany({
      where: { tenantId, id: subject.id },
      data: {
        state: "confirmed",
        confirmedAt: now,
        returnReason: null,
        overrideReason,
        changedAt: now,
        revision: subject.revision + 1,
      },
    });
    await placeClaims(tx, subject.id, reasons);
    await tell(
      tx,
      actor,
      [subject.filingOfficeId, ...subject.assistOfficeIds, ...subject.informedOfficeIds],
      "meeting-confirmed",
      subject.id,
      now,
    );
    return {
      result: { meetingId: subject.id },
      events: [meetingConfirmed(subject.id, { displaceReason, override: overrideReason })],
    };
  },
});
