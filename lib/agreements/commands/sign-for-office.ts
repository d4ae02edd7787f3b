import "server-only";
import { defineCommand, type Outcome, type RunScope } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { signingKeyRefused, timeStampMissing, versionIssued, versionSignedForOffice } from "../events";
import { allowOnVersion } from "../refusal";
import { signSchema } from "../schema";
import { addSignature } from "../signing/sign-pdf";
import { findVersionForUpdate, type LockedVersion } from "../store";
import { internalSignature, keepNextFile } from "./keep-signature";
import { madeFor, type Signed, signOrAsk } from "./made-signature";
import { loadRoundToIssue, type RoundToIssue } from "./open-round-state";
import { findStanding, openSigningKey } from "./open-signing-key";

type Kept = {
  officeId: string;
  party: LockedVersion["parties"][number];
  round: RoundToIssue;
  fieldName: string;
};

async function keep(
  { tx, actor, input, subject: version, now }: RunScope<{ certificateId: string }, LockedVersion>,
  { officeId, party, round, fieldName }: Kept,
  { bytes, stamped }: Signed,
): Promise<Outcome<{ versionId: string; agreementId: string }>> {
  const { certificateId } = input;
  const common = { tenantId: actor.tenantId, versionId: version.id, roundId: round.id };
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
        certificateId,
        fieldName,
        signedAt: now,
      },
    ],
  });
  const last = round.signedForPartyIds.length + 1 === version.parties.length;
  const stamp = stamped ? { timeStamp: true } : {};
  return {
    result: { versionId: version.id, agreementId: version.agreementId },
    events: [
      versionSignedForOffice(version.id, { officeId, via: "portal-key", ...stamp, certificateId, sha256 }),
      ...(stamped === false ? [timeStampMissing(version.id, { sha256 })] : []),
      ...(last ? [versionIssued(version.id, { roundId: round.id })] : []),
    ],
    jobs,
  };
}

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
  async run(scope) {
    const { tx, actor, input, subject: version, now, answer } = scope;
    const { tenantId, officeId } = actor;
    const party = version.parties.find((candidate) => candidate.officeId === officeId);
    const round = await loadRoundToIssue(tx, tenantId, version.id);
    if (!party || !round) throw new DomainError("conflict", "wrongState");
    if (!round.organisations) throw new DomainError("conflict", "noOfficeBlock");
    if (round.signedForPartyIds.includes(party.id)) throw new DomainError("conflict", "alreadySigned");
    if (round.issuedSha256 !== input.issuedSha256) throw new DomainError("stale", "staleText");
    const fieldName = `office_${party.ordinal}`;
    const kept = { officeId, party, round, fieldName };
    const made = madeFor(answer, round.last.id);
    if (made && (await findStanding(tx, tenantId, input.certificateId, now))) return keep(scope, kept, made);
    const owner = { kind: "office", id: officeId } as const;
    const key = await openSigningKey(tx, tenantId, owner, input, now);
    if (!key.opened) {
      return {
        rejected: key.error,
        events: [signingKeyRefused(version.id, { certificateId: input.certificateId })],
      };
    }
    const signed = await signOrAsk(answer, round.last.id, (askForStamp) =>
      addSignature({
        pdf: round.last.bytes,
        privateKeyPkcs8: key.privateKeyPkcs8,
        certificateDer: key.certificateDer,
        chainDer: [key.authorityDer],
        fieldName,
        reason: `Ký số của cơ quan, ban hành quy chế số ${round.paperNumber}. ${internalSignature}`,
        signedAt: now,
        askForStamp,
      }),
    );
    return "asks" in signed ? signed : keep(scope, kept, signed);
  },
});
