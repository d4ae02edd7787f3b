import { agreeEnding } from "@/lib/agreements/commands/agree-ending";
import { proposeEnding } from "@/lib/agreements/commands/propose-ending";
import { refuseEnding } from "@/lib/agreements/commands/refuse-ending";
import { withdrawEnding } from "@/lib/agreements/commands/withdraw-ending";
import type { EndingAct } from "@/lib/agreements/ending/rule-table";
import { newId } from "@/lib/platform/ids";
import { lastDay } from "@/tests/support/builders/endings";
import type { Province } from "@/tests/support/builders/province";
import type { Tries } from "./actors";
import { type Compared, compare, nothingCounted } from "./compared";
import { type CodeVerdict, judgeByCode } from "./judge-by-code";
import { judgeByDatabase, type Statement } from "./judge-by-database";

export type EndingItem = { name: string; agreementId: string; endingId: string };
export type EndingCell = { who: Tries; item: EndingItem; act: EndingAct };

const reason = "Lý do đã trao đổi";

function codeSays({ act, item: { agreementId, endingId }, who }: EndingCell): Promise<CodeVerdict> {
  switch (act) {
    case "proposeEnding":
      return judgeByCode(proposeEnding, who, { agreementId, lastDay: lastDay(), reason });
    case "agreeEnding":
      return judgeByCode(agreeEnding, who, { agreementId, endingId });
    case "refuseEnding":
      return judgeByCode(refuseEnding, who, { agreementId, endingId, reason });
    case "withdrawEnding":
      return judgeByCode(withdrawEnding, who, { agreementId, endingId, reason });
  }
}

function rawEndingAct({ act, item, who }: EndingCell): Statement[] {
  if (act === "proposeEnding") {
    return [
      [
        `insert into agreement_endings (tenant_id, id, agreement_id, ends_on, reason, state, office_id, made_by, made_at)
          values ($1, $2, $3, portal_today() + 31, $4, 'proposed', $5, $6, now())`,
        [who.tenant.id, newId(), item.agreementId, reason, who.post.officeId, who.accountId],
      ],
    ];
  }
  if (act === "agreeEnding") {
    return [
      [
        `insert into ending_consents (tenant_id, ending_id, party_id, account, at)
          select tenant_id, $1, id, $3, now() from agreement_parties where agreement_id = $2 and office_id = $4`,
        [item.endingId, item.agreementId, who.accountId, who.post.officeId],
      ],
    ];
  }
  return [
    [
      `update agreement_endings set state = $2, closing_office_id = $3, closed_by = $4, closed_at = now(), close_reason = $5
        where id = $1`,
      [
        item.endingId,
        act === "refuseEnding" ? "refused" : "withdrawn",
        who.post.officeId,
        who.accountId,
        reason,
      ],
    ],
  ];
}

/** Puts every cell to the command and, as bare SQL, to the database. */
export async function compareEndingCells(
  province: Province,
  cells: readonly EndingCell[],
): Promise<Compared> {
  const compared = nothingCounted();
  for (const cell of cells) {
    const { who, item, act } = cell;
    const code = await codeSays(cell);
    const database = await judgeByDatabase(province.pool("app"), who, rawEndingAct(cell));
    compare(compared, { act, item: item.name, who, code, database });
  }
  return compared;
}
