import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { newId } from "@/lib/platform/ids";
import { placeAdded } from "../events";
import { assertOffice } from "../places";
import { decidePlace } from "../policy";
import { allowOnCalendar } from "../refusal";
import { addPlaceSchema } from "../settings-schema";

/** A room or a kit that meetings can take, of an office or of none. */
export const addPlace = defineCommand({
  name: "meetings.addPlace",
  input: addPlaceSchema,
  async subject({ tx, actor, input }) {
    await assertOffice(tx, actor.tenantId, input.officeId);
    return {};
  },
  allow: ({ tx, actor, input }) =>
    allowOnCalendar(tx, actor, decidePlace(actor, "addPlace", [input.officeId]), "addPlace", actor.tenantId),
  async run({ tx, actor: { tenantId }, input }) {
    const id = newId();
    const last = await tx.resource.aggregate({
      where: { tenantId, kind: input.kind },
      _max: { ordinal: true },
    });
    await tx.resource.createMany({
      data: [{ tenantId, id, ...input, ordinal: (last._max.ordinal ?? 0) + 1 }],
    });
    return { result: { resourceId: id }, events: [placeAdded(id, input)] };
  },
});
