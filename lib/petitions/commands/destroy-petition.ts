import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { petitionDestroyed } from "../events";
import { refuseNames } from "../identity/refuse-names";
import { allowOnPetition } from "../refusal";
import { destroyPetitionSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/**
 * After its time a letter that was filed away is destroyed by decision (TT 05/2021/TT-TTCP, art. 28): its key, who wrote it and
 * what. The line of the register stays.
 */
export const destroyPetition = defineCommand({
  name: "petitions.destroy",
  input: destroyPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "destroy", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    if (petition.destroyed) throw new DomainError("conflict", "letterDestroyed");
    if (petition.keepUntil === null || petition.keepUntil > dayAt(now)) {
      throw new DomainError("conflict", "stillKept");
    }
    await refuseNames(tx, tenantId, petition, { documentNumber: input.documentNumber });
    await tx.petitionKey.updateMany({
      where: { tenantId, petitionId: petition.id },
      data: { wrapped: null, destroyedAt: now },
    });
    await tx.petitionPerson.deleteMany({ where: { tenantId, petitionId: petition.id } });
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: {
        content: null,
        sealedContent: null,
        destroyedAt: now,
        changedAt: now,
        revision: petition.revision + 1,
      },
    });
    return {
      result: { petitionId: petition.id },
      events: [petitionDestroyed(petition.id, { document: input.documentNumber })],
    };
  },
});
