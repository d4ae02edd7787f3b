import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import type { SeededTenant } from "@/prisma/seed/create-tenant";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { urlWith } from "@/scripts/lib/database-url.mjs";
import { startPostgres } from "@/scripts/lib/embedded-postgres.mjs";
import { deploy } from "@/scripts/lib/migrations.mjs";
import { identityOf, isAlive, until } from "@/scripts/lib/process-identity.mjs";
import { prepareQueue } from "@/scripts/lib/queue-schema.mjs";
import { makeRoles } from "@/scripts/lib/roles.mjs";
import { passwordOf, seededPassword, testServerKey } from "@/tests/support/database-names";

const database = "killed";

/** A server that writes to disk as one in use does: what it acknowledged must be there after it was killed. */
export type OwnServer = {
  seeded: SeededTenant;
  superuserUrl: string;
  appUrl: string;
  /** Kills it as a power cut would, and starts it again on the same port and files. */
  killAndRestart: () => Promise<void>;
  /** Deadlocks in the server's log, which survives what its statistics do not. */
  deadlocksLogged: () => number;
  stop: () => Promise<void>;
};

export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "portal-killed-"));
  // The database's user has to pass when the tests run as root.
  chmodSync(folder, 0o755);
  const settings = { dataDir: join(folder, "data"), password: randomBytes(18).toString("base64url") };
  let server = await startPostgres(settings);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const urls = await makeRoles(server.superuserUrl, database, passwordOf);
    const of = (name: string): string => {
      const url = urls[name];
      if (!url) throw new Error(`no ${name}`);
      return url;
    };
    await prepareQueue(of("DATABASE_DIRECT_URL"));
    await deploy(of("DATABASE_OWNER_URL"));
    Object.assign(process.env, urls, {
      AUTH_SECRET: "only-for-seeding-the-tests-0123456789",
      PORTAL_SERVER_KEY: testServerKey,
    });
    const { phuTho } = await seedDemonstration({
      ownerUrl: of("DATABASE_OWNER_URL"),
      password: seededPassword,
      serverKey: Buffer.from(testServerKey, "base64"),
    });
    await closeQueue();
    await disconnect();
    return {
      seeded: phuTho,
      superuserUrl: urlWith(server.superuserUrl, { database }),
      appUrl: of("DATABASE_URL"),
      async killAndRestart() {
        const { pid, port } = server;
        if (pid === undefined) throw new Error("the server has no process");
        const postmaster = identityOf(pid);
        process.kill(pid, "SIGKILL");
        await until(() => !isAlive(postmaster), 10_000);
        server = await startPostgres({ ...settings, port });
      },
      deadlocksLogged: () =>
        readFileSync(join(folder, "postgres.log"), "utf8").split("deadlock detected").length - 1,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
