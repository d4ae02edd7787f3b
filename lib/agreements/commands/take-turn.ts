import "server-only";
import { assertPassword } from "@/lib/platform/auth/assert-password";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { turnTaken } from "../events";
import { loadRegisteredCertificates } from "../queries/load-registered-certificates";
import { allowToSign } from "../refusal";
import { takeTurnSchema } from "../schema";
import { findVersionForUpdate } from "../store";
import { openToSign } from "./keep-signature";
import { keepTurn } from "./keep-turn";

/**
 * Who would sign now takes the turn for half an hour, to sign the newest file with a tool of the own; nobody else signs meanwhile
 * (article 13 clause 5). Asks for the password anew: the file goes out in that person's name.
 */
export const takeTurn = defineCommand({
  name: "agreements.takeTurn",
  input: takeTurnSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowToSign(tx, actor, subject),
  async run(scope) {
    const { tx, actor, input, subject: version, now } = scope;
    const { tenantId, personId, postId, accountId } = actor;
    const { round, party } = await openToSign(scope);
    if (round.taken) throw new DomainError("conflict", "turnYours");
    const own = await loadRegisteredCertificates(tx, actor, now);
    if (own.length === 0) throw new DomainError("conflict", "noRegisteredCertificate");
    await assertPassword(accountId, input.password, now);
    const holder = { partyId: party.id, personId, postId, accountId };
    const until = await keepTurn(tx, { tenantId, versionId: version.id, round, now }, holder);
    return {
      result: { versionId: version.id, agreementId: version.agreementId },
      events: [turnTaken(version.id, { partyId: party.id, until: until.toISOString() })],
    };
  },
});
