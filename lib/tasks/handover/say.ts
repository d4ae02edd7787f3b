import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { LockedHandover } from "./store";

/** What the leading office says of a task whose lead moves: offered, or kept. An offer that was open lapses in the database. */
export async function sayOfTask(
  tx: TenantTx,
  actor: Actor,
  { task, nextOfficeId, nextDutyId }: LockedHandover,
  said: { state: "offered" | "kept"; word: string; now: Date },
): Promise<void> {
  if (nextOfficeId === null || nextDutyId === null) throw new DomainError("conflict", "wrongState");
  await tx.taskHandover.createMany({
    data: [
      {
        tenantId: actor.tenantId,
        id: newId(),
        taskId: task.id,
        fromOfficeId: task.leadOfficeId,
        toOfficeId: nextOfficeId,
        fromDutyId: task.dutyId,
        toDutyId: nextDutyId,
        state: said.state,
        word: said.word,
        madeBy: actor.accountId,
        madeAt: said.now,
      },
    ],
  });
}

/** What the office that would lead answers. Accepted, the database moves the task in the same transaction. */
export async function answerHandover(
  tx: TenantTx,
  actor: Actor,
  { handoverId }: LockedHandover,
  answer: { state: "accepted" | "declined"; reason: string | null; now: Date },
): Promise<void> {
  if (handoverId === null) throw new DomainError("conflict", "wrongState");
  await tx.taskHandover.updateMany({
    where: { tenantId: actor.tenantId, id: handoverId },
    data: {
      state: answer.state,
      reason: answer.reason,
      answeredBy: actor.accountId,
      answeredAt: answer.now,
    },
  });
}
