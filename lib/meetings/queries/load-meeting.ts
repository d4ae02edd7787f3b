import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

const office = { select: { id: true, code: true, name: true, tint: true } } as const;

/** Everything a meeting's page reads of the meeting itself; null where the acting office may not read it. */
export async function loadMeeting(tx: TenantTx, tenantId: string, meetingId: string) {
  return tx.meeting.findUnique({
    where: { tenantId_id: { tenantId, id: meetingId } },
    include: {
      kind: { select: { name: true } },
      leadOffice: office,
      filingOffice: office,
      room: { select: { name: true, site: true } },
      body: { select: { name: true } },
      hostPost: { select: { title: true } },
      chairPost: { select: { title: true } },
      offices: { orderBy: { office: { ordinal: "asc" } }, select: { part: true, office } },
      leaders: {
        orderBy: { part: "asc" },
        select: {
          part: true,
          postId: true,
          post: { select: { title: true } },
          person: { select: { fullName: true } },
        },
      },
      kits: {
        orderBy: { resource: { ordinal: "asc" } },
        select: { resource: { select: { id: true, name: true } } },
      },
      bodies: {
        orderBy: { body: { rank: "asc" } },
        select: {
          bodyId: true,
          members: true,
          quorum: true,
          present: true,
          otherMembers: true,
          otherPresent: true,
          quorumBasis: true,
          recordedAt: true,
          body: {
            select: {
              name: true,
              kind: true,
              office: { select: { officeId: true, office: { select: { code: true } } } },
            },
          },
        },
      },
      duty: {
        select: {
          clause: true,
          text: true,
          shortText: true,
          leadRule: true,
          basis: true,
          leadRows: { select: { subjectKey: true, label: true } },
          area: { select: { article: { select: { ordinal: true } } } },
        },
      },
      version: { select: { agreementId: true } },
      displacements: {
        where: { answer: null },
        select: { id: true, reason: true, startsAt: true, endsAt: true, byMeetingId: true },
      },
      _count: { select: { claims: true } },
    },
  });
}

export type LoadedMeeting = NonNullable<Awaited<ReturnType<typeof loadMeeting>>>;
