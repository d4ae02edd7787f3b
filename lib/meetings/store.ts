import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { MeetingSubject } from "./policy";
import type { StoredMeetingState } from "./types";

export type LockedMeeting = MeetingSubject & {
  id: string;
  versionId: string | null;
  dutyId: string | null;
  title: string;
  kindKey: string;
  revision: number;
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
  officeCodes: ReadonlyMap<string, string>;
};

/** The resources behind leaders' posts (whoever holds them today) and a room. */
export async function resourcesOf(
  tx: TenantTx,
  tenantId: string,
  wish: { leaderPostIds: readonly string[]; roomId: string | null },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select r.id from post_holdings h
      join resources r on r.tenant_id = h.tenant_id and r.person_id = h.person_id
      where h.tenant_id = ${tenantId}::uuid and h.post_id = any(${[...wish.leaderPostIds]}::uuid[])
        and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    union
    select id from resources where tenant_id = ${tenantId}::uuid and id = ${wish.roomId}::uuid`;
  return rows.map((row) => row.id);
}

/** Takes the locks of the calendar, in the one order there is. Before any row of a meeting is locked or written. */
export async function lockResources(tx: TenantTx, resourceIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`select lock_resources(${[...resourceIds]}::uuid[])`;
}

/** One writer of a week's sheet at a time; the second finds a newer version and is told so. */
export async function lockWeek(tx: TenantTx, tenantId: string, monday: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${monday}`}, 1))`;
}

/**
 * The meeting, locked until the end of the transaction, after the locks of everything it takes and of everything
 * `wish` would take; null when the acting office may not read it.
 */
export async function findMeetingForUpdate(
  tx: TenantTx,
  tenantId: string,
  meetingId: string,
  wish: { leaderPostIds: readonly string[]; roomId: string | null } = { leaderPostIds: [], roomId: null },
): Promise<LockedMeeting | null> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    select resource_id as id from resource_claims where tenant_id = ${tenantId}::uuid and meeting_id = ${meetingId}::uuid
    union
    select r.id from meeting_leaders l join resources r on r.tenant_id = l.tenant_id and r.person_id = l.person_id
      where l.tenant_id = ${tenantId}::uuid and l.meeting_id = ${meetingId}::uuid
    union
    select room_id from meetings where tenant_id = ${tenantId}::uuid and id = ${meetingId}::uuid and room_id is not null`;
  await lockResources(tx, [...held.map((row) => row.id), ...(await resourcesOf(tx, tenantId, wish))]);
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from meetings where tenant_id = ${tenantId}::uuid and id = ${meetingId}::uuid for no key update`;
  if (locked.length === 0) return null;
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: meetingId } },
    select: {
      id: true,
      versionId: true,
      dutyId: true,
      title: true,
      kindKey: true,
      state: true,
      revision: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      leadOfficeId: true,
      filingOfficeId: true,
      leadOffice: { select: { code: true } },
      filingOffice: { select: { code: true } },
      offices: { select: { officeId: true, part: true, office: { select: { code: true } } } },
    },
  });
  const named = (part: string) =>
    meeting.offices.filter((office) => office.part === part).map((office) => office.officeId);
  return {
    id: meeting.id,
    versionId: meeting.versionId,
    dutyId: meeting.dutyId,
    title: meeting.title,
    kindKey: meeting.kindKey,
    revision: meeting.revision,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    createdAt: meeting.createdAt,
    state: meeting.state as StoredMeetingState,
    leadOfficeId: meeting.leadOfficeId,
    filingOfficeId: meeting.filingOfficeId,
    assistOfficeIds: named("assist"),
    informedOfficeIds: [...named("informed"), ...(await officesOfLeaders(tx, tenantId, meeting.id))],
    officeCodes: new Map([
      [meeting.leadOfficeId, meeting.leadOffice.code],
      [meeting.filingOfficeId, meeting.filingOffice.code],
      ...meeting.offices.map((office) => [office.officeId, office.office.code] as const),
    ]),
  };
}

/** The offices that serve the leaders a meeting asks for. */
export async function officesOfLeaders(tx: TenantTx, tenantId: string, meetingId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ officeId: string }[]>`
    select distinct ob.office_id as "officeId" from meeting_leaders l
    join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
    join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
    where l.tenant_id = ${tenantId}::uuid and l.meeting_id = ${meetingId}::uuid`;
  return rows.map((row) => row.officeId);
}
