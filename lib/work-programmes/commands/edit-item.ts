import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { itemChangedByDecision, itemEdited } from "../events";
import { itemColumns, tellOverlaps } from "../items";
import { allowOnItem } from "../refusal";
import { editItemSchema } from "../schema";
import { assertItemFresh, decisionFor, findItemForUpdate, writeChange } from "../store";

/** Other words, time, lead or leader; in an issued programme by a named decision, and what it was before is kept. */
export const editItem = defineCommand({
  name: "programmes.editItem",
  input: editItemSchema,
  subject: ({ tx, actor, input }) => findItemForUpdate(tx, actor.tenantId, input.itemId),
  allow: ({ actor, subject }) => allowOnItem(actor, "editItem", subject.programme),
  async run({ tx, actor, input, subject: item }) {
    const { tenantId } = actor;
    const { programme } = item;
    assertItemFresh(item, input);
    const decision = decisionFor(programme, input.decision);
    const columns = await itemColumns(tx, actor, programme, input, { before: item, decision });
    if (decision) await writeChange(tx, actor, { ...item, programmeId: programme.id }, "change", decision);
    await tx.programmeItem.updateMany({
      where: { tenantId, id: item.id },
      data: { ...columns, revision: { increment: 1 } },
    });
    await tellOverlaps(tx, tenantId, item.id, input);
    const said = { itemId: item.id, title: columns.title, leadOfficeId: columns.leadOfficeId };
    return {
      result: { programmeId: programme.id, itemId: item.id },
      events: [
        decision
          ? itemChangedByDecision(programme.id, { ...said, decision: decision.number })
          : itemEdited(programme.id, said),
      ],
    };
  },
});
