import "server-only";
import type { DutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { loadDutyToFollow } from "@/lib/agreements/queries/load-duty-to-follow";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { leadUnder } from "../lead";
import type { LeaderPart } from "../parts";

/** Meetings to be filed again, with what makes them: only those the acting office filed or leads. */
export async function loadCopied(tx: TenantTx, actor: Actor, meetingIds: readonly string[]) {
  const { tenantId, officeId } = actor;
  const meetings = await tx.meeting.findMany({
    where: {
      tenantId,
      id: { in: [...meetingIds] },
      OR: [{ filingOfficeId: officeId }, { leadOfficeId: officeId }],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: {
      leaders: {
        select: {
          personId: true,
          postId: true,
          part: true,
          person: { select: { resource: { select: { id: true } } } },
        },
      },
      bodies: { select: { bodyId: true } },
      kits: { select: { resourceId: true } },
    },
  });
  const map = await loadServingMap(tx, tenantId);
  const duties = new Map<string, DutyInForce | null>();
  for (const { dutyId } of meetings) {
    if (dutyId && !duties.has(dutyId)) duties.set(dutyId, await loadDutyToFollow(tx, tenantId, dutyId));
  }
  return meetings.map((meeting) => {
    const duty = duties.get(meeting.dutyId ?? "") ?? null;
    return {
      id: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      duty,
      /** By the duty as it is in force today; null where its rule asks what the meeting did not say. */
      lead: leadUnder(duty, meeting, officeId, map),
      kitIds: meeting.kits.map((kit) => kit.resourceId),
      bodyIds: meeting.bodies.map((body) => body.bodyId),
      leaders: meeting.leaders.map(({ personId, postId, part }) => ({
        personId,
        postId,
        part: part as LeaderPart,
      })),
      resourceIds: [
        ...meeting.leaders.flatMap((leader) =>
          leader.part === "optional" || !leader.person.resource ? [] : [leader.person.resource.id],
        ),
        ...(meeting.roomId ? [meeting.roomId] : []),
        ...meeting.kits.map((kit) => kit.resourceId),
      ],
      columns: {
        title: meeting.title,
        kindKey: meeting.kindKey,
        variant: meeting.variant,
        roomId: meeting.roomId,
        placeText: meeting.placeText,
        chairPostId: meeting.chairPostId,
        chairText: meeting.chairText,
        participants: meeting.participants,
        preparing: meeting.preparing,
        serving: meeting.serving,
        mode: meeting.mode,
        visibility: meeting.visibility,
      },
    };
  });
}
