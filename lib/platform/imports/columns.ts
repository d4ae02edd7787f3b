import { type Table, TableFault, type TableRow } from "./read-table";

/** "Thời gian bắt đầu" and "thoi gian bat dau" are one heading. */
export function headingKey(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[đĐ]/g, "d")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "");
}

/** Whether a table has a column, by any of its names. */
export function hasColumn<Name extends string>(
  table: Table,
  headings: Readonly<Record<Name, readonly string[]>>,
  name: Name,
): boolean {
  const known = new Set([name, ...headings[name]].map(headingKey));
  return table.head.some((text) => known.has(headingKey(text)));
}

/**
 * Finds the columns of a table by their names, in any order: each known column with every heading it may carry. Throws
 * TableFault where a needed one is missing or one stands twice.
 */
export function columnReader<Name extends string>(
  table: Table,
  headings: Readonly<Record<Name, readonly string[]>>,
  needed: readonly Name[],
): (row: TableRow, name: Name) => string {
  const names = Object.keys(headings) as Name[];
  const known = new Map(
    names.flatMap((name) => [name, ...headings[name]].map((text) => [headingKey(text), name] as const)),
  );
  const places = new Map<Name, number>();
  table.head.forEach((text, index) => {
    const name = known.get(headingKey(text));
    if (!name) return;
    if (places.has(name)) throw new TableFault(`Cột “${text}” có hai lần.`);
    places.set(name, index);
  });
  const missing = needed.filter((name) => !places.has(name));
  if (missing.length > 0) {
    const words = missing.map((name) => headings[name][0] ?? name).join(", ");
    throw new TableFault(`Thiếu cột: ${words}.`);
  }
  return (row, name) => row.cells[places.get(name) ?? -1] ?? "";
}
