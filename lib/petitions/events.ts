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
