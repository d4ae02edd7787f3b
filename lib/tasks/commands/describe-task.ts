import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { refusePastDay } from "../due-day";
import { taskDescribed } from "../events";
import { allowOnTask } from "../refusal";
import { describeTaskSchema } from "../schema";
import { findTaskForUpdate } from "../store";

/** The lead names, describes and dates the task (article 3 clause 3). */
export const describeTask = defineCommand({
  name: "tasks.describe",
  input: describeTaskSchema,
  subject: ({ tx, actor, input }) => findTaskForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnTask(tx, actor, "describe", subject),
  async run({ tx, actor, input, subject, now }) {
    if (subject.revision !== input.revision) throw new DomainError("stale", "staleTask");
    // A late task keeps its day while its name or request is mended: otherwise the lead would have to invent a later one.
    if (input.dueOn !== subject.dueOn) refusePastDay(input.dueOn, now);
    await tx.task.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: {
        title: input.title,
        description: input.description,
        dueOn: input.dueOn ? dayToColumn(input.dueOn) : null,
        revision: subject.revision + 1,
      },
    });
    return {
      result: { taskId: subject.id },
      events: [
        taskDescribed(subject.id, {
          dueOn: input.dueOn,
          dueChanged: input.dueOn !== subject.dueOn,
          titleChanged: input.title !== subject.title,
        }),
      ],
    };
  },
});
