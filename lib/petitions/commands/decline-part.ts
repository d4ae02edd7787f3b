import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { allowOnPart } from "../assist/refusal";
import { findLetterWithParts, partRow, sealPart } from "../assist/store";
import { partDeclined } from "../events";
import { declinePartSchema } from "../schema";

/** An assisting office declines with its reason (article 3 clause 7). */
export const declinePart = defineCommand({
  name: "petitions.declinePart",
  input: declinePartSchema,
  subject: ({ tx, actor, input }) => findLetterWithParts(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPart(tx, actor, "declinePart", subject),
  async run({ tx, actor, input, subject: letter, now }) {
    const { sealed, names } = await sealPart(tx, actor, letter, actor.officeId, {
      kind: "reason",
      field: "reason",
      text: input.reason,
    });
    await tx.petitionContribution.updateMany({
      where: partRow(actor, letter, actor.officeId),
      data: { state: "declined", declineReason: sealed, answeredAt: now, ...(names ? { names } : {}) },
    });
    return {
      result: { petitionId: letter.id },
      events: [partDeclined(letter.id, { officeId: actor.officeId })],
    };
  },
});
