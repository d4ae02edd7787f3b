import "server-only";
import { PgBoss } from "pg-boss";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { startHeartbeat } from "./heartbeat";
import type { JobHandler } from "./job-handler";

/** A job of a worker that was killed is given to another after this long. */
const expireInSeconds = 60;
/** How long running jobs may take to finish at the end; what is cut off runs again later. */
const longestFarewellMs = 2_000;

const queueOptions = { expireInSeconds, retryLimit: 5, retryDelay: 2, retryBackoff: true };

// A new job wakes the worker by NOTIFY; asking every few seconds is for what was put while the listener was away.
const wokenOptions = { batchSize: 10, burstWhenBatchFull: true, notifyPollingIntervalSeconds: 5 };
const lookingOptions = { batchSize: 10, burstWhenBatchFull: true, pollingIntervalSeconds: 1 };

function connect(): PgBoss {
  const connectionString = env().DATABASE_DIRECT_URL;
  if (!connectionString) throw new Error("environment: DATABASE_DIRECT_URL");
  const boss = new PgBoss({ connectionString, max: 4, useListenNotify: true, createSchema: false });
  boss.on("error", (error) => log.error({ code: error.name }, "queue"));
  return boss;
}

async function doJob(handler: JobHandler, job: { id: string; data: unknown }): Promise<boolean> {
  const began = performance.now();
  try {
    await handler.handle(job.data);
    log.info({ queue: handler.queue, job: job.id, ms: Math.round(performance.now() - began) }, "job done");
    return true;
  } catch (error) {
    // Without its message, which may hold what a person typed; the queue keeps nothing of it either.
    log.error({ queue: handler.queue, job: job.id, fault: faultOf(error) }, "job failed");
    return false;
  }
}

async function serve(boss: PgBoss, handler: JobHandler): Promise<void> {
  const options = { ...queueOptions, notify: !handler.everySecond };
  const fetchOptions = handler.everySecond ? lookingOptions : wokenOptions;
  await boss.createQueue(handler.queue, { ...options, policy: handler.alone ? "stately" : "standard" });
  await boss.updateQueue(handler.queue, options);
  await boss.work(handler.queue, fetchOptions, async (jobs) => {
    for (const job of jobs) {
      // Only this one comes again; the rest of the batch is completed when this function returns.
      if (!(await doJob(handler, job))) await boss.fail(handler.queue, job.id);
    }
  });
  if (handler.cron) await boss.schedule(handler.queue, handler.cron, null, { tz: "Asia/Ho_Chi_Minh" });
  else await boss.unschedule(handler.queue);
  if (handler.atStart) await boss.send(handler.queue, {});
}

function faultOf(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: "unknown", at: "" };
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { name: error.name, at: lines.slice(0, 6).join(" < ") };
}

/** Takes jobs from the queues of these handlers until stop(), which lets running ones finish first. */
export async function runWorker(handlers: readonly JobHandler[]): Promise<{ stop: () => Promise<void> }> {
  const boss = connect();
  await boss.start();
  for (const handler of handlers) await serve(boss, handler);
  const heartbeat = await startHeartbeat();
  return {
    async stop() {
      heartbeat.stop();
      await boss.stop({ graceful: true, timeout: longestFarewellMs });
    },
  };
}
