import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { versionWithdrawn } from "../events";
import { allowOnVersion } from "../refusal";
import { nextState } from "../rules";
import { withdrawSchema } from "../schema";
import { findVersionForUpdate } from "../store";
import { loadOpenRound } from "./open-round-state";
import { voidRound } from "./register";

/** The contact office takes back a draft or a round that is not complete; a number taken is void (article 13 clause 7). */
export const withdrawVersion = defineCommand({
  name: "agreements.withdraw",
  input: withdrawSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "withdraw", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const round = await loadOpenRound(tx, tenantId, subject.id);
    if (round) await voidRound(tx, tenantId, round.id, { state: "withdrawn", reason: input.reason, at: now });
    await tx.agreementVersion.updateMany({
      where: { tenantId, id: subject.id },
      data: { state: nextState("withdraw", subject.state) },
    });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [versionWithdrawn(subject.id, { reason: input.reason, roundId: round?.id ?? null })],
    };
  },
});
