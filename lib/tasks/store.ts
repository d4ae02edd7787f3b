import "server-only";
import { type Day, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { TaskSubject } from "./policy";
import type { AssistState } from "./rule-table";

export type LockedTask = TaskSubject & {
  id: string;
  versionId: string;
  dutyId: string;
  title: string;
  dueOn: Day | null;
  revision: number;
  officeCodes: ReadonlyMap<string, string>;
};

/** The task, locked until the end of the transaction; null when the acting office may not read it. */
export async function findTaskForUpdate(
  tx: TenantTx,
  tenantId: string,
  taskId: string,
): Promise<LockedTask | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from tasks where tenant_id = ${tenantId}::uuid and id = ${taskId}::uuid for update`;
  if (locked.length === 0) return null;
  const task = await tx.task.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: taskId } },
    select: {
      id: true,
      versionId: true,
      dutyId: true,
      title: true,
      dueOn: true,
      state: true,
      revision: true,
      leadOfficeId: true,
      creatorOfficeId: true,
      leadOffice: { select: { code: true } },
      assists: { select: { officeId: true, state: true, office: { select: { code: true } } } },
      informed: { select: { officeId: true } },
      handovers: { where: { state: "offered" }, select: { toOfficeId: true } },
    },
  });
  return {
    id: task.id,
    versionId: task.versionId,
    dutyId: task.dutyId,
    title: task.title,
    dueOn: task.dueOn ? dayFromColumn(task.dueOn) : null,
    revision: task.revision,
    state: task.state === "closed" ? "closed" : "open",
    leadOfficeId: task.leadOfficeId,
    creatorOfficeId: task.creatorOfficeId,
    assists: task.assists.map((assist) => ({
      officeId: assist.officeId,
      state: assist.state as AssistState,
    })),
    // Who is offered the task reads it until it has answered.
    informedOfficeIds: [
      ...task.informed.map((informed) => informed.officeId),
      ...task.handovers.map((offer) => offer.toOfficeId),
    ],
    officeCodes: new Map([
      [task.leadOfficeId, task.leadOffice.code],
      ...task.assists.map((assist) => [assist.officeId, assist.office.code] as const),
    ]),
  };
}
