import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { taskHandedOver } from "../events";
import { answerHandover } from "../handover/say";
import { allowOnHandover, findHandoverForUpdate } from "../handover/store";
import { answerHandoverSchema } from "../schema";

/** The new lead's chief takes the task over: from now on it goes by the text in force (article 14 clause 4). */
export const acceptHandover = defineCommand({
  name: "tasks.acceptHandover",
  input: answerHandoverSchema,
  subject: ({ tx, actor, input }) => findHandoverForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnHandover(tx, actor, "acceptHandover", subject),
  async run({ tx, actor, subject, now }) {
    const { task, nextDutyId } = subject;
    await answerHandover(tx, actor, subject, { state: "accepted", reason: null, now });
    return {
      result: { taskId: task.id, agreementId: subject.agreementId },
      events: [
        taskHandedOver(task.id, {
          from: task.officeCodes.get(task.leadOfficeId),
          fromOfficeId: task.leadOfficeId,
          toOfficeId: actor.officeId,
          fromVersionId: task.versionId,
          fromDutyId: task.dutyId,
          toDutyId: nextDutyId,
        }),
      ],
    };
  },
});
