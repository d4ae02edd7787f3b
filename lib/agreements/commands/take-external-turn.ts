import "server-only";
import { assertPassword } from "@/lib/platform/auth/assert-password";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { externalTurnTaken } from "../external/events";
import { takeExternalTurnSchema } from "../external/schema";
import { allowToSpeakFor } from "../refusal";
import { findVersionForUpdate } from "../store";
import { keepTurn } from "./keep-turn";
import { openToSignOutside } from "./open-outside";

/**
 * Where the organisation signs at the desk of the office that represents it, or sends its file otherwise: that office takes the half
 * hour for it, after the password anew. What it hands out is the newest file, and nobody else signs meanwhile. An office that held it
 * in vain lets others sign as long as it held it, so that nobody is kept from signing by turns taken again and again.
 */
export const takeExternalTurn = defineCommand({
  name: "agreements.takeExternalTurn",
  input: takeExternalTurnSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, input, subject }) => allowToSpeakFor(tx, actor, input.partyId, subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, accountId } = actor;
    const { partyId } = input;
    const { round } = await openToSignOutside(tx, actor, subject, partyId, now);
    await assertPassword(accountId, input.password, now);
    const holder = { externalPartyId: partyId, accountId };
    const until = await keepTurn(tx, { tenantId, versionId: subject.id, round, now }, holder);
    return {
      result: { agreementId: subject.agreementId },
      events: [externalTurnTaken(subject.id, { partyId, until: until.toISOString(), via: "office" })],
    };
  },
});
