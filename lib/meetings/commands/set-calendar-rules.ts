import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { calendarRulesSet } from "../events";
import { decideCalendar } from "../policy";
import { allowOnCalendar } from "../refusal";
import { setCalendarRulesSchema } from "../settings-schema";

/** What the whole calendar reckons with. Published sheets keep the words they were published with; only their columns follow. */
export const setCalendarRules = defineCommand({
  name: "meetings.setCalendarRules",
  input: setCalendarRulesSchema,
  async subject({ tx, actor }) {
    const [settings] = await tx.$queryRaw<{ tenantId: string }[]>`
      select tenant_id as "tenantId" from calendar_settings where tenant_id = ${actor.tenantId}::uuid for no key update`;
    return settings ?? null;
  },
  allow: ({ tx, actor }) =>
    allowOnCalendar(tx, actor, decideCalendar(actor, "setRules", "set"), "setRules", actor.tenantId),
  async run({ tx, actor, input }) {
    await tx.calendarSettings.updateMany({ where: { tenantId: actor.tenantId }, data: input });
    return { result: {}, events: [calendarRulesSet(actor.tenantId, input)] };
  },
});
