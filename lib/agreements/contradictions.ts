import type { AgreementContent, Contradiction, Duty, Party } from "./types";
import { unsaidRules } from "./working-rules";

type Parties = readonly Pick<Party, "office">[];

/** Only duties with a fixed lead name an office in their clause. */
function unsaidLead({ leadRule }: Duty, clause: string, parties: Parties): { leadCode: string } | null {
  if (leadRule.kind !== "fixed") return null;
  const lead = parties.find((party) => party.office.id === leadRule.officeId)?.office;
  if (!lead) return null;
  const another = parties.some(
    ({ office }) => office.id !== lead.id && clause.includes(`${office.name} chủ trì`),
  );
  return clause.includes(lead.name) && !another ? null : { leadCode: lead.code };
}

/**
 * Clauses whose words do not say what the portal will work by: the clause does not name the fixed lead office, or lets another
 * party lead, or does not write the days and what silence means. People sign words and work by matrix and rules, so both are shown
 * until they agree.
 */
export function findContradictions(
  { articles, duties }: Pick<AgreementContent, "articles" | "duties">,
  parties: Parties,
): Contradiction[] {
  return duties.flatMap((duty): Contradiction[] => {
    const article = articles.find((candidate) => candidate.ordinal === duty.article);
    if (!article) return [];
    const clause = article.clauses[duty.clause - 1] ?? "";
    const at = { articleKey: article.articleKey, article: duty.article, clause: duty.clause };
    const lead = unsaidLead(duty, clause, parties);
    // Where one office does it alone nobody is told, sends papers or gives an opinion.
    const assisted = duty.offices.some(({ part }) => part === "assist");
    return [
      ...(lead ? [{ ...at, rule: "lead" as const, ...lead }] : []),
      ...(assisted ? unsaidRules(clause, duty) : []).map((unsaid) => ({ ...at, ...unsaid })),
    ];
  });
}
