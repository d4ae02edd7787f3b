import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { accountOf, findHandler } from "../handler/store";
import type { PetitionSubject } from "../policy";
import type { StoredPetitionState } from "../types";

/** What the rules ask of a letter, for a read that shows something of it; null where the acting office does not read it. */
export async function loadSubject(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
): Promise<{ identity: string; destroyedAt: Date | null; subject: PetitionSubject } | null> {
  const found = await tx.petition.findUnique({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: {
      identity: true,
      destroyedAt: true,
      state: true,
      leadOfficeId: true,
      receivingOfficeId: true,
      filingOfficeId: true,
      offices: { select: { officeId: true, part: true } },
    },
  });
  if (!found) return null;
  const { identity, destroyedAt, state, ...parts } = found;
  const handlerAccountId = accountOf(await findHandler(tx, tenantId, petitionId));
  return {
    identity,
    destroyedAt,
    subject: { ...parts, state: state as StoredPetitionState, handlerAccountId },
  };
}
