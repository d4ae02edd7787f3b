import "server-only";
import { createHash } from "node:crypto";
import { authClient } from "@/lib/platform/db/client";

/** Failures that pass before the first wait, and the waits that follow: half a minute, doubling, at most a quarter of an hour. */
const freeFailures = 10;
const firstWaitSeconds = 30;
const longestWaitSeconds = 900;

function keyOf(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}

/** Is this address made to wait now? Asked for unknown addresses as well. */
export async function isThrottled(email: string, now: Date): Promise<boolean> {
  const row = await authClient().signInThrottle.findUnique({ where: { key: keyOf(email) } });
  return row?.lockedUntil != null && row.lockedUntil > now;
}

/** Counts a wrong answer. One statement, so that many at once are all counted. */
export async function countFailure(email: string, now: Date): Promise<void> {
  await authClient().$executeRaw`
    insert into sign_in_throttle as t (key, failures, window_start) values (${keyOf(email)}, 1, ${now})
    on conflict (key) do update set
      failures = t.failures + 1,
      locked_until = case when t.failures + 1 >= ${freeFailures}::int then
        ${now}::timestamptz + make_interval(secs => least(${longestWaitSeconds}::float8,
          ${firstWaitSeconds}::float8 * power(2, least(t.failures + 1 - ${freeFailures}::int, 10)))) end`;
}

export async function forgetFailures(email: string): Promise<void> {
  await authClient().signInThrottle.deleteMany({ where: { key: keyOf(email) } });
}
