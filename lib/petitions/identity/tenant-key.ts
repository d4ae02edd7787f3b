import { newId } from "@/lib/platform/ids";
import { fingerprintOf, newKey, open, seal } from "./letter-key";

export type TenantKeyPurpose = "letters" | "lookup";
export type TenantKey = { id: string; key: Uint8Array };

/** A new key of a tenant, wrapped by the key-encryption key. */
export function wrappedTenantKey(tenantId: string, encryptionKey: Uint8Array) {
  const id = newId();
  const key = newKey();
  const wrapped = seal(encryptionKey, key, { purpose: "tenant-key", tenantId, id });
  return { id, key, wrapped, wrappedBy: fingerprintOf(encryptionKey) };
}

/** Unwraps a tenant's key. Throws where the installation's key is another one: nothing of the tenant opens then. */
export function unwrapTenantKey(
  tenantId: string,
  row: { id: string; wrapped: Uint8Array },
  encryptionKey: Uint8Array,
): TenantKey {
  const key = open(encryptionKey, row.wrapped, { purpose: "tenant-key", tenantId, id: row.id });
  if (!key) throw new Error("the tenant's key does not open: is PORTAL_LETTER_KEY the one it was made with?");
  return { id: row.id, key };
}
