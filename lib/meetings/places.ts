import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";

/** An office the form names has to be one of the tenant. */
export async function assertOffice(tx: TenantTx, tenantId: string, officeId: string | null): Promise<void> {
  if (officeId === null) return;
  const known = await tx.office.count({ where: { tenantId, id: officeId } });
  if (known !== 1) throw new DomainError("invalid", "invalid", { fields: { officeId: ["invalid"] } });
}
