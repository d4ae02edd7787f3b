import "server-only";
import { open } from "../identity/letter-key";
import type { OfficialPaper } from "../paper/official-paper";
import { openedLetter } from "./drafts";
import { paperOf } from "./functions";
import { bytesOf, keyOfLetter } from "./keys";

/** A paper meant for the sender, of the letter this browser opened with its secret; null for every other. */
export async function openPaper(
  tenant: string,
  paperId: string,
): Promise<{ paper: OfficialPaper; number: string; at: Date } | null> {
  const hash = await openedLetter(tenant);
  const row = hash === null ? null : await paperOf(tenant, hash, paperId);
  if (!row) return null;
  const { tenantId, number, at } = row;
  const bytes = open(keyOfLetter(tenantId, row), bytesOf(row.sealed), {
    purpose: "paper",
    tenantId,
    id: paperId,
  });
  if (!bytes) throw new Error("a paper does not open");
  // Written by `issuePaper` and by nobody else, and bound to its row.
  return {
    paper: JSON.parse(Buffer.from(bytes).toString("utf8")) as OfficialPaper,
    number,
    at: new Date(at),
  };
}
