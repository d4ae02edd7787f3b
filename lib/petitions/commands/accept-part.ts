import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { allowOnPart } from "../assist/refusal";
import { findLetterWithParts, partRow } from "../assist/store";
import { partAccepted } from "../events";
import { answerPartSchema } from "../schema";

/** An assisting office takes on what it was asked about a letter (article 3 clause 7). */
export const acceptPart = defineCommand({
  name: "petitions.acceptPart",
  input: answerPartSchema,
  subject: ({ tx, actor, input }) => findLetterWithParts(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPart(tx, actor, "acceptPart", subject),
  async run({ tx, actor, subject: letter, now }) {
    await tx.petitionContribution.updateMany({
      where: partRow(actor, letter, actor.officeId),
      data: { state: "accepted", answeredAt: now },
    });
    return {
      result: { petitionId: letter.id },
      events: [partAccepted(letter.id, { officeId: actor.officeId })],
    };
  },
});
