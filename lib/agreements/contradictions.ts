import type { AgreementContent, Party } from "./types";

export type Contradiction = { articleKey: string; article: number; clause: number; leadCode: string };

/**
 * Clauses whose words do not say what the matrix says: the clause does not name the fixed lead office, or lets another
 * party lead. People sign words and work by the matrix, so both are shown until they agree. Only duties with a fixed lead
 * name an office in their clause.
 */
export function findContradictions(
  { articles, duties }: Pick<AgreementContent, "articles" | "duties">,
  parties: readonly Pick<Party, "office">[],
): Contradiction[] {
  return duties.flatMap((duty) => {
    const { leadRule } = duty;
    if (leadRule.kind !== "fixed") return [];
    const lead = parties.find((party) => party.office.id === leadRule.officeId)?.office;
    const article = articles.find((candidate) => candidate.ordinal === duty.article);
    const clause = article?.clauses[duty.clause - 1] ?? "";
    if (!lead || !article) return [];
    const another = parties.some(
      ({ office }) => office.id !== lead.id && clause.includes(`${office.name} chủ trì`),
    );
    if (clause.includes(lead.name) && !another) return [];
    return [
      { articleKey: article.articleKey, article: duty.article, clause: duty.clause, leadCode: lead.code },
    ];
  });
}
