import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { open } from "../identity/letter-key";
import { openLetterKey } from "../identity/sealing";
import type { PaperKind } from "../paper/forms";
import { opens } from "../paper/load-papers";
import type { OfficialPaper } from "../paper/official-paper";
import { decidePetition } from "../policy";
import { loadSubject } from "./load-subject";

/** An issued paper as it was written, for who handles the letter; null for every other, and where it names a denouncer by now. */
export const getPaper: Query<
  { petitionId: string; paperId: string },
  { paper: OfficialPaper; at: Date; kind: PaperKind }
> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const { petitionId, paperId } = input;
  const found = await loadSubject(tx, tenantId, petitionId);
  if (!found || !decidePetition(actor, "readPaper", found.subject).allowed) return null;
  const row = await tx.petitionPaper.findFirst({
    where: { tenantId, id: paperId, petitionId },
    select: { sealed: true, names: true, at: true, kind: true },
  });
  if (!row || !opens(row, found)) return null;
  const key = await openLetterKey(tx, tenantId, petitionId);
  const bytes = open(key, row.sealed, { purpose: "paper", tenantId, id: paperId });
  if (!bytes) throw new Error("a paper does not open");
  // Written by `issuePaper` and by nobody else, and bound to its row.
  return {
    paper: JSON.parse(Buffer.from(bytes).toString("utf8")) as OfficialPaper,
    at: row.at,
    kind: row.kind as PaperKind,
  };
};
