import "server-only";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import type { Verdict } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { loadHandoverRows } from "../queries/load-handover-rows";
import { findTaskForUpdate, type LockedTask } from "../store";
import { decideHandover, type HandoverSubject } from "./policy";
import type { HandoverAct } from "./rule-table";

export type LockedHandover = HandoverSubject & {
  task: LockedTask;
  agreementId: string;
  /** Of what was said last, under the text in force. */
  handoverId: string | null;
  nextDutyId: string | null;
  nextOfficeCode: string | null;
};

/** The task and what was said of it; null where the acting office may not read it. The task is locked first, always. */
export async function findHandoverForUpdate(
  tx: TenantTx,
  tenantId: string,
  taskId: string,
): Promise<LockedHandover | null> {
  const task = await findTaskForUpdate(tx, tenantId, taskId);
  if (!task) return null;
  const { agreementId } = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: task.versionId } },
    select: { agreementId: true },
  });
  const [row] = await loadHandoverRows(tx, agreementId, taskId);
  const next = row
    ? await tx.office.findUnique({
        where: { tenantId_id: { tenantId, id: row.nextOfficeId } },
        select: { code: true },
      })
    : null;
  return {
    task,
    agreementId,
    leadOfficeId: task.leadOfficeId,
    nextOfficeId: row?.nextOfficeId ?? null,
    nextDutyId: row?.nextDutyId ?? null,
    nextOfficeCode: next?.code ?? null,
    handoverId: row?.handoverId ?? null,
    state: row?.state ?? "settled",
  };
}

/** Asks the rule table; a refusal quotes the clause as the text in force words it. */
export async function allowOnHandover(
  tx: TenantTx,
  actor: Actor,
  act: HandoverAct,
  subject: LockedHandover,
): Promise<Verdict> {
  const decision = decideHandover(actor, act, subject);
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  if (!rule) return { allowed: false, refusal: { act: `task.${act}`, reason: decision.reason } };
  const { tenantId } = actor;
  const versions = await tx.$queryRaw<{ id: string | null }[]>`
    select version_on(${tenantId}::uuid, ${subject.agreementId}::uuid, portal_today()) as id`;
  const { source } = rule;
  const { officeCodes } = subject.task;
  const office = rule.parts.includes("leaving")
    ? officeCodes.get(subject.leadOfficeId)
    : subject.nextOfficeCode;
  return {
    allowed: false,
    refusal: {
      act: `task.${act}`,
      subjectKind: "task",
      subjectId: subject.task.id,
      reason: decision.reason,
      offices: office ? [office] : [],
      roles: [...rule.roles],
      ...(source.kind === "article" ? { articleKey: source.articleKey, clause: source.clause } : {}),
      quote: await quoteRule(tx, tenantId, versions[0]?.id ?? null, rule),
    },
  };
}
