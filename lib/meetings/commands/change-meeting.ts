import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingChanged } from "../events";
import { tell } from "../notices";
import { checkContent, contentColumns, takenPosts, writeParts } from "../parts";
import { assertFree, placeClaims } from "../placing";
import { allowOnMeeting } from "../refusal";
import { changeMeetingSchema } from "../schema";
import { findMeetingForUpdate, officesOfLeaders, resourcesOf } from "../store";

/** The lead changes what was confirmed, with a reason; the sheet shows it as changed when it is published again (article 4 clause 10). */
export const changeMeeting = defineCommand({
  name: "meetings.change",
  input: changeMeetingSchema,
  subject: ({ tx, actor, input }) =>
    findMeetingForUpdate(tx, actor.tenantId, input.meetingId, {
      leaderPostIds: takenPosts(input),
      roomId: input.roomId,
    }),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "change", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { startsAt, endsAt, overrideReason, displaceReason } = input;
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    if (endsAt <= now) throw new DomainError("invalid", "invalid", { fields: { day: ["dayPast"] } });
    const parts = await checkContent(tx, tenantId, input);
    const resourceIds = await resourcesOf(tx, tenantId, {
      leaderPostIds: takenPosts(input),
      roomId: input.roomId,
    });
    const reasons = { confirms: true, overrideReason, displaceReason };
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
        startsAt,
        endsAt,
        overrideReason,
        reason: input.reason,
        changedAt: now,
        revision: subject.revision + 1,
      },
    });
    await writeParts(tx, tenantId, subject.id, parts);
    await placeClaims(tx, subject.id, reasons);
    const concerned = [
      subject.filingOfficeId,
      ...subject.assistOfficeIds,
      ...subject.informedOfficeIds,
      ...(await officesOfLeaders(tx, tenantId, subject.id)),
    ];
    await tell(tx, actor, concerned, "meeting-changed", subject.id, now);
    return {
      result: { meetingId: subject.id },
      events: [
        meetingChanged(subject.id, {
          reason: input.reason,
          was: { startsAt: subject.startsAt.toISOString(), endsAt: subject.endsAt.toISOString() },
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          displaceReason,
          override: overrideReason,
        }),
      ],
    };
  },
});
