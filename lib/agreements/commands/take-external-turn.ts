import "server-only";
import { assertPassword } from "@/lib/platform/auth/assert-password";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { newId } from "@/lib/platform/ids";
import { externalTurnTaken } from "../external/events";
import { takeExternalTurnSchema } from "../external/schema";
import { allowToSpeakFor } from "../refusal";
import { findVersionForUpdate } from "../store";
import { openToSignOutside } from "./open-outside";
import { turnMinutes } from "./take-turn";

/**
 * Where the organisation signs at the desk of the office that represents it, or sends its file otherwise: that office takes the half
 * hour for it, after the password anew. What it hands out is the newest file, and nobody else signs meanwhile.
 */
export const takeExternalTurn = defineCommand({
  name: "agreements.takeExternalTurn",
  input: takeExternalTurnSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, input, subject }) => allowToSpeakFor(tx, actor, input.partyId, subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, accountId } = actor;
    const { round } = await openToSignOutside(tx, actor, subject, input.partyId, now);
    await assertPassword(accountId, input.password, now);
    await tx.signingTurn.createMany({
      data: [
        {
          tenantId,
          id: newId(),
          versionId: subject.id,
          roundId: round.id,
          externalPartyId: input.partyId,
          accountId,
          documentId: round.last.id,
          takenAt: now,
          until: new Date(now.getTime() + turnMinutes * 60_000),
        },
      ],
    });
    return {
      result: { agreementId: subject.agreementId },
      events: [externalTurnTaken(subject.id, { partyId: input.partyId, via: "office" })],
    };
  },
});
