import type { DomainEvent } from "@/lib/platform/events/event";

function onVersion(name: DomainEvent["name"]) {
  return (versionId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "agreement-version",
    subjectId: versionId,
    payload,
  });
}

export const externalPartyNamed = onVersion("agreements.externalPartyNamed");
export const externalPartyDropped = onVersion("agreements.externalPartyDropped");
/** Another person signs for it, or the same body by another post. */
export const externalSignerNamed = onVersion("agreements.externalSignerNamed");
export const externalLinkIssued = onVersion("agreements.externalLinkIssued");
export const externalLinkRevoked = onVersion("agreements.externalLinkRevoked");
/** By its link, or entered by the office that represents it: the payload says which. */
export const externalAnswered = onVersion("agreements.externalAnswered");
/** By its link, or in the turn that the office took for it. */
export const externalTurnTaken = onVersion("agreements.externalTurnTaken");
export const externalTurnGivenBack = onVersion("agreements.externalTurnGivenBack");
export const externalSigned = onVersion("agreements.externalSigned");
export const externalCertificateRegistered = onVersion("agreements.externalCertificateRegistered");
