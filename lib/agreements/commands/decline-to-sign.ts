import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { signingDeclined } from "../events";
import { allowOnVersion } from "../refusal";
import { nextState } from "../rules";
import { declineToSignSchema } from "../schema";
import { findVersionForUpdate } from "../store";
import { loadOpenRound } from "./open-round-state";
import { voidRound } from "./register";

/** A signer declines with a reason: the round stops, its number is void, the signatures made stay (article 13 clause 6). */
export const declineToSign = defineCommand({
  name: "agreements.declineToSign",
  input: declineToSignSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "declineToSign", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, officeId } = actor;
    const party = subject.parties.find((candidate) => candidate.officeId === officeId);
    const round = await loadOpenRound(tx, tenantId, subject.id);
    if (!party || !round) throw new DomainError("conflict", "wrongState");
    if (round.signedPartyIds.includes(party.id)) throw new DomainError("conflict", "alreadySigned");
    await tx.signingDecline.createMany({
      data: [
        {
          tenantId,
          id: newId(),
          versionId: subject.id,
          roundId: round.id,
          partyId: party.id,
          accountId: actor.accountId,
          reason: input.reason,
          at: now,
        },
      ],
    });
    await voidRound(tx, tenantId, round.id, { state: "declined", reason: input.reason, at: now });
    await tx.agreementVersion.updateMany({
      where: { tenantId, id: subject.id },
      data: { state: nextState("declineToSign", subject.state) },
    });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [signingDeclined(subject.id, { officeId, roundId: round.id, reason: input.reason })],
    };
  },
});
