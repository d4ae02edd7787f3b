import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { pointRaised } from "../events";
import { clauseText } from "../points";
import { allowOnVersion } from "../refusal";
import { raisePointSchema } from "../schema";
import { findVersionForUpdate } from "../store";

/** A party says something of a clause, or how it should read instead. The text stays as it is until another party accepts. */
export const raisePoint = defineCommand({
  name: "agreements.raisePoint",
  input: raisePointSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "raise", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, officeId, accountId } = actor;
    const { articleKey, clause } = input.at;
    const text = await clauseText(tx, tenantId, subject.id, input.at);
    if (text === undefined)
      throw new DomainError("invalid", "invalid", { fields: { at: ["clauseMissing"] } });
    const isProposal = input.kind === "proposal";
    if (isProposal && input.beforeText !== undefined && input.beforeText !== text) {
      throw new DomainError("stale", "clauseChanged", { values: { text } });
    }
    if (isProposal && input.proposedText === text) {
      throw new DomainError("invalid", "invalid", { fields: { proposedText: ["nothingChanged"] } });
    }
    const pointId = newId();
    await tx.clausePoint.createMany({
      data: [
        {
          tenantId,
          id: pointId,
          versionId: subject.id,
          articleKey,
          clause,
          kind: input.kind,
          state: "open",
          officeId,
          accountId,
          words: input.words,
          beforeText: isProposal ? text : null,
          proposedText: isProposal ? (input.proposedText ?? "") : null,
          raisedAt: now,
        },
      ],
    });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId, pointId },
      events: [pointRaised(subject.id, { pointId, kind: input.kind, articleKey, clause })],
    };
  },
});
