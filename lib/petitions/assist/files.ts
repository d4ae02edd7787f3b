import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { PartFile } from "./types";

/** The kind of files that came with an assisting office's answer; the letter is their item. */
export const partFileKind = "petition-part";

/** Whether a file of a part still opens: of a letter in the clear, or given when it was sealed. */
export function opensPartFile(
  file: { letterIdentity: string | null },
  letter: { identity: string; destroyedAt: Date | null },
): boolean {
  return letter.destroyedAt === null && (letter.identity === "plain" || file.letterIdentity === "sealed");
}

const mostFiles = 200;

/** Files of the letter's parts that the acting office may read, in the order they came. */
export async function loadPartFiles(
  tx: TenantTx,
  tenantId: string,
  letter: { id: string; identity: string; destroyedAt: Date | null },
): Promise<PartFile[]> {
  const rows = await tx.storedFile.findMany({
    where: { tenantId, subjectKind: partFileKind, subjectId: letter.id, removedAt: null },
    orderBy: { id: "asc" },
    take: mostFiles,
    select: {
      id: true,
      officeId: true,
      givenToOfficeId: true,
      size: true,
      createdAt: true,
      letterIdentity: true,
    },
  });
  return rows.map((row) => ({
    id: row.id,
    officeId: row.officeId ?? "",
    leadOfficeId: row.givenToOfficeId ?? "",
    size: row.size,
    on: dayAt(row.createdAt),
    opens: opensPartFile(row, letter),
  }));
}
