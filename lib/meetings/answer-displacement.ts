import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

/** A meeting that was displaced and has a time again, or is given up, has answered. */
export async function answerDisplacement(
  tx: TenantTx,
  tenantId: string,
  meetingId: string,
  answer: "moved" | "cancelled",
  now: Date,
): Promise<void> {
  await tx.displacement.updateMany({
    where: { tenantId, meetingId, answer: null },
    data: { answer, answeredAt: now },
  });
}
