import "server-only";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { meetingFiled } from "../events";
import { writeNewMeetings } from "../filing";
import { leadNeedsAnswer, leadUnder } from "../lead";
import { contentColumns } from "../parts";
import { checkForm } from "../placing";
import { loadFilingDuty, questionOfMeeting } from "../queries/load-filing-duty";
import { holdDaysOf } from "../queries/load-hold-days";
import { allowFiling } from "../refusal";
import { holdUntil } from "../rules";
import { fileMeetingSchema } from "../schema";

/**
 * A meeting filed for the common calendar. Who leads and assists follows from the duty; until the lead confirms it, it only
 * holds its leaders' and its room's time (article 4 clauses 7 and 9).
 */
export const fileMeeting = defineCommand({
  name: "meetings.file",
  input: fileMeetingSchema,
  async subject({ tx, actor, input }) {
    const duty = await loadFilingDuty(tx, actor.tenantId, input);
    return duty === "unknown" ? null : { duty };
  },
  allow: ({ tx, actor, subject }) => allowFiling(tx, actor, subject.duty),
  async run({ tx, actor, input, subject: { duty }, now }) {
    const { tenantId } = actor;
    const today = dayAt(now);
    if (input.endsAt <= now) throw new DomainError("invalid", "invalid", { fields: { day: ["dayPast"] } });
    if (input.holdUntil && input.holdUntil < today) {
      throw new DomainError("invalid", "invalid", { fields: { holdUntil: ["dayPast"] } });
    }
    const asked = await questionOfMeeting(tx, tenantId, input);
    const lead = leadUnder(duty, asked, actor.officeId, await loadServingMap(tx, tenantId));
    if (!lead) throw leadNeedsAnswer(duty);
    const { startsAt, endsAt, overrideReason, code } = input;
    const reasons = { confirms: false, overrideReason, displaceReason: null };
    const parts = await checkForm(tx, actor, [], input, reasons, now);
    const meetingId = newId();
    const holdDays = await holdDaysOf(tx, tenantId);
    await writeNewMeetings(
      tx,
      actor,
      [
        {
          meetingId,
          code,
          columns: contentColumns(input),
          lead,
          parts,
          startsAt,
          endsAt,
          holdUntil: holdUntil(input.holdUntil, dayAt(startsAt), today, holdDays),
          overrideReason,
        },
      ],
      { override: overrideReason, now },
    );
    return {
      result: { meetingId, day: dayAt(startsAt) },
      events: [
        meetingFiled(meetingId, {
          dutyKey: duty?.dutyKey ?? null,
          leadOfficeId: lead.leadOfficeId,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          override: overrideReason,
        }),
      ],
    };
  },
});
