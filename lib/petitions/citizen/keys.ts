import "server-only";
import { letterKey } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { open } from "../identity/letter-key";
import {
  type TenantKey,
  type TenantKeyPurpose,
  unwrapTenantKey,
  wrappedTenantKey,
} from "../identity/tenant-key";
import { citizenPortal, type LetterKeyRow, makeKey, type PortalRow, type WrappedKey } from "./functions";

export const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

function unwrap(tenantId: string, { id, wrapped }: WrappedKey): TenantKey {
  return unwrapTenantKey(tenantId, { id, wrapped: bytesOf(wrapped) }, letterKey());
}

/** The tenant's key for a purpose, made at its first use by whoever comes first. */
export async function portalKey(
  slug: string,
  portal: PortalRow,
  purpose: TenantKeyPurpose,
): Promise<TenantKey> {
  const known = portal[purpose];
  if (known) return unwrap(portal.tenantId, known);
  const { id, wrapped, wrappedBy } = wrappedTenantKey(portal.tenantId, letterKey());
  await makeKey(slug, { id, purpose, wrapped: Buffer.from(wrapped).toString("base64"), wrappedBy });
  const stored = (await citizenPortal(slug))?.[purpose];
  if (!stored) throw new Error("a tenant's key was made and is not there");
  return unwrap(portal.tenantId, stored);
}

/** The key of the letter somebody opened with its secret. */
export function keyOfLetter(
  tenantId: string,
  row: Pick<LetterKeyRow, "petitionId" | "key" | "tenantKey">,
): Uint8Array {
  const wrapping = unwrap(tenantId, row.tenantKey);
  const key = open(wrapping.key, bytesOf(row.key), { purpose: "letter-key", tenantId, id: row.petitionId });
  if (!key) throw new DomainError("conflict", "letterDestroyed");
  return key;
}
