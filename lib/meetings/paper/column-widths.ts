import type { SheetPaper } from "./sheet-paper";

/** How wide each column wants to be, of a hundred when all are there. */
const wanted: Readonly<Record<string, number>> = {
  day: 8,
  session: 6,
  time: 10,
  content: 24,
  chair: 14,
  participants: 18,
  place: 12,
  preparing: 8,
  serving: 12,
};

/** Shares of the width of an A4 sheet lying on its side: columns that are left out leave theirs to the others. */
export function columnShares({ columns }: Pick<SheetPaper, "columns">): number[] {
  const widths = columns.map((column) => wanted[column] ?? 10);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (100 * width) / all);
}
