import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { placeEdited } from "../events";
import { assertOffice } from "../places";
import { decidePlace } from "../policy";
import { allowOnCalendar } from "../refusal";
import { editPlaceSchema } from "../settings-schema";

type LockedPlace = { id: string; officeId: string | null };

/** What a room or a kit is called, whose it is and how long it takes to set up; meetings that took it keep it. */
export const editPlace = defineCommand({
  name: "meetings.editPlace",
  input: editPlaceSchema,
  async subject({ tx, actor: { tenantId }, input }) {
    const [place] = await tx.$queryRaw<LockedPlace[]>`
      select id, office_id as "officeId" from resources
      where tenant_id = ${tenantId}::uuid and id = ${input.resourceId}::uuid and kind in ('room', 'kit') for no key update`;
    if (!place) return null;
    await assertOffice(tx, tenantId, input.officeId);
    return place;
  },
  allow: ({ tx, actor, input, subject }) =>
    allowOnCalendar(
      tx,
      actor,
      decidePlace(actor, "editPlace", [subject.officeId, input.officeId]),
      "editPlace",
      subject.id,
    ),
  async run({ tx, actor: { tenantId }, input: { resourceId, ...change } }) {
    await tx.resource.updateMany({ where: { tenantId, id: resourceId }, data: change });
    return { result: { resourceId }, events: [placeEdited(resourceId, change)] };
  },
});
