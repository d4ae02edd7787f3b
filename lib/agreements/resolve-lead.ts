import type { Duty, LeadRule } from "./types";

/** What an item brings so that its lead can be told: its body, the post of the hosting leader, or its subject. */
export type LeadQuestion = {
  bodyId?: string | null;
  hostPostId?: string | null;
  subjectKey?: string | null;
};

/** Which office serves which body, and in which body a leader's post is. */
export type ServingMap = {
  officeOfBody: ReadonlyMap<string, string>;
  bodyOfPost: ReadonlyMap<string, string>;
};

export type ResolvedLead = {
  leadOfficeId: string;
  assistOfficeIds: readonly string[];
  informedOfficeIds: readonly string[];
  /** The rule's own words are chosen by this: why this office leads. */
  why: {
    rule: LeadRule["kind"];
    bodyId?: string;
    hostPostId?: string;
    subjectLabel?: string;
    basis?: string;
  };
  /** An office that the duty also names to assist or to be informed, and that leads here: recorded. */
  mergedIntoLead: boolean;
};

function leadOf(
  rule: LeadRule,
  question: LeadQuestion,
  map: ServingMap,
): Pick<ResolvedLead, "leadOfficeId" | "why"> | null {
  switch (rule.kind) {
    case "fixed":
      return { leadOfficeId: rule.officeId, why: { rule: "fixed" } };
    case "office-serving": {
      const office = question.bodyId ? map.officeOfBody.get(question.bodyId) : undefined;
      return office && question.bodyId
        ? { leadOfficeId: office, why: { rule: "office-serving", bodyId: question.bodyId } }
        : null;
    }
    case "host-of": {
      const body = question.hostPostId ? map.bodyOfPost.get(question.hostPostId) : undefined;
      const office = body ? map.officeOfBody.get(body) : undefined;
      return office && question.hostPostId
        ? { leadOfficeId: office, why: { rule: "host-of", hostPostId: question.hostPostId } }
        : null;
    }
    case "by-table": {
      const row = rule.rows.find((candidate) => candidate.subjectKey === question.subjectKey);
      return row
        ? { leadOfficeId: row.officeId, why: { rule: "by-table", subjectLabel: row.label, basis: row.basis } }
        : null;
    }
  }
}

/**
 * The one lead office of an item under a duty, and who assists and is informed. Null when the item does
 * not bring what the duty's rule asks for. The database resolves the same again (`resolve_lead`); a test holds the two
 * against each other.
 */
export function resolveLead(
  duty: Pick<Duty, "leadRule" | "offices">,
  question: LeadQuestion,
  map: ServingMap,
): ResolvedLead | null {
  const lead = leadOf(duty.leadRule, question, map);
  if (!lead) return null;
  const others = duty.offices.filter((office) => office.officeId !== lead.leadOfficeId);
  return {
    ...lead,
    assistOfficeIds: others.filter((office) => office.part === "assist").map((office) => office.officeId),
    informedOfficeIds: others.filter((office) => office.part === "informed").map((office) => office.officeId),
    mergedIntoLead: others.length < duty.offices.length,
  };
}
