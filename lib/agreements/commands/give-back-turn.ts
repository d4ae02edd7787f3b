import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { turnGivenBack } from "../events";
import { allowToSign } from "../refusal";
import { turnActSchema } from "../schema";
import { findVersionForUpdate } from "../store";
import { endTurn } from "./keep-turn";
import { loadOpenRound } from "./open-round-state";

/** Who took the turn gives it back, so that the others need not wait for its end. */
export const giveBackTurn = defineCommand({
  name: "agreements.giveBackTurn",
  input: turnActSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowToSign(tx, actor, subject),
  async run({ tx, actor, subject: version, now }) {
    const { tenantId } = actor;
    const taken = (await loadOpenRound(tx, tenantId, version.id))?.taken;
    if (taken?.accountId !== actor.accountId) throw new DomainError("conflict", "noTurn");
    await endTurn(tx, tenantId, taken, now);
    return {
      result: { versionId: version.id, agreementId: version.agreementId },
      events: [turnGivenBack(version.id, { partyId: taken.partyId })],
    };
  },
});
