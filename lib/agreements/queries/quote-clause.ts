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

type PaperRow = { versionId: string; number: number | null; symbol: string | null };

/**
 * How one names the paper: by its number once it has one, else as a draft. The text of an amended agreement is named by the
 * paper that holds it whole and the last amendment it reads with.
 */
export async function nameOfPaper(tx: TenantTx, tenantId: string, versionId: string): Promise<string> {
  const papers = await tx.$queryRaw<PaperRow[]>`
    with recursive chain as (
      select v.id, v.amends_id, 1 as depth from agreement_versions v
      where v.tenant_id = ${tenantId}::uuid and v.id = ${versionId}::uuid
      union all
      select v.id, v.amends_id, c.depth + 1 from chain c
      join agreement_versions v on v.tenant_id = ${tenantId}::uuid and v.id = c.amends_id
    )
    select c.id as "versionId", r.number, r.symbol from chain c
    left join lateral (select number, symbol from signing_rounds r
      where r.tenant_id = ${tenantId}::uuid and r.version_id = c.id order by r.opened_at desc limit 1) r on true
    order by c.depth desc`;
  const [whole] = papers;
  const own = papers.at(-1);
  const numberOf = (paper: PaperRow | undefined) =>
    paper?.number != null && paper.symbol !== null ? documentNumber(paper.number, paper.symbol) : null;
  const name = numberOf(whole) === null ? "dự thảo Quy chế" : `Quy chế số ${numberOf(whole)}`;
  if (papers.length < 2) return name;
  const amendment = numberOf(own);
  return amendment === null ? `dự thảo sửa đổi ${name}` : `${name}, sửa đổi bởi số ${amendment}`;
}
