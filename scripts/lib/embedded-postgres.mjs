// A real PostgreSQL server of our own: for `npm start`, for the tests and for the benchmarks.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { endProcess, identityOf, isAlive, processesIn, processStart, until } from "./process-identity.mjs";
import { databaseUser } from "./system-user.mjs";

const host = "127.0.0.1";

/** A port of the loopback address that is free at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// Nothing of the operator's own environment may change what the server does (PGDATA, PGOPTIONS, LC_ALL ...).
function cleanEnvironment() {
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

function spawnOptions() {
  const user = databaseUser();
  return { cwd: "/", env: cleanEnvironment(), ...(user ? { uid: user.uid, gid: user.gid } : {}) };
}

function own(path) {
  const user = databaseUser();
  if (user) chownSync(path, user.uid, user.gid);
}

function isFull(text) {
  return /no space left on device|disk quota exceeded|disk full/i.test(text);
}

/** Makes a new cluster: UTF-8, Vietnamese order of letters, passwords by SCRAM. Whole or not at all. */
function initCluster(binaries, dataDir, password) {
  const unfinished = `${dataDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  own(unfinished);
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  own(passwordFile);
  try {
    const made = spawnSync(
      join(binaries, "bin", "initdb"),
      [
        "-D",
        unfinished,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=icu",
        "--icu-locale=vi",
      ],
      { ...spawnOptions(), encoding: "utf8" },
    );
    const said = `${made.stdout ?? ""}${made.stderr ?? ""}${made.error?.message ?? ""}`;
    if (made.status !== 0)
      throw new Fault(isFull(said) ? messages.diskFull(dataDir) : messages.initFailed(said));
    renameSync(unfinished, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function checkVersion(dataDir, major) {
  const found = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  if (found !== String(major)) throw new Fault(messages.otherVersion(dataDir, found, major));
}

function readPostmasterFile(dataDir) {
  try {
    const [pid, , , port, , , , status] = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(pid), port: Number(port), status: status?.trim() };
  } catch {
    return undefined;
  }
}

// On Linux a server works in its data folder, which proves that the number was not given to a stranger since.
function isPostmasterOf(dataDir, pid) {
  if (process.platform === "linux") return processesIn(dataDir).includes(pid);
  const command = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  return command.includes("postgres") && command.includes(dataDir);
}

/** The port of the server that already runs on this data folder; undefined when none does. */
export function runningPort(dataDir) {
  const file = readPostmasterFile(dataDir);
  return file?.status === "ready" && isPostmasterOf(dataDir, file.pid) ? file.port : undefined;
}

/** Ends whatever an earlier start has left running on this data folder, so that a new server may take it. */
export async function stopOrphans(dataDir) {
  const file = readPostmasterFile(dataDir);
  if (file && isPostmasterOf(dataDir, file.pid)) await endProcess(identityOf(file.pid), "SIGINT", 10_000);
  // A killed postmaster leaves its children for a moment; they hold the shared memory that a new one needs.
  const children = processesIn(dataDir).map(identityOf);
  await until(() => !children.some(isAlive), 2000);
  await Promise.all(children.map((child) => endProcess(child, "SIGQUIT", 1000)));
  rmSync(join(dataDir, "postmaster.pid"), { force: true });
}

// Nothing is kept of it: neither care for what a crash would lose, nor housekeeping for the years.
const throwAway = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=8GB",
  "checkpoint_timeout=1h",
  "autovacuum=off",
  "jit=off",
];

function launch(binaries, dataDir, port, logFile, ephemeral) {
  const log = openSync(logFile, "a", 0o600);
  const settings = [
    `listen_addresses=${host}`,
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=240",
    "shared_buffers=128MB",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_line_prefix=%m [%p] %q%u@%d ",
    "logging_collector=off",
    ...(ephemeral ? throwAway : []),
  ];
  const child = spawn(
    join(binaries, "bin", "postgres"),
    ["-D", dataDir, ...settings.flatMap((setting) => ["-c", setting])],
    // Its own group: Ctrl-C at the terminal goes to the launcher, which ends the server in order.
    { ...spawnOptions(), detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  return child;
}

function tail(file) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-12).join("\n");
}

async function waitUntilReady(child, dataDir, logFile) {
  let gone = false;
  child.once("exit", () => {
    gone = true;
  });
  child.once("error", () => {
    gone = true;
  });
  const ready = await until(() => gone || readPostmasterFile(dataDir)?.status === "ready", 60_000);
  if (ready && !gone) return;
  const said = tail(logFile);
  throw new Fault(isFull(said) ? messages.diskFull(dataDir) : messages.postgresFailed(said, logFile));
}

async function checkEncoding(url, dataDir) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT datname, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datallowconn",
    );
    const wrong = rows.find((row) => row.encoding !== "UTF8");
    if (wrong) throw new Fault(messages.notUtf8(dataDir, wrong.datname, wrong.encoding));
  } finally {
    await client.end();
  }
}

function ownerFile(folder) {
  return join(folder, "owner.json");
}

// Throw-away servers whose maker was killed are swept away by the next one.
async function sweepAbandoned(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith("portal-pg-"))) {
    const folder = join(parent, name);
    try {
      const owner = JSON.parse(readFileSync(ownerFile(folder), "utf8"));
      if (isAlive(owner)) continue;
      await stopOrphans(join(folder, "data"));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Not ours to judge: it is being made, or another user's.
    }
  }
}

async function throwAwayFolder() {
  await sweepAbandoned(tmpdir());
  const folder = mkdtempSync(join(tmpdir(), "portal-pg-"));
  chmodSync(folder, 0o755);
  own(folder);
  writeFileSync(ownerFile(folder), JSON.stringify(identityOf(process.pid)));
  return folder;
}

/**
 * Starts a server. `major` is 18 or 16. With `ephemeral` it lies in the temporary folder, without fsync, and is
 * removed by stop(); otherwise `dataDir` is made on the first start, `password` is the superuser's, `port` is used when
 * it is free. Throws a Fault that says what to do when the data are of another version, not UTF-8, or the disk is full.
 * Answers { port, dataDir, pid, exited, superuserUrl, copied, stop() }; `exited` settles when the server ends.
 * @param {{ dataDir?: string, port?: number, password?: string, major?: 18 | 16, ephemeral?: boolean }} options
 */
export async function startPostgres({ dataDir, port, password, major = 18, ephemeral = false }) {
  const folder = ephemeral ? await throwAwayFolder() : dirname(dataDir);
  const data = ephemeral ? join(folder, "data") : dataDir;
  const secret = password ?? randomBytes(18).toString("base64url");
  const logFile = join(folder, "postgres.log");
  const { folder: binaries, copied } = postgresBinaries(major);
  if (!existsSync(data)) initCluster(binaries, data, secret);
  checkVersion(data, major);
  await stopOrphans(data);
  const chosenPort = port ?? (await freePort());
  const child = launch(binaries, data, chosenPort, logFile, ephemeral);
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const superuserUrl = `postgresql://postgres:${encodeURIComponent(secret)}@${host}:${chosenPort}/postgres`;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGINT");
      await exited;
    }
    if (ephemeral) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(child, data, logFile);
    await checkEncoding(superuserUrl, data);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port: chosenPort,
    dataDir: data,
    pid: child.pid,
    start: processStart(child.pid),
    exited,
    superuserUrl,
    copied,
    stop,
  };
}
