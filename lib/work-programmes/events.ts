import type { DomainEvent } from "@/lib/platform/events/event";

function onProgramme(name: DomainEvent["name"]) {
  return (programmeId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "work-programme",
    subjectId: programmeId,
    payload,
  });
}

export const programmeDrafted = onProgramme("programmes.drafted");
export const itemsCarriedDown = onProgramme("programmes.carriedDown");
export const itemAdded = onProgramme("programmes.itemAdded");
export const itemEdited = onProgramme("programmes.itemEdited");
export const itemRemoved = onProgramme("programmes.itemRemoved");
export const programmeDiscarded = onProgramme("programmes.discarded");
export const programmeIssued = onProgramme("programmes.issued");
export const itemAddedByDecision = onProgramme("programmes.addedByDecision");
export const itemChangedByDecision = onProgramme("programmes.changedByDecision");
export const itemStoppedByDecision = onProgramme("programmes.stoppedByDecision");
export const overlapSettled = onProgramme("programmes.overlapSettled");
