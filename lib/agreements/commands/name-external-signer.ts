import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { externalSignerNamed } from "../external/events";
import { loadOutsideParties } from "../external/queries/load-outside";
import { nameExternalSignerSchema } from "../external/schema";
import { allowOnVersion } from "../refusal";
import { findVersionForUpdate, touchVersion } from "../store";

/**
 * Another signs for a party outside, since who was to sign left the post: from this version on, and before its round is opened, since
 * the round's paper names who signs. Another person in the same post changes no word that was consented to; another post does, and
 * clears the consents.
 */
export const nameExternalSigner = defineCommand({
  name: "agreements.nameExternalSigner",
  input: nameExternalSignerSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "nameSigner", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, accountId } = actor;
    const { partyId, signingTitle, signerName, reason } = input;
    const { id: versionId, agreementId } = subject;
    const parties = await loadOutsideParties(tx, tenantId, { agreementId, versionId });
    const party = parties.find(({ id }) => id === partyId);
    if (party?.signerName !== input.before) throw new DomainError("stale", "staleText");
    const otherPost = party.signingTitle !== signingTitle;
    if (!otherPost && party.signerName === signerName)
      throw new DomainError("invalid", "invalid", { fields: { signerName: ["signerSame"] } });
    const signer = { tenantId, id: newId(), versionId, partyId, signingTitle, signerName, reason };
    await tx.externalSigner.createMany({ data: [{ ...signer, accountId, namedAt: now }] });
    if (otherPost) await touchVersion(tx, tenantId, subject, { accountId, now });
    return {
      result: { versionId, agreementId },
      events: [
        externalSignerNamed(versionId, { partyId, before: party.signerName, signerName, reason, otherPost }),
      ],
    };
  },
});
