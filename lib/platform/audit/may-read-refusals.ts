import type { Role } from "@/lib/platform/policy/rule-table";

const readers: readonly Role[] = ["chief", "deputy-chief", "inspector"];

/** Who reads what an office was refused: those who answer for the office, and its inspector. */
export function mayReadRefusals({ role }: { role: Role }): boolean {
  return readers.includes(role);
}
