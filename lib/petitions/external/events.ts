import type { DomainEvent } from "@/lib/platform/events/event";

/** The list of bodies outside has one history for the whole tenant, whose id names it. */
export function externalBodyKept(tenantId: string, payload: Record<string, unknown>): DomainEvent {
  return { name: "petitions.externalBodyKept", subjectKind: "external-bodies", subjectId: tenantId, payload };
}
