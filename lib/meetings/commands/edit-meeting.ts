import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { answerDisplacement } from "../answer-displacement";
import { meetingEdited } from "../events";
import { checkContent, contentColumns, takenPosts, writeParts } from "../parts";
import { assertFree, placeClaims } from "../placing";
import { allowOnMeeting } from "../refusal";
import { holdUntil } from "../rules";
import { editMeetingSchema } from "../schema";
import { findMeetingForUpdate, resourcesOf } from "../store";
import { holdDaysOf } from "./file-meeting";

/** The filing office mends what it filed, until the lead has confirmed it; what was approved is approved again (article 4 clause 7). */
export const editMeeting = defineCommand({
  name: "meetings.edit",
  input: editMeetingSchema,
  subject: ({ tx, actor, input }) =>
    findMeetingForUpdate(tx, actor.tenantId, input.meetingId, {
      leaderPostIds: takenPosts(input),
      roomId: input.roomId,
    }),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "edit", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { startsAt, endsAt, overrideReason } = input;
    const today = dayAt(now);
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    if (endsAt <= now) throw new DomainError("invalid", "invalid", { fields: { day: ["dayPast"] } });
    if (input.holdUntil && input.holdUntil < today) {
      throw new DomainError("invalid", "invalid", { fields: { holdUntil: ["dayPast"] } });
    }
    const parts = await checkContent(tx, tenantId, input);
    const resourceIds = await resourcesOf(tx, tenantId, {
      leaderPostIds: takenPosts(input),
      roomId: input.roomId,
    });
    const reasons = { confirms: false, overrideReason, displaceReason: null };
    await assertFree(
      tx,
      actor,
      {
        meetingId: subject.id,
        resourceIds,
        roomId: input.roomId,
        kindKey: input.kindKey,
        filedAt: subject.createdAt,
        startsAt,
        endsAt,
      },
      reasons,
      now,
    );
    await tx.meeting.updateMany({
      where: { tenantId, id: subject.id },
      data: {
        ...contentColumns(input),
        state: "filed",
        approvedAt: null,
        returnReason: null,
        startsAt,
        endsAt,
        holdUntil: dayToColumn(
          holdUntil(input.holdUntil, dayAt(startsAt), today, await holdDaysOf(tx, tenantId)),
        ),
        overrideReason,
        changedAt: now,
        revision: subject.revision + 1,
      },
    });
    await writeParts(tx, tenantId, subject.id, parts);
    await placeClaims(tx, subject.id, reasons);
    await answerDisplacement(tx, tenantId, subject.id, "moved", now);
    return {
      result: { meetingId: subject.id },
      events: [
        meetingEdited(subject.id, {
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          wasApproved: subject.state === "approved",
          override: overrideReason,
        }),
      ],
    };
  },
});
