import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { answerDisplacement } from "../answer-displacement";
import { meetingResettled } from "../events";
import { tell } from "../notices";
import { assertFree, placeClaims } from "../placing";
import { holdDaysOf } from "../queries/load-hold-days";
import { loadOwnWishes } from "../queries/load-own-wish";
import { allowOnMeeting } from "../refusal";
import { holdUntil } from "../rules";
import { resettleMeetingSchema } from "../schema";
import { findMeetingForUpdate } from "../store";

/** The lead gives an approved meeting another time: its answer when the place was taken from it (article 4 clause 9). */
export const resettleMeeting = defineCommand({
  name: "meetings.resettle",
  input: resettleMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingForUpdate(tx, actor.tenantId, input.meetingId),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "resettle", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { startsAt, endsAt } = input;
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    // Only who lost a place answers so; any other approved entry is mended by who filed it.
    const open = await tx.displacement.count({ where: { tenantId, meetingId: subject.id, answer: null } });
    if (open === 0) throw new DomainError("conflict", "wrongState", { values: { act: "resettle" } });
    if (endsAt <= now) throw new DomainError("invalid", "invalid", { fields: { day: ["dayPast"] } });
    const wishes = (await loadOwnWishes(tx, tenantId, [subject.id])).map(({ wish }) => ({
      ...wish,
      startsAt,
      endsAt,
    }));
    const reasons = { confirms: false, overrideReason: input.overrideReason, displaceReason: null };
    await assertFree(tx, actor, wishes, reasons, now);
    await tx.meeting.updateMany({
      where: { tenantId, id: subject.id },
      data: {
        startsAt,
        endsAt,
        overrideReason: input.overrideReason,
        holdUntil: dayToColumn(holdUntil(null, dayAt(startsAt), dayAt(now), await holdDaysOf(tx, tenantId))),
        changedAt: now,
        revision: subject.revision + 1,
      },
    });
    await placeClaims(tx, [subject.id], reasons);
    await answerDisplacement(tx, tenantId, [subject.id], "moved", now);
    await tell(
      tx,
      actor,
      [subject.filingOfficeId, ...subject.assistOfficeIds, ...subject.informedOfficeIds],
      "meeting-changed",
      subject.id,
      now,
    );
    return {
      result: { meetingId: subject.id },
      events: [
        meetingResettled(subject.id, { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }),
      ],
    };
  },
});
