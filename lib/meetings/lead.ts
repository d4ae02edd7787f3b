import "server-only";
import type { DutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { type LeadQuestion, resolveLead, type ServingMap } from "@/lib/agreements/resolve-lead";

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
