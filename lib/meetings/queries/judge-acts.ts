import "server-only";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideMeeting, type MeetingSubject } from "../policy";
import { officesOfParts } from "../refusal";
import { meetingRolesSource } from "../rule-table";
import type { MeetingMay, MeetingNotAllowed } from "../types";

const acts = [
  "edit",
  "approve",
  "giveBack",
  "confirm",
  "change",
  "postpone",
  "cancel",
  "resettle",
  "number",
] as const;
const shownAsNotAllowed = ["edit", "approve", "confirm", "change", "postpone", "cancel"] as const;

/** Every act of the page asked of the policy: the same table the commands ask, so that nothing is offered in vain. */
export function mayOnMeeting(actor: Actor, subject: MeetingSubject): MeetingMay {
  return Object.fromEntries(
    acts.map((act) => [act, decideMeeting(actor, act, subject).allowed]),
  ) as unknown as MeetingMay;
}

/**
 * The acts the agreement gives to other offices or other roles, each with its clause; what only the state forbids is
 * nobody's act today and is not listed.
 */
export async function notAllowedOnMeeting(
  tx: TenantTx,
  actor: Actor,
  versionId: string | null,
  subject: MeetingSubject,
  codeOf: (officeId: string) => string | undefined,
): Promise<MeetingNotAllowed[]> {
  const refused: MeetingNotAllowed[] = [];
  for (const act of shownAsNotAllowed) {
    const decision = decideMeeting(actor, act, subject);
    if (decision.allowed) continue;
    // Part comes before state in the decision: what is nobody's act in this state is left out first.
    const rules = decision.rules.filter((candidate) => candidate.states.includes(subject.state));
    const [rule] = rules;
    if (!rule || (decision.reason !== "part" && decision.reason !== "role")) continue;
    const quoted = decision.reason === "role" ? { ...rule, source: meetingRolesSource } : rule;
    refused.push({
      act,
      reason: decision.reason,
      offices: officesOfParts(rules, subject, codeOf),
      roles: rule.roles,
      quote: await quoteRule(tx, actor.tenantId, versionId, quoted),
    });
  }
  return refused;
}
