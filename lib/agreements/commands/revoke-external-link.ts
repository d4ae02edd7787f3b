import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { externalLinkRevoked } from "../external/events";
import { revokeExternalLinkSchema } from "../external/schema";
import { allowToSpeakFor } from "../refusal";
import { findVersionForUpdate } from "../store";

/** From now on the link opens nothing: it went to the wrong hands, or the party answers otherwise. */
export const revokeExternalLink = defineCommand({
  name: "agreements.revokeExternalLink",
  input: revokeExternalLinkSchema,
  async subject({ tx, actor, input }) {
    const { tenantId } = actor;
    const version = await findVersionForUpdate(tx, tenantId, input.versionId);
    const link = await tx.externalLink.findFirst({
      where: { tenantId, id: input.linkId, versionId: input.versionId },
      select: { partyId: true },
    });
    return version && link ? { version, partyId: link.partyId } : null;
  },
  allow: ({ tx, actor, subject }) => allowToSpeakFor(tx, actor, subject.partyId, subject.version),
  async run({ tx, actor, input, subject: { version, partyId }, now }) {
    const { count } = await tx.externalLink.updateMany({
      where: { tenantId: actor.tenantId, id: input.linkId, revokedAt: null, usedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) throw new DomainError("stale", "staleLink");
    return {
      result: { agreementId: version.agreementId },
      events: [externalLinkRevoked(version.id, { partyId, linkId: input.linkId })],
    };
  },
});
