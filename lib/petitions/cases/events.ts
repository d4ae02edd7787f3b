import type { DomainEvent } from "@/lib/platform/events/event";

/** Payloads name no person: ids, codes, days and numbers only. */
const on =
  (subjectKind: "petition" | "petition-case", name: DomainEvent["name"]) =>
  (subjectId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind,
    subjectId,
    payload,
  });

export const caseOpened = on("petition-case", "petitions.caseOpened");
export const caseJoined = on("petition-case", "petitions.caseJoined");
export const caseLeft = on("petition-case", "petitions.caseLeft");
export const representativeAppointed = on("petition-case", "petitions.representativeAppointed");
export const appointmentEnded = on("petition-case", "petitions.appointmentEnded");
export const caseAnswered = on("petition-case", "petitions.caseAnswered");
export const caseTold = on("petition-case", "petitions.caseTold");
export const caseStepRecorded = on("petition-case", "petitions.caseStepRecorded");

/** The same in the history of each letter. */
export const letterInCase = on("petition", "petitions.putInCase");
export const letterOutOfCase = on("petition", "petitions.takenOutOfCase");
export const letterToldOfCase = on("petition", "petitions.toldOfCase");
