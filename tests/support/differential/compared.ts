import type { Tries } from "./actors";
import type { CodeVerdict } from "./judge-by-code";
import type { DatabaseVerdict } from "./judge-by-database";

export type Compared = {
  counts: Record<CodeVerdict, number>;
  /** Acts that somebody was allowed at least once. */
  allowed: Set<string>;
  differences: object[];
};

export function nothingCounted(): Compared {
  return { counts: { allowed: 0, refused: 0, role: 0, other: 0 }, allowed: new Set(), differences: [] };
}

/**
 * Counts one cell, and keeps it where the two differ. A refusal by role alone says nothing about the database, which
 * knows no roles inside an office (though it knows the named signing post).
 */
export function compare(
  compared: Compared,
  cell: { act: string; item: string; who: Tries; code: CodeVerdict; database: DatabaseVerdict },
): void {
  const { act, item, who, code, database } = cell;
  compared.counts[code] += 1;
  if (code === "allowed") compared.allowed.add(act);
  if (code === "role" || database.accepted === (code === "allowed")) return;
  const { officeCode, role } = who.post;
  compared.differences.push({ act, item, kind: who.kind, office: officeCode, role, code, database });
}
