import type { DomainEvent } from "@/lib/platform/events/event";

function onHandover(name: DomainEvent["name"]) {
  return (handoverId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "national-handover",
    subjectId: handoverId,
    payload,
  });
}

export const handoverPrepared = onHandover("petitions.handoverPrepared");
export const handoverAnswered = onHandover("petitions.handoverAnswered");
