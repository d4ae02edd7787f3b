import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { allowOnPart } from "../assist/refusal";
import { findLetterWithParts, partRow, sealPart } from "../assist/store";
import { partGiven } from "../events";
import { givePartSchema } from "../schema";

/** An assisting office contributes in writing, and may revise it until the lead takes it over (article 3 clause 8). */
export const givePart = defineCommand({
  name: "petitions.givePart",
  input: givePartSchema,
  subject: ({ tx, actor, input }) => findLetterWithParts(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPart(tx, actor, "givePart", subject),
  async run({ tx, actor, input, subject: letter, now }) {
    const { officeId } = actor;
    const before = letter.assists.find((part) => part.officeId === officeId)?.state;
    const { sealed, names } = await sealPart(tx, actor, letter, officeId, {
      kind: "contribution",
      field: "contribution",
      text: input.contribution,
    });
    await tx.petitionContribution.updateMany({
      where: partRow(actor, letter, officeId),
      data: {
        state: "contributed",
        contribution: sealed,
        contributedAt: now,
        contributedBy: actor.personId,
        // Contributing without having accepted counts as having accepted.
        ...(before === "asked" ? { answeredAt: now } : {}),
        ...(names ? { names } : {}),
      },
    });
    const revised = before === "contributed";
    return { result: { petitionId: letter.id }, events: [partGiven(letter.id, { officeId, revised })] };
  },
});
