import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { scanKey } from "../identity/scan-key";
import { openLetterKey } from "../identity/sealing";
import { decidePetition } from "../policy";
import { loadSubject } from "./load-subject";

/** A scan of a letter that denounces nobody, for who handles it, with the key it opens by; null for every other. */
export const getScan: Query<
  { petitionId: string; fileId: string },
  { fileId: string; key: Uint8Array }
> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const found = await loadSubject(tx, tenantId, input.petitionId);
  if (!found || found.identity !== "plain" || found.destroyedAt !== null) return null;
  if (!decidePetition(actor, "readScan", found.subject).allowed) return null;
  const scan = await tx.storedFile.findFirst({
    where: {
      tenantId,
      id: input.fileId,
      subjectKind: "petition",
      subjectId: input.petitionId,
      removedAt: null,
    },
    select: { id: true },
  });
  if (!scan) return null;
  const key = await openLetterKey(tx, tenantId, input.petitionId);
  return { fileId: scan.id, key: scanKey(key, { tenantId, petitionId: input.petitionId }) };
};
