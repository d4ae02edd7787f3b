import { type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import {
  type EndingAct,
  type EndingPart,
  type EndingRule,
  type EndingState,
  endingRules,
} from "./rule-table";

export type EndingSubject = {
  state: EndingState;
  /** Whose proposal is open. */
  proposerOfficeId: string | null;
  partyOfficeIds: readonly string[];
};

export function partInEnding(subject: EndingSubject, officeId: string): EndingPart {
  if (subject.proposerOfficeId === officeId) return "proposer";
  return subject.partyOfficeIds.includes(officeId) ? "party" : "other";
}

export function decideEnding(
  actor: Pick<Actor, "role" | "officeId">,
  act: EndingAct,
  subject: EndingSubject,
): Decision<EndingRule> {
  return decide(endingRules, {
    act,
    role: actor.role,
    part: partInEnding(subject, actor.officeId),
    state: subject.state,
  });
}
