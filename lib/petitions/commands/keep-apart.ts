import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { petitionKeptApart } from "../events";
import { allowOnPetition } from "../refusal";
import { findOtherLetter } from "../same-letter/find-other-letter";
import { keepApartSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/** A letter that looks the same as another and is not: said with a reason, which stays. */
export const keepApart = defineCommand({
  name: "petitions.keepApart",
  input: keepApartSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "keepApart", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const other = await findOtherLetter(tx, petition.id, input.code);
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
          kind: "apart",
          reason: input.reason,
          officeId: actor.officeId,
          accountId: actor.accountId,
          at: now,
        },
      ],
    });
    return {
      result: { petitionId: petition.id },
      events: [petitionKeptApart(petition.id, { code: input.code, otherId: other.id })],
    };
  },
});
