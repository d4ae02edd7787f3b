import "server-only";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import type { Verdict } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideTask } from "./policy";
import { type TaskAct, type TaskRule, taskRolesSource } from "./rule-table";
import type { LockedTask } from "./store";

/** Codes of the offices that hold the parts a rule gives the act to. */
function officesOf(rule: TaskRule, task: LockedTask, addressedOfficeId: string | undefined): string[] {
  const ids = rule.parts.includes("lead")
    ? [task.leadOfficeId]
    : addressedOfficeId
      ? [addressedOfficeId]
      : task.assists.map((assist) => assist.officeId);
  return ids.flatMap((officeId) => task.officeCodes.get(officeId) ?? []);
}

/** Asks the rule table about a task; a refusal quotes the clause that gives the act to whom. */
export async function allowOnTask(
  tx: TenantTx,
  actor: Actor,
  act: Exclude<TaskAct, "create">,
  task: LockedTask,
  addressedOfficeId?: string,
): Promise<Verdict> {
  const decision = decideTask(actor, act, task, addressedOfficeId);
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  if (!rule) return { allowed: false, refusal: { act: `task.${act}`, reason: decision.reason } };
  const quoted = decision.reason === "role" ? { ...rule, source: taskRolesSource } : rule;
  return {
    allowed: false,
    refusal: {
      act: `task.${act}`,
      subjectKind: "task",
      subjectId: task.id,
      reason: decision.reason,
      offices: officesOf(rule, task, addressedOfficeId),
      roles: [...rule.roles],
      ...(quoted.source.kind === "article"
        ? { articleKey: quoted.source.articleKey, clause: quoted.source.clause }
        : {}),
      quote: await quoteRule(tx, actor.tenantId, task.versionId, quoted),
    },
  };
}
