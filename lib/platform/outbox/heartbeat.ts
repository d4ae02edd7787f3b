import "server-only";
import { workerClient } from "@/lib/platform/db/client";
import { log } from "@/lib/platform/log";

const everyMs = 2_000;

async function beat(): Promise<void> {
  await workerClient().$executeRaw`
    insert into worker_heartbeats (id, at) values ('worker', now()) on conflict (id) do update set at = excluded.at`;
}

/**
 * Tells the database every two seconds that a worker works. One row for all workers: the question is whether any does.
 * The first beat is awaited, so that a worker that cannot write ends at once; a later one that fails is only logged.
 */
export async function startHeartbeat(): Promise<{ stop: () => void }> {
  await beat();
  const timer = setInterval(() => {
    beat().catch((error: unknown) => {
      log.warn({ code: error instanceof Error ? error.name : "unknown" }, "heartbeat");
    });
  }, everyMs);
  return { stop: () => clearInterval(timer) };
}
