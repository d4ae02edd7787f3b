import "server-only";
import { assertPassword } from "@/lib/platform/auth/assert-password";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { serverKey } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { createPortalKey } from "../signing/portal-key";

type Typed = { password: string; passphrase: string };

/**
 * Makes a key under a new passphrase, the actor's own or of the office whose key the actor keeps, after the password anew. It waits
 * wrapped for its certificate; one that waited before is replaced. Answers the request's id.
 */
export async function keepKeyRequest(
  { tx, actor, input, now }: { tx: TenantTx; actor: Actor; input: Typed; now: Date },
  officeId: string | null,
): Promise<string> {
  const { tenantId, personId, postId, accountId } = actor;
  const ownerId = officeId ?? personId;
  await assertPassword(accountId, input.password, now);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`signing-key:${ownerId}`}, 0))`;
  const { publicKeySpki, wrappedKey } = await createPortalKey({
    owner: { tenantId, ownerId },
    passphrase: input.passphrase,
    serverKey: serverKey(),
  });
  await tx.signingKeyRequest.updateMany({
    where: { tenantId, state: "waiting", officeId, ...(officeId === null ? { personId } : {}) },
    data: { state: "replaced", answeredAt: now },
  });
  const id = newId();
  const key = { publicKey: new Uint8Array(publicKeySpki), wrappedKey: new Uint8Array(wrappedKey) };
  await tx.signingKeyRequest.createMany({
    data: [{ tenantId, id, personId, postId, accountId, officeId, ...key, requestedAt: now }],
  });
  return id;
}
