import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { opensPartFile, partFileKind } from "../assist/files";
import { scanKey } from "../identity/scan-key";
import { openLetterKey } from "../identity/sealing";
import { decidePetition } from "../policy";
import { loadSubject } from "./load-subject";

/**
 * A scan of a letter that denounces nobody, for who handles it, or a file that came with an assisting office's answer, for that office and
 * who handles the letter; with the key it opens by. Null for every other.
 */
export const getScan: Query<
  { petitionId: string; fileId: string },
  { fileId: string; key: Uint8Array }
> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const found = await loadSubject(tx, tenantId, input.petitionId);
  if (!found || found.destroyedAt !== null) return null;
  const scan = await tx.storedFile.findUnique({
    where: { tenantId_id: { tenantId, id: input.fileId }, subjectId: input.petitionId, removedAt: null },
    select: { id: true, subjectKind: true, letterIdentity: true },
  });
  if (!scan) return null;
  const mayOpen =
    scan.subjectKind === partFileKind
      ? // Row security found it: the office is the part's own or handles the letter.
        opensPartFile(scan, found)
      : found.identity === "plain" && decidePetition(actor, "readScan", found.subject).allowed;
  if (!mayOpen) return null;
  const key = await openLetterKey(tx, tenantId, input.petitionId);
  return { fileId: scan.id, key: scanKey(key, { tenantId, petitionId: input.petitionId }) };
};
