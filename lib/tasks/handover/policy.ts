import { type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import {
  type HandoverAct,
  type HandoverPart,
  type HandoverRule,
  type HandoverState,
  handoverRules,
} from "./rule-table";

export type HandoverSubject = {
  state: HandoverState;
  leadOfficeId: string;
  /** Who would lead by the text in force; null where the lead does not move. */
  nextOfficeId: string | null;
};

export function partInHandover(subject: HandoverSubject, officeId: string): HandoverPart {
  if (subject.leadOfficeId === officeId) return "leaving";
  return subject.nextOfficeId === officeId ? "taking" : "none";
}

export function decideHandover(
  actor: Pick<Actor, "role" | "officeId">,
  act: HandoverAct,
  subject: HandoverSubject,
): Decision<HandoverRule> {
  return decide(handoverRules, {
    act,
    role: actor.role,
    part: partInHandover(subject, actor.officeId),
    state: subject.state,
  });
}
