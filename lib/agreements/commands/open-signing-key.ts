import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { serverKey } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { triesBeforeLock } from "../rules";
import { unwrapPortalKey } from "../signing/portal-key";

export type OpenedKey = {
  opened: true;
  privateKeyPkcs8: Uint8Array;
  certificateDer: Uint8Array;
  authorityDer: Uint8Array;
};

type KeyOwner = { kind: "person" | "office"; id: string };

/** The certificate, which throws when it is revoked or its time is not now. */
export async function findStanding(tx: TenantTx, tenantId: string, certificateId: string, now: Date) {
  const certificate = await tx.certificate.findUnique({
    where: { tenantId_id: { tenantId, id: certificateId } },
    select: { certificateDer: true, revokedAt: true, notBefore: true, notAfter: true, authorityId: true },
  });
  if (!certificate) return null;
  if (certificate.revokedAt !== null || certificate.notAfter <= now || certificate.notBefore > now) {
    throw new DomainError("conflict", "certificateNotValid");
  }
  return certificate;
}

/**
 * Opens a key of the actor, or of the office whose key the actor keeps (row security asks which). A wrong passphrase is counted, the fifth locks the key; the answer then says how many
 * tries are left. The row is locked meanwhile, so that tries at once are all counted.
 */
export async function openSigningKey(
  tx: TenantTx,
  tenantId: string,
  owner: KeyOwner,
  { certificateId, passphrase }: { certificateId: string; passphrase: string },
  now: Date,
): Promise<OpenedKey | { opened: false; error: DomainError }> {
  const rows = await tx.$queryRaw<{ wrappedKey: Uint8Array; failures: number; lockedAt: Date | null }[]>`
    select wrapped_key as "wrappedKey", failures, locked_at as "lockedAt" from signing_keys
    where tenant_id = ${tenantId}::uuid and certificate_id = ${certificateId}::uuid
      and (case ${owner.kind} when 'person' then person_id else office_id end) = ${owner.id}::uuid
    for update`;
  const key = rows[0];
  const certificate = await findStanding(tx, tenantId, certificateId, now);
  if (!key || !certificate?.authorityId) throw new DomainError("conflict", "noSigningKey");
  if (key.lockedAt !== null) throw new DomainError("conflict", "signingKeyLocked");
  const unwrapped = await unwrapPortalKey({
    owner: { tenantId, ownerId: owner.id },
    wrappedKey: key.wrappedKey,
    passphrase,
    serverKey: serverKey(),
  });
  const where = { tenantId, certificateId };
  if (!unwrapped.ok) {
    if (unwrapped.reason !== "wrong-passphrase") throw new Error("a signing key is damaged");
    const failures = key.failures + 1;
    const locked = failures >= triesBeforeLock;
    await tx.signingKey.updateMany({ where, data: { failures, lockedAt: locked ? now : null } });
    const left = triesBeforeLock - failures;
    return {
      opened: false,
      error: locked
        ? new DomainError("conflict", "signingKeyLocked")
        : new DomainError("invalid", "passphraseWrong", {
            values: { left },
            fields: { passphrase: ["passphraseWrong"] },
          }),
    };
  }
  if (key.failures > 0) await tx.signingKey.updateMany({ where, data: { failures: 0 } });
  const authority = await tx.certificateAuthority.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: certificate.authorityId } },
    select: { certificateDer: true },
  });
  return {
    opened: true,
    privateKeyPkcs8: unwrapped.privateKeyPkcs8,
    certificateDer: certificate.certificateDer,
    authorityDer: authority.certificateDer,
  };
}
