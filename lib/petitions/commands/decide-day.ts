import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { dayDecided } from "../clocks/events";
import { allowOnCalendar } from "../clocks/policy";
import { recomputeClocksQueue } from "../clocks/queues";
import { decideDaySchema } from "../clocks/schema";
import { lockCalendar, raiseRevision } from "../clocks/store";

/** Says of one day that it is off or worked, or that what was written of it does not count, by which document. */
export const decideDay = defineCommand({
  name: "petitions.decideDay",
  input: decideDaySchema,
  async subject({ tx, actor, input }) {
    const settings = await lockCalendar(tx, actor.tenantId);
    if (!settings) return null;
    const known = await tx.legalDay.findUnique({
      where: { tenantId_day: { tenantId: actor.tenantId, day: dayToColumn(input.day) } },
      select: { kind: true, active: true },
    });
    return { known };
  },
  allow: ({ actor }) => allowOnCalendar(actor, "decideDay"),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, accountId } = actor;
    const day = dayToColumn(input.day);
    const data = {
      kind: input.kind,
      name: input.name,
      source: input.source,
      decidedOn: input.decidedOn === null ? null : dayToColumn(input.decidedOn),
      active: input.active,
      mark: "text",
      accountId,
      changedAt: now,
    };
    if (subject.known) await tx.legalDay.updateMany({ where: { tenantId, day }, data });
    else await tx.legalDay.createMany({ data: [{ tenantId, day, ...data }] });
    await raiseRevision(tx, { tenantId, accountId, now });
    const { kind, active, name, source } = input;
    return {
      result: { day: input.day },
      events: [dayDecided(tenantId, { day: input.day, kind, active, name, source, before: subject.known })],
      jobs: [{ queue: recomputeClocksQueue, data: { tenantId } }],
    };
  },
});
