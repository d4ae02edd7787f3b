import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { RuleSource } from "@/lib/platform/policy/rule-table";
import { documentNumber } from "../rules";

export type Quote = { text: string; source: string };

/**
 * The sentence a rule stands on, as this version words it, with its place ("Điều 3 khoản 6, Quy chế số 01/QCPH-…").
 * Where the parties changed the sentence the whole clause is quoted instead; without a text the rule's own words stand.
 */
export async function quoteRule(
  tx: TenantTx,
  tenantId: string,
  versionId: string | null,
  rule: { source: RuleSource; quote: string },
): Promise<Quote> {
  const { source, quote } = rule;
  if (source.kind !== "article") return { text: quote, source: source.name };
  if (versionId === null) return { text: quote, source: "" };
  const article = await tx.agreementArticle.findUnique({
    where: { tenantId_versionId_articleKey: { tenantId, versionId, articleKey: source.articleKey } },
    select: { ordinal: true, clauses: true },
  });
  if (!article) return { text: quote, source: "" };
  const clause = article.clauses[source.clause - 1] ?? "";
  const text = clause === "" || clause.includes(quote) ? quote : clause;
  return {
    text,
    source: `Điều ${article.ordinal} khoản ${source.clause}, ${await nameOfPaper(tx, tenantId, versionId)}`,
  };
}

/** How one names the paper: by its number once it has one, else as a draft. */
export async function nameOfPaper(tx: TenantTx, tenantId: string, versionId: string): Promise<string> {
  const round = await tx.signingRound.findFirst({
    where: { tenantId, versionId },
    orderBy: { openedAt: "desc" },
    select: { number: true, symbol: true },
  });
  return round ? `Quy chế số ${documentNumber(round.number, round.symbol)}` : "dự thảo Quy chế";
}
