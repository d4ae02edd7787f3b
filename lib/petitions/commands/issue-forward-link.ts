import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { forwardLinkIssued } from "../events";
import { issueForwardLinkSchema } from "../external/schema";
import { linkHash, newLinkSecret } from "../external/secret";
import { allowOnPetition } from "../refusal";
import { findPetitionForUpdate } from "../store";

/**
 * Gives the link by which the body a letter was sent to answers the slip. It is shown in this answer, to be printed on the slip
 * or sent on, and kept nowhere; the one before opens nothing any more.
 */
export const issueForwardLink = defineCommand({
  name: "petitions.issueForwardLink",
  input: issueForwardLinkSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "issueLink", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId, officeId, accountId } = actor;
    const { forward } = petition;
    if (
      forward?.id !== input.forwardId ||
      forward.toBodyId === null ||
      !["sent", "acknowledged"].includes(forward.state)
    ) {
      throw new DomainError("conflict", "slipTakesNoLink");
    }
    const of = { tenantId, forwardId: forward.id };
    const before = await tx.forwardLink.findMany({ where: of, select: { id: true, revokedAt: true } });
    if (before.length !== input.links) throw new DomainError("stale", "stalePetition");
    await tx.forwardLink.updateMany({ where: { ...of, revokedAt: null }, data: { revokedAt: now } });
    const secret = newLinkSecret();
    const linkId = newId();
    await tx.forwardLink.createMany({
      data: [
        {
          ...of,
          id: linkId,
          petitionId: petition.id,
          secretHash: linkHash(secret) ?? "",
          officeId,
          accountId,
          createdAt: now,
          expiresAt: new Date(now.getTime() + input.days * 86_400_000),
        },
      ],
    });
    return {
      result: { petitionId: petition.id, linkId, secret },
      events: [forwardLinkIssued(petition.id, { linkId, days: input.days, again: before.length > 0 })],
    };
  },
});
