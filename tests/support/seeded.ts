import { inject } from "vitest";
import type { SeededTenant } from "@/prisma/seed/create-tenant";
import { copyOf, type TestDatabase } from "@/tests/support/database";
import { seededDatabaseName, seededPassword } from "@/tests/support/database-names";
import type { TenantSnapshot } from "@/tests/support/seeded-template";

export type SeededDatabase = TestDatabase & {
  /** Three offices; one agreement in force with tasks in every state, one awaiting two signatures. */
  phuTho: SeededTenant;
  /** Two offices after a merger; one agreement in force and one task. */
  haGiang: SeededTenant;
  /** Sign-in password and signing passphrase of everybody. */
  password: string;
};

function tenantOf(snapshot: TenantSnapshot): SeededTenant {
  return {
    tenant: snapshot.tenant,
    offices: new Map(snapshot.offices),
    bodies: new Map(snapshot.bodies),
    leaderPosts: new Map(snapshot.leaderPosts),
    rooms: new Map(snapshot.rooms),
    posts: snapshot.posts,
    certificates: new Map(snapshot.certificates),
  };
}

/**
 * Like testDatabase(), with both demonstration provinces in it. `postOf` and `as` of prisma/seed/caller.ts find people
 * and callers in `phuTho` and `haGiang`.
 */
export async function seededDatabase(): Promise<SeededDatabase> {
  const database = await copyOf(seededDatabaseName);
  const snapshot = inject("seeded");
  return {
    ...database,
    phuTho: tenantOf(snapshot.phuTho),
    haGiang: tenantOf(snapshot.haGiang),
    password: seededPassword,
  };
}
