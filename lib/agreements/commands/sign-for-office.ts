import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { signingKeyRefused, versionIssued, versionSignedForOffice } from "../events";
import { allowOnVersion } from "../refusal";
import { signSchema } from "../schema";
import { addSignature } from "../signing/sign-pdf";
import { findVersionForUpdate } from "../store";
import { internalSignature, keepNextFile } from "./keep-signature";
import { loadRoundToIssue } from "./open-round-state";
import { openSigningKey } from "./open-signing-key";

/**
 * The records clerk of a party adds the organisation's signature to the file that every person has signed (NĐ 30/2020/NĐ-CP art. 5,
 * 32), with the key of the organisation; with the last of them the agreement is issued. It is in force before, by what the persons
 * signed. A wrong passphrase is counted and five lock the key.
 */
export const signForOffice = defineCommand({
  name: "agreements.signForOffice",
  input: signSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "issue", subject),
  async run({ tx, actor, input, subject: version, now }) {
    const { tenantId, officeId } = actor;
    const party = version.parties.find((candidate) => candidate.officeId === officeId);
    const round = await loadRoundToIssue(tx, tenantId, version.id);
    if (!party || !round) throw new DomainError("conflict", "wrongState");
    if (!round.organisations) throw new DomainError("conflict", "noOfficeBlock");
    if (round.signedForPartyIds.includes(party.id)) throw new DomainError("conflict", "alreadySigned");
    if (round.issuedSha256 !== input.issuedSha256) throw new DomainError("stale", "staleText");
    const owner = { kind: "office", id: officeId } as const;
    const key = await openSigningKey(tx, tenantId, owner, input, now);
    if (!key.opened) {
      return {
        rejected: key.error,
        events: [signingKeyRefused(version.id, { certificateId: input.certificateId })],
      };
    }
    const fieldName = `office_${party.ordinal}`;
    const bytes = await addSignature({
      pdf: round.last.bytes,
      privateKeyPkcs8: key.privateKeyPkcs8,
      certificateDer: key.certificateDer,
      chainDer: [key.authorityDer],
      fieldName,
      reason: `Ký số của cơ quan, ban hành quy chế số ${round.paperNumber}. ${internalSignature}`,
      signedAt: now,
    });
    const common = { tenantId, versionId: version.id, roundId: round.id };
    const { documentId, sha256, jobs } = await keepNextFile(
      tx,
      { ...common, lastSeq: round.last.seq },
      { bytes, now },
    );
    await tx.organisationSignature.createMany({
      data: [
        {
          ...common,
          id: newId(),
          partyId: party.id,
          documentId,
          personId: actor.personId,
          postId: actor.postId,
          accountId: actor.accountId,
          certificateId: input.certificateId,
          fieldName,
          signedAt: now,
        },
      ],
    });
    const last = round.signedForPartyIds.length + 1 === version.parties.length;
    return {
      result: { versionId: version.id, agreementId: version.agreementId },
      events: [
        versionSignedForOffice(version.id, { officeId, certificateId: input.certificateId, sha256 }),
        ...(last ? [versionIssued(version.id, { roundId: round.id })] : []),
      ],
      jobs,
    };
  },
});
