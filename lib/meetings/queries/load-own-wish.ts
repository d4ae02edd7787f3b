import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Wish } from "./load-advice";

/** What a meeting takes as it stands, to be asked about again: by who confirms it, and by its page. */
export async function loadOwnWish(
  tx: TenantTx,
  tenantId: string,
  meetingId: string,
): Promise<{ wish: Wish; overrideReason: string | null }> {
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: meetingId } },
    select: {
      kindKey: true,
      roomId: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      overrideReason: true,
      leaders: { select: { part: true, person: { select: { resource: { select: { id: true } } } } } },
    },
  });
  const leaders = meeting.leaders.flatMap((leader) =>
    leader.part === "optional" || !leader.person.resource ? [] : [leader.person.resource.id],
  );
  return {
    wish: {
      meetingId,
      resourceIds: [...leaders, ...(meeting.roomId ? [meeting.roomId] : [])],
      roomId: meeting.roomId,
      kindKey: meeting.kindKey,
      filedAt: meeting.createdAt,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
    },
    overrideReason: meeting.overrideReason,
  };
}
