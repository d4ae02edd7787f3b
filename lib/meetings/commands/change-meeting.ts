import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingChanged } from "../events";
import { tell } from "../notices";
import { contentColumns, takenBy, writeParts } from "../parts";
import { checkForm, movedAlike, placeClaims } from "../placing";
import { reachOf } from "../policy";
import { allowOnMeetings } from "../refusal";
import { changeMeetingSchema } from "../schema";
import { assertFresh, findMeetingsForUpdate, officesOfLeaders, rememberBefore } from "../store";

/** The lead changes what was confirmed, with a reason; the sheet shows it as changed when it is published again (article 4 clause 10). */
export const changeMeeting = defineCommand({
  name: "meetings.change",
  input: changeMeetingSchema,
  subject: ({ tx, actor, input }) => findMeetingsForUpdate(tx, actor.tenantId, input, takenBy(input)),
  allow: ({ tx, actor, subject }) => allowOnMeetings(tx, actor, "change", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { overrideReason, displaceReason, reason } = input;
    assertFresh(subject, input);
    if (input.endsAt <= now) throw new DomainError("invalid", "invalid", { fields: { day: ["dayPast"] } });
    const [first, ...later] = reachOf("change", subject);
    const was = new Map([first, ...later].map((meeting) => [meeting.id, meeting]));
    const moved = movedAlike([first, ...later], input);
    const reasons = { confirms: true, overrideReason, displaceReason };
    const parts = await checkForm(tx, actor, moved, input, reasons, now);
    const ids = moved.map(({ id }) => id);
    await rememberBefore(tx, ids, "change");
    for (const { id, startsAt, endsAt, revision } of moved) {
      await tx.meeting.updateMany({
        where: { tenantId, id },
        data: {
          ...contentColumns(input),
          startsAt,
          endsAt,
          overrideReason,
          reason,
          changedAt: now,
          revision: revision + 1,
        },
      });
    }
    await writeParts(tx, tenantId, ids, parts);
    await placeClaims(tx, ids, reasons);
    const byLeaders = await officesOfLeaders(tx, tenantId, [first.id]);
    const concerned = [
      first.filingOfficeId,
      ...first.assistOfficeIds,
      ...first.informedOfficeIds,
      ...(byLeaders.get(first.id) ?? []),
    ];
    await tell(tx, actor, concerned, "meeting-changed", first.id, now, { following: later.length });
    const eventOf = ({ id, startsAt, endsAt }: typeof first) =>
      meetingChanged(id, {
        reason,
        was: {
          startsAt: was.get(id)?.startsAt.toISOString(),
          endsAt: was.get(id)?.endsAt.toISOString(),
        },
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        displaceReason,
        override: overrideReason,
        ...(id === first.id ? {} : { with: first.id }),
      });
    const [changed, ...alike] = moved;
    return { result: { meetingId: first.id }, events: [eventOf(changed), ...alike.map(eventOf)] };
  },
});
