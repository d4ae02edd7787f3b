/** The columns a week sheet can have, in the order in which a sheet has them all. */
export const sheetColumns = [
  "day",
  "session",
  "time",
  "content",
  "chair",
  "participants",
  "place",
  "preparing",
  "serving",
] as const;

/**
 * Layouts as provinces print them: the common eight columns; Thanh Hóa's of 2025 (day, half-day, content that begins with the hour, place, the
 * leaders who attend); Hậu Giang's before 2025 (day, hour, content, leader, who is invited, place, who prepares, who goes along). What else a tenant
 * wants is chosen column by column.
 */
export const sheetLayouts = {
  full: sheetColumns.filter((column) => column !== "serving"),
  "thanh-hoa": ["day", "session", "content", "place", "participants"],
  "hau-giang": ["day", "time", "content", "chair", "participants", "place", "preparing", "serving"],
} as const satisfies Record<string, readonly (typeof sheetColumns)[number][]>;

export type SheetLayout = keyof typeof sheetLayouts | "own";

/** The layout these columns are; "own" where they are none of them. */
export function layoutOf(columns: readonly string[]): SheetLayout {
  const [found] = Object.entries(sheetLayouts).find(([, layout]) => layout.join() === columns.join()) ?? [];
  return (found as keyof typeof sheetLayouts | undefined) ?? "own";
}
