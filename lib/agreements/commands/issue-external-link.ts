import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { externalLinkIssued } from "../external/events";
import { issueExternalLinkSchema } from "../external/schema";
import { newPartySecret, partyHash } from "../external/secret";
import { allowToSpeakFor } from "../refusal";
import { findVersionForUpdate } from "../store";

/**
 * The office that represents a party outside gives it the link by which it consents to this version, or signs it. It is shown in this
 * answer and kept nowhere; the one before opens nothing any more.
 */
export const issueExternalLink = defineCommand({
  name: "agreements.issueExternalLink",
  input: issueExternalLinkSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, input, subject }) => allowToSpeakFor(tx, actor, input.partyId, subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, officeId, accountId } = actor;
    const of = { tenantId, versionId: subject.id, partyId: input.partyId };
    const purpose = subject.state === "negotiating" ? "consent" : "sign";
    const signed = await tx.externalSignature.count({ where: of });
    if (purpose === "sign" && signed > 0) throw new DomainError("conflict", "alreadySigned");
    const newest = await tx.externalLink.findFirst({
      where: of,
      orderBy: { createdAt: "desc" },
      select: { id: true },
    });
    if ((newest?.id ?? null) !== input.before) throw new DomainError("stale", "staleLink");
    await tx.externalLink.updateMany({
      where: { ...of, revokedAt: null, usedAt: null },
      data: { revokedAt: now },
    });
    const secret = newPartySecret();
    const linkId = newId();
    await tx.externalLink.createMany({
      data: [
        {
          ...of,
          id: linkId,
          purpose,
          secretHash: partyHash(secret) ?? "",
          officeId,
          accountId,
          createdAt: now,
          expiresAt: new Date(now.getTime() + input.days * 86_400_000),
        },
      ],
    });
    const { partyId, days } = input;
    return {
      result: { agreementId: subject.agreementId, linkId, secret },
      events: [externalLinkIssued(subject.id, { partyId, linkId, purpose, days, again: newest !== null })],
    };
  },
});
