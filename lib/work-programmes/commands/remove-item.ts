import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { itemRemoved } from "../events";
import { allowOnProgramme } from "../refusal";
import { removeItemSchema } from "../schema";
import { assertItemFresh, findItemForUpdate } from "../store";

/** Out of a draft an item goes without a trace but the history's; out of an issued programme none goes. */
export const removeItem = defineCommand({
  name: "programmes.removeItem",
  input: removeItemSchema,
  subject: ({ tx, actor, input }) => findItemForUpdate(tx, actor.tenantId, input.itemId),
  allow: ({ actor, subject }) => allowOnProgramme(actor, "removeItem", subject.programme),
  async run({ tx, actor, input, subject: item }) {
    assertItemFresh(item, input);
    const { tenantId } = actor;
    const settled = await tx.overlapSettlement.count({
      where: { tenantId, OR: [{ itemId: item.id }, { otherItemId: item.id }] },
    });
    if (settled > 0) throw new DomainError("conflict", "itemSettled");
    await tx.programmeItem.deleteMany({ where: { tenantId, id: item.id } });
    return {
      result: { programmeId: item.programme.id },
      events: [itemRemoved(item.programme.id, { itemId: item.id, title: item.title })],
    };
  },
});
