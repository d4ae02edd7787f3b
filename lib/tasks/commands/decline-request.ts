import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { contributionDeclined } from "../events";
import { allowOnTask } from "../refusal";
import { declineContributionSchema } from "../schema";
import { findTaskForUpdate } from "../store";

/** An assisting office declines with its reason (article 3 clause 7). */
export const declineRequest = defineCommand({
  name: "tasks.declineRequest",
  input: declineContributionSchema,
  subject: ({ tx, actor, input }) => findTaskForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnTask(tx, actor, "decline", subject),
  async run({ tx, actor, input, subject, now }) {
    await tx.taskAssist.updateMany({
      where: { tenantId: actor.tenantId, taskId: subject.id, officeId: actor.officeId },
      data: { state: "declined", declineReason: input.reason, answeredAt: now },
    });
    return {
      result: { taskId: subject.id },
      events: [contributionDeclined(subject.id, { officeId: actor.officeId, reason: input.reason })],
    };
  },
});
