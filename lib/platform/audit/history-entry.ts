/** One event of an item, as its history shows it. */
export type HistoryEntry = {
  id: string;
  at: Date;
  name: string;
  personName: string | null;
  officeCode: string | null;
  payload: Record<string, unknown>;
};
