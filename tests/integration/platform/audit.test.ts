import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AuditLine, type ChainFault, formatAuditLine, verifyChain } from "@/lib/platform/audit/chain";
import { type Ask, findTenant, readChain, readHead } from "@/lib/platform/audit/read-chain";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

let database: SeededDatabase;
let folder: string;
let tenant: string;

beforeAll(async () => {
  database = await seededDatabase();
  folder = mkdtempSync(join(tmpdir(), "audit-"));
  tenant = database.phuTho.tenant.id;
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

/** One transaction as the owner, as the commands have it. */
async function reading<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await database.pool("owner").connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    return await work((sql, values) => client.query(sql, [...values]));
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** Runs `work` in a transaction of a superuser with every trigger off, and takes all of it back. */
async function tampering<T>(work: (client: pg.PoolClient, ask: Ask) => Promise<T>): Promise<T> {
  const client = await database.pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    return await work(client, (sql, values) => client.query(sql, [...values]));
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function verifyLive(ask: Ask, expectation: { witness?: string } = {}): Promise<ChainFault | null> {
  const recorded = await readHead(ask, tenant);
  const verdict = await verifyChain(readChain(ask, tenant), { tenant, recorded, ...expectation });
  return verdict.ok ? null : verdict.fault;
}

async function linesOf(ask: Ask): Promise<AuditLine[]> {
  return Array.fromAsync(readChain(ask, tenant));
}

/** What `sql` did to the chain as the check sees it; $1 is the tenant. */
function foundAfter(...sql: string[]): Promise<ChainFault | null> {
  return tampering(async (client, ask) => {
    for (const each of sql) await client.query(each, [tenant]);
    return verifyLive(ask);
  });
}

const copyOf = (seq: number, at: number) => `
  insert into audit_events select tenant_id, gen_random_uuid(), ${at}, at, name, subject_kind, subject_id, account_id,
    office_id, payload, prev_hash, hash from audit_events where tenant_id = $1 and seq = ${seq}`;

describe("in the database", () => {
  test("the seeded chains are sound and the owner may read them", async () => {
    await reading(async (ask) => {
      expect(await findTenant(ask, "phu-tho")).toBe(tenant);
      expect(await findTenant(ask, "nowhere")).toBeNull();
      expect(await verifyLive(ask)).toBeNull();
      expect((await linesOf(ask)).length).toBeGreaterThan(10);
    });
  });

  test.each([
    ["payload", `payload = payload || '{"x": 1}'`],
    ["instant", "at = at + interval '1 microsecond'"],
    ["account", "account_id = null"],
    ["office", "office_id = gen_random_uuid()"],
    ["subject", "subject_id = gen_random_uuid()"],
    ["name", "name = 'agreements.other'"],
    ["kind", "subject_kind = 'task'"],
    ["id", "id = gen_random_uuid()"],
    ["own hash", "hash = repeat('a', 64)"],
    ["hash before", "prev_hash = repeat('a', 64)"],
  ])("an edited %s is found at its event", async (_what, change) => {
    const found = await foundAfter(`update audit_events set ${change} where tenant_id = $1 and seq = 5`);
    expect(found).toEqual({ kind: "edited", seq: 5 });
  });

  test("an event that was edited together with its hash is found at the next one", async () => {
    const found = await foundAfter(
      `update audit_events set payload = '{}' where tenant_id = $1 and seq = 5`,
      `update audit_events e set hash = encode(sha256(convert_to(audit_record(e.prev_hash, e.seq, e), 'UTF8')), 'hex')
        where tenant_id = $1 and seq = 5`,
    );
    expect(found).toEqual({ kind: "not-linked", seq: 6 });
  });

  test("a removed event is found, the first one too", async () => {
    expect(await foundAfter("delete from audit_events where tenant_id = $1 and seq = 5")).toEqual({
      kind: "missing",
      expected: 5,
      found: 6,
    });
    expect(await foundAfter("delete from audit_events where tenant_id = $1 and seq = 1")).toEqual({
      kind: "missing",
      expected: 1,
      found: 2,
    });
  });

  test("events that changed places are found", async () => {
    const found = await foundAfter(
      "update audit_events set seq = -5 where tenant_id = $1 and seq = 5",
      "update audit_events set seq = 5 where tenant_id = $1 and seq = 6",
      "update audit_events set seq = 6 where tenant_id = $1 and seq = -5",
    );
    expect(found).toEqual({ kind: "edited", seq: 5 });
  });

  test("an inserted event is found before the first, in between and at the end", async () => {
    expect(await foundAfter(copyOf(1, 0))).toMatchObject({ seq: 0 });
    const between = await foundAfter(
      "update audit_events set seq = seq + 1000 where tenant_id = $1 and seq >= 5",
      "update audit_events set seq = seq - 999 where tenant_id = $1 and seq >= 1000",
      copyOf(4, 5),
    );
    expect(between).toEqual({ kind: "edited", seq: 5 });
    const atEnd = await tampering(async (client, ask) => {
      const { seq, hash } = await readHead(ask, tenant);
      await client.query(copyOf(seq, seq + 1), [tenant]);
      await client.query("update audit_events set prev_hash = $2 where tenant_id = $1 and seq = $3", [
        tenant,
        hash,
        seq + 1,
      ]);
      await client.query(
        `update audit_events e set hash = encode(sha256(convert_to(audit_record(e.prev_hash, e.seq, e), 'UTF8')), 'hex')
         where tenant_id = $1 and seq = $2`,
        [tenant, seq + 1],
      );
      return [await verifyLive(ask), { kind: "head-differs", last: seq + 1 }];
    });
    expect(atEnd[0]).toEqual(atEnd[1]);
  });

  test("a cut tail is found by the head row, and by an older head where the row was changed too", async () => {
    const [cut, rewritten, witnessed] = await tampering(async (client, ask) => {
      const before = await readHead(ask, tenant);
      await client.query("delete from audit_events where tenant_id = $1 and seq > $2", [
        tenant,
        before.seq - 2,
      ]);
      const first = await verifyLive(ask);
      const last = (await linesOf(ask)).at(-1);
      await client.query("update audit_heads set seq = $2, hash = $3 where tenant_id = $1", [
        tenant,
        before.seq - 2,
        last?.hash,
      ]);
      return [first, await verifyLive(ask), await verifyLive(ask, { witness: before.hash })];
    });
    expect(cut).toMatchObject({ kind: "tail-cut" });
    expect(rewritten).toBeNull();
    expect(witnessed).toMatchObject({ kind: "witness-unknown" });
  });

  test("a removed head row is found", async () => {
    expect(await foundAfter("delete from audit_heads where tenant_id = $1")).toMatchObject({
      kind: "head-differs",
    });
  });

  test("no role rewrites an event while the triggers stand", async () => {
    for (const role of ["app", "worker", "owner", "auth", "superuser"] as const) {
      for (const sql of [
        "update audit_events set name = 'x.y'",
        "delete from audit_events",
        "truncate audit_events",
      ]) {
        await expect(database.pool(role).query(sql), `${role}: ${sql}`).rejects.toThrow(
          /permission denied|append-only/,
        );
      }
    }
  });
});

type Ended = { code: number; out: string; err: string };

/** A command as a person types it, on this test's database, which is given by its owner's address. */
function run(script: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_OWNER_URL: database.urls.owner };
  return new Promise((resolve) => {
    execFile(
      "npm",
      ["run", "--silent", script, "--", ...args],
      { env, maxBuffer: 1e8 },
      (error, out, err) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
      },
    );
  });
}

// Each case starts several processes.
describe("at the command line", { timeout: 240_000 }, () => {
  test("an export is checked without a database, and its faults are told in a sentence", async () => {
    const exported = await run("audit:export", "--tenant", "phu-tho");
    expect(exported.code).toBe(0);
    const lines = await reading(linesOf);
    expect(exported.out).toBe(lines.map((line) => `${formatAuditLine(line)}\n`).join(""));

    const head = lines.at(-1)?.hash ?? "";
    const whole = join(folder, "whole.jsonl");
    writeFileSync(whole, exported.out);
    const sound = await run("audit:verify", "--file", whole, "--head", head);
    expect(sound).toMatchObject({ code: 0, err: "" });
    expect(sound.out).toContain(`Nguyên vẹn: ${lines.length} sự kiện.`);

    const edited = join(folder, "edited.jsonl");
    writeFileSync(edited, exported.out.replace("agreements.sent", "agreements.lost"));
    expect(await run("audit:verify", "--file", edited)).toMatchObject({
      code: 1,
      err: expect.stringContaining("đã bị sửa: nội dung không khớp mã băm"),
    });

    const cut = join(folder, "cut.jsonl");
    writeFileSync(cut, exported.out.split("\n").slice(0, -3).join("\n"));
    expect(await run("audit:verify", "--file", cut, "--head", head)).toMatchObject({
      code: 1,
      err: expect.stringContaining("phần đuôi bị cắt"),
    });
  });

  test("the live chain is checked, and wrong use says how to use it", async () => {
    expect(await run("audit:verify", "--tenant", "phu-tho")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nguyên vẹn"),
    });
    expect(await run("audit:verify", "--tenant", "nowhere")).toMatchObject({ code: 2 });
    expect(await run("audit:verify", "--file", join(folder, "none.jsonl"))).toMatchObject({ code: 2 });
    expect(await run("audit:verify", "--tenant", "phu-tho", "--head", "abc")).toMatchObject({ code: 2 });
    expect(await run("audit:export")).toMatchObject({ code: 2, err: expect.stringContaining("Cách dùng") });
  });
});
