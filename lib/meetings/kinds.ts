import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

/** A kind of meeting, locked until the end of the transaction; null where the tenant has none of that key. */
export async function findKindForUpdate(
  tx: TenantTx,
  tenantId: string,
  key: string,
): Promise<{ key: string; name: string; state: "standard" | "added" } | null> {
  const [kind] = await tx.$queryRaw<{ key: string; name: string; builtIn: boolean }[]>`
    select key, name, built_in as "builtIn" from meeting_kinds where tenant_id = ${tenantId}::uuid and key = ${key} for update`;
  return kind ? { key: kind.key, name: kind.name, state: kind.builtIn ? "standard" : "added" } : null;
}
