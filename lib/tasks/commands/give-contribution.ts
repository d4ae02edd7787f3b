import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { contributionGiven } from "../events";
import { allowOnTask } from "../refusal";
import { giveContributionSchema } from "../schema";
import { findTaskForUpdate } from "../store";

/** An assisting office contributes in writing and may revise its part until it is taken over (article 3 clause 8). */
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
    return {
      result: { taskId: subject.id },
      events: [
        contributionGiven(subject.id, { officeId: actor.officeId, revised: before?.state === "contributed" }),
      ],
    };
  },
});
