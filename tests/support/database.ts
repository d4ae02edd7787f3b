import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { urlWith } from "@/scripts/lib/database-url.mjs";
import { copyDatabase, dropDatabase, roleUrls } from "@/scripts/lib/roles.mjs";
import { passwordOf, templateDatabase, testServerKey } from "@/tests/support/database-names";

/** The roles a test may connect as; `superuser` sees and may do everything. */
export type TestRole = "superuser" | "owner" | "app" | "worker" | "auth" | "public" | "operator";

export type TestDatabase = {
  name: string;
  /** PostgreSQL's major version: 18 or 16. */
  major: number;
  urls: Record<TestRole, string>;
  /** One pool a role, opened at the first use. */
  pool: (role: TestRole) => pg.Pool;
  /** Ends the pools, those of the product code among them, and drops the database. */
  close: () => Promise<void>;
};

const environmentNames = {
  app: "DATABASE_URL",
  owner: "DATABASE_OWNER_URL",
  worker: "DATABASE_DIRECT_URL",
  auth: "DATABASE_AUTH_URL",
  public: "DATABASE_PUBLIC_URL",
  operator: "DATABASE_OPERATOR_URL",
} as const;

function urlsOf(superuserUrl: string, name: string): Record<TestRole, string> {
  const urls = roleUrls(superuserUrl, name, passwordOf);
  const of = (role: keyof typeof environmentNames): string => {
    const url = urls[environmentNames[role]];
    if (!url) throw new Error(`no address for ${role}`);
    return url;
  };
  return {
    superuser: urlWith(superuserUrl, { database: name }),
    owner: of("owner"),
    app: of("app"),
    worker: of("worker"),
    auth: of("auth"),
    public: of("public"),
    operator: of("operator"),
  };
}

// Product code reads its addresses and keys from the environment, at its first use.
function tellProduct(urls: Record<TestRole, string>, name: string): void {
  process.env.DATABASE_URL = urls.app;
  process.env.DATABASE_DIRECT_URL = urls.worker;
  process.env.DATABASE_AUTH_URL = urls.auth;
  process.env.DATABASE_PUBLIC_URL = urls.public;
  process.env.AUTH_SECRET = "kathmandu-only-for-tests-0123456789";
  process.env.PORTAL_SERVER_KEY = testServerKey;
  process.env.PORTAL_DATA = join(tmpdir(), name);
}

/** A copy of a prepared database, of this test file's own; the product's environment is set to it. */
export async function copyOf(template: string): Promise<TestDatabase> {
  const superuserUrl = inject("superuserUrl");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await copyDatabase(superuserUrl, template, name);
  const urls = urlsOf(superuserUrl, name);
  tellProduct(urls, name);
  const pools = new Map<TestRole, pg.Pool>();
  return {
    name,
    major: inject("postgresMajor"),
    urls,
    pool: (role) => {
      const known = pools.get(role);
      if (known) return known;
      const pool = new pg.Pool({ connectionString: urls[role], max: 5 });
      // A dropped database ends idle connections, which is no fault of a test.
      pool.on("error", () => undefined);
      pools.set(role, pool);
      return pool;
    },
    close: async () => {
      await closeQueue();
      await disconnect();
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      await dropDatabase(superuserUrl, name);
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    },
  };
}

/**
 * A database of this test file's own: migrated, empty, with every role. Call it once in `beforeAll` (or at the top) and
 * close() it in `afterAll`. The product's environment is set to it, without the owner's address, as in production.
 */
export function testDatabase(): Promise<TestDatabase> {
  return copyOf(templateDatabase);
}
