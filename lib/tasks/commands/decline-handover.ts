import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { handoverDeclined } from "../events";
import { answerHandover } from "../handover/say";
import { allowOnHandover, findHandoverForUpdate } from "../handover/store";
import { declineHandoverSchema } from "../schema";

/** The new lead's chief does not take the task over, and says why; it stays where it is (article 14 clause 4). */
export const declineHandover = defineCommand({
  name: "tasks.declineHandover",
  input: declineHandoverSchema,
  subject: ({ tx, actor, input }) => findHandoverForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnHandover(tx, actor, "declineHandover", subject),
  async run({ tx, actor, input, subject, now }) {
    await answerHandover(tx, actor, subject, { state: "declined", reason: input.reason, now });
    return {
      result: { taskId: subject.task.id, agreementId: subject.agreementId },
      events: [handoverDeclined(subject.task.id, { officeId: actor.officeId, reason: input.reason })],
    };
  },
});
