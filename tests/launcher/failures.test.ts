import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freePort, startPostgres } from "@/scripts/lib/embedded-postgres.mjs";
import { messages } from "@/scripts/lib/messages.mjs";
import { postgresBinaries } from "@/scripts/lib/postgres-binaries.mjs";
import { makeRoles } from "@/scripts/lib/roles.mjs";
import { root } from "@/scripts/lib/root.mjs";
import { ensureSecrets } from "@/scripts/lib/secrets.mjs";
import { databaseUser } from "@/scripts/lib/system-user.mjs";
import { failedStart, occupy, ownSecrets, temporaryFolder } from "@/tests/launcher/support";

let data: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  data = temporaryFolder();
});

afterEach(() => data.remove());

test("a taken port is named, with another one to try", async () => {
  const port = await freePort();
  const server = await occupy(port);
  const { code, output } = await failedStart({ PORT: String(port), PORTAL_DATA: data.folder });
  server.close();
  expect(output).toContain(messages.portTaken(port));
  expect(code).toBe(1);
});

test("a data folder that cannot be made is named", async () => {
  const file = join(data.folder, "file");
  writeFileSync(file, "");
  const { code, output } = await failedStart({ PORTAL_DATA: join(file, "data") });
  expect(output).toContain(`Không dùng được thư mục dữ liệu "${join(file, "data")}"`);
  expect(output).toContain("PORTAL_DATA");
  expect(code).toBe(1);
});

test("data of another PostgreSQL are left as they are", async () => {
  const cluster = join(data.folder, "postgres");
  ensureSecrets(data.folder, false);
  const older = await startPostgres({ dataDir: cluster, major: 16 });
  await older.stop();
  const { code, output } = await failedStart({ PORTAL_DATA: data.folder });
  expect(output).toContain(messages.otherVersion(cluster, "16", 18));
  expect(code).toBe(1);
});

test("data that are not UTF-8 are refused", async () => {
  const cluster = join(data.folder, "postgres");
  const secrets = ensureSecrets(data.folder, false);
  const user = databaseUser();
  const passwordFile = join(data.folder, "password");
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o644 });
  mkdirSync(cluster, { mode: 0o700 });
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  if (user) spawnSync("chown", ["-R", `${user.uid}:${user.gid}`, data.folder]);
  const initdb = join(postgresBinaries(18).folder, "bin", "initdb");
  const options = [
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--locale=C",
    "--encoding=SQL_ASCII",
  ];
  const made = spawnSync(initdb, ["-D", cluster, ...options], { ...identity, cwd: "/", encoding: "utf8" });
  expect(made.status, made.stderr).toBe(0);
  const { code, output } = await failedStart({ PORTAL_DATA: data.folder });
  expect(output).toContain("dùng bảng mã SQL_ASCII, không phải UTF-8");
  expect(code).toBe(1);
});

test("data without their secrets are refused, and no new secrets are made", async () => {
  mkdirSync(join(data.folder, "postgres"));
  const { code, output } = await failedStart({ PORTAL_DATA: data.folder });
  expect(output).toContain(messages.secretsLost(join(data.folder, "secrets")));
  expect(code).toBe(1);
});

test("a full disk is named", async () => {
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=40m", "tmpfs", data.folder], {
    encoding: "utf8",
  });
  expect(mounted.status, `mounting needs root: ${mounted.stderr}`).toBe(0);
  const { code, output } = await failedStart({ PORTAL_DATA: data.folder });
  spawnSync("umount", [data.folder]);
  expect(output).toContain(messages.diskFull(data.folder));
  expect(code).toBe(1);
});

test("without a network the first installation says so", async () => {
  const copy = join(data.folder, "copy");
  mkdirSync(copy);
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(root, file), join(copy, file));
  cpSync(join(root, "scripts"), join(copy, "scripts"), { recursive: true });
  const offline = {
    npm_config_registry: `http://127.0.0.1:${await freePort()}/`,
    npm_config_cache: join(data.folder, "cache"),
  };
  const { code, output } = await failedStart({ ...offline, PORTAL_DATA: data.folder }, copy);
  rmSync(copy, { recursive: true });
  expect(output).toContain(messages.noNetwork);
  expect(code).toBe(1);
});

describe("with a given database", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let urls: Record<string, string>;

  beforeAll(async () => {
    server = await startPostgres({ ephemeral: true });
    urls = await makeRoles(server.superuserUrl, "given", (role) => role);
  });

  afterAll(() => server.stop());

  async function asSuperuser(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: server.superuserUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  test.each([
    ["none", {}, "AUTH_SECRET, PORTAL_SERVER_KEY"],
    [
      "well-known ones",
      {
        AUTH_SECRET: "changeme-changeme-changeme-changeme",
        PORTAL_SERVER_KEY: Buffer.alloc(32).toString("base64"),
      },
      "AUTH_SECRET, PORTAL_SERVER_KEY",
    ],
    ["a short one", { ...ownSecrets, AUTH_SECRET: ownSecrets.AUTH_SECRET.slice(0, 31) }, "AUTH_SECRET"],
  ])("secrets are asked for: %s", async (_, env, named) => {
    const { code, output } = await failedStart({ ...urls, ...env, PORTAL_DATA: data.folder });
    expect(output).toContain(messages.poorSecrets(named.split(", ")));
    expect(code).toBe(1);
  });

  test("all addresses are asked for", async () => {
    const { DATABASE_URL = "" } = urls;
    const { code, output } = await failedStart({ ...ownSecrets, DATABASE_URL, PORTAL_DATA: data.folder });
    expect(output).toContain(
      "DATABASE_OWNER_URL, DATABASE_DIRECT_URL, DATABASE_AUTH_URL, DATABASE_PUBLIC_URL",
    );
    expect(code).toBe(1);
  });

  test("every missing and every excessive right is named at once", async () => {
    await asSuperuser(
      "ALTER ROLE portal_owner NOBYPASSRLS; REVOKE portal_definer FROM portal_owner; ALTER ROLE portal_app BYPASSRLS",
    );
    const { code, output } = await failedStart({ ...urls, ...ownSecrets, PORTAL_DATA: data.folder });
    await asSuperuser(
      "ALTER ROLE portal_owner BYPASSRLS; GRANT portal_definer TO portal_owner; ALTER ROLE portal_app NOBYPASSRLS",
    );
    const faults = [
      messages.tooMuchRight("DATABASE_URL", "portal_app"),
      messages.ownerNeedsBypass,
      messages.ownerNeedsDefiner,
    ];
    expect(output).toContain(messages.missingRights(faults));
    expect(code).toBe(1);
  });

  test("a server that does not answer is named by its variable", async () => {
    const nowhere = `postgresql://portal_app:x@127.0.0.1:${await freePort()}/given`;
    const { code, output } = await failedStart({
      ...urls,
      ...ownSecrets,
      DATABASE_URL: nowhere,
      PORTAL_DATA: data.folder,
    });
    expect(output).toContain("Không vào được cơ sở dữ liệu bằng DATABASE_URL");
    expect(code).toBe(1);
  });
});
