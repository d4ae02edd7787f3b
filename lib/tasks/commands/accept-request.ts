import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { contributionAccepted } from "../events";
import { allowOnTask } from "../refusal";
import { answerRequestSchema } from "../schema";
import { findTaskForUpdate } from "../store";

/** An assisting office takes on what it was asked (article 3 clause 7). */
export const acceptRequest = defineCommand({
  name: "tasks.acceptRequest",
  input: answerRequestSchema,
  subject: ({ tx, actor, input }) => findTaskForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnTask(tx, actor, "accept", subject),
  async run({ tx, actor, subject, now }) {
    await tx.taskAssist.updateMany({
      where: { tenantId: actor.tenantId, taskId: subject.id, officeId: actor.officeId },
      data: { state: "accepted", answeredAt: now },
    });
    return {
      result: { taskId: subject.id },
      events: [contributionAccepted(subject.id, { officeId: actor.officeId })],
    };
  },
});
