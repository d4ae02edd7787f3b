import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { keepFiles, removeFiles } from "@/lib/platform/files/keep";
import { contributionGiven } from "../events";
import { allowOnTask } from "../refusal";
import { giveContributionSchema } from "../schema";
import { findTaskForUpdate } from "../store";

/** An assisting office contributes in writing, with files, and may revise both until its part is taken over (article 3 clause 8). */
export const giveContribution = defineCommand({
  name: "tasks.giveContribution",
  input: giveContributionSchema,
  subject: ({ tx, actor, input }) => findTaskForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnTask(tx, actor, "contribute", subject),
  async run({ tx, actor, input, subject, now }) {
    const before = subject.assists.find((assist) => assist.officeId === actor.officeId);
    await tx.taskAssist.updateMany({
      where: { tenantId: actor.tenantId, taskId: subject.id, officeId: actor.officeId },
      data: {
        state: "contributed",
        contribution: input.contribution,
        contributedAt: now,
        contributedBy: actor.personId,
        ...(before?.state === "asked" ? { answeredAt: now } : {}),
      },
    });
    const item = { kind: "task", id: subject.id };
    const removed = await removeFiles(tx, actor, input.removedFiles, item, now);
    const files = await keepFiles(tx, actor, input.files, item, now);
    const officeId = actor.officeId;
    const revised = before?.state === "contributed";
    return {
      result: { taskId: subject.id },
      events: [
        contributionGiven(subject.id, {
          officeId,
          revised,
          ...(files.length > 0 ? { files } : {}),
          ...(removed.length > 0 ? { removedFiles: removed } : {}),
        }),
      ],
    };
  },
});
