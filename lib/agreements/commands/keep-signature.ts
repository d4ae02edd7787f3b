import "server-only";
import { createHash } from "node:crypto";
import type { Outcome, Scope } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { DomainEvent } from "@/lib/platform/events/event";
import { newId } from "@/lib/platform/ids";
import { capacityLines } from "../delegations";
import { versionSigned, versionSignedByParty } from "../events";
import { checkDocumentQueue } from "../queues";
import { effectiveFrom, isTermOver, stateAfterSignature } from "../rules";
import type { LockedVersion } from "../store";
import type { SigningMethod } from "../types";
import { loadOpenRound, type OpenRound } from "./open-round-state";

type SigningScope = Omit<Scope<unknown>, "input"> & { subject: LockedVersion };
export type SigningParty = LockedVersion["parties"][number];
export type SignedResult = { versionId: string; agreementId: string; signatureId: string };

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
  if (isTermOver(version, dayAt(now))) throw new DomainError("conflict", "termOver");
  if (round.signedPartyIds.includes(party.id)) throw new DomainError("conflict", "alreadySigned");
  const { taken } = round;
  if (taken && (taken.partyId !== party.id || taken.accountId !== actor.accountId)) {
    const office = version.parties.find(({ id }) => id === taken.partyId)?.officeCode ?? "";
    throw new DomainError("conflict", "turnTaken", { values: { office, until: taken.untilText } });
  }
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

/** Keeps the file with one signature more, whatever made it, and what is known of that signature. */
export async function keepSignature(
  scope: SigningScope,
  { round, party }: { round: OpenRound; party: SigningParty },
  made: { bytes: Uint8Array; fieldName: string; certificateId: string; method: SigningMethod },
): Promise<Outcome<SignedResult>> {
  const { tx, actor, subject: version, now } = scope;
  const { tenantId } = actor;
  const bytes = new Uint8Array(made.bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const documentId = newId();
  const signatureId = newId();
  const common = { tenantId, versionId: version.id, roundId: round.id };
  await tx.issuedDocument.createMany({
    data: [{ ...common, id: documentId, seq: round.last.seq + 1, sha256, bytes, createdAt: now }],
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
    ...(made.method === "portal-key" ? {} : { method: made.method }),
    certificateId: made.certificateId,
    sha256,
  });
  const last = stateAfterSignature(round.signedPartyIds.length + 1, version.parties.length) === "signed";
  const completed = last ? [await complete(scope, round.id)] : [];
  return {
    result: { versionId: version.id, agreementId: version.agreementId, signatureId },
    events: [signed, ...completed],
    jobs: [{ queue: checkDocumentQueue, data: { tenantId, documentId } }],
  };
}
