import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { loadSameRows } from "./load-same-letters";

/** The letter of that code among those that look the same as this one and of which nothing was said yet: no code is tried out. */
export async function findOtherLetter(
  tx: TenantTx,
  petitionId: string,
  code: string,
): Promise<{ id: string; earlier: boolean }> {
  const other = (await loadSameRows(tx, petitionId)).find((row) => row.code === code);
  if (!other) throw new DomainError("conflict", "notTheSame");
  if (other.answer !== null) throw new DomainError("conflict", "alreadyAnswered");
  return { id: other.otherId, earlier: other.earlier };
}
