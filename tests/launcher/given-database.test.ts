import { spawnSync } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { urlWith } from "@/scripts/lib/database-url.mjs";
import { freePort, startPostgres } from "@/scripts/lib/embedded-postgres.mjs";
import { messages } from "@/scripts/lib/messages.mjs";
import { databaseName } from "@/scripts/lib/owner-database.mjs";
import { roleUrls } from "@/scripts/lib/roles.mjs";
import { root } from "@/scripts/lib/root.mjs";
import {
  endStart,
  healthOf,
  ownSecrets,
  type Start,
  startPortal,
  temporaryFolder,
  untilReady,
} from "@/tests/launcher/support";

// An installation of one's own, as docs and messages tell it: the administrator runs what `db:migrate -- roles` prints,
// then the portal is started with the addresses and secrets.

const data = temporaryFolder();
let server: Awaited<ReturnType<typeof startPostgres>>;
let environment: Record<string, string>;
let running: Start;
let port: number;

const passwordOf = (role: string): string => `Mật khẩu của '${role}'`;

function npmRun(...args: string[]): { status: number | null; stdout: string; said: string } {
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", ...args], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  return { status, stdout, said: stdout + stderr };
}

/** Does what psql does with the printed script: `\gexec` runs the answers of a query, `\connect` changes the database. */
async function runScript(script: string, superuserUrl: string): Promise<void> {
  const [before = "", after = ""] = script.split(/^\\connect .*$/m);
  const [roles = "", grants = ""] = before.split("\\gexec");
  const [plain = "", query = ""] = roles.split(/^(?=SELECT 'CREATE DATABASE)/m);
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(plain);
  const { rows } = await client.query<Record<string, string>>(query);
  for (const statement of rows.flatMap((row) => Object.values(row))) await client.query(statement);
  await client.query(grants);
  await client.end();
  const inside = new pg.Client({ connectionString: urlWith(superuserUrl, { database: databaseName }) });
  await inside.connect();
  await inside.query(after);
  await inside.end();
}

async function asOwner<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: environment["DATABASE_OWNER_URL"] });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

beforeAll(async () => {
  server = await startPostgres({ ephemeral: true });
  const { DATABASE_OPERATOR_URL: _unused, ...urls } = roleUrls(server.superuserUrl, databaseName, passwordOf);
  port = await freePort();
  environment = { ...urls, ...ownSecrets, PORT: String(port), PORTAL_DATA: data.folder };
  const printed = npmRun("db:migrate", "--", "roles");
  expect(printed.status, printed.said).toBe(0);
  const script = printed.stdout.replaceAll(/<password of (\w+)>/g, (_, role: string) =>
    passwordOf(role).replaceAll("'", "''"),
  );
  for (const _ of ["first", "again, as its head says it may"]) await runScript(script, server.superuserUrl);
  running = startPortal(environment);
  await untilReady(running, performance.now());
}, 400_000);

afterAll(async () => {
  if (running) await endStart(running, "SIGTERM");
  await server.stop();
  data.remove();
});

test("is migrated and served, and healthy as soon as the start says so", async () => {
  expect(await healthOf(port)).toBe(200);
  const [done] = await asOwner<{ open: number; done: number }>(
    `select count(*) filter (where finished_at is null)::int as open, count(*)::int as done from _prisma_migrations`,
  );
  expect(done?.open).toBe(0);
  expect(done?.done).toBeGreaterThan(0);
});

test("gets no tenant, no person and no account, and nobody is offered at the door", async () => {
  const [counted] = await asOwner(
    `select (select count(*) from tenants)::int as tenants, (select count(*) from people)::int as people,
            (select count(*) from accounts)::int as accounts`,
  );
  expect(counted).toEqual({ tenants: 0, people: 0, accounts: 0 });
  expect(running.output()).not.toContain("demo-");
  expect(running.output()).not.toContain(messages.seeding);
  const door = await fetch(`http://127.0.0.1:${port}/sign-in`);
  const page = await door.text();
  expect(door.status).toBe(200);
  expect(page).toContain('name="password"');
  expect(page).not.toContain("/sign-in?email=");
  expect(page).not.toMatch(/minh họa/i);
});

test.each([["personas"], ["db:url"]])("npm run %s refuses: it is for the demonstration", (command) => {
  const { status, stdout, said } = npmRun(command);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(said).toContain(messages.demonstrationOnly);
});

test("makes no cluster and no secrets of its own beside it", () => {
  const found = spawnSync("ls", ["-A", data.folder], { encoding: "utf8" }).stdout.trim().split("\n").sort();
  expect(found).toEqual(["lock", "pids", "portal.log"]);
});
