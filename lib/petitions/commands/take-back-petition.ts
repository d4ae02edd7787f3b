import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepClocksOf } from "../clocks/load-timeline";
import { petitionTakenBack } from "../events";
import { allowOnPetition } from "../refusal";
import { takeBackPetitionSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/** What was sent back is handled again by who gave it over; it was not given over then, and may be once more. */
export const takeBackPetition = defineCommand({
  name: "petitions.takeBack",
  input: takeBackPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "takeBack", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    const { forward } = petition;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    if (forward?.state !== "sent-back") throw new DomainError("conflict", "forwardNotSentBack");
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: {
        state: "classified",
        competent: null,
        outcome: null,
        outcomeOn: null,
        outcomeBody: "",
        outcomeDocument: "",
        changedAt: now,
        revision: petition.revision + 1,
      },
    });
    await tx.petitionForward.updateMany({
      where: { tenantId, id: forward.id },
      data: { state: "taken-back" },
    });
    if (forward.toOfficeId !== null) {
      await tx.petitionOffice.updateMany({
        where: { tenantId, petitionId: petition.id, officeId: forward.toOfficeId },
        data: { part: "informed" },
      });
    }
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return { result: { petitionId: petition.id }, events: [petitionTakenBack(petition.id, {})] };
  },
});
