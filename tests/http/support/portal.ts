import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import type { SeededPost } from "@/prisma/seed/create-tenant";
import { freePort } from "@/scripts/lib/embedded-postgres.mjs";
import { node24 } from "@/scripts/lib/node-24.mjs";
import { standalone } from "@/scripts/lib/production-build.mjs";
import type { TestDatabase } from "@/tests/support/database";
import { testServerKey } from "@/tests/support/database-names";

const secret = "only-for-tests-over-http-0123456789abcdef";
const cookieName = "authjs.session-token";

export type Person = { cookie: string };

export type Portal = {
  origin: string;
  /** What was asked of the database since the last call, a line of the server's log each. */
  statements: () => string[];
  /** Everything the web process wrote, and everything the database wrote of it, from the start on. */
  written: () => { process: string; database: string };
  /** The person as after signing in and choosing that post. */
  signedIn: (post: SeededPost) => Promise<Person>;
  /** Answers without following a redirect; nobody asks when no person is given. */
  get: (path: string, person?: Person, headers?: Record<string, string>) => Promise<Response>;
  post: (
    path: string,
    body: FormData | URLSearchParams,
    person?: Person,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** At once; with SIGTERM it ends as it does in life, its connections first. */
  stop: (signal?: "SIGTERM" | "SIGKILL") => Promise<void>;
};

/** Waits until it answers; all that it says from its start on. */
async function started(child: ChildProcess): Promise<() => string> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Ready")) resolve();
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once("exit", () => reject(new Error(`the portal did not start: ${said}`)));
  });
  return () => said;
}

async function logFileOf(superuser: pg.Pool): Promise<string> {
  const { rows } = await superuser.query<{ data_directory: string }>("show data_directory");
  return join(dirname(rows[0]?.data_directory ?? ""), "postgres.log");
}

/** What was written behind a place: the log is of the whole run and long. */
function tailOf(file: string, from: number): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - from));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from));
  } finally {
    closeSync(descriptor);
  }
}

/** One web process of the production build on a test's own database, every statement of which is written to the log. */
export async function startPortal(database: TestDatabase): Promise<Portal> {
  const superuser = database.pool("superuser");
  await superuser.query(`alter database ${pg.escapeIdentifier(database.name)} set log_statement = 'all'`);
  const log = await logFileOf(superuser);
  const port = await freePort();
  const child = spawn(node24, [join(standalone, "server.js")], {
    cwd: standalone,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      DATABASE_URL: database.urls.app,
      DATABASE_AUTH_URL: database.urls.auth,
      DATABASE_PUBLIC_URL: database.urls.public,
      AUTH_SECRET: secret,
      AUTH_TRUST_HOST: "true",
      PORTAL_SERVER_KEY: testServerKey,
      PORTAL_DATA: process.env.PORTAL_DATA,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: testServerKey,
      // Longer than a test is kept waiting before it asks again over the same connection; a process that ends waits for it.
      KEEP_ALIVE_TIMEOUT: "20000",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  const said = await started(child);
  const origin = `http://127.0.0.1:${port}`;
  const begun = statSync(log).size;
  let read = begun;
  const ask = (
    path: string,
    person: Person | undefined,
    init: Omit<RequestInit, "headers"> & { headers: Record<string, string> },
  ) =>
    fetch(origin + path, {
      ...init,
      redirect: "manual",
      headers: { origin, ...(person ? { cookie: person.cookie } : {}), ...init.headers },
    });
  return {
    origin,
    statements: () => {
      const fresh = tailOf(log, read);
      read += fresh.length;
      return fresh
        .toString("utf8")
        .split("\n")
        .filter((line) => line.includes(`@${database.name} LOG: `));
    },
    written: () => ({
      process: said(),
      database: tailOf(log, begun)
        .toString("utf8")
        .split("\n")
        .filter((line) => line.includes(`@${database.name} `))
        .join("\n"),
    }),
    signedIn: async (post) => {
      const { rows } = await database
        .pool("auth")
        .query<{ id: string }>(
          "insert into sessions (id, account_id, acting_post_id, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '1 hour') returning id",
          [post.accountId, post.postId],
        );
      const token = await encode({ token: { sid: rows[0]?.id }, secret, salt: cookieName });
      return { cookie: `${cookieName}=${token}` };
    },
    get: (path, person, headers = {}) => ask(path, person, { headers }),
    post: (path, body, person, headers = {}) => ask(path, person, { method: "POST", body, headers }),
    stop: async (signal = "SIGKILL") => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill(signal);
      await ended;
    },
  };
}
