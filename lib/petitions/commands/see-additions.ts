import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { additionsSeen } from "../events";
import { allowOnPetition } from "../refusal";
import { seeAdditionsSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/** What a sender added on line was seen by who handles the letter: it goes from their desk, and who saw it stays on record. */
export const seeAdditions = defineCommand({
  name: "petitions.seeAdditions",
  input: seeAdditionsSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "seeAdditions", subject),
  async run({ tx, actor, subject: petition, now }) {
    const { count } = await tx.petitionAddition.updateMany({
      where: { tenantId: actor.tenantId, petitionId: petition.id, seenAt: null },
      data: { seenAt: now, seenBy: actor.accountId },
    });
    if (count === 0) throw new DomainError("stale", "stalePetition");
    return { result: { petitionId: petition.id }, events: [additionsSeen(petition.id, { count })] };
  },
});
