import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { allowOnPart } from "../assist/refusal";
import { findLetterWithParts, partRow } from "../assist/store";
import { partTakenOver } from "../events";
import { takeOverPartSchema } from "../schema";

/** Who handles the letter takes over a part; from then on it does not change (article 3 clause 5). */
export const takeOverPart = defineCommand({
  name: "petitions.takeOverPart",
  input: takeOverPartSchema,
  subject: ({ tx, actor, input }) => findLetterWithParts(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, input, subject }) => allowOnPart(tx, actor, "takeOverPart", subject, input.officeId),
  async run({ tx, actor, input, subject: letter, now }) {
    await tx.petitionContribution.updateMany({
      where: partRow(actor, letter, input.officeId),
      data: { state: "taken-over", takenOverAt: now },
    });
    return {
      result: { petitionId: letter.id },
      events: [partTakenOver(letter.id, { officeId: input.officeId })],
    };
  },
});
