import "server-only";
import { dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decidePetition, type PetitionSubject } from "../policy";
import type { PaperKind } from "./forms";
import type { PaperView } from "./types";

/** Whether the text of a paper may be shown: one that names who wrote does not open once the letter is sealed. */
export function opens(
  paper: { names: boolean },
  letter: { identity: string; destroyedAt: Date | null },
): boolean {
  return letter.destroyedAt === null && !(paper.names && letter.identity === "sealed");
}

/** The papers that left about a letter, the newest first. */
export async function loadPapers(
  tx: TenantTx,
  actor: Actor,
  letter: { id: string; identity: string; destroyedAt: Date | null },
  subject: PetitionSubject,
): Promise<PaperView[]> {
  const rows = await tx.petitionPaper.findMany({
    where: { tenantId: actor.tenantId, petitionId: letter.id },
    orderBy: { id: "desc" },
    omit: { sealed: true },
    include: { office: { select: { code: true } } },
  });
  const mayRead = decidePetition(actor, "readPaper", subject).allowed;
  const mayIssue = decidePetition(actor, "issuePaper", subject).allowed;
  const numberOf = new Map(rows.map(({ id, number }) => [id, number]));
  return rows.map((row) => {
    const replacedBy = rows.find(({ replacesId }) => replacesId === row.id)?.number ?? null;
    const mayOpen = mayRead && opens(row, letter);
    return {
      id: row.id,
      kind: row.kind as PaperKind,
      number: row.number,
      issuedOn: dayFromColumn(row.issuedOn),
      signer: row.signer,
      signedOn: row.signedOn ? dayFromColumn(row.signedOn) : null,
      office: row.office.code,
      reason: row.reason,
      replaces: row.replacesId ? (numberOf.get(row.replacesId) ?? null) : null,
      corrects: row.correctsId ? (numberOf.get(row.correctsId) ?? null) : null,
      replacedBy,
      correctedBy: rows.filter(({ correctsId }) => correctsId === row.id).map(({ number }) => number),
      mayOpen,
      mayReplace: mayIssue && mayOpen && replacedBy === null && row.officeId === actor.officeId,
    };
  });
}
