import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { compareText } from "../changes";
import type { AgreementContent, PointKind, PointState, PointView } from "../types";

type Reader = {
  officeId: string;
  content: AgreementContent;
  may: { raise: boolean; answer: boolean };
};

type PointRow = {
  id: string;
  articleKey: string;
  clause: number;
  kind: string;
  state: string;
  officeId: string;
  officeCode: string;
  accountId: string;
  words: string;
  beforeText: string | null;
  proposedText: string | null;
  raisedAt: Date;
  answer: string | null;
  answerOfficeCode: string | null;
  answerAccountId: string | null;
  answeredAt: Date | null;
};

export async function loadPointRows(tx: TenantTx, tenantId: string, versionId: string): Promise<PointRow[]> {
  return tx.$queryRaw<PointRow[]>`
    select p.id, p.article_key as "articleKey", p.clause, p.kind, p.state, p.office_id as "officeId", o.code as "officeCode",
      p.account_id as "accountId", p.words, p.before_text as "beforeText", p.proposed_text as "proposedText",
      p.raised_at as "raisedAt", p.answer, a.code as "answerOfficeCode", p.answer_account_id as "answerAccountId",
      p.answered_at as "answeredAt"
    from clause_points p
    join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
    left join offices a on a.tenant_id = p.tenant_id and a.id = p.answer_office_id
    where p.tenant_id = ${tenantId}::uuid and p.version_id = ${versionId}::uuid
    order by p.raised_at, p.id`;
}

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
    const { beforeText, proposedText, answerOfficeCode, answeredAt } = row;
    return {
      id: row.id,
      kind: row.kind as PointKind,
      state: row.state as PointState,
      articleKey: row.articleKey,
      article: article?.ordinal ?? 0,
      clause: row.clause,
      office: row.officeCode,
      by: names.get(row.accountId) ?? null,
      at: row.raisedAt,
      words: row.words,
      redline: beforeText === null || proposedText === null ? null : compareText(beforeText, proposedText),
      fits: beforeText === null || article?.clauses[row.clause - 1] === beforeText,
      answer:
        answerOfficeCode !== null && answeredAt
          ? {
              office: answerOfficeCode,
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
