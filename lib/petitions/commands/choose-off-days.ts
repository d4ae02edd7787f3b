import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { offDaysChosen } from "../clocks/events";
import { allowOnCalendar } from "../clocks/policy";
import { recomputeClocksQueue } from "../clocks/queues";
import { chooseOffDaysSchema } from "../clocks/schema";
import { lockCalendar, raiseRevision } from "../clocks/store";

/** Whether a limit in calendar days whose last day is off ends on the next working day (Bộ luật Dân sự 2015 Điều 148). */
export const chooseOffDays = defineCommand({
  name: "petitions.chooseOffDays",
  input: chooseOffDaysSchema,
  subject: ({ tx, actor }) => lockCalendar(tx, actor.tenantId),
  allow: ({ actor }) => allowOnCalendar(actor, "chooseOffDays"),
  async run({ tx, actor, input, subject, now }) {
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleCalendar");
    const { tenantId, accountId } = actor;
    await raiseRevision(tx, { tenantId, accountId, now }, { movesOffDay: input.movesOffDay });
    return {
      result: {},
      events: [offDaysChosen(tenantId, { movesOffDay: input.movesOffDay, before: subject.movesOffDay })],
      jobs: [{ queue: recomputeClocksQueue, data: { tenantId } }],
    };
  },
});
