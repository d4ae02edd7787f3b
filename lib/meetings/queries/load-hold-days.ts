import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

/** How many days a place is held where nobody names another day. */
export async function holdDaysOf(tx: TenantTx, tenantId: string): Promise<number> {
  const settings = await tx.calendarSettings.findUniqueOrThrow({
    where: { tenantId },
    select: { holdDays: true },
  });
  return settings.holdDays;
}
