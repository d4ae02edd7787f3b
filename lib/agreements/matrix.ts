import type { Duty, MatrixCell } from "./types";

/** What one office is in one duty, as the matrix shows it on screen and on paper. */
export function matrixCell(duty: Pick<Duty, "leadRule" | "offices">, officeId: string): MatrixCell {
  const { leadRule } = duty;
  const part = duty.offices.find((office) => office.officeId === officeId)?.part;
  if (leadRule.kind === "fixed") {
    if (leadRule.officeId === officeId) return "CT";
  } else if (leadRule.kind !== "by-table" || leadRule.rows.some((row) => row.officeId === officeId)) {
    return part === "informed" ? "B" : "CT|PH";
  }
  if (part === "assist") return "PH";
  return part === "informed" ? "B" : "";
}
