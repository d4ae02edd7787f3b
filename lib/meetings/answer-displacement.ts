import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

/** Meetings that were displaced and have a time again, or are given up, have answered. */
export async function answerDisplacement(
  tx: TenantTx,
  tenantId: string,
  meetingIds: readonly string[],
  answer: "moved" | "cancelled",
  now: Date,
): Promise<void> {
  await tx.displacement.updateMany({
    where: { tenantId, meetingId: { in: [...meetingIds] }, answer: null },
    data: { answer, answeredAt: now },
  });
}
