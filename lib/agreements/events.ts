import type { DomainEvent } from "@/lib/platform/events/event";

function onVersion(name: DomainEvent["name"]) {
  return (versionId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "agreement-version",
    subjectId: versionId,
    payload,
  });
}

/** Delegations are the province's own record, beside any agreement: their history is that of the tenant. */
function onDelegations(name: DomainEvent["name"]) {
  return (tenantId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "signing-delegations",
    subjectId: tenantId,
    payload,
  });
}

export const delegationRecorded = onDelegations("agreements.delegationRecorded");
export const delegationRevoked = onDelegations("agreements.delegationRevoked");
function onCertificate(name: DomainEvent["name"]) {
  return (id: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "certificate",
    subjectId: id,
    payload,
  });
}

/** A certificate that somebody registered as the own. */
export const certificateRegistered = onCertificate("agreements.certificateRegistered");
/** A new key that waits for its certificate; the subject is the request. */
export const signingKeyRequested = onCertificate("agreements.signingKeyRequested");

export const agreementDrafted = onVersion("agreements.drafted");
export const articleEdited = onVersion("agreements.articleEdited");
export const dutyAssigned = onVersion("agreements.dutyAssigned");
export const workingRulesSet = onVersion("agreements.workingRulesSet");
export const termSet = onVersion("agreements.termSet");
export const formSet = onVersion("agreements.formSet");
export const pointRaised = onVersion("agreements.pointRaised");
export const pointAnswered = onVersion("agreements.pointAnswered");
export const proposalAccepted = onVersion("agreements.proposalAccepted");
export const proposalRejected = onVersion("agreements.proposalRejected");
export const pointClosed = onVersion("agreements.pointClosed");
export const versionSent = onVersion("agreements.sent");
export const consentRecorded = onVersion("agreements.consentRecorded");
export const roundOpened = onVersion("agreements.roundOpened");
export const turnTaken = onVersion("agreements.turnTaken");
export const turnGivenBack = onVersion("agreements.turnGivenBack");
export const versionSignedByParty = onVersion("agreements.signedByParty");
/** A responder is configured and gave no time stamp: the signature stands without. */
export const timeStampMissing = onVersion("agreements.timeStampMissing");
export const versionSigned = onVersion("agreements.signed");
export const versionSignedForOffice = onVersion("agreements.signedForOffice");
export const versionIssued = onVersion("agreements.issued");
export const signingDeclined = onVersion("agreements.signingDeclined");
export const signingKeyRefused = onVersion("agreements.signingKeyRefused");
export const versionWithdrawn = onVersion("agreements.withdrawn");
export const versionRevised = onVersion("agreements.revised");
export const roundLapsed = onVersion("agreements.roundLapsed");
export const documentChecked = onVersion("agreements.documentChecked");
export const versionRenewed = onVersion("agreements.renewed");
export const endingProposed = onVersion("agreements.endingProposed");
export const endingAgreed = onVersion("agreements.endingAgreed");
export const endingRefused = onVersion("agreements.endingRefused");
export const endingWithdrawn = onVersion("agreements.endingWithdrawn");
export const agreementEnded = onVersion("agreements.ended");
