import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { itemStoppedByDecision } from "../events";
import { allowOnProgramme } from "../refusal";
import { stopItemSchema } from "../schema";
import { assertItemFresh, decisionFor, findItemForUpdate, writeChange } from "../store";

/** An item of an issued programme is stopped by a named decision and stays readable, struck out. */
export const stopItem = defineCommand({
  name: "programmes.stopItem",
  input: stopItemSchema,
  subject: ({ tx, actor, input }) => findItemForUpdate(tx, actor.tenantId, input.itemId),
  allow: ({ actor, subject }) => allowOnProgramme(actor, "amend", subject.programme),
  async run({ tx, actor, input, subject: item }) {
    const { programme } = item;
    assertItemFresh(item, input);
    const decision = decisionFor(programme, input.decision);
    if (decision) await writeChange(tx, actor, { ...item, programmeId: programme.id }, "stop", decision);
    await tx.programmeItem.updateMany({
      where: { tenantId: actor.tenantId, id: item.id },
      data: { state: "stopped", revision: { increment: 1 } },
    });
    return {
      result: { programmeId: programme.id },
      events: [
        itemStoppedByDecision(programme.id, {
          itemId: item.id,
          title: item.title,
          decision: decision?.number ?? null,
        }),
      ],
    };
  },
});
