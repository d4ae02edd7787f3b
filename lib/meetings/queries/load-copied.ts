import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";

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
      version: {
        select: { agreement: { select: { parties: { where: { officeId }, select: { id: true } } } } },
      },
    },
  });
  return meetings.map((meeting) => ({
    id: meeting.id,
    title: meeting.title,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    dutyId: meeting.dutyId,
    versionId: meeting.versionId,
    isParty: (meeting.version?.agreement.parties.length ?? 0) > 0,
    bodyIds: meeting.bodies.map((body) => body.bodyId),
    leaders: meeting.leaders.map(({ personId, postId, part }) => ({ personId, postId, part })),
    resourceIds: [
      ...meeting.leaders.flatMap((leader) =>
        leader.part === "optional" || !leader.person.resource ? [] : [leader.person.resource.id],
      ),
      ...(meeting.roomId ? [meeting.roomId] : []),
    ],
    columns: {
      title: meeting.title,
      kindKey: meeting.kindKey,
      variant: meeting.variant,
      versionId: meeting.versionId,
      dutyId: meeting.dutyId,
      bodyId: meeting.bodyId,
      hostPostId: meeting.hostPostId,
      subjectKey: meeting.subjectKey,
      leadOfficeId: meeting.leadOfficeId,
      roomId: meeting.roomId,
      placeText: meeting.placeText,
      chairPostId: meeting.chairPostId,
      chairText: meeting.chairText,
      participants: meeting.participants,
      preparing: meeting.preparing,
      mode: meeting.mode,
      visibility: meeting.visibility,
    },
  }));
}
