import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { allowOnEnding, closeEnding, findEndingForUpdate } from "../ending/store";
import { endingRefused } from "../events";
import { tellEndingQueue } from "../queues";
import { closeEndingSchema } from "../schema";

/** Another party does not agree, and says why; the term stays as it is signed. */
export const refuseEnding = defineCommand({
  name: "agreements.refuseEnding",
  input: closeEndingSchema,
  subject: ({ tx, actor, input, now }) =>
    findEndingForUpdate(tx, actor.tenantId, input.agreementId, dayAt(now)),
  allow: ({ tx, actor, subject }) => allowOnEnding(tx, actor, "refuseEnding", subject),
  async run({ tx, actor, input, subject, now }) {
    const { version, open } = subject;
    if (open === null || open.id !== input.endingId) throw new DomainError("stale", "staleText");
    await closeEnding(tx, actor, open.id, { state: "refused", reason: input.reason, now });
    return {
      result: { agreementId: version.agreementId },
      events: [endingRefused(version.id, { endingId: open.id, reason: input.reason })],
      jobs: [{ queue: tellEndingQueue, data: { tenantId: actor.tenantId, endingId: open.id } }],
    };
  },
});
