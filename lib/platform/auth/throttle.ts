import "server-only";
import { createHash } from "node:crypto";
import { authClient } from "@/lib/platform/db/client";

/** From this failure on every further one waits: half a minute, doubling, at most a quarter of an hour. */
const failuresBeforeWait = 10;
const firstWaitSeconds = 30;
const longestWaitSeconds = 900;
/** Failures of another day are forgotten, so that a slip a month never adds up to a wait. */
const windowHours = 24;

function keyOf(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}

/**
 * Takes one attempt for this address; false while it has to wait. Counted before the password is looked at and in one
 * statement, so that a thousand guesses at once are a thousand guesses. While waiting nothing is counted, or a stranger
 * could keep an account closed for ever. Unknown addresses are counted alike.
 */
export async function takeAttempt(email: string, now: Date): Promise<boolean> {
  const taken = await authClient().$executeRaw`
    insert into sign_in_throttle as t (key, failures, window_start) values (${keyOf(email)}, 1, ${now}::timestamptz)
    on conflict (key) do update set
      (failures, window_start, locked_until) = (
        select count, began, case when count >= ${failuresBeforeWait}::int then
          ${now}::timestamptz + make_interval(secs => least(${longestWaitSeconds}::float8,
            ${firstWaitSeconds}::float8 * power(2, least(count - ${failuresBeforeWait}::int, 10)))) end
        from (select
          case when old then 1 else t.failures + 1 end as count,
          case when old then ${now}::timestamptz else t.window_start end as began
          from (select t.window_start < ${now}::timestamptz - make_interval(hours => ${windowHours}::int) as old) age) next)
      where t.locked_until is null or t.locked_until <= ${now}::timestamptz`;
  return taken === 1;
}

/** After a right password. */
export async function forgetFailures(email: string): Promise<void> {
  await authClient().signInThrottle.deleteMany({ where: { key: keyOf(email) } });
}
