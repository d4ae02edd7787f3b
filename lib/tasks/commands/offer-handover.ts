import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { handoverOffered } from "../events";
import { sayOfTask } from "../handover/say";
import { allowOnHandover, findHandoverForUpdate } from "../handover/store";
import { offerHandoverSchema } from "../schema";

/** The leading office's chief offers a task to the office the text in force gives it to (article 14 clause 4). */
export const offerHandover = defineCommand({
  name: "tasks.offerHandover",
  input: offerHandoverSchema,
  subject: ({ tx, actor, input }) => findHandoverForUpdate(tx, actor.tenantId, input.taskId),
  allow: ({ tx, actor, subject }) => allowOnHandover(tx, actor, "offerHandover", subject),
  async run({ tx, actor, input, subject, now }) {
    await sayOfTask(tx, actor, subject, { state: "offered", word: input.word, now });
    return {
      result: { taskId: subject.task.id, agreementId: subject.agreementId },
      events: [
        handoverOffered(subject.task.id, {
          officeId: subject.nextOfficeId,
          office: subject.nextOfficeCode,
          word: input.word,
        }),
      ],
    };
  },
});
