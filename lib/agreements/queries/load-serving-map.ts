import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { ServingMap } from "../resolve-lead";

/** Which office serves which body and which leader's post belongs to which body, for the lead rules. */
export async function loadServingMap(tx: TenantTx, tenantId: string): Promise<ServingMap> {
  const serving = await tx.officeBody.findMany({
    where: { tenantId },
    select: { bodyId: true, officeId: true },
  });
  const leaders = await tx.post.findMany({
    where: { tenantId, bodyId: { not: null } },
    select: { id: true, bodyId: true },
  });
  return {
    officeOfBody: new Map(serving.map((row) => [row.bodyId, row.officeId])),
    bodyOfPost: new Map(
      leaders.flatMap((post) => (post.bodyId === null ? [] : [[post.id, post.bodyId] as const])),
    ),
  };
}
