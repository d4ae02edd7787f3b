import type { DutyOffice, LeadRule, OfficeRef, TemplateDuty } from "./types";

/** A place where several functions fell together in one office and only its strongest part was kept. */
export type MergedPart<Office> = {
  office: Office;
  kept: "lead" | "assist" | "informed";
  refs: readonly OfficeRef[];
};

export type MappedDuty<Office> = {
  leadRule: LeadRule<Office>;
  offices: readonly DutyOffice<Office>[];
  /** To be recorded with the version: why an office named to assist only leads. */
  merged: readonly MergedPart<Office>[];
};

type NamedPart = { ref: OfficeRef; part: "lead" | "assist" | "informed" };

const strength = { lead: 2, assist: 1, informed: 0 } as const;

function mapLeadRule<Office>(rule: LeadRule, officeOf: (ref: OfficeRef) => Office): LeadRule<Office> {
  if (rule.kind === "fixed") return { kind: "fixed", office: officeOf(rule.office) };
  if (rule.kind !== "by-table") return rule;
  return { kind: "by-table", rows: rule.rows.map((row) => ({ ...row, office: officeOf(row.office) })) };
}

function strongest(parts: readonly NamedPart[]): NamedPart["part"] {
  return parts.reduce<NamedPart["part"]>(
    (best, { part }) => (strength[part] > strength[best] ? part : best),
    "informed",
  );
}

function groupByOffice<Office>(parts: readonly NamedPart[], officeOf: (ref: OfficeRef) => Office) {
  const groups = new Map<Office, NamedPart[]>();
  for (const part of parts) {
    const office = officeOf(part.ref);
    groups.set(office, [...(groups.get(office) ?? []), part]);
  }
  return groups;
}

/**
 * Maps a duty from functions to a tenant's offices (any value compared by identity: an id, a name). Each office
 * comes out once with its strongest part, lead before assist before informed. Only a fixed lead is known here; for
 * the other rules the lead is found per item, where the same order applies again.
 */
export function mapDuty<Office>(
  duty: Pick<TemplateDuty, "leadRule" | "offices">,
  officeOf: (ref: OfficeRef) => Office,
): MappedDuty<Office> {
  const lead: NamedPart[] =
    duty.leadRule.kind === "fixed" ? [{ ref: duty.leadRule.office, part: "lead" }] : [];
  const named = duty.offices.map(({ office, part }): NamedPart => ({ ref: office, part }));
  const offices: DutyOffice<Office>[] = [];
  const merged: MergedPart<Office>[] = [];
  for (const [office, parts] of groupByOffice([...lead, ...named], officeOf)) {
    const kept = strongest(parts);
    if (kept !== "lead") offices.push({ office, part: kept });
    if (parts.length > 1) merged.push({ office, kept, refs: parts.map(({ ref }) => ref) });
  }
  return { leadRule: mapLeadRule(duty.leadRule, officeOf), offices, merged };
}
