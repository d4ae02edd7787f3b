import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { newId } from "@/lib/platform/ids";
import { itemAdded, itemAddedByDecision } from "../events";
import { itemColumns, tellOverlaps } from "../items";
import { allowOnItem } from "../refusal";
import { addItemSchema } from "../schema";
import { decisionFor, findProgrammeForUpdate, writeChange } from "../store";

/** An item of one's own in a draft; in an issued programme by a named decision. What it overlaps with is told first. */
export const addItem = defineCommand({
  name: "programmes.addItem",
  input: addItemSchema,
  subject: ({ tx, actor, input }) => findProgrammeForUpdate(tx, actor.tenantId, input.programmeId),
  allow: ({ actor, subject }) => allowOnItem(actor, "addItem", subject),
  async run({ tx, actor, input, subject: programme, now }) {
    const { tenantId } = actor;
    const decision = decisionFor(programme, input.decision);
    const columns = await itemColumns(tx, actor, programme, input, { before: null, decision });
    const last = await tx.programmeItem.aggregate({
      where: { tenantId, programmeId: programme.id },
      _max: { ordinal: true },
    });
    const id = newId();
    await tx.programmeItem.createMany({
      data: [
        {
          tenantId,
          id,
          programmeId: programme.id,
          ordinal: (last._max.ordinal ?? 0) + 1,
          ...columns,
          state: "active",
          createdAt: now,
        },
      ],
    });
    if (decision)
      await writeChange(tx, actor, { id, programmeId: programme.id, revision: 1 }, "add", decision);
    await tellOverlaps(tx, tenantId, id, input);
    const said = {
      itemId: id,
      title: columns.title,
      dutyId: columns.dutyId,
      leadOfficeId: columns.leadOfficeId,
    };
    return {
      result: { programmeId: programme.id, itemId: id },
      events: [
        decision
          ? itemAddedByDecision(programme.id, { ...said, decision: decision.number })
          : itemAdded(programme.id, said),
      ],
    };
  },
});
