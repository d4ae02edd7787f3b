import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { refusePastDay } from "../due-day";
import { contributionAsked } from "../events";
import { allowOnTask } from "../refusal";
import { askContributionSchema } from "../schema";
import { findTaskForUpdate } from "../store";

/** The lead asks one assisting office for its part, with a day; also again, to change the day or ask for more (article 3 clause 4). */
export const askContribution = defineCommand({
  name: "tasks.askContribution",
  input: askContributionSchema,
  subject: ({ tx, actor, input }) => findTaskForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, input, subject }) => allowOnTask(tx, actor, "ask", subject, input.officeId),
  async run({ tx, actor, input, subject, now }) {
    refusePastDay(input.dueOn, now);
    await tx.taskAssist.updateMany({
      where: { tenantId: actor.tenantId, taskId: subject.id, officeId: input.officeId },
      data: { state: "asked", request: input.request, dueOn: dayToColumn(input.dueOn), askedAt: now },
    });
    return {
      result: { taskId: subject.id },
      events: [contributionAsked(subject.id, { officeId: input.officeId, dueOn: input.dueOn })],
    };
  },
});
