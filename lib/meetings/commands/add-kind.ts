import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { newId } from "@/lib/platform/ids";
import { kindAdded } from "../events";
import { decideCalendar } from "../policy";
import { allowOnCalendar } from "../refusal";
import { addKindSchema } from "../settings-schema";

/** A kind of meeting of the tenant's own, after those that are there. */
export const addKind = defineCommand({
  name: "meetings.addKind",
  input: addKindSchema,
  subject: async () => ({}),
  allow: ({ tx, actor }) =>
    allowOnCalendar(tx, actor, decideCalendar(actor, "addKind", "none"), "addKind", actor.tenantId),
  async run({ tx, actor: { tenantId }, input }) {
    const last = await tx.meetingKind.aggregate({ where: { tenantId }, _max: { ordinal: true } });
    // Its name may change, so that it is no key.
    const key = `own-${newId()}`;
    const row = { tenantId, key, ...input, ordinal: (last._max.ordinal ?? 0) + 1, builtIn: false };
    await tx.meetingKind.createMany({ data: [row] });
    return { result: { key }, events: [kindAdded(tenantId, { key, ...input })] };
  },
});
