import "server-only";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import { announce } from "@/lib/platform/live/announce";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import { lockResources } from "../store";

/**
 * Gives free the places whose day has passed, in every tenant. A place that ran out takes nothing already; this clears it
 * away. It is no event: the day was written when the place was asked for, and the meeting itself stays as it was.
 */
export async function releaseHolds(): Promise<void> {
  for (const tenantId of await listTenantIds()) {
    const released = await asSystem(tenantId, async (tx) => {
      const due = await tx.$queryRaw<{ id: string }[]>`
        select distinct resource_id as id from resource_claims
        where tenant_id = ${tenantId}::uuid and kind = 'hold' and hold_until < portal_today()`;
      const ids = due.map((row) => row.id);
      if (ids.length === 0) return false;
      await lockResources(tx, ids);
      await tx.$queryRaw`select release_expired_holds(${ids}::uuid[])`;
      return true;
    });
    if (released) await announce({ tenantId });
  }
}
