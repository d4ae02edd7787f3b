import "server-only";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import { log } from "@/lib/platform/log";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import { dropBytes, listKept } from "../storage";

const hour = 3_600_000;
/** A form may still be on its way to its commit for so long; what is older and has no row never gets one. */
const orphanAfterMs = 24 * hour;
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

async function tidyTenant(tenantId: string, now: Date): Promise<number> {
  let dropped = 0;
  for await (const page of listKept(tenantId)) {
    const old = page.filter(
      ({ fileId, at }) => isId.test(fileId) && now.getTime() - at.getTime() > orphanAfterMs,
    );
    for (let from = 0; from < old.length; from += 500) {
      const ids = old.slice(from, from + 500).map(({ fileId }) => fileId);
      const rows = await asSystem(tenantId, (tx) =>
        tx.storedFile.findMany({
          where: { tenantId, id: { in: ids }, removedAt: null },
          select: { id: true },
        }),
      );
      const wanted = new Set(rows.map(({ id }) => id));
      for (const id of ids.filter((each) => !wanted.has(each))) {
        await dropBytes(tenantId, id);
        dropped += 1;
      }
    }
  }
  return dropped;
}

/**
 * Takes away bytes that no row names, or whose file was taken back, once they are a day old; and forms that came back and
 * were not looked at again. Everything in it can be done twice.
 */
export async function tidyFiles(now = new Date()): Promise<void> {
  for (const tenantId of await listTenantIds()) {
    await asSystem(tenantId, (tx) =>
      tx.returnedForm.deleteMany({ where: { tenantId, createdAt: { lt: new Date(now.getTime() - hour) } } }),
    );
    const dropped = await tidyTenant(tenantId, now);
    if (dropped > 0) log.info({ tenant: tenantId, dropped }, "bytes without a row");
  }
}
