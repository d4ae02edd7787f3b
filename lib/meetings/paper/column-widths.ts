import type { SheetPaper } from "./sheet-paper";

/** Shares of the width of an A4 sheet lying on its side, by how many columns there are; the rest share what is left. */
export function columnShares(paper: SheetPaper): number[] {
  const narrow: Record<number, number> = { 0: 8, 1: 6, 2: 10 };
  const isOfficial = paper.head.length === 8;
  if (!isOfficial) return paper.head.map(() => 100 / paper.head.length);
  const wide = [24, 14, 18, 12, 8];
  return paper.head.map((_, index) => narrow[index] ?? wide[index - 3] ?? 10);
}
