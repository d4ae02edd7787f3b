import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { env } from "@/lib/platform/env";
import type { Job } from "@/lib/platform/events/event";
import { log } from "@/lib/platform/log";

let starting: Promise<PgBoss> | undefined;

async function start(): Promise<PgBoss> {
  // The web only puts jobs: it owns nothing of the queue, so it must neither migrate nor supervise.
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    createSchema: false,
  });
  boss.on("error", (error) => log.error({ code: error.name }, "queue"));
  await boss.start();
  return boss;
}

/** The client, started once; a start that failed is no reason for the next to fail. */
function started(): Promise<PgBoss> {
  starting ??= start().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

/** Puts a job into its queue inside the caller's transaction: it commits or rolls back with the change. */
export async function putJob(tx: TenantTx, job: Job): Promise<void> {
  const boss = await started();
  await boss.send(job.queue, job.data, { db: fromPrisma(tx), startAfter: job.startAfterSeconds ?? 0 });
}

/**
 * Asks for a round of a queue that goes round by itself as well: nothing is lost where this is, so it fails no one who wrote
 * what the round is about.
 */
export async function wakeQueue(queue: string, data: object): Promise<void> {
  try {
    await (await started()).send(queue, data);
  } catch (error) {
    log.warn({ queue, fault: error instanceof Error ? error.name : "unknown" }, "queue not woken");
  }
}

/** For processes that finish. */
export async function closeQueue(): Promise<void> {
  const boss = await starting;
  starting = undefined;
  await boss?.stop({ graceful: false });
}
