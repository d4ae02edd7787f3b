import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { capacityLines } from "../delegations";
import type { ReceiptView, SigningMethod } from "../types";
import { getAgreementPage } from "./get-agreement-page";

/** What a signer keeps: who, when, the fingerprint of the file, and the line of the chain that bears witness. */
export const getReceipt: Query<{ signatureId: string }, ReceiptView> = async (scope) => {
  const { tx, actor } = scope;
  const { tenantId } = actor;
  const signature = await tx.signature.findUnique({
    where: { tenantId_id: { tenantId, id: scope.input.signatureId } },
    include: {
      person: { select: { fullName: true } },
      certificate: { select: { subject: true, serial: true } },
      document: { select: { id: true, seq: true, sha256: true } },
      party: { select: { officeId: true, agreementId: true } },
    },
  });
  if (!signature) return null;
  const version = await tx.agreementVersion.findUnique({
    where: { tenantId_id: { tenantId, id: signature.versionId } },
    select: { number: true },
  });
  const page = await getAgreementPage({
    ...scope,
    input: { agreementId: signature.party.agreementId, versionNumber: version?.number },
  });
  if (!page) return null;
  const party = page.parties.find(({ office }) => office.id === signature.party.officeId);
  const onBehalf = page.round?.turns.find(({ partyId }) => partyId === signature.partyId)?.onBehalf ?? null;
  const events = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    select seq, hash from audit_events
    where tenant_id = ${tenantId}::uuid and subject_kind = 'agreement-version' and subject_id = ${signature.versionId}::uuid
      and name = 'agreements.signedByParty' and payload ->> 'sha256' = ${signature.document.sha256} limit 1`;
  const event = events[0];
  return {
    ...page,
    signature: {
      id: signature.id,
      signerName: signature.person.fullName,
      capacity: party
        ? capacityLines(party.signingPostTitle, signature.postId === party.signingPostId ? null : onBehalf)
        : [],
      officeId: signature.party.officeId,
      signedAt: signature.signedAt,
      ordinal: signature.document.seq,
      documentId: signature.document.id,
      sha256: signature.document.sha256,
      certificateSubject: signature.certificate.subject,
      certificateSerial: signature.certificate.serial,
      method: signature.method as SigningMethod,
    },
    audit: event ? { seq: String(event.seq), hash: event.hash } : null,
  };
};
