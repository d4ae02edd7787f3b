import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";

export type NoticeKind =
  | "sheet-published"
  | "meeting-changed"
  | "meeting-given-back"
  | "meeting-to-confirm"
  | "meeting-confirmed"
  | "meeting-ended"
  | "meeting-undone"
  | "week-not-filed";

/**
 * Tells offices of a meeting, not the one that acts. Ids only: each reads it again by its own rights. `following`: how many
 * of its series went the same way.
 */
export async function tell(
  tx: TenantTx,
  actor: Actor,
  officeIds: readonly string[],
  kind: NoticeKind,
  meetingId: string,
  now: Date,
  payload: { following?: number } = {},
): Promise<void> {
  const told = [...new Set(officeIds)].filter((officeId) => officeId !== actor.officeId);
  await tx.notice.createMany({
    data: told.map((officeId) => ({
      tenantId: actor.tenantId,
      id: newId(),
      officeId,
      kind,
      subjectKind: "meeting",
      subjectId: meetingId,
      payload,
      createdAt: now,
    })),
  });
}
