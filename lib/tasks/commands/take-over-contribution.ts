import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { contributionTakenOver } from "../events";
import { allowOnTask } from "../refusal";
import { takeOverSchema } from "../schema";
import { findTaskForUpdate } from "../store";

/** The lead takes over a part; from then on it does not change (article 3 clause 5). */
export const takeOverContribution = defineCommand({
  name: "tasks.takeOverContribution",
  input: takeOverSchema,
  subject: ({ tx, actor, input }) => findTaskForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, input, subject }) => allowOnTask(tx, actor, "takeOver", subject, input.officeId),
  async run({ tx, actor, input, subject, now }) {
    await tx.taskAssist.updateMany({
      where: { tenantId: actor.tenantId, taskId: subject.id, officeId: input.officeId },
      data: { state: "taken-over", takenOverAt: now },
    });
    return {
      result: { taskId: subject.id },
      events: [contributionTakenOver(subject.id, { officeId: input.officeId })],
    };
  },
});
