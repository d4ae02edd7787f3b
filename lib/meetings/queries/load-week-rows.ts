import "server-only";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import { instantOf, timeAt } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { sessionOf } from "../rules";
import { inSheetOrder } from "../sheet";
import type { SheetRow, StoredMeetingState } from "../types";

type Row = {
  id: string;
  title: string;
  state: StoredMeetingState;
  startsAt: Date;
  endsAt: Date;
  chair: string;
  participants: string;
  place: string;
  preparing: string;
  visibility: string;
  reason: string | null;
  officeIds: string[];
};

const states: Record<StoredMeetingState, SheetRow["state"]> = {
  filed: "filed",
  approved: "hold",
  confirmed: "confirmed",
  postponed: "postponed",
  cancelled: "cancelled",
};

function rowOf(row: Row): SheetRow {
  const [day, last] = [dayAt(row.startsAt), dayAt(row.endsAt)];
  const from = timeAt(row.startsAt);
  return {
    meetingId: row.id,
    day,
    session: sessionOf(from),
    from,
    until: timeAt(row.endsAt),
    untilDay: last === day ? null : last,
    title: row.title,
    chair: row.chair,
    participants: row.participants,
    place: row.place,
    preparing: row.preparing,
    state: states[row.state],
    to: null,
    reason: row.reason,
    restricted: row.visibility === "restricted",
    officeIds: row.officeIds,
  };
}

/**
 * Meetings as lines of a sheet: those the acting office may read in a span, and those named. A chair's and a preparing
 * unit's words are put together here, so that page, PDF and DOCX print the same.
 */
async function loadRows(
  tx: TenantTx,
  actor: Actor,
  which: { from: Date; until: Date } | { ids: readonly string[] },
): Promise<Row[]> {
  const { tenantId, officeId } = actor;
  const [from, until, ids] =
    "ids" in which ? [null, null, [...which.ids]] : [which.from, which.until, [] as string[]];
  // Driven from access: its sort key is the day a meeting begins.
  return tx.$queryRaw<Row[]>`
    with seen as (
      select acc.subject_id as id from access acc
      where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
        and acc.sort_key >= ${from}::timestamptz and acc.sort_key < ${until}::timestamptz
      union
      select acc.subject_id from access acc
      where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
        and acc.subject_id = any(${ids}::uuid[]))
    select m.id, m.title, m.state, m.starts_at as "startsAt", m.ends_at as "endsAt", m.participants, m.visibility, m.reason,
      coalesce(m.chair_text, (select p.title || coalesce(' ' || pe.full_name, '') from posts p
        left join meeting_leaders l on l.tenant_id = p.tenant_id and l.meeting_id = m.id and l.part = 'chair'
        left join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
        where p.tenant_id = m.tenant_id and p.id = m.chair_post_id), '') as chair,
      coalesce(m.place_text, (select r.name || coalesce(', ' || r.site, '') from resources r
        where r.tenant_id = m.tenant_id and r.id = m.room_id), '') as place,
      coalesce(nullif(m.preparing, ''), lo.code) as preparing,
      array(select distinct part.office from (
        select m.lead_office_id as office union select m.filing_office_id
        union select o.office_id from meeting_offices o where o.tenant_id = m.tenant_id and o.meeting_id = m.id
        union select ob.office_id from meeting_leaders l
          join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
          join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
          where l.tenant_id = m.tenant_id and l.meeting_id = m.id) part order by part.office) as "officeIds"
    from seen
    join meetings m on m.tenant_id = ${tenantId}::uuid and m.id = seen.id
    join offices lo on lo.tenant_id = m.tenant_id and lo.id = m.lead_office_id`;
}

/** Everything of a week the acting office may read, what is over included; what was filed and given up again is left out. */
export async function loadWeekRows(tx: TenantTx, actor: Actor, monday: Day): Promise<SheetRow[]> {
  const span = { from: instantOf(monday, "00:00"), until: instantOf(plusDays(monday, 7), "00:00") };
  const rows = await loadRows(tx, actor, span);
  return inSheetOrder(rows.map(rowOf));
}

/**
 * The lines of the common sheet as they stand: approved and confirmed, and of what the version before printed also what
 * was put off, given up, or moved to another week.
 */
export async function loadCommonRows(
  tx: TenantTx,
  actor: Actor,
  monday: Day,
  before: readonly SheetRow[] | null,
): Promise<SheetRow[]> {
  const known = new Map((before ?? []).map((row) => [row.meetingId, row]));
  const week = (await loadWeekRows(tx, actor, monday)).filter(
    (row) =>
      !row.restricted && (known.has(row.meetingId) || row.state === "hold" || row.state === "confirmed"),
  );
  const here = new Set(week.map((row) => row.meetingId));
  const gone = [...known.values()].filter((row) => !here.has(row.meetingId));
  if (gone.length === 0) return week;
  const elsewhere = new Map(
    (await loadRows(tx, actor, { ids: gone.map((row) => row.meetingId) })).map((row) => [row.id, rowOf(row)]),
  );
  return inSheetOrder([
    ...week,
    ...gone.map((row): SheetRow => {
      const now = elsewhere.get(row.meetingId);
      if (!now || now.restricted) return { ...row, state: "cancelled", to: null };
      if (now.state === "postponed" || now.state === "cancelled")
        return { ...row, state: now.state, reason: now.reason };
      return { ...row, state: "moved", to: { day: now.day, from: now.from }, reason: now.reason };
    }),
  ]);
}
