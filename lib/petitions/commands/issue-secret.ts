import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newSecret, secretHash } from "../citizen/secret";
import { secretIssued } from "../events";
import { tenantKey } from "../identity/tenant-keys";
import { allowOnPetition } from "../refusal";
import { issueSecretSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/**
 * Gives who brought a letter the secret to look it up with, printed on the receipt and kept nowhere. A letter that has one gets
 * another once an identity card was shown; the one before opens nothing any more.
 */
export const issueSecret = defineCommand({
  name: "petitions.issueSecret",
  input: issueSecretSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "issueSecret", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId, tenantSlug, accountId } = actor;
    const of = { tenantId, petitionId: petition.id };
    const before = await tx.petitionSecret.findFirst({ where: of, select: { issues: true } });
    const issues = before?.issues ?? 0;
    if (issues !== input.issues) throw new DomainError("stale", "stalePetition");
    if (issues > 0 && !input.cardShown) {
      throw new DomainError("invalid", "invalid", { fields: { cardShown: ["cardNotShown"] } });
    }
    const secret = newSecret();
    const { key } = await tenantKey(tx, tenantId, "lookup");
    const kept = {
      secretHash: secretHash(key, tenantSlug, petition.code, secret),
      issues: issues + 1,
      accountId,
      issuedAt: now,
    };
    if (before) await tx.petitionSecret.updateMany({ where: of, data: kept });
    else await tx.petitionSecret.createMany({ data: [{ ...of, ...kept }] });
    return {
      result: { petitionId: petition.id, secret },
      events: [secretIssued(petition.id, { again: issues > 0 })],
    };
  },
});
