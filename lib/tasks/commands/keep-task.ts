import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { taskKept } from "../events";
import { sayOfTask } from "../handover/say";
import { allowOnHandover, findHandoverForUpdate } from "../handover/store";
import { keepTaskSchema } from "../schema";

/** The leading office's chief keeps a task under the former rule; an offer that is open is taken back (article 14 clause 4). */
export const keepTask = defineCommand({
  name: "tasks.keepTask",
  input: keepTaskSchema,
  subject: ({ tx, actor, input }) => findHandoverForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnHandover(tx, actor, "keepTask", subject),
  async run({ tx, actor, input, subject, now }) {
    await sayOfTask(tx, actor, subject, { state: "kept", word: input.reason, now });
    return {
      result: { taskId: subject.task.id, agreementId: subject.agreementId },
      events: [taskKept(subject.task.id, { reason: input.reason })],
    };
  },
});
