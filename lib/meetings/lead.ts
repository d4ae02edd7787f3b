import "server-only";
import type { DutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { type LeadQuestion, resolveLead, type ServingMap } from "@/lib/agreements/resolve-lead";
import { DomainError } from "@/lib/platform/errors/domain-error";

export type MeetingLead = {
  leadOfficeId: string;
  versionId: string | null;
  dutyId: string | null;
  bodyId: string | null;
  hostPostId: string | null;
  subjectKey: string | null;
};

/**
 * Who leads, and what the rule was asked; without a duty the filing office itself. Null where the duty's rule asks for
 * something that is not said.
 */
export function leadUnder(
  duty: DutyInForce | null,
  asked: LeadQuestion,
  own: string,
  map: ServingMap,
): MeetingLead | null {
  if (!duty) {
    return {
      leadOfficeId: own,
      versionId: null,
      dutyId: null,
      bodyId: null,
      hostPostId: null,
      subjectKey: null,
    };
  }
  const lead = resolveLead(duty, asked, map);
  if (!lead) return null;
  const { kind } = duty.leadRule;
  return {
    leadOfficeId: lead.leadOfficeId,
    versionId: duty.versionId,
    dutyId: duty.id,
    bodyId: kind === "office-serving" ? (asked.bodyId ?? null) : null,
    hostPostId: kind === "host-of" ? (asked.hostPostId ?? null) : null,
    subjectKey: kind === "by-table" ? (asked.subjectKey ?? null) : null,
  };
}

const askedFor: Record<DutyInForce["leadRule"]["kind"], string> = {
  fixed: "dutyId",
  "office-serving": "bodyId",
  "host-of": "hostPostId",
  "by-table": "subjectKey",
};

/** What a form is told where nobody leads yet: the field that the duty's rule asks about. */
export function leadNeedsAnswer(duty: DutyInForce | null): DomainError {
  const field = duty ? askedFor[duty.leadRule.kind] : "dutyId";
  return new DomainError("invalid", "invalid", { fields: { [field]: ["leadNeedsThis"] } });
}
