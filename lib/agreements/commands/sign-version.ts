import "server-only";
import { defineCommand, type Outcome, type RunScope } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { signingKeyRefused } from "../events";
import { allowToSign } from "../refusal";
import { signSchema } from "../schema";
import { addSignature } from "../signing/sign-pdf";
import { findVersionForUpdate, type LockedVersion } from "../store";
import { internalSignature, keepSignature, openToSign, reasonOf, type SignedResult } from "./keep-signature";
import { madeFor, signOrAsk } from "./made-signature";
import { findStanding, openSigningKey } from "./open-signing-key";

type Input = { versionId: string; issuedSha256: string; certificateId: string; passphrase: string };

async function sign(scope: RunScope<Input, LockedVersion>): Promise<Outcome<SignedResult>> {
  const { tx, actor, input, subject: version, now, answer } = scope;
  const { round, party } = await openToSign(scope);
  // What the signer saw is the issued file; signatures of others added meanwhile do not change it.
  if (round.issuedSha256 !== input.issuedSha256) throw new DomainError("stale", "staleText");
  const fieldName = `party_${party.ordinal}`;
  const common = { fieldName, certificateId: input.certificateId, method: "portal-key" } as const;
  const made = madeFor(answer, round.last.id);
  if (made && (await findStanding(tx, actor.tenantId, input.certificateId, now))) {
    return keepSignature(scope, { round, party }, { ...common, ...made });
  }
  const owner = { kind: "person", id: actor.personId } as const;
  const key = await openSigningKey(tx, actor.tenantId, owner, input, now);
  if (!key.opened) {
    return {
      rejected: key.error,
      events: [signingKeyRefused(version.id, { certificateId: input.certificateId })],
    };
  }
  const signed = await signOrAsk(answer, round.last.id, (askForStamp) =>
    addSignature({
      pdf: round.last.bytes,
      privateKeyPkcs8: key.privateKeyPkcs8,
      certificateDer: key.certificateDer,
      chainDer: [key.authorityDer],
      fieldName,
      reason: reasonOf(round, party, internalSignature),
      signedAt: now,
      askForStamp,
    }),
  );
  return "asks" in signed ? signed : keepSignature(scope, { round, party }, { ...common, ...signed });
}

/**
 * Whom the paper names signs the exact file with an own key once the party's turn has come: the holder of the named post,
 * or a delegate (article 13 clause 5). A wrong passphrase is counted and five lock the key.
 */
export const signVersion = defineCommand({
  name: "agreements.sign",
  input: signSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowToSign(tx, actor, subject),
  run: sign,
});
