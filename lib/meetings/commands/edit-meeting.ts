import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { answerDisplacement } from "../answer-displacement";
import { meetingEdited } from "../events";
import { contentColumns, takenBy, writeParts } from "../parts";
import { checkForm, movedAlike, placeClaims } from "../placing";
import { reachOf } from "../policy";
import { holdDaysOf } from "../queries/load-hold-days";
import { allowOnMeetings } from "../refusal";
import { holdUntil } from "../rules";
import { editMeetingSchema } from "../schema";
import { assertFresh, findMeetingsForUpdate, rememberBefore } from "../store";

/** The filing office mends what it filed, until the lead has confirmed it; what was approved is approved again (article 4 clause 7). */
export const editMeeting = defineCommand({
  name: "meetings.edit",
  input: editMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingsForUpdate(tx, actor.tenantId, input, takenBy(input)),
  allow: ({ tx, actor, subject }) => allowOnMeetings(tx, actor, "edit", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { overrideReason } = input;
    const today = dayAt(now);
    assertFresh(subject, input);
    if (input.endsAt <= now) throw new DomainError("invalid", "invalid", { fields: { day: ["dayPast"] } });
    if (input.holdUntil && input.holdUntil < today) {
      throw new DomainError("invalid", "invalid", { fields: { holdUntil: ["dayPast"] } });
    }
    const [first, ...later] = movedAlike(reachOf("edit", subject), input);
    const edited = [first, ...later];
    const reasons = { confirms: false, overrideReason, displaceReason: null };
    const parts = await checkForm(tx, actor, edited, input, reasons, now);
    const holdDays = await holdDaysOf(tx, tenantId);
    const ids = edited.map(({ id }) => id);
    await rememberBefore(tx, ids, "edit");
    for (const { id, startsAt, endsAt, revision } of edited) {
      await tx.meeting.updateMany({
        where: { tenantId, id },
        data: {
          ...contentColumns(input),
          state: "filed",
          approvedAt: null,
          returnReason: null,
          startsAt,
          endsAt,
          holdUntil: dayToColumn(holdUntil(input.holdUntil, dayAt(startsAt), today, holdDays)),
          overrideReason,
          changedAt: now,
          revision: revision + 1,
        },
      });
    }
    await writeParts(tx, tenantId, ids, parts);
    await placeClaims(tx, ids, reasons);
    await answerDisplacement(tx, tenantId, ids, "moved", now);
    const eventOf = ({ id, startsAt, endsAt, state }: typeof first) =>
      meetingEdited(id, {
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        wasApproved: state === "approved",
        override: overrideReason,
        ...(id === first.id ? {} : { with: first.id }),
      });
    return { result: { meetingId: first.id }, events: [eventOf(first), ...later.map(eventOf)] };
  },
});
