import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { loadKept, loadSigned } from "../competence/load-rows";
import type { CompetenceRow } from "../way";

/**
 * Who handles which letter today (Luật Tiếp công dân, art. 12(4)): the table of the agreement in force, with the rows that are kept beside it
 * and stand in for its own on their days.
 */
export async function loadCompetence(tx: TenantTx, tenantId: string, now: Date): Promise<CompetenceRow[]> {
  const { rows: signed } = await loadSigned(tx, tenantId);
  const kept = await loadKept(tx, tenantId, dayAt(now));
  const holding = kept.filter(({ standing }) => standing === "holds");
  const rowOf = ({ subjectKey: key, label, officeId, officeCode, basis }: (typeof holding)[number]) => ({
    key,
    label,
    officeId,
    officeCode,
    basis,
  });
  const own = holding.filter(({ subjectKey }) => !signed.some(({ key }) => key === subjectKey));
  return [
    ...signed.map((row) => {
      const instead = holding.find(({ subjectKey }) => subjectKey === row.key);
      return instead ? { ...rowOf(instead), label: row.label } : row;
    }),
    ...own.map(rowOf),
  ];
}
