import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { taskClosed } from "../events";
import { allowOnTask } from "../refusal";
import { partsStillOut } from "../rules";
import { closeTaskSchema } from "../schema";
import { findTaskForUpdate } from "../store";

/** The lead closes the task with its result; parts still out are named in the event (article 3 clause 6). */
export const closeTask = defineCommand({
  name: "tasks.close",
  input: closeTaskSchema,
  subject: ({ tx, actor, input }) => findTaskForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnTask(tx, actor, "close", subject),
  async run({ tx, actor, input, subject, now }) {
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleTask");
    await tx.task.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: { state: "closed", result: input.result, closedAt: now, revision: subject.revision + 1 },
    });
    const open = partsStillOut(subject.assists);
    return {
      result: { taskId: subject.id },
      events: [taskClosed(subject.id, { stillOut: open.map((assist) => assist.officeId) })],
    };
  },
});
