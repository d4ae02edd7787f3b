import { createHash } from "node:crypto";

/**
 * One event of a tenant's chain as it is exported: the exact text that was hashed, and its SHA-256 in hexadecimal.
 * The text is eleven lines (prisma/migrations, audit_record): hash before, tenant, number, id, instant, name, kind of
 * subject, subject, account, office, payload.
 */
export type AuditLine = { hash: string; record: string };

/** Hash "before" the first event. */
export const emptyHead = "0".repeat(64);

/** What is wrong, and at which event (counted from 1) or line. The first thing found is told; what follows it may be its echo. */
export type ChainFault =
  | { kind: "unreadable"; line: number }
  | { kind: "edited"; seq: number }
  | { kind: "missing"; expected: number; found: number }
  | { kind: "out-of-place"; expected: number; found: number }
  | { kind: "not-linked"; seq: number }
  | { kind: "foreign"; seq: number }
  | { kind: "tail-cut"; last: number; recorded: number }
  | { kind: "head-differs"; last: number }
  | { kind: "witness-unknown"; last: number };

export type ChainVerdict =
  | { ok: true; count: number; head: string; witnessedAt: number | null }
  | { ok: false; fault: ChainFault };

/** A sound text of two fields in this order and nothing else, so that no reader sees another value than was hashed. */
export function parseAuditLine(text: string): AuditLine | null {
  try {
    const { hash, record } = JSON.parse(text) as Partial<AuditLine>;
    if (typeof hash !== "string" || typeof record !== "string") return null;
    return formatAuditLine({ hash, record }) === text ? { hash, record } : null;
  } catch {
    // What is no JSON is no line of an export; the caller says which.
    return null;
  }
}

export function formatAuditLine({ hash, record }: AuditLine): string {
  return JSON.stringify({ hash, record });
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

type State = { seq: number; head: string; tenant: string | null };

function faultOf(line: AuditLine | null, state: State, lineNumber: number): ChainFault | null {
  const fields = line?.record.split("\n");
  if (!line || !fields || fields.length !== 11) return { kind: "unreadable", line: lineNumber };
  const [before, tenant, number = ""] = fields;
  const found = Number(number);
  if (!/^-?\d{1,15}$/.test(number)) return { kind: "unreadable", line: lineNumber };
  const expected = state.seq + 1;
  if (sha256(line.record) !== line.hash) return { kind: "edited", seq: found };
  if (found > expected) return { kind: "missing", expected, found };
  if (found < expected) return { kind: "out-of-place", expected, found };
  if (before !== state.head) return { kind: "not-linked", seq: found };
  if (state.tenant !== null && tenant !== state.tenant) return { kind: "foreign", seq: found };
  return null;
}

type Expectation = {
  /** The tenant the chain must belong to; without it the first event's. */
  tenant?: string;
  /** The head row kept beside the events. */
  recorded?: { seq: number; hash: string };
  /** A head that somebody wrote down or printed earlier: it must be the hash of some event. */
  witness?: string;
};

/**
 * Goes along a chain from its first event to its last, holding one line at a time. Finds an edited, removed, inserted or
 * re-ordered event, and a cut tail where something outside the events knows better: the head row or a witness.
 */
export async function verifyChain(
  lines: AsyncIterable<AuditLine | null>,
  expectation: Expectation = {},
): Promise<ChainVerdict> {
  const { recorded, witness } = expectation;
  const state: State = { seq: 0, head: emptyHead, tenant: expectation.tenant ?? null };
  let witnessedAt = witness === emptyHead ? 0 : null;
  for await (const line of lines) {
    const fault = faultOf(line, state, state.seq + 1);
    if (fault || !line) return { ok: false, fault: fault ?? { kind: "unreadable", line: state.seq + 1 } };
    state.seq += 1;
    state.head = line.hash;
    state.tenant ??= line.record.split("\n", 2)[1] ?? null;
    if (line.hash === witness) witnessedAt = state.seq;
  }
  const { seq: last, head } = state;
  if (recorded && recorded.seq > last)
    return { ok: false, fault: { kind: "tail-cut", last, recorded: recorded.seq } };
  if (recorded && (recorded.seq !== last || recorded.hash !== head)) {
    return { ok: false, fault: { kind: "head-differs", last } };
  }
  if (witness !== undefined && witnessedAt === null)
    return { ok: false, fault: { kind: "witness-unknown", last } };
  return { ok: true, count: last, head, witnessedAt };
}
