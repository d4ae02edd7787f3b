import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { urlWith } from "@/scripts/lib/database-url.mjs";
import { deploy, status } from "@/scripts/lib/migrations.mjs";
import { prepareQueue } from "@/scripts/lib/queue-schema.mjs";
import { dropDatabase, makeRoles } from "@/scripts/lib/roles.mjs";
import { root } from "@/scripts/lib/root.mjs";
import { passwordOf } from "@/tests/support/database-names";

const superuserUrl = inject("superuserUrl");
let name: string;
let urls: Record<string, string>;
let observer: pg.Client;
let blocker: pg.Client;

beforeEach(async () => {
  name = `test_${randomBytes(8).toString("hex")}`;
  urls = await makeRoles(superuserUrl, name, passwordOf);
  await prepareQueue(urls.DATABASE_DIRECT_URL);
  const here = { connectionString: urlWith(superuserUrl, { database: name }) };
  observer = new pg.Client(here);
  blocker = new pg.Client(here);
  await Promise.all([observer.connect(), blocker.connect()]);
});

afterEach(async () => {
  await Promise.all([observer.end(), blocker.end()]);
  await dropDatabase(superuserUrl, name);
});

function ownerUrl(): string {
  return urls.DATABASE_OWNER_URL ?? "";
}

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
  }
}

// A migration that stands still in its middle: it wants to change a table somebody else holds.
async function standingStill(): Promise<{ child: ChildProcess; backend: number }> {
  const child = spawn(process.execPath, [join(root, "scripts", "db-migrate.mjs"), "deploy"], {
    env: { ...process.env, ...urls },
    stdio: "ignore",
  });
  await until(async () => {
    const { rows } = await observer.query("select to_regclass('tenants') as found");
    return rows[0].found ?? undefined;
  });
  await blocker.query("begin");
  await blocker.query("lock table tenants in access exclusive mode");
  const backend = await until(async () => {
    const { rows } = await observer.query(
      "select pid from pg_stat_activity where datname = $1 and usename = 'portal_owner' and wait_event_type = 'Lock'",
      [name],
    );
    return rows[0]?.pid as number | undefined;
  });
  return { child, backend };
}

async function expectWhole(): Promise<void> {
  await deploy(ownerUrl());
  expect(await status(ownerUrl())).toEqual({ unapplied: [], unknown: [], failed: [], edited: [] });
  const { rows } = await observer.query(
    "select count(*)::int as twice from (select migration_name from _prisma_migrations where finished_at is not null group by 1 having count(*) > 1) as each",
  );
  expect(rows).toEqual([{ twice: 0 }]);
}

describe("a migration that stood still in its middle", () => {
  test("runs again when the server ended it", async () => {
    const { child, backend } = await standingStill();
    await observer.query("select pg_terminate_backend($1)", [backend]);
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
    await blocker.query("rollback");
    await expectWhole();
  });

  test("is known to be done when its sender was killed and the server brought it to its end", async () => {
    const { child } = await standingStill();
    child.kill("SIGKILL");
    await once(child, "exit");
    const next = deploy(ownerUrl());
    await blocker.query("rollback");
    await next;
    await expectWhole();
  });
});
