import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { externalAnswered } from "../external/events";
import { enterExternalAnswerSchema } from "../external/schema";
import { allowToSpeakFor } from "../refusal";
import { contentHash, findVersionForUpdate } from "../store";

/** What a party outside said on paper of the text that stands, entered for it by the office that represents it, and marked so. */
export const enterExternalAnswer = defineCommand({
  name: "agreements.enterExternalAnswer",
  input: enterExternalAnswerSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, input, subject }) => allowToSpeakFor(tx, actor, input.partyId, subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, accountId } = actor;
    if (subject.state !== "negotiating") throw new DomainError("conflict", "wrongState");
    const hash = await contentHash(tx, tenantId, subject.id);
    if (hash !== input.contentHash) throw new DomainError("stale", "staleText");
    const { partyId, answer, words } = input;
    await tx.externalAnswer.createMany({
      data: [
        {
          tenantId,
          id: newId(),
          versionId: subject.id,
          partyId,
          answer,
          words,
          contentHash: hash,
          via: "office",
          accountId,
          at: now,
        },
      ],
    });
    return {
      result: { agreementId: subject.agreementId },
      events: [externalAnswered(subject.id, { partyId, answer, via: "office" })],
    };
  },
});
