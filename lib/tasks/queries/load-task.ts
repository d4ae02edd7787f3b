import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

const office = { select: { id: true, code: true, name: true, tint: true } } as const;

/** Everything a task's page reads of the task itself; null where the acting office may not read it. */
export async function loadTask(tx: TenantTx, tenantId: string, taskId: string) {
  return tx.task.findUnique({
    where: { tenantId_id: { tenantId, id: taskId } },
    select: {
      id: true,
      title: true,
      description: true,
      state: true,
      revision: true,
      dueOn: true,
      result: true,
      createdAt: true,
      closedAt: true,
      creatorAccountId: true,
      versionId: true,
      subjectKey: true,
      hostPostId: true,
      leadPostId: true,
      leadOffice: office,
      creatorOffice: office,
      body: { select: { name: true } },
      version: { select: { number: true, agreementId: true } },
      duty: {
        select: {
          clause: true,
          text: true,
          shortText: true,
          leadRule: true,
          basis: true,
          offices: { select: { officeId: true } },
          leadRows: { select: { subjectKey: true, label: true, basis: true } },
          area: { select: { article: { select: { ordinal: true, heading: true } } } },
        },
      },
      assists: {
        orderBy: { office: { ordinal: "asc" } },
        select: {
          office,
          state: true,
          responsiblePostId: true,
          request: true,
          dueOn: true,
          askedAt: true,
          contribution: true,
          contributedBy: true,
          contributedAt: true,
          declineReason: true,
          answeredAt: true,
          takenOverAt: true,
        },
      },
      informed: { orderBy: { office: { ordinal: "asc" } }, select: { office } },
      handovers: {
        where: { state: { in: ["offered", "accepted"] } },
        orderBy: { madeAt: "desc" },
        select: { state: true, toOfficeId: true, answeredAt: true, fromOffice: { select: { code: true } } },
      },
    },
  });
}

export type LoadedTask = NonNullable<Awaited<ReturnType<typeof loadTask>>>;

export type TaskPeople = {
  createdBy: string | null;
  closedBy: string | null;
  byPerson: ReadonlyMap<string, string>;
};

/** The names of who created, closed and contributed; who closed is known from the chain only. */
export async function loadTaskPeople(tx: TenantTx, tenantId: string, task: LoadedTask): Promise<TaskPeople> {
  const closing =
    task.state === "closed"
      ? await tx.auditEvent.findFirst({
          where: { tenantId, subjectKind: "task", subjectId: task.id, name: "tasks.closed" },
          select: { accountId: true },
        })
      : null;
  const accountIds = [task.creatorAccountId, ...(closing?.accountId ? [closing.accountId] : [])];
  const personIds = task.assists.flatMap((assist) => (assist.contributedBy ? [assist.contributedBy] : []));
  const people = await tx.person.findMany({
    where: { tenantId, OR: [{ accountId: { in: accountIds } }, { id: { in: personIds } }] },
    select: { id: true, accountId: true, fullName: true },
  });
  const byAccount = (accountId: string | null | undefined) =>
    people.find((person) => accountId && person.accountId === accountId)?.fullName ?? null;
  return {
    createdBy: byAccount(task.creatorAccountId),
    closedBy: byAccount(closing?.accountId),
    byPerson: new Map(people.map((person) => [person.id, person.fullName])),
  };
}
