/** A place in a list: the last row's instant to the microsecond (the database's own) and its id. */
export type ListKey = { at: string; id: string };

/** Before every row of a list that goes from the newest to the oldest. */
const start: ListKey = { at: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

export function encodeListKey(key: ListKey): string {
  return `${key.at}.${key.id}`;
}

/**
 * Reads a key as the address carries it. Anything else is the start of the list: an address a person mistyped still
 * answers. Always a comparable pair, so that the statement seeks in its index and needs no second form.
 */
export function decodeListKey(text: string | undefined): ListKey {
  const pattern =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
  const [, at, id] = pattern.exec(text ?? "") ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : start;
}

/** What a page of rows and its next key become, when one row more than a page was read. */
export function pageOf<Row extends { keyAt: string; id: string }>(
  rows: readonly Row[],
  pageSize: number,
): { shown: readonly Row[]; next: string | null } {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    shown,
    next: rows.length > pageSize && last ? encodeListKey({ at: last.keyAt, id: last.id }) : null,
  };
}
