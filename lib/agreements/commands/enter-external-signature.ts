import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { externalSigned } from "../external/events";
import { enterExternalSignatureSchema } from "../external/schema";
import { loadSigners, loadTrustedRoots } from "../queries/load-signers";
import { allowToSpeakFor } from "../refusal";
import { judgeIncrement } from "../signing/judge-increment";
import { stampRoots } from "../stamp-authority";
import { findVersionForUpdate } from "../store";
import { completeWithLast, keepNextFile } from "./keep-signature";
import { outsideToSign } from "./open-outside";

/**
 * The office that represents a party outside brings in, in the turn it took, the file that party signed with its own certificate: judged
 * as any file signed elsewhere, kept as entered by the office. A link that is open is over with it.
 */
export const enterExternalSignature = defineCommand({
  name: "agreements.enterExternalSignature",
  input: enterExternalSignatureSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, input, subject }) => allowToSpeakFor(tx, actor, input.partyId, subject),
  async run(scope) {
    const { tx, actor, input, subject, now } = scope;
    const { tenantId, accountId } = actor;
    const { partyId } = input;
    const { round, party, certificates } = await outsideToSign(tx, actor, subject, partyId, now);
    const { taken } = round;
    if (taken?.partyId !== partyId || taken.accountId !== accountId || taken.documentId !== round.last.id)
      throw new DomainError("conflict", "noTurn");
    const bytes = input.file.content;
    const judged = judgeIncrement({
      before: round.last.bytes,
      after: bytes,
      issued: { length: round.issuedLength, sha256: round.issuedSha256 },
      signers: await loadSigners(tx, tenantId, round.id, round.last.seq),
      place: `party_${party.place}`,
      registered: certificates.map(({ sha256 }) => sha256),
      roots: await loadTrustedRoots(tx, tenantId),
      stampRoots: stampRoots(),
      now,
    });
    if (!judged.ok)
      throw new DomainError("invalid", "invalid", { fields: { file: [`increment.${judged.fault}`] } });
    const certificate = certificates.find(({ sha256 }) => sha256 === judged.certificateSha256);
    if (!certificate) throw new Error("a registered certificate was judged");
    const common = { tenantId, versionId: subject.id, roundId: round.id };
    const { documentId, sha256, jobs } = await keepNextFile(
      tx,
      { ...common, lastSeq: round.last.seq },
      { bytes, now },
    );
    await tx.externalSignature.createMany({
      data: [
        {
          ...common,
          id: newId(),
          partyId,
          documentId,
          certificateId: certificate.id,
          fieldName: judged.fieldName,
          via: "office",
          accountId,
          signedAt: now,
        },
      ],
    });
    await tx.externalLink.updateMany({
      where: { tenantId, versionId: subject.id, partyId, revokedAt: null, usedAt: null },
      data: { revokedAt: now },
    });
    const signed = externalSigned(subject.id, {
      partyId,
      via: "office",
      certificateId: certificate.id,
      sha256,
    });
    return {
      result: { agreementId: subject.agreementId },
      events: [signed, ...(await completeWithLast(scope, round))],
      jobs,
    };
  },
});
