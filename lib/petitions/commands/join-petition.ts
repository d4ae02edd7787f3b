import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { keepClocksOf } from "../clocks/load-timeline";
import { petitionJoined } from "../events";
import { allowOnPetition } from "../refusal";
import { findOtherLetter } from "../same-letter/find-other-letter";
import { joinPetitionSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/**
 * A letter that is the same as an earlier one is handled with it: here it opens no term of its own, what runs is the first
 * letter's. Both stay in the register, and whoever joined them may undo it.
 */
export const joinPetition = defineCommand({
  name: "petitions.join",
  input: joinPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "join", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const other = await findOtherLetter(tx, petition.id, input.code);
    if (!other.earlier) throw new DomainError("conflict", "joinedToTheFirst");
    const chained = await tx.petitionJoin.count({
      where: {
        tenantId,
        kind: "joined",
        undoneAt: null,
        OR: [{ petitionId: petition.id }, { otherId: petition.id }, { petitionId: other.id }],
      },
    });
    if (chained > 0) throw new DomainError("conflict", "joinedToTheFirst");
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: { changedAt: now, revision: petition.revision + 1 },
    });
    await tx.petitionJoin.createMany({
      data: [
        {
          tenantId,
          id: newId(),
          petitionId: petition.id,
          otherId: other.id,
          kind: "joined",
          officeId: actor.officeId,
          accountId: actor.accountId,
          at: now,
        },
      ],
    });
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [petitionJoined(petition.id, { code: input.code, otherId: other.id })],
    };
  },
});
