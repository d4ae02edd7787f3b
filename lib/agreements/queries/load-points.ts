import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { compareText } from "../changes";
import type { AgreementContent, PointKind, PointState, PointView } from "../types";

type Reader = {
  officeId: string;
  content: AgreementContent;
  may: { raise: boolean; answer: boolean };
};

export async function loadPointRows(tx: TenantTx, tenantId: string, versionId: string) {
  return tx.clausePoint.findMany({
    where: { tenantId, versionId },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    include: { office: { select: { code: true } }, answerOffice: { select: { code: true } } },
  });
}

type PointRow = Awaited<ReturnType<typeof loadPointRows>>[number];

export function accountsOf(rows: readonly PointRow[]): (string | null)[] {
  return rows.flatMap(({ accountId, answerAccountId }) => [accountId, answerAccountId]);
}

/** Remarks and proposals as they are read, and which of them the acting person may answer or close. */
export function pointsOf(
  rows: readonly PointRow[],
  names: ReadonlyMap<string, string>,
  { officeId, content, may }: Reader,
): PointView[] {
  const articles = new Map(content.articles.map((article) => [article.articleKey, article]));
  return rows.map((row) => {
    const article = articles.get(row.articleKey);
    const isOpen = row.state === "open";
    const isMine = row.officeId === officeId;
    const { beforeText, proposedText, answerOffice, answeredAt } = row;
    return {
      id: row.id,
      kind: row.kind as PointKind,
      state: row.state as PointState,
      articleKey: row.articleKey,
      article: article?.ordinal ?? 0,
      clause: row.clause,
      office: row.office.code,
      by: names.get(row.accountId) ?? null,
      at: row.raisedAt,
      words: row.words,
      redline: beforeText === null || proposedText === null ? null : compareText(beforeText, proposedText),
      fits: beforeText === null || article?.clauses[row.clause - 1] === beforeText,
      answer:
        answerOffice && answeredAt
          ? {
              office: answerOffice.code,
              by: names.get(row.answerAccountId ?? "") ?? null,
              at: answeredAt,
              text: row.answer,
            }
          : null,
      may: {
        answer: may.answer && isOpen && !isMine,
        close: may.raise && isMine && (isOpen || row.state === "answered"),
      },
    };
  });
}
