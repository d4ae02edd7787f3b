import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { forwardLinkRevoked } from "../events";
import { revokeForwardLinkSchema } from "../external/schema";
import { allowOnPetition } from "../refusal";
import { findPetitionForUpdate } from "../store";

/** From now on the link opens nothing: it went to the wrong hands, or is answered otherwise. */
export const revokeForwardLink = defineCommand({
  name: "petitions.revokeForwardLink",
  input: revokeForwardLinkSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "issueLink", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { count } = await tx.forwardLink.updateMany({
      where: { tenantId: actor.tenantId, id: input.linkId, petitionId: petition.id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) throw new DomainError("stale", "stalePetition");
    return {
      result: { petitionId: petition.id },
      events: [forwardLinkRevoked(petition.id, { linkId: input.linkId })],
    };
  },
});
