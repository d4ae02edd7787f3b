import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { consentRecorded } from "../events";
import { loadAmendment } from "../queries/load-amendment";
import { loadContent } from "../queries/load-content";
import { loadParties } from "../queries/load-parties";
import { allowOnVersion } from "../refusal";
import { consentSchema } from "../schema";
import { contentHash, findVersionForUpdate, type LockedVersion } from "../store";

/** An amendment without a change is no text to agree to. */
async function assertAmends(tx: TenantTx, tenantId: string, version: LockedVersion): Promise<void> {
  const own = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: version.id } },
    select: { id: true, amendsId: true, plannedFrom: true, plannedUntil: true },
  });
  if (own.amendsId === null) return;
  const content = await loadContent(tx, tenantId, version.id);
  const parties = await loadParties(tx, tenantId, version.agreementId);
  const amendment = await loadAmendment(tx, tenantId, own, { content, parties });
  if (!amendment?.changed) throw new DomainError("conflict", "amendmentEmpty");
}

/** A party agrees to exactly this text, named by its hash; any later change takes the consent away. */
export const recordConsent = defineCommand({
  name: "agreements.recordConsent",
  input: consentSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "consent", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, officeId, accountId } = actor;
    const hash = await contentHash(tx, tenantId, subject.id);
    if (hash !== input.contentHash) throw new DomainError("stale", "staleText");
    const party = subject.parties.find((candidate) => candidate.officeId === officeId);
    if (!party) throw new DomainError("not-found", "notFound");
    const given = await tx.consent.count({ where: { tenantId, versionId: subject.id, partyId: party.id } });
    if (given > 0) throw new DomainError("conflict", "alreadyConsented");
    await assertAmends(tx, tenantId, subject);
    await tx.consent.createMany({
      data: [{ tenantId, versionId: subject.id, partyId: party.id, contentHash: hash, accountId, at: now }],
    });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [consentRecorded(subject.id, { officeId, contentHash: hash })],
    };
  },
});
