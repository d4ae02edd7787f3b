import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import type { SeededTenant } from "@/prisma/seed/create-tenant";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { copyDatabase, roleUrls } from "@/scripts/lib/roles.mjs";
import {
  passwordOf,
  seededDatabaseName,
  seededPassword,
  templateDatabase,
  testServerKey,
} from "@/tests/support/database-names";

/** A seeded tenant as it goes from the set-up to the test processes: maps as lists of entries. */
export type TenantSnapshot = {
  tenant: SeededTenant["tenant"];
  offices: [string, string][];
  bodies: [string, string][];
  leaderPosts: [string, string][];
  rooms: [string, string][];
  posts: SeededTenant["posts"][number][];
  certificates: [string, string][];
};

export type SeededSnapshot = { phuTho: TenantSnapshot; haGiang: TenantSnapshot };

function snapshotOf(seeded: SeededTenant): TenantSnapshot {
  return {
    tenant: seeded.tenant,
    offices: [...seeded.offices],
    bodies: [...seeded.bodies],
    leaderPosts: [...seeded.leaderPosts],
    rooms: [...seeded.rooms],
    posts: [...seeded.posts],
    certificates: [...seeded.certificates],
  };
}

// The product reads its addresses from the environment; what stood there before comes back.
async function withEnvironment<T>(values: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Seeds the demonstration once a run into a database of its own and leaves it without guests, fit to be copied. */
export async function makeSeededTemplate(superuserUrl: string): Promise<SeededSnapshot> {
  await copyDatabase(superuserUrl, templateDatabase, seededDatabaseName);
  const urls = roleUrls(superuserUrl, seededDatabaseName, passwordOf);
  const { DATABASE_OWNER_URL: ownerUrl, ...productUrls } = urls;
  if (!ownerUrl) throw new Error("no address for the owner");
  const environment = {
    ...productUrls,
    AUTH_SECRET: "only-for-seeding-the-tests-0123456789",
    PORTAL_SERVER_KEY: testServerKey,
  };
  return withEnvironment(environment, async () => {
    try {
      const seeded = await seedDemonstration({
        ownerUrl,
        password: seededPassword,
        serverKey: Buffer.from(testServerKey, "base64"),
      });
      return { phuTho: snapshotOf(seeded.phuTho), haGiang: snapshotOf(seeded.haGiang) };
    } finally {
      await closeQueue();
      await disconnect();
    }
  });
}
