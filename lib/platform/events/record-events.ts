import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import { putJob } from "@/lib/platform/outbox/queue";
import { jobsAfter } from "@/lib/platform/outbox/subscriptions";
import type { DomainEvent, Job } from "./event";

async function tenantOf(tx: TenantTx): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select current_tenant()::text as id`;
  return rows[0]?.id ?? "";
}

/**
 * Appends the events to the tenant's chain and puts the jobs into the queue, both in the caller's transaction; with them
 * the jobs of those who wait for such events.
 * The last statement before commit: the chain's head stays locked from here on. Answers the new head (SHA-256, hex).
 */
export async function recordEvents(
  tx: TenantTx,
  events: readonly DomainEvent[],
  jobs: readonly Job[],
): Promise<string> {
  for (const job of jobs) await putJob(tx, job);
  const following = jobsAfter(events);
  if (following.length > 0) {
    const tenantId = await tenantOf(tx);
    for (const { queue, data } of following) await putJob(tx, { queue, data: { tenantId, ...data } });
  }
  const items = events.map((event) => ({ id: newId(), ...event }));
  const rows = await tx.$queryRaw<
    { head: string }[]
  >`select append_events(${JSON.stringify(items)}::jsonb) as head`;
  return rows[0]?.head ?? "";
}
