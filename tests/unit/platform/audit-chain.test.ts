import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type AuditLine,
  emptyHead,
  formatAuditLine,
  parseAuditLine,
  verifyChain,
} from "@/lib/platform/audit/chain";

const tenant = "01a2039a-c2fb-7c5a-8273-8fec1ff6c532";

function lineOf(previous: string, seq: number, payload: string, owner = tenant): AuditLine {
  const fields = [
    previous,
    owner,
    seq,
    `id-${seq}`,
    "2026-11-22T14:13:29.485121Z",
    "tasks.created",
    "task",
    "s",
    "-",
    "-",
  ];
  const record = [...fields, payload].join("\n");
  return { record, hash: createHash("sha256").update(record).digest("hex") };
}

function chainOf(count: number): AuditLine[] {
  const lines: AuditLine[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    lines.push(lineOf(lines.at(-1)?.hash ?? emptyHead, seq, `{"text": "việc ${seq}"}`));
  }
  return lines;
}

async function* each<T>(lines: readonly T[]): AsyncGenerator<T> {
  yield* lines;
}

function at(lines: readonly AuditLine[], index: number): AuditLine {
  const line = lines[index];
  if (!line) throw new Error(`no line ${index}`);
  return line;
}

function fault(lines: readonly (AuditLine | null)[], expectation = {}) {
  return verifyChain(each(lines), expectation).then((verdict) => (verdict.ok ? null : verdict.fault));
}

describe("a chain of events", () => {
  const whole = chainOf(6);
  const head = at(whole, 5).hash;

  test("is sound as it was written, and an empty one too", async () => {
    expect(await verifyChain(each(whole), { tenant, recorded: { seq: 6, hash: head } })).toEqual({
      ok: true,
      count: 6,
      head,
      witnessedAt: null,
    });
    expect(await verifyChain(each([]), { witness: emptyHead })).toMatchObject({
      ok: true,
      count: 0,
      witnessedAt: 0,
    });
  });

  test("shows an edited record", async () => {
    const edited = { ...at(whole, 2), record: at(whole, 2).record.replace("việc 3", "việc 9") };
    expect(await fault(whole.with(2, edited))).toEqual({ kind: "edited", seq: 3 });
  });

  test("shows a record that was replaced together with its hash at the next one", async () => {
    const replaced = lineOf(at(whole, 1).hash, 3, "{}");
    expect(await fault(whole.with(2, replaced))).toEqual({ kind: "not-linked", seq: 4 });
  });

  test.each([0, 3])("shows a removed event, index %i", async (index) => {
    expect(await fault(whole.toSpliced(index, 1))).toEqual({
      kind: "missing",
      expected: index + 1,
      found: index + 2,
    });
  });

  test("shows events that changed places", async () => {
    const swapped = whole.with(2, at(whole, 3)).with(3, at(whole, 2));
    expect(await fault(swapped)).toEqual({ kind: "missing", expected: 3, found: 4 });
  });

  test("shows an inserted event", async () => {
    const inserted = lineOf(at(whole, 2).hash, 3, "{}");
    expect(await fault(whole.toSpliced(3, 0, inserted))).toEqual({
      kind: "out-of-place",
      expected: 4,
      found: 3,
    });
  });

  test("shows an event of another tenant", async () => {
    const foreign = lineOf(head, 7, "{}", "01a2039a-0000-7c5a-8273-8fec1ff6c532");
    expect(await fault([...whole, foreign])).toEqual({ kind: "foreign", seq: 7 });
  });

  test("shows a cut tail by the head row and by an older head that somebody kept", async () => {
    const cut = whole.slice(0, 4);
    expect(await fault(cut)).toBeNull();
    expect(await fault(cut, { recorded: { seq: 6, hash: head } })).toEqual({
      kind: "tail-cut",
      last: 4,
      recorded: 6,
    });
    expect(await fault(cut, { witness: at(whole, 4).hash })).toEqual({ kind: "witness-unknown", last: 4 });
    expect(await verifyChain(each(cut), { witness: at(whole, 1).hash })).toMatchObject({
      ok: true,
      witnessedAt: 2,
    });
  });

  test("shows an event that was added behind the head row", async () => {
    const added = [...whole, lineOf(head, 7, "{}")];
    expect(await fault(added, { recorded: { seq: 6, hash: head } })).toEqual({
      kind: "head-differs",
      last: 7,
    });
  });

  test("says which line cannot be read", async () => {
    expect(await fault([...whole.slice(0, 2), null])).toEqual({ kind: "unreadable", line: 3 });
    const short = { record: "one\ntwo", hash: createHash("sha256").update("one\ntwo").digest("hex") };
    expect(await fault([short])).toEqual({ kind: "unreadable", line: 1 });
  });
});

describe("a line of the export", () => {
  const line = lineOf(emptyHead, 1, '{"text": "dòng một\u2028dòng hai"}');

  test("comes back as it was written", () => {
    expect(parseAuditLine(formatAuditLine(line))).toEqual(line);
  });

  test.each([
    ["no JSON", "{"],
    ["another shape", '{"hash":"a"}'],
    ["a second record that some readers would show", `{"record":"x",${formatAuditLine(line).slice(1)}`],
    ["blanks between", formatAuditLine(line).replace('","', '", "')],
  ])("is refused when it is %s", (_what, text) => {
    expect(parseAuditLine(text)).toBeNull();
  });
});
