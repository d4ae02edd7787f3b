import "server-only";
import { type DutyInForce, loadDutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import { resolveLead } from "@/lib/agreements/resolve-lead";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { refusePastDay } from "../due-day";
import { taskCreated } from "../events";
import { decideCreation } from "../policy";
import { taskRolesSource } from "../rule-table";
import { createTaskSchema } from "../schema";

function whatIsMissing(duty: DutyInForce): string {
  if (duty.leadRule.kind === "office-serving") return "bodyId";
  return duty.leadRule.kind === "host-of" ? "hostPostId" : "subjectKey";
}

/**
 * A task from a duty of the version in force. Who leads follows from the duty's rule; who assists and is informed the
 * database itself writes from the duty (article 3 clauses 1, 2).
 */
export const createTask = defineCommand({
  name: "tasks.create",
  input: createTaskSchema,
  subject: ({ tx, actor, input }) => loadDutyInForce(tx, actor.tenantId, input.dutyId),
  async allow({ tx, actor, subject: duty }) {
    const decision = decideCreation(
      actor,
      duty.partyOffices.some((office) => office.id === actor.officeId),
    );
    if (decision.allowed) return { allowed: true };
    const [rule] = decision.rules;
    if (!rule) return { allowed: false, refusal: { act: "task.create", reason: decision.reason } };
    const quoted = decision.reason === "role" ? { ...rule, source: taskRolesSource } : rule;
    const { source } = quoted;
    return {
      allowed: false,
      refusal: {
        act: "task.create",
        subjectKind: "agreement-version",
        subjectId: duty.versionId,
        reason: decision.reason,
        offices: duty.partyOffices.map((office) => office.code),
        roles: [...rule.roles],
        ...(source.kind === "article" ? { articleKey: source.articleKey, clause: source.clause } : {}),
        quote: await quoteRule(tx, actor.tenantId, duty.versionId, quoted),
      },
    };
  },
  async run({ tx, actor, input, subject: duty, now }) {
    const { tenantId } = actor;
    const question = { bodyId: input.bodyId, hostPostId: input.hostPostId, subjectKey: input.subjectKey };
    const lead = resolveLead(duty, question, await loadServingMap(tx, tenantId));
    if (!lead) {
      throw new DomainError("invalid", "invalid", { fields: { [whatIsMissing(duty)]: ["leadNeedsThis"] } });
    }
    refusePastDay(input.dueOn, now);
    const taskId = newId();
    await tx.task.createMany({
      data: [
        {
          tenantId,
          id: taskId,
          title: input.title,
          description: input.description,
          versionId: duty.versionId,
          dutyId: duty.id,
          bodyId: duty.leadRule.kind === "office-serving" ? input.bodyId : null,
          hostPostId: duty.leadRule.kind === "host-of" ? input.hostPostId : null,
          subjectKey: duty.leadRule.kind === "by-table" ? input.subjectKey : null,
          leadOfficeId: lead.leadOfficeId,
          leadPostId: await defaultPost(tx, tenantId, lead.leadOfficeId),
          creatorOfficeId: actor.officeId,
          creatorAccountId: actor.accountId,
          state: "open",
          dueOn: input.dueOn ? dayToColumn(input.dueOn) : null,
          createdAt: now,
        },
      ],
    });
    return {
      result: { taskId },
      events: [
        taskCreated(taskId, {
          versionId: duty.versionId,
          dutyKey: duty.dutyKey,
          leadOfficeId: lead.leadOfficeId,
          assistOfficeIds: lead.assistOfficeIds,
          informedOfficeIds: lead.informedOfficeIds,
          rule: lead.why.rule,
          mergedIntoLead: lead.mergedIntoLead,
        }),
      ],
    };
  },
});

/** Who answers for it in the leading office by default: a department head, else the chief. */
async function defaultPost(
  tx: Parameters<typeof loadServingMap>[0],
  tenantId: string,
  officeId: string,
): Promise<string | null> {
  const posts = await tx.post.findMany({
    where: { tenantId, officeId, role: { in: ["department-head", "chief"] } },
    orderBy: [{ role: "desc" }, { title: "asc" }],
    select: { id: true },
  });
  return posts[0]?.id ?? null;
}
