import { fingerprintOf, seal } from "./letter-key";
import { unwrapTenantKey } from "./tenant-key";

type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/**
 * Wraps the keys of every tenant with a new key-encryption key, in the caller's transaction; nothing else of a letter is
 * touched. What the new key wrapped already stays, so that a second run is harmless; a key neither opens throws, and with it
 * nothing is changed.
 */
export async function rewrapKeys(
  query: Query,
  { before, after }: { before: Uint8Array; after: Uint8Array },
): Promise<{ rewrapped: number; kept: number }> {
  const rows = await query<{ tenantId: string; id: string; wrapped: Uint8Array; wrappedBy: string }>(
    `select tenant_id as "tenantId", id, wrapped, wrapped_by as "wrappedBy" from tenant_keys order by tenant_id, id for update`,
  );
  const wrappedBy = fingerprintOf(after);
  let rewrapped = 0;
  for (const row of rows) {
    if (row.wrappedBy === wrappedBy) continue;
    const { key } = unwrapTenantKey(row.tenantId, row, before);
    const wrapped = seal(after, key, { purpose: "tenant-key", tenantId: row.tenantId, id: row.id });
    await query("update tenant_keys set wrapped = $3, wrapped_by = $4 where tenant_id = $1 and id = $2", [
      row.tenantId,
      row.id,
      Buffer.from(wrapped),
      wrappedBy,
    ]);
    rewrapped += 1;
  }
  return { rewrapped, kept: rows.length - rewrapped };
}
