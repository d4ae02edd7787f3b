import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "@/scripts/lib/embedded-postgres.mjs";
import { lockHolder } from "@/scripts/lib/lock.mjs";
import { messages } from "@/scripts/lib/messages.mjs";
import { until } from "@/scripts/lib/process-identity.mjs";
import { roleUrls } from "@/scripts/lib/roles.mjs";
import { readSecrets } from "@/scripts/lib/secrets.mjs";
import {
  endStart,
  healthOf,
  killAll,
  processesOf,
  type Start,
  startPortal,
  temporaryFolder,
  untilGone,
  untilHealthy,
  untilReady,
} from "@/tests/launcher/support";

const data = temporaryFolder();
let port: number;
let running: Start;
let mark = 0;

function bringUp(): Start {
  running = startPortal({ PORT: String(port), PORTAL_DATA: data.folder });
  return running;
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const secrets = readSecrets(data.folder);
  const databasePort = readFileSync(`${data.folder}/postgres-port`, "utf8").trim();
  const urls = roleUrls(
    `postgresql://127.0.0.1:${databasePort}/portal`,
    "portal",
    (role) => secrets.roles[role],
  );
  const client = new pg.Client({ connectionString: urls.DATABASE_OWNER_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Writes a row whose commit was acknowledged, and answers its number. */
async function acknowledged(): Promise<number> {
  mark += 1;
  await asOwner(async (client) => {
    await client.query("CREATE TABLE IF NOT EXISTS kept_marks (mark int PRIMARY KEY)");
    await client.query("INSERT INTO kept_marks VALUES ($1)", [mark]);
  });
  return mark;
}

async function isKept(wanted: number): Promise<boolean> {
  return await asOwner(async (client) => {
    const { rowCount } = await client.query("SELECT FROM kept_marks WHERE mark = $1", [wanted]);
    return rowCount === 1;
  });
}

/** What of the demonstration is there; undefined while the database cannot be asked yet. */
async function seeded(): Promise<{ tenants: number; agreements: number } | undefined> {
  try {
    return await asOwner(async (client) => {
      // One table at a time: whoever waits for one while holding another can stand across a migration's way.
      const tenants = await client.query<{ count: number }>("SELECT count(*)::int FROM tenants");
      const agreements = await client.query<{ count: number }>("SELECT count(*)::int FROM agreements");
      return { tenants: tenants.rows[0]?.count ?? 0, agreements: agreements.rows[0]?.count ?? 0 };
    });
  } catch {
    return undefined;
  }
}

beforeAll(async () => {
  port = await freePort();
});

afterAll(async () => {
  await endStart(running, "SIGTERM");
  data.remove();
});

test("a first start that was killed in the middle of the seed is made good by the next one", async () => {
  const first = bringUp();
  let half = await seeded();
  while (!half?.tenants) {
    if (first.child.exitCode !== null) throw new Error(first.output());
    await setTimeout(20);
    half = await seeded();
  }
  killAll([lockHolder(data.folder)]);
  expect(half).toEqual({ tenants: 2, agreements: expect.any(Number) });
  await untilReady(bringUp(), performance.now());
  expect(running.output()).toContain(messages.seeding);
  const whole = await seeded();
  expect(whole?.tenants).toBe(3);
  expect(whole?.agreements).toBeGreaterThan(half.agreements);
  expect(existsSync(join(data.folder, "seeding"))).toBe(false);
}, 400_000);

describe("a running portal", () => {
  test("lists the demonstration's people and its address", () => {
    expect(running.output()).toContain(`http://localhost:${port}`);
    expect(running.output()).toContain(messages.peopleHead[3]);
  });

  test("is told apart from a second start in the same data folder", async () => {
    const second = startPortal({ PORT: String(await freePort()), PORTAL_DATA: data.folder });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`http://localhost:${port}`);
    expect(await healthOf(port)).toBe(200);
  });

  test.each(["a child", "the postmaster"])("replaces %s that was killed, by itself", async (victim) => {
    const row = await acknowledged();
    const before = processesOf(data.folder);
    const killed = victim === "a child" ? before.children : [before.postmaster];
    killAll(killed);
    expect(await untilGone(killed, 5000)).toBe(true);
    expect(await untilHealthy(port, 15_000)).toBe(true);
    expect(await isKept(row)).toBe(true);
  });
});

describe("after a violent end", () => {
  test.each(["the launcher", "every process"])(
    "a new start stands within 15 seconds: kill -9 of %s",
    async (victim) => {
      const row = await acknowledged();
      const { launcher, postmaster, children } = processesOf(data.folder);
      const killed = victim === "the launcher" ? [launcher] : [launcher, postmaster, ...children];
      killAll(killed);
      const began = performance.now();
      const seconds = await untilReady(bringUp(), began);
      expect(seconds).toBeLessThan(15);
      expect(await healthOf(port)).toBe(200);
      expect(await isKept(row)).toBe(true);
      const now = processesOf(data.folder);
      expect(await untilGone([launcher, postmaster, ...children], 1)).toBe(true);
      expect(now.launcher.pid).not.toBe(launcher.pid);
    },
  );
});

describe("an orderly end", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s leaves no process, and the next start stands within 10 seconds",
    async (signal) => {
      const { launcher, postmaster, children } = processesOf(data.folder);
      await endStart(running, signal);
      expect(await untilGone([launcher, postmaster, ...children], 10_000)).toBe(true);
      expect(await until(() => !readdirSync(data.folder).includes("lock"), 5000)).toBe(true);
      expect(await healthOf(port)).toBe(0);
      const seconds = await untilReady(bringUp(), performance.now());
      expect(seconds).toBeLessThan(10);
    },
  );
});
