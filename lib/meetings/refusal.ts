import "server-only";
import type { DutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import type { Verdict } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { Decision } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideFiling, decideMeeting, reachOf } from "./policy";
import {
  type AttendanceRule,
  type FeedRule,
  type KeepingRule,
  type MeetingAct,
  type MeetingRule,
  meetingRolesSource,
  type SheetRule,
} from "./rule-table";
import type { LockedMeeting, LockedMeetings } from "./store";

type AnyRule = MeetingRule | SheetRule | FeedRule | AttendanceRule | KeepingRule;

/** A decision as a command's verdict; a refusal quotes the clause that gives the act to whom. */
export async function verdictOf(
  tx: TenantTx,
  tenantId: string,
  decision: Decision<AnyRule>,
  about: {
    act: string;
    versionId: string | null;
    /** Of several rules for the act the one for this state is quoted. */
    state?: string;
    subject?: Pick<RefusalReason, "subjectKind" | "subjectId">;
    /** Set where the rule itself, and no clause of the agreement, says which roles may. */
    rolesByRule?: true;
    /** Codes of the offices that hold the parts the rule gives the act to. */
    offices: (rules: readonly AnyRule[]) => string[];
  },
): Promise<Verdict> {
  if (decision.allowed) return { allowed: true };
  const inState = decision.rules.filter((rule) =>
    (rule.states as readonly string[]).includes(about.state ?? ""),
  );
  const rules = inState.length > 0 ? inState : decision.rules;
  const [rule] = rules;
  if (!rule) return { allowed: false, refusal: { act: about.act, reason: decision.reason } };
  const quoted =
    decision.reason === "role" && !about.rolesByRule ? { ...rule, source: meetingRolesSource } : rule;
  return {
    allowed: false,
    refusal: {
      act: about.act,
      ...about.subject,
      reason: decision.reason,
      offices: about.offices(rules),
      roles: [...rule.roles],
      ...(quoted.source.kind === "article"
        ? { articleKey: quoted.source.articleKey, clause: quoted.source.clause }
        : {}),
      quote: await quoteRule(tx, tenantId, about.versionId, quoted),
    },
  };
}

/** The offices that hold a part one of the rules names, by code. */
export function officesOfParts(
  rules: readonly { parts: readonly string[] }[],
  meeting: { leadOfficeId: string; filingOfficeId: string },
  codeOf: (officeId: string) => string | undefined,
): string[] {
  const parts = rules.flatMap((rule) => rule.parts);
  const ids = [
    ...(parts.includes("lead") ? [meeting.leadOfficeId] : []),
    ...(parts.includes("filing") ? [meeting.filingOfficeId] : []),
  ];
  return [...new Set(ids)].flatMap((id) => codeOf(id) ?? []);
}

/** Asks whether the acting office may file under this duty, or where there is none. */
export function allowFiling(tx: TenantTx, actor: Actor, duty: DutyInForce | null): Promise<Verdict> {
  const isParty = duty?.partyOffices.some((office) => office.id === actor.officeId) ?? false;
  return verdictOf(tx, actor.tenantId, decideFiling(actor, { duty: duty !== null, isParty }), {
    act: "meeting.file",
    versionId: duty?.versionId ?? null,
    ...(duty ? { subject: { subjectKind: "agreement-version", subjectId: duty.versionId } } : {}),
    offices: () => duty?.partyOffices.map((office) => office.code) ?? [],
  });
}

/** Asks the rule table about a meeting. */
export function allowOnMeeting(
  tx: TenantTx,
  actor: Actor,
  act: Exclude<MeetingAct, "file">,
  meeting: LockedMeeting,
): Promise<Verdict> {
  return verdictOf(tx, actor.tenantId, decideMeeting(actor, act, meeting), {
    act: `meeting.${act}`,
    versionId: meeting.versionId,
    subject: { subjectKind: "meeting", subjectId: meeting.id },
    state: meeting.state,
    offices: (rules) => officesOfParts(rules, meeting, (officeId) => meeting.officeCodes.get(officeId)),
  });
}

/** Asks it about each; one that is refused refuses all. */
export async function allowOnMeetings(
  tx: TenantTx,
  actor: Actor,
  act: Exclude<MeetingAct, "file">,
  meetings: LockedMeetings,
): Promise<Verdict> {
  for (const meeting of reachOf(act, meetings)) {
    const verdict = await allowOnMeeting(tx, actor, act, meeting);
    if (!verdict.allowed) return verdict;
  }
  return { allowed: true };
}

/** The same about what the calendar reckons with; its rules are the portal's own and name the roles themselves. */
export function allowOnCalendar(
  tx: TenantTx,
  actor: Actor,
  decision: Decision<KeepingRule>,
  act: string,
  subjectId: string,
): Promise<Verdict> {
  return verdictOf(tx, actor.tenantId, decision, {
    act: `calendar.${act}`,
    versionId: null,
    subject: { subjectKind: "calendar-settings", subjectId },
    rolesByRule: true,
    offices: () => [],
  });
}
