import type { OfficeMark } from "@/components/ui/office-label";
import type { OfficeRef } from "@/lib/agreements/types";

/** An office as its label shows it; tints beyond the fixed three are neutral. */
export function officeMark(office: Pick<OfficeRef, "code" | "name" | "tint">): OfficeMark {
  const { code, name, tint } = office;
  return { code, name, tint: tint === 1 || tint === 2 || tint === 3 ? tint : "x" };
}
