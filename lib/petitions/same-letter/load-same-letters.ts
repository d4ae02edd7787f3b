import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { askIn } from "./keep";
import type { SameLetterView, SameOnPage } from "./types";
import { sameLetterView } from "./view";

type Row = {
  otherId: string;
  earlier: boolean;
  officeCode: string;
  sealed: boolean;
  code: string | null;
  since: Day | null;
  state: string | null;
  why: string;
  joinId: string | null;
  answer: "joined" | "apart" | null;
  reason: string | null;
  own: boolean | null;
};

/** What looked the same as a letter when either of the two came, the best first, and what was said of each. */
export async function loadSameRows(tx: TenantTx, petitionId: string): Promise<Row[]> {
  return askIn(tx)<Row>(
    `select other_id as "otherId", earlier, office_code as "officeCode", sealed, code, since::text as since, state, why,
        join_id as "joinId", answer, reason, own
      from same_letters_of($1::uuid)`,
    [petitionId],
  );
}

/** The same for its page: of what another office's letter says nothing. */
export async function loadSameLetters(tx: TenantTx, petitionId: string): Promise<SameOnPage[]> {
  const rows = await loadSameRows(tx, petitionId);
  return rows.map((row) => {
    const found: SameLetterView = sameLetterView(row);
    return {
      found,
      earlier: row.earlier,
      answer:
        row.answer === null || row.joinId === null
          ? null
          : { id: row.joinId, kind: row.answer, reason: row.reason ?? "", own: row.own === true },
    };
  });
}
