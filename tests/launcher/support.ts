import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "@/scripts/lib/embedded-postgres.mjs";
import { messages } from "@/scripts/lib/messages.mjs";
import { identityOf, isAlive, until } from "@/scripts/lib/process-identity.mjs";
import { root } from "@/scripts/lib/root.mjs";

export type Identity = { pid: number; start: string | undefined };

export type Start = {
  child: ChildProcess;
  /** All that was printed so far. */
  output: () => string;
  /** Settles with the exit code. */
  exited: Promise<number | null>;
};

const given = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "DATABASE_DIRECT_URL",
  "DATABASE_AUTH_URL",
  "DATABASE_PUBLIC_URL",
];

/** A new folder below the system's temporary folder, and how to remove it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "portal-launcher-"));
  // The database's user has to pass when the tests run as root.
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs `npm start` in a process group of its own, as a terminal would. `env` is laid over a clean environment. */
export function startPortal(env: Record<string, string>, cwd: string = root): Start {
  const clean = { ...process.env };
  for (const name of Object.keys(clean)) {
    if (given.includes(name) || /^(npm_|VITEST|NODE_ENV|TZ$)/i.test(name)) delete clean[name];
  }
  const child = spawn("npm", ["start"], { cwd, detached: true, env: { ...clean, ...env } });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const exited = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  return { child, output: () => output, exited };
}

/** Ends a start as a terminal would: the signal goes to its whole group. Answers the exit code. */
export function endStart(start: Start, signal: NodeJS.Signals): Promise<number | null> {
  if (start.child.pid !== undefined && start.child.exitCode === null) process.kill(-start.child.pid, signal);
  return start.exited;
}

/** Secrets as an operator makes them for an installation of their own. */
export const ownSecrets = {
  AUTH_SECRET: "Zr8mUe1xQ4nYb7Kd0WvTg5Hs2LpCj9Fa",
  PORTAL_SERVER_KEY: "fGk1m9Qx0ZsT3vBn7yLr2WcHd8pEj4uAo6iKtXqRzM8=",
};

/** Waits until the start says it is ready; answers the seconds since `began`. Throws its output when it ends instead. */
export async function untilReady(start: Start, began: number): Promise<number> {
  await until(() => start.output().includes(messages.howToStop) || start.child.exitCode !== null, 300_000);
  if (!start.output().includes(messages.howToStop)) throw new Error(`not ready:\n${start.output()}`);
  return (performance.now() - began) / 1000;
}

/** What a start that fails prints, with its exit code. */
export async function failedStart(
  env: Record<string, string>,
  cwd?: string,
): Promise<{ code: number | null; output: string }> {
  const start = startPortal({ PORT: String(await freePort()), ...env }, cwd);
  const code = await start.exited;
  return { code, output: start.output() };
}

/** A program of somebody else's on a port. */
export function occupy(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function isIdentity(value: unknown): value is Identity {
  return typeof value === "object" && value !== null && "pid" in value && typeof value.pid === "number";
}

/** Who holds the lock of a folder, and the children that are written down there. */
export function identitiesIn(folder: string): { lock: Identity; children: Identity[] } {
  const lock = readJson(join(folder, "lock"));
  const children = readJson(join(folder, "pids"));
  if (!isIdentity(lock) || !Array.isArray(children)) throw new Error(`unreadable: ${folder}`);
  return { lock, children: children.filter(isIdentity) };
}

/** The processes of one data folder by their part. `children` are the web processes and the worker. */
export function processesOf(dataFolder: string): {
  launcher: Identity;
  postmaster: Identity;
  children: Identity[];
} {
  const { lock, children } = identitiesIn(dataFolder);
  const postmaster = Number(
    readFileSync(join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0],
  );
  return { launcher: lock, postmaster: identityOf(postmaster), children };
}

/** Kills without warning. */
export function killAll(identities: readonly Identity[]): void {
  for (const identity of identities) process.kill(identity.pid, "SIGKILL");
}

/** Waits until none of the processes is left; answers whether that came true. */
export function untilGone(identities: readonly Identity[], milliseconds: number): Promise<boolean> {
  return until(() => !identities.some((identity) => isAlive(identity)), milliseconds);
}

/** The status of /api/health, or 0 when nobody answers. */
export async function healthOf(port: number): Promise<number> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(3000),
    });
    return response.status;
  } catch {
    return 0;
  }
}

/** Asks /api/health five times a second; answers whether it said 200 within the time. */
export async function untilHealthy(port: number, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while ((await healthOf(port)) !== 200) {
    if (performance.now() > end) return false;
    await setTimeout(200);
  }
  return true;
}
