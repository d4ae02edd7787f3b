import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { LockedPetition } from "../store";

const classes: ReadonlySet<string> = new Set(["complaint", "proposal", "feedback"]);
const states: ReadonlySet<string> = new Set(["received", "refused", "withdrawn", "split"]);

/** Whether a letter may stand in a case at all: in the clear, with a class of its own, past intake. The database asks the same. */
export function fitsCase(
  letter: Pick<LockedPetition, "identity" | "class" | "state" | "joined"> & { destroyed: boolean },
): boolean {
  return (
    letter.identity === "plain" &&
    letter.class !== null &&
    classes.has(letter.class) &&
    !states.has(letter.state) &&
    !letter.destroyed &&
    letter.joined !== true
  );
}

/** Refuses what denounces or may, what has no class yet, what was joined to another letter, and what is in a case already. */
export async function requireFit(
  tx: TenantTx,
  tenantId: string,
  letters: readonly LockedPetition[],
): Promise<void> {
  if (letters.some((letter) => !fitsCase(letter))) throw new DomainError("conflict", "caseLetterUnfit");
  const taken = await tx.petitionCaseMember.count({
    where: { tenantId, petitionId: { in: letters.map(({ id }) => id) }, leftAt: null },
  });
  if (taken > 0) throw new DomainError("conflict", "inACase");
}
