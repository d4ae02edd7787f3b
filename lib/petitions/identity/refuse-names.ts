import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { LockedPetition } from "../store";
import { namesPerson } from "./person";
import { openLetter } from "./sealing";

/**
 * Texts that stand beside a sealed letter (slips, results, reasons, the register) must not say who wrote it: what names the
 * person, the telephone or the identity number is refused at its field (Luật Tố cáo 2018, art. 8(3)).
 */
export async function refuseNames(
  tx: TenantTx,
  tenantId: string,
  petition: Pick<LockedPetition, "id" | "identity" | "destroyed">,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  if (petition.identity !== "sealed" || petition.destroyed) return;
  const typed = Object.entries(texts).filter(([, text]) => text !== "");
  if (typed.length === 0) return;
  const { people } = await openLetter(tx, tenantId, petition.id);
  const naming = typed.filter(([, text]) => people.some((person) => namesPerson(text, person)));
  if (naming.length === 0) return;
  const fields = Object.fromEntries(naming.map(([field]) => [field, ["namesDenouncer"]]));
  throw new DomainError("invalid", "invalid", { fields });
}
