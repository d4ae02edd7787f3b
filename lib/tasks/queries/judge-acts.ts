import "server-only";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideTask, type TaskSubject } from "../policy";
import { taskRolesSource } from "../rule-table";
import type { TaskMay, TaskNotAllowed, TaskWorkAct } from "../types";

const shownAsNotAllowed: readonly TaskWorkAct[] = ["describe", "ask", "takeOver", "close", "contribute"];

/** Every act of the page asked of the policy: the same table the commands ask, so that nothing is offered in vain. */
export function mayOnTask(actor: Actor, subject: TaskSubject): TaskMay {
  const may = (act: TaskWorkAct, officeId?: string) => decideTask(actor, act, subject, officeId).allowed;
  const about = (act: TaskWorkAct) =>
    subject.assists.map((assist) => assist.officeId).filter((officeId) => may(act, officeId));
  return {
    describe: may("describe"),
    close: may("close"),
    accept: may("accept"),
    decline: may("decline"),
    contribute: may("contribute"),
    ask: about("ask"),
    takeOver: about("takeOver"),
  };
}

/**
 * The acts the agreement gives to other offices or other roles, each with its clause. What only the state of the task
 * forbids today is not listed: it is nobody's act, and the head of the page says the state.
 */
export async function notAllowedOnTask(
  tx: TenantTx,
  actor: Actor,
  versionId: string,
  subject: TaskSubject,
  codeOf: (officeId: string) => string,
): Promise<TaskNotAllowed[]> {
  if (subject.state === "closed") return [];
  const refused: TaskNotAllowed[] = [];
  for (const act of shownAsNotAllowed) {
    const decision = decideTask(actor, act, subject, subject.assists[0]?.officeId);
    const own = decideTask(actor, act, subject);
    const answer = act === "contribute" ? own : decision;
    if (answer.allowed || (answer.reason !== "part" && answer.reason !== "role")) continue;
    const [rule] = answer.rules;
    if (!rule) continue;
    const quoted = answer.reason === "role" ? { ...rule, source: taskRolesSource } : rule;
    const offices = rule.parts.includes("lead")
      ? [subject.leadOfficeId]
      : subject.assists.map((assist) => assist.officeId);
    refused.push({
      act,
      reason: answer.reason,
      offices: offices.map(codeOf),
      roles: rule.roles,
      quote: await quoteRule(tx, actor.tenantId, versionId, quoted),
    });
  }
  return refused;
}
