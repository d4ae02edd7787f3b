import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepClocksOf } from "../clocks/load-timeline";
import { joinUndone } from "../events";
import { allowOnPetition } from "../refusal";
import { undoJoinSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/** What was joined or kept apart is open again: the trace of it stays, and the letter's own terms run as if it never had been. */
export const undoJoin = defineCommand({
  name: "petitions.undoJoin",
  input: undoJoinSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "undoJoin", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const join = await tx.petitionJoin.findFirst({
      where: { tenantId, id: input.joinId, petitionId: petition.id, undoneAt: null },
      select: { id: true, kind: true, otherId: true },
    });
    if (!join) throw new DomainError("conflict", "nothingJoined");
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: { changedAt: now, revision: petition.revision + 1 },
    });
    await tx.petitionJoin.updateMany({
      where: { tenantId, id: join.id },
      data: { undoneAt: now, undoneBy: actor.accountId },
    });
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [joinUndone(petition.id, { kind: join.kind, otherId: join.otherId })],
    };
  },
});
