import "server-only";
import { createHash } from "node:crypto";
import { defineCommand, type Outcome, type Scope } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { DomainEvent } from "@/lib/platform/events/event";
import { newId } from "@/lib/platform/ids";
import { capacityLines } from "../delegations";
import { signingKeyRefused, versionSigned, versionSignedByParty } from "../events";
import { checkDocumentQueue } from "../queues";
import { allowToSign } from "../refusal";
import { effectiveFrom, isTermOver, stateAfterSignature } from "../rules";
import { signSchema } from "../schema";
import { addSignature } from "../signing/sign-pdf";
import { findVersionForUpdate, type LockedVersion } from "../store";
import { loadOpenRound, type OpenRound } from "./open-round-state";
import { type OpenedKey, openSigningKey } from "./open-signing-key";

type Input = { versionId: string; issuedSha256: string; certificateId: string; passphrase: string };
type Result = { versionId: string; agreementId: string; signatureId: string };

/** Who checks the file later reads in the signature itself in whose place it was made. */
function capacityOnBehalf({ signingPostTitle, delegate }: LockedVersion["parties"][number]): string {
  return delegate ? `${capacityLines(signingPostTitle, delegate).join(", ")}. ` : "";
}

/** Adds the signature as an increment of the last file; answers what the rows need. */
async function appendSignature(
  round: OpenRound,
  party: LockedVersion["parties"][number],
  key: OpenedKey,
  now: Date,
) {
  const fieldName = `party_${party.ordinal}`;
  const signed = await addSignature({
    pdf: round.last.bytes,
    privateKeyPkcs8: key.privateKeyPkcs8,
    certificateDer: key.certificateDer,
    chainDer: [key.authorityDer],
    fieldName,
    reason: `${capacityOnBehalf(party)}Ký quy chế số ${round.paperNumber}. Chữ ký số nội bộ, không thay chữ ký số chuyên dùng công vụ.`,
    signedAt: now,
  });
  const bytes = new Uint8Array(signed);
  return { fieldName, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** The last signature completes the round and puts the version in force by its date, cutting the one before it. */
async function complete(
  { tx, actor, now }: Scope<Input>,
  version: LockedVersion,
  roundId: string,
): Promise<DomainEvent> {
  const { tenantId } = actor;
  const from = effectiveFrom(version.plannedFrom, dayAt(now));
  await tx.signingRound.updateMany({
    where: { tenantId, id: roundId },
    data: { state: "completed", endedAt: now },
  });
  await tx.agreementVersion.updateMany({
    where: {
      tenantId,
      agreementId: version.agreementId,
      state: "signed",
      OR: [{ effectiveUntil: null }, { effectiveUntil: { gt: dayToColumn(from) } }],
    },
    data: { effectiveUntil: dayToColumn(from) },
  });
  await tx.agreementVersion.updateMany({
    where: { tenantId, id: version.id },
    data: {
      state: "signed",
      signedAt: now,
      effectiveFrom: dayToColumn(from),
      effectiveUntil: version.plannedUntil ? dayToColumn(version.plannedUntil) : null,
    },
  });
  return versionSigned(version.id, { roundId, effectiveFrom: from, effectiveUntil: version.plannedUntil });
}

async function sign(scope: Scope<Input> & { subject: LockedVersion }): Promise<Outcome<Result>> {
  const { tx, actor, input, subject: version, now } = scope;
  const { tenantId } = actor;
  const party = version.parties.find((candidate) => candidate.officeId === actor.officeId);
  const round = await loadOpenRound(tx, tenantId, version.id);
  if (!party || !round) throw new DomainError("conflict", "wrongState");
  if (isTermOver(version, dayAt(now))) throw new DomainError("conflict", "termOver");
  // What the signer saw is the issued file; signatures of others added meanwhile do not change it.
  if (round.issuedSha256 !== input.issuedSha256) throw new DomainError("stale", "staleText");
  if (round.signedPartyIds.includes(party.id)) throw new DomainError("conflict", "alreadySigned");
  const key = await openSigningKey(tx, actor, input.certificateId, input.passphrase, now);
  if (!key.opened) {
    return {
      rejected: key.error,
      events: [signingKeyRefused(version.id, { certificateId: input.certificateId })],
    };
  }
  const added = await appendSignature(round, party, key, now);
  const documentId = newId();
  const signatureId = newId();
  const common = { tenantId, versionId: version.id, roundId: round.id };
  await tx.issuedDocument.createMany({
    data: [
      {
        ...common,
        id: documentId,
        seq: round.last.seq + 1,
        sha256: added.sha256,
        bytes: added.bytes,
        createdAt: now,
      },
    ],
  });
  await tx.signature.createMany({
    data: [
      {
        ...common,
        id: signatureId,
        partyId: party.id,
        documentId,
        personId: actor.personId,
        postId: actor.postId,
        accountId: actor.accountId,
        certificateId: input.certificateId,
        fieldName: added.fieldName,
        method: "portal-key",
        signedAt: now,
      },
    ],
  });
  const signed = versionSignedByParty(version.id, {
    officeId: actor.officeId,
    postId: actor.postId,
    ...(party.delegate ? { delegationId: party.delegate.delegationId } : {}),
    certificateId: input.certificateId,
    sha256: added.sha256,
  });
  const last = stateAfterSignature(round.signedPartyIds.length + 1, version.parties.length) === "signed";
  const completed = last ? [await complete(scope, version, round.id)] : [];
  return {
    result: { versionId: version.id, agreementId: version.agreementId, signatureId },
    events: [signed, ...completed],
    jobs: [{ queue: checkDocumentQueue, data: { tenantId, documentId } }],
  };
}

/**
 * Whom the paper names signs the exact file with an own key once the party's turn has come: the holder of the named post,
 * or a delegate (article 13 clause 5). A wrong passphrase is counted and five lock the key.
 */
export const signVersion = defineCommand({
  name: "agreements.sign",
  input: signSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowToSign(tx, actor, subject),
  run: sign,
});
