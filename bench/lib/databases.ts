import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import type { SeededTenant } from "@/prisma/seed/create-tenant";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { urlWith } from "@/scripts/lib/database-url.mjs";
import { startPostgres } from "@/scripts/lib/embedded-postgres.mjs";
import { deploy } from "@/scripts/lib/migrations.mjs";
import { prepareQueue } from "@/scripts/lib/queue-schema.mjs";
import { copyDatabase, makeRoles, roleUrls } from "@/scripts/lib/roles.mjs";

/** What scripts/lib/environments.mjs makes a web process's environment of. */
export type Setting = {
  urls: Record<string, string>;
  secrets: Record<string, string>;
  folder: string;
  demo: true;
};

export type Databases = {
  seeded: SeededTenant;
  password: string;
  small: Setting;
  large: Setting;
  stop: () => Promise<void>;
};

const passwordOf = (role: string): string => role;

function newSecrets(): Record<string, string> {
  return {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    PORTAL_SERVER_KEY: randomBytes(32).toString("base64"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    PORTAL_DEMO_PASSWORD: "mat-khau-do-toc-do-2026",
  };
}

function told(record: Record<string, string>, name: string): string {
  const value = record[name];
  if (value === undefined) throw new Error(`no ${name}`);
  return value;
}

/** Writes so many items into one tenant, by a superuser's address. */
type Fill = (superuserUrl: string, tenantId: string, count: number) => Promise<void>;

/**
 * A throw-away server with two databases that are the same but for the number of items in the first demonstration
 * tenant. This process's own product code works on the large one. Data is written without fsync: what is measured is
 * the portal's own cost, not a disk.
 */
export async function makeDatabases(
  counts: { small: number; large: number },
  fill: Fill,
): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), "portal-bench-"));
  const server = await startPostgres({ ephemeral: true });
  const stop = async () => {
    await closeQueue();
    await disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { superuserUrl } = server;
    const urls = await makeRoles(superuserUrl, "bench_large", passwordOf);
    await prepareQueue(told(urls, "DATABASE_DIRECT_URL"));
    await deploy(told(urls, "DATABASE_OWNER_URL"));
    const secrets = newSecrets();
    Object.assign(process.env, urls, secrets);
    const password = told(secrets, "PORTAL_DEMO_PASSWORD");
    const serverKey = Buffer.from(told(secrets, "PORTAL_SERVER_KEY"), "base64");
    const ownerUrl = told(urls, "DATABASE_OWNER_URL");
    const { phuTho } = await seedDemonstration({ ownerUrl, password, serverKey });
    await closeQueue();
    await disconnect();
    await copyDatabase(superuserUrl, "bench_large", "bench_small");
    for (const [database, count] of [
      ["bench_small", counts.small],
      ["bench_large", counts.large],
    ] as const) {
      await fill(urlWith(superuserUrl, { database }), phuTho.tenant.id, count);
    }
    const setting = (database: string): Setting => ({
      urls: roleUrls(superuserUrl, database, passwordOf),
      secrets,
      folder,
      demo: true,
    });
    return { seeded: phuTho, password, small: setting("bench_small"), large: setting("bench_large"), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
