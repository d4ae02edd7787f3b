import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { externalTurnGivenBack } from "../external/events";
import { giveBackExternalTurnSchema } from "../external/schema";
import { allowToSpeakFor } from "../refusal";
import { findVersionForUpdate } from "../store";
import { endTurn } from "./keep-turn";
import { loadOpenRound } from "./open-round-state";

/**
 * The office that took the turn for a party outside gives it back, whoever of it took it: the party itself takes it by its link then,
 * or another signs. A turn the party took by its link is the party's to give back.
 */
export const giveBackExternalTurn = defineCommand({
  name: "agreements.giveBackExternalTurn",
  input: giveBackExternalTurnSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, input, subject }) => allowToSpeakFor(tx, actor, input.partyId, subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const { partyId } = input;
    const taken = (await loadOpenRound(tx, tenantId, subject.id))?.taken;
    if (taken?.partyId !== partyId || taken.accountId === null) throw new DomainError("conflict", "noTurn");
    await endTurn(tx, tenantId, taken, now);
    return {
      result: { agreementId: subject.agreementId },
      events: [externalTurnGivenBack(subject.id, { partyId, via: "office" })],
    };
  },
});
