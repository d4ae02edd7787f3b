import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { sealChange } from "../amendment";
import { keepClocksOf } from "../clocks/load-timeline";
import { petitionReopened } from "../events";
import { openLetterKey } from "../identity/sealing";
import { allowOnPetition } from "../refusal";
import { reopenPetitionSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/** A letter that was filed away is handled again, for a reason: new papers, a mistake (TT 05/2021/TT-TTCP, art. 28). */
export const reopenPetition = defineCommand({
  name: "petitions.reopen",
  input: reopenPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "reopen", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId, officeId, accountId } = actor;
    const { reason } = input;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    if (petition.destroyed) throw new DomainError("conflict", "letterDestroyed");
    const revision = petition.revision + 1;
    const of = { tenantId, petitionId: petition.id };
    const id = newId();
    const sealed = sealChange(
      await openLetterKey(tx, tenantId, petition.id),
      { tenantId, id },
      { reason, before: {} },
    );
    await tx.petitionChange.createMany({
      data: [{ ...of, id, revision, kind: "reopened", sealed, officeId, accountId, at: now }],
    });
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: {
        state: "classified",
        outcome: null,
        outcomeOn: null,
        outcomeDocument: "",
        keepUntil: null,
        closedAt: null,
        changedAt: now,
        revision,
      },
    });
    await keepClocksOf(tx, { ...of, now });
    return { result: { petitionId: petition.id }, events: [petitionReopened(petition.id, {})] };
  },
});
