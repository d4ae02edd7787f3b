import type { DomainEvent } from "@/lib/platform/events/event";

/** The table has one history for the whole tenant, whose id names it. */
function onCompetence(name: DomainEvent["name"]) {
  return (tenantId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "competence",
    subjectId: tenantId,
    payload,
  });
}

export const competenceKept = onCompetence("petitions.competenceKept");
export const competenceEnded = onCompetence("petitions.competenceEnded");
