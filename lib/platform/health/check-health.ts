import "server-only";
import { appClient } from "@/lib/platform/db/client";
import { log } from "@/lib/platform/log";

export type Health = { status: "ok" } | { status: "unavailable"; part: "database" | "worker" };

/**
 * A heartbeat comes every two seconds; after this long the worker is not working. Longer than a start may take, since the worker is
 * there a little after the pages.
 */
const longestSilenceSeconds = 30;
const longestWaitMs = 3_000;

async function askDatabase(): Promise<Health> {
  const rows = await appClient().$queryRaw<{ beating: boolean }[]>`
    select coalesce(max(at) > now() - make_interval(secs => ${longestSilenceSeconds}::float8), false) as beating
    from worker_heartbeats`;
  return rows[0]?.beating ? { status: "ok" } : { status: "unavailable", part: "worker" };
}

/** Does the portal work as a whole? Answers within a few seconds and never throws; causes go to the log only. */
export async function checkHealth(): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve({ status: "unavailable", part: "database" }), longestWaitMs);
  });
  try {
    return await Promise.race([askDatabase(), tooLong]);
  } catch (error) {
    log.warn({ code: error instanceof Error ? error.name : "unknown" }, "health");
    return { status: "unavailable", part: "database" };
  } finally {
    clearTimeout(timer);
  }
}
