import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { nameTried } from "../events";
import type { LockedPetition } from "../store";
import { namesPerson, type Petitioner } from "./person";
import { openLetter } from "./sealing";

/** So many texts with the right name within an hour, and no further one is looked at. */
const mostTries = 5;

/**
 * Texts that stand beside a sealed letter (slips, results, reasons, the register) must not say who wrote it: what names the
 * person, the telephone or the identity number is refused at its field (Luật Tố cáo 2018, art. 8(3)). The refusal says that a guess was
 * right: it stays in the letter's history, and after several nobody is told any more.
 */
export async function refuseNames(
  tx: TenantTx,
  tenantId: string,
  petition: Pick<LockedPetition, "id" | "identity" | "destroyed">,
  texts: Readonly<Record<string, string>>,
  /** Beside those the letter has: who is about to be written into it. */
  others: readonly Petitioner[] = [],
): Promise<void> {
  if (petition.identity !== "sealed" || petition.destroyed) return;
  const typed = Object.entries(texts).filter(([, text]) => text !== "");
  if (typed.length === 0) return;
  const tries = await tx.auditEvent.count({
    where: {
      tenantId,
      subjectKind: "petition",
      subjectId: petition.id,
      name: "petitions.nameTried",
      at: { gt: new Date(Date.now() - 3_600_000) },
    },
  });
  if (tries >= mostTries) throw new DomainError("conflict", "namesTriedOften");
  const { people } = await openLetter(tx, tenantId, petition.id);
  const naming = typed.filter(([, text]) =>
    [...people, ...others].some((person) => namesPerson(text, person)),
  );
  if (naming.length === 0) return;
  const named = naming.map(([field]) => field);
  const fields = Object.fromEntries(named.map((field) => [field, ["namesDenouncer"]]));
  throw new DomainError("invalid", "invalid", { fields, leaves: nameTried(petition.id, { fields: named }) });
}
