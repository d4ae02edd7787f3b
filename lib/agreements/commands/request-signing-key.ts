import "server-only";
import { assertPassword } from "@/lib/platform/auth/assert-password";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { serverKey } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { signingKeyRequested } from "../events";
import { allowBesideAgreements } from "../refusal";
import { requestSigningKeySchema } from "../schema";
import { createPortalKey } from "../signing/portal-key";

/**
 * Who forgot the passphrase, or has no key yet, makes a new key under a passphrase that nobody else ever knows, after the password
 * anew. It signs nothing until the operator gave it a certificate (`key-enrolment.ts`); one asked for before is replaced.
 */
export const requestSigningKey = defineCommand({
  name: "agreements.requestSigningKey",
  input: requestSigningKeySchema,
  subject: ({ actor }) => Promise.resolve({ personId: actor.personId }),
  allow: ({ actor }) => allowBesideAgreements(actor, "requestKey"),
  async run({ tx, actor, input, now }) {
    const { tenantId, personId, postId, accountId } = actor;
    await assertPassword(accountId, input.password, now);
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`signing-key:${personId}`}, 0))`;
    const { publicKeySpki, wrappedKey } = await createPortalKey({
      owner: { tenantId, ownerId: personId },
      passphrase: input.passphrase,
      serverKey: serverKey(),
    });
    await tx.signingKeyRequest.updateMany({
      where: { tenantId, personId, state: "waiting" },
      data: { state: "replaced", answeredAt: now },
    });
    const id = newId();
    const publicKey = new Uint8Array(publicKeySpki);
    const key = { publicKey, wrappedKey: new Uint8Array(wrappedKey) };
    await tx.signingKeyRequest.createMany({
      data: [{ tenantId, id, personId, postId, accountId, ...key, requestedAt: now }],
    });
    return { result: { requestId: id }, events: [signingKeyRequested(id, { personId })] };
  },
});
