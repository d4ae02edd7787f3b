import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { open } from "../identity/letter-key";
import { openLetterKey } from "../identity/sealing";
import type { AdditionView } from "../types";

/**
 * What the sender added on line, oldest first. The words are opened where the letter's own are in the clear, or with the key of
 * a look; of a sealed letter only when something came is told.
 */
export async function loadAdditions(
  tx: TenantTx,
  letter: { tenantId: string; petitionId: string; opened: boolean },
): Promise<AdditionView[]> {
  const { tenantId, petitionId, opened } = letter;
  const rows = await tx.petitionAddition.findMany({
    where: { tenantId, petitionId },
    orderBy: { id: "asc" },
    take: 100,
    select: { id: true, kind: true, sealed: true, files: true, createdAt: true, seenAt: true },
  });
  const key =
    opened && rows.some(({ sealed }) => sealed !== null)
      ? await openLetterKey(tx, tenantId, petitionId)
      : null;
  return rows.map(({ id, kind, sealed, files, createdAt, seenAt }) => {
    const bytes = key && sealed ? open(key, sealed, { purpose: "addition", tenantId, id }) : null;
    return {
      id,
      kind: kind as AdditionView["kind"],
      on: dayAt(createdAt),
      files,
      text: bytes ? new TextDecoder().decode(bytes) : null,
      hasText: sealed !== null,
      seen: seenAt !== null,
    };
  });
}
