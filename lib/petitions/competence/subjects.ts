import type { KeptRow, SignedRow, SubjectLine } from "./types";

/**
 * Each subject once, the signed ones first and in their order: where it leads today. A kept row of a signed subject stands in for the
 * signed one on its days, since it follows a law that came later (Luật Tiếp công dân, art. 12(4), is the law's to change, not the parties').
 */
export function subjectLines(signed: readonly SignedRow[], kept: readonly KeptRow[]): SubjectLine[] {
  const own = [...new Set(kept.map(({ subjectKey }) => subjectKey))].filter(
    (key) => !signed.some((row) => row.key === key),
  );
  return [...signed.map(({ key }) => key), ...own].map((key) => {
    const row = signed.find((each) => each.key === key) ?? null;
    const rows = kept.filter(({ subjectKey }) => subjectKey === key);
    const holding = rows.find(({ standing }) => standing === "holds");
    const label = row?.label ?? holding?.label ?? rows[0]?.label ?? "";
    if (holding) {
      const { officeCode, basis } = holding;
      return { key, label, signed: row, rows, today: { officeCode, basis, by: "kept" } };
    }
    const today = row ? { officeCode: row.officeCode, basis: row.basis, by: "agreement" as const } : null;
    return { key, label, signed: row, rows, today };
  });
}
