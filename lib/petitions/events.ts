import type { DomainEvent } from "@/lib/platform/events/event";

/** Payloads name no person: ids, classes, days and numbers only. */
function onPetition(name: DomainEvent["name"]) {
  return (petitionId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "petition",
    subjectId: petitionId,
    payload,
  });
}

export const petitionTaken = onPetition("petitions.taken");
export const petitionClassified = onPetition("petitions.classified");
export const milestoneRecorded = onPetition("petitions.milestoneRecorded");
export const petitionAssessed = onPetition("petitions.assessed");
export const petitionForwarded = onPetition("petitions.forwarded");
export const forwardAnswered = onPetition("petitions.forwardAnswered");
export const forwardLinkIssued = onPetition("petitions.forwardLinkIssued");
export const forwardLinkRevoked = onPetition("petitions.forwardLinkRevoked");
export const bodyAnswered = onPetition("petitions.bodyAnswered");
export const petitionTakenBack = onPetition("petitions.takenBack");
export const resultTold = onPetition("petitions.resultTold");
export const petitionReopened = onPetition("petitions.reopened");
export const petitionAmended = onPetition("petitions.amended");
export const petitionConcluded = onPetition("petitions.concluded");
export const petitionDestroyed = onPetition("petitions.destroyed");
export const petitionLookedAt = onPetition("petitions.lookedAt");
export const scansAttached = onPetition("petitions.scansAttached");
export const petitionJoined = onPetition("petitions.joined");
export const petitionKeptApart = onPetition("petitions.keptApart");
export const joinUndone = onPetition("petitions.joinUndone");
export const petitionSplit = onPetition("petitions.split");
export const paperIssued = onPetition("petitions.paperIssued");
export const nameTried = onPetition("petitions.nameTried");
export const petitionAssigned = onPetition("petitions.assigned");
export const additionsSeen = onPetition("petitions.additionsSeen");
export const secretIssued = onPetition("petitions.secretIssued");
export const partAsked = onPetition("petitions.partAsked");
export const partAccepted = onPetition("petitions.partAccepted");
export const partDeclined = onPetition("petitions.partDeclined");
export const partGiven = onPetition("petitions.partGiven");
export const partTakenOver = onPetition("petitions.partTakenOver");

/** About no letter: about what an office asked. */
export function lookUpsReviewed(reviewId: string, payload: Record<string, unknown>): DomainEvent {
  return { name: "petitions.lookUpsReviewed", subjectKind: "look-up-review", subjectId: reviewId, payload };
}
