import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Wish } from "./load-advice";

/** What meetings take as they stand, in the order they are named, to be asked about again. */
export async function loadOwnWishes(
  tx: TenantTx,
  tenantId: string,
  meetingIds: readonly string[],
): Promise<{ wish: Wish & { meetingId: string }; overrideReason: string | null }[]> {
  const meetings = await tx.meeting.findMany({
    where: { tenantId, id: { in: [...meetingIds] } },
    select: {
      id: true,
      kindKey: true,
      roomId: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      overrideReason: true,
      kits: { select: { resourceId: true } },
      leaders: { select: { part: true, person: { select: { resource: { select: { id: true } } } } } },
    },
  });
  const wishes = new Map(
    meetings.map((meeting) => {
      const leaders = meeting.leaders.flatMap((leader) =>
        leader.part === "optional" || !leader.person.resource ? [] : [leader.person.resource.id],
      );
      const wish = {
        meetingId: meeting.id,
        resourceIds: [
          ...leaders,
          ...(meeting.roomId ? [meeting.roomId] : []),
          ...meeting.kits.map((kit) => kit.resourceId),
        ],
        roomId: meeting.roomId,
        kindKey: meeting.kindKey,
        filedAt: meeting.createdAt,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
      };
      return [meeting.id, { wish, overrideReason: meeting.overrideReason }] as const;
    }),
  );
  return meetingIds.flatMap((id) => wishes.get(id) ?? []);
}
