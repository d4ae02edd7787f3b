import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { letterKey } from "@/lib/platform/env";
import { type TenantKey, type TenantKeyPurpose, unwrapTenantKey, wrappedTenantKey } from "./tenant-key";

async function current(tx: TenantTx, tenantId: string, purpose: TenantKeyPurpose) {
  return tx.tenantKey.findFirst({
    where: { tenantId, purpose, retiredAt: null },
    select: { id: true, wrapped: true },
  });
}

/** The tenant's current key for a purpose; made at its first use, by whoever comes first. */
export async function tenantKey(
  tx: TenantTx,
  tenantId: string,
  purpose: TenantKeyPurpose,
): Promise<TenantKey> {
  const known = await current(tx, tenantId, purpose);
  if (known) return unwrapTenantKey(tenantId, known, letterKey());
  const made = wrappedTenantKey(tenantId, letterKey());
  await tx.tenantKey.createMany({
    data: [
      {
        tenantId,
        id: made.id,
        purpose,
        wrapped: made.wrapped,
        wrappedBy: made.wrappedBy,
        createdAt: new Date(),
      },
    ],
    skipDuplicates: true,
  });
  const stored = await current(tx, tenantId, purpose);
  if (!stored) throw new Error("a tenant's key was made and is not there");
  return unwrapTenantKey(tenantId, stored, letterKey());
}

/** Reads the key, or null where the tenant has none yet: a read makes none, and nothing can have been hashed with it. */
export async function tenantKeyIfAny(
  tx: TenantTx,
  tenantId: string,
  purpose: TenantKeyPurpose,
): Promise<TenantKey | null> {
  const known = await current(tx, tenantId, purpose);
  return known ? unwrapTenantKey(tenantId, known, letterKey()) : null;
}
