import "server-only";
import { createHash } from "node:crypto";
import type { Outcome, Scope } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { DomainEvent, Job } from "@/lib/platform/events/event";
import { newId } from "@/lib/platform/ids";
import { capacityLines } from "../delegations";
import { timeStampMissing, versionSigned, versionSignedByParty } from "../events";
import { checkDocumentQueue } from "../queues";
import { effectiveFrom, stateAfterSignature } from "../rules";
import { assertWouldBeInForce, type LockedVersion } from "../store";
import type { SigningMethod } from "../types";
import { turnTakenBy } from "./keep-turn";
import type { Signed } from "./made-signature";
import { loadOpenRound, type OpenRound } from "./open-round-state";

type SigningScope = Omit<Scope<unknown>, "input"> & { subject: LockedVersion };
export type SigningParty = LockedVersion["parties"][number];
export type SignedResult = { versionId: string; agreementId: string; signatureId: string };

/** What every signature made with a key of the portal says of itself. */
export const internalSignature = "Chữ ký số nội bộ, không thay chữ ký số chuyên dùng công vụ.";

/** Who checks the file later reads in the signature itself in whose place it was made. */
export function reasonOf(
  round: OpenRound,
  { signingPostTitle, delegate }: SigningParty,
  note: string,
): string {
  const capacity = delegate ? `${capacityLines(signingPostTitle, delegate).join(", ")}. ` : "";
  return `${capacity}Ký quy chế số ${round.paperNumber}.${note === "" ? "" : ` ${note}`}`;
}

/** The open round and the acting office's party in it, which has not signed and whom nobody keeps waiting. */
export async function openToSign({ tx, actor, subject: version, now }: SigningScope): Promise<{
  round: OpenRound;
  party: SigningParty;
}> {
  const party = version.parties.find((candidate) => candidate.officeId === actor.officeId);
  const round = await loadOpenRound(tx, actor.tenantId, version.id);
  if (!party || !round) throw new DomainError("conflict", "wrongState");
  await assertWouldBeInForce(tx, actor.tenantId, version, dayAt(now));
  if (round.signedPartyIds.includes(party.id)) throw new DomainError("conflict", "alreadySigned");
  const { taken } = round;
  if (taken && (taken.partyId !== party.id || taken.accountId !== actor.accountId))
    throw turnTakenBy(version, taken);
  return { round, party };
}

/** The last signature completes the round and puts the version in force by its date, cutting the one before it. */
async function complete(
  { tx, actor, now, subject: version }: SigningScope,
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

/** Completes the round where the signature just made is the last, of the parties in the portal and outside. */
export async function completeWithLast(scope: SigningScope, round: OpenRound): Promise<DomainEvent[]> {
  const { parties, outside } = scope.subject;
  const signatures = round.signedPartyIds.length + round.outsideSigned + 1;
  const last = stateAfterSignature(signatures, parties.length + outside.length) === "signed";
  return last ? [await complete(scope, round.id)] : [];
}

/** The next file of a round, which begins with all of the one before; checked by a job once it is there. */
export async function keepNextFile(
  tx: TenantTx,
  round: { tenantId: string; versionId: string; roundId: string; lastSeq: number },
  made: { bytes: Uint8Array; now: Date },
): Promise<{ documentId: string; sha256: string; jobs: Job[] }> {
  const { lastSeq, ...common } = round;
  const bytes = new Uint8Array(made.bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const documentId = newId();
  await tx.issuedDocument.createMany({
    data: [{ ...common, id: documentId, seq: lastSeq + 1, sha256, bytes, createdAt: made.now }],
  });
  const data = { tenantId: round.tenantId, documentId };
  return { documentId, sha256, jobs: [{ queue: checkDocumentQueue, data }] };
}

/** Keeps the file with one signature more, whatever made it, and what is known of that signature. */
export async function keepSignature(
  scope: SigningScope,
  { round, party }: { round: OpenRound; party: SigningParty },
  made: Signed & { fieldName: string; certificateId: string; method: SigningMethod },
): Promise<Outcome<SignedResult>> {
  const { tx, actor, subject: version, now } = scope;
  const { tenantId } = actor;
  const signatureId = newId();
  const common = { tenantId, versionId: version.id, roundId: round.id };
  const { documentId, sha256, jobs } = await keepNextFile(
    tx,
    { ...common, lastSeq: round.last.seq },
    { bytes: made.bytes, now },
  );
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
        certificateId: made.certificateId,
        fieldName: made.fieldName,
        method: made.method,
        signedAt: now,
      },
    ],
  });
  const signed = versionSignedByParty(version.id, {
    officeId: actor.officeId,
    postId: actor.postId,
    ...(party.delegate ? { delegationId: party.delegate.delegationId } : {}),
    via: made.method,
    ...(made.stamped ? { timeStamp: true } : {}),
    certificateId: made.certificateId,
    sha256,
  });
  const missing = made.stamped === false ? [timeStampMissing(version.id, { sha256 })] : [];
  return {
    result: { versionId: version.id, agreementId: version.agreementId, signatureId },
    events: [signed, ...missing, ...(await completeWithLast(scope, round))],
    jobs,
  };
}
