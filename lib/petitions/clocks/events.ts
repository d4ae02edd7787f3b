import type { DomainEvent } from "@/lib/platform/events/event";

/** What was decided about days off and limits: one history for the whole tenant, whose id names it. */
function onCalendar(name: DomainEvent["name"]) {
  return (tenantId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "legal-calendar",
    subjectId: tenantId,
    payload,
  });
}

export const dayDecided = onCalendar("petitions.dayDecided");
export const clockRuleRevised = onCalendar("petitions.clockRuleRevised");
export const offDaysChosen = onCalendar("petitions.offDaysChosen");
