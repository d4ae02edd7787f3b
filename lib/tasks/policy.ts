import { type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import {
  type AssistState,
  type TaskAct,
  type TaskPart,
  type TaskRule,
  type TaskState,
  taskRules,
} from "./rule-table";

export type TaskSubject = {
  state: Exclude<TaskState, "none">;
  leadOfficeId: string;
  creatorOfficeId: string;
  assists: readonly { officeId: string; state: AssistState }[];
  informedOfficeIds: readonly string[];
};

/** The acting office's one strongest part: lead, assist, creator, informed, none. */
export function partInTask(subject: TaskSubject, officeId: string): TaskPart {
  if (subject.leadOfficeId === officeId) return "lead";
  if (subject.assists.some((assist) => assist.officeId === officeId)) return "assist";
  if (subject.creatorOfficeId === officeId) return "creator";
  return subject.informedOfficeIds.includes(officeId) ? "informed" : "none";
}

/**
 * Asks the rule table. `addressedOfficeId` is the assisting office an act of the lead is about; an assisting office's
 * own acts are about itself.
 */
export function decideTask(
  actor: Pick<Actor, "role" | "officeId">,
  act: Exclude<TaskAct, "create">,
  subject: TaskSubject,
  addressedOfficeId?: string,
): Decision<TaskRule> {
  const about = addressedOfficeId ?? actor.officeId;
  const assistState = subject.assists.find((assist) => assist.officeId === about)?.state;
  return decide(taskRules, {
    act,
    role: actor.role,
    part: partInTask(subject, actor.officeId),
    state: subject.state,
    ...(assistState ? { assistState } : {}),
  });
}

/** Creating comes before there is a task: the office must be a party to the version in force. */
export function decideCreation(actor: Pick<Actor, "role">, isParty: boolean): Decision<TaskRule> {
  return decide(taskRules, {
    act: "create",
    role: actor.role,
    part: isParty ? "party" : "other",
    state: "none",
  });
}
