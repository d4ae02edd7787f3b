import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingNumbered } from "../events";
import { allowOnMeeting } from "../refusal";
import { numberMeetingSchema } from "../schema";
import { findMeetingForUpdate } from "../store";

/**
 * The number of the meeting's notice (giấy mời), typed in from the office's own document system: printed on the sheet, whose
 * next version tells of it as of any changed line.
 */
export const numberMeeting = defineCommand({
  name: "meetings.number",
  input: numberMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingForUpdate(tx, actor.tenantId, input.meetingId),
  allow: ({ tx, actor, subject }) => allowOnMeeting(tx, actor, "number", subject),
  async run({ tx, actor, input, subject, now }) {
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleMeeting");
    const { noticeNumber } = input;
    await tx.meeting.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: { noticeNumber, changedAt: now, revision: subject.revision + 1 },
    });
    return { result: { meetingId: subject.id }, events: [meetingNumbered(subject.id, { noticeNumber })] };
  },
});
