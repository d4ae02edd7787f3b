import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { MeetingSubject } from "./policy";
import { markOf } from "./series";
import type { StoredMeetingState } from "./types";

export type LockedMeeting = MeetingSubject & {
  id: string;
  seriesId: string | null;
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

/** What a meeting takes: leaders by their posts, a room, kits. */
export type Taken = { leaderPostIds: readonly string[]; roomId: string | null; kitIds?: readonly string[] };

/** The resources behind leaders' posts (whoever holds them today), a room and kits. */
export async function resourcesOf(tx: TenantTx, tenantId: string, wish: Taken): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select r.id from post_holdings h
      join resources r on r.tenant_id = h.tenant_id and r.person_id = h.person_id
      where h.tenant_id = ${tenantId}::uuid and h.post_id = any(${[...wish.leaderPostIds]}::uuid[])
        and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    union
    select id from resources where tenant_id = ${tenantId}::uuid and id = any(${[
      ...(wish.roomId ? [wish.roomId] : []),
      ...(wish.kitIds ?? []),
    ]}::uuid[])`;
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

/** One meeting, or it and those of its series that come after it, as the form that names them was shown. */
export type NamedMeetings = {
  meetingId: string;
  revision: number;
  scope: "one" | "following";
  /** `markOf` those of the series from this one on when the form was made. */
  following: string;
};

/** The first is the one that was named; the others follow it in its series, in order of time. */
export type LockedMeetings = readonly [LockedMeeting, ...LockedMeeting[]];

async function idsOf(
  tx: TenantTx,
  tenantId: string,
  { meetingId, scope }: Pick<NamedMeetings, "meetingId" | "scope">,
) {
  if (scope === "one") return [meetingId];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select f.id from meetings m
    join meetings f on f.tenant_id = m.tenant_id and f.series_id = m.series_id and f.starts_at > m.starts_at
    where m.tenant_id = ${tenantId}::uuid and m.id = ${meetingId}::uuid`;
  return [meetingId, ...rows.map((row) => row.id)];
}

/**
 * The meetings, locked until the end of the transaction, after the locks of everything they take and of everything `wish`
 * would take; null when the acting office may not read the one that is named.
 */
export async function findMeetingsForUpdate(
  tx: TenantTx,
  tenantId: string,
  named: Pick<NamedMeetings, "meetingId" | "scope">,
  wish: Taken = { leaderPostIds: [], roomId: null },
): Promise<LockedMeetings | null> {
  const ids = await idsOf(tx, tenantId, named);
  const held = await tx.$queryRaw<{ id: string }[]>`
    select resource_id as id from resource_claims where tenant_id = ${tenantId}::uuid and meeting_id = any(${ids}::uuid[])
    union
    select r.id from meeting_leaders l join resources r on r.tenant_id = l.tenant_id and r.person_id = l.person_id
      where l.tenant_id = ${tenantId}::uuid and l.meeting_id = any(${ids}::uuid[])
    union
    select resource_id from meeting_kits where tenant_id = ${tenantId}::uuid and meeting_id = any(${ids}::uuid[])
    union
    select room_id from meetings where tenant_id = ${tenantId}::uuid and id = any(${ids}::uuid[]) and room_id is not null`;
  await lockResources(tx, [...held.map((row) => row.id), ...(await resourcesOf(tx, tenantId, wish))]);
  await tx.$queryRaw`
    select id from meetings where tenant_id = ${tenantId}::uuid and id = any(${ids}::uuid[]) order by id for no key update`;
  const rows = await tx.meeting.findMany({
    where: { tenantId, id: { in: ids } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      seriesId: true,
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
  const byLeaders = await officesOfLeaders(tx, tenantId, ids);
  const meetings = rows.map(({ leadOffice, filingOffice, offices, ...meeting }): LockedMeeting => {
    const withPart = (part: string) =>
      offices.filter((office) => office.part === part).map((office) => office.officeId);
    return {
      ...meeting,
      state: meeting.state as StoredMeetingState,
      assistOfficeIds: withPart("assist"),
      informedOfficeIds: [...withPart("informed"), ...(byLeaders.get(meeting.id) ?? [])],
      officeCodes: new Map([
        [meeting.leadOfficeId, leadOffice.code],
        [meeting.filingOfficeId, filingOffice.code],
        ...offices.map((office) => [office.officeId, office.office.code] as const),
      ]),
    };
  });
  const first = meetings.find((meeting) => meeting.id === named.meetingId);
  return first ? [first, ...meetings.filter((meeting) => meeting !== first)] : null;
}

/** Keeps what an act is about to change, so that its person may take it back for a minute. What was filed is kept after it is. */
export async function rememberBefore(
  tx: TenantTx,
  meetingIds: readonly string[],
  act: "file" | "edit" | "change" | "postpone" | "cancel",
): Promise<void> {
  await tx.$executeRaw`select remember_meetings(${[...meetingIds]}::uuid[], ${act})`;
}

/** One alone, as `findMeetingsForUpdate`. */
export async function findMeetingForUpdate(
  tx: TenantTx,
  tenantId: string,
  meetingId: string,
): Promise<LockedMeeting | null> {
  const found = await findMeetingsForUpdate(tx, tenantId, { meetingId, scope: "one" });
  return found && found[0];
}

/**
 * Whether the meetings are as the person saw them. It also says that the locks taken above were those of the meetings as
 * they are: nobody changed them between the two readings.
 */
export function assertFresh(meetings: LockedMeetings, named: NamedMeetings): void {
  const seen = named.scope === "one" || markOf(meetings) === named.following;
  if (meetings[0].revision !== named.revision || !seen) throw new DomainError("stale", "staleMeeting");
}

/** The offices that serve the leaders the meetings ask for, by meeting. */
export async function officesOfLeaders(
  tx: TenantTx,
  tenantId: string,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.$queryRaw<{ meetingId: string; officeIds: string[] }[]>`
    select l.meeting_id as "meetingId", array_agg(distinct ob.office_id) as "officeIds" from meeting_leaders l
    join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
    join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
    where l.tenant_id = ${tenantId}::uuid and l.meeting_id = any(${[...meetingIds]}::uuid[]) group by l.meeting_id`;
  return new Map(rows.map((row) => [row.meetingId, row.officeIds]));
}
