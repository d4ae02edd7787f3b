import "server-only";
import { clockAt, type Day, plusDays } from "@/lib/platform/dates/days";
import { instantOf } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
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
  serving: string;
  visibility: string;
  reason: string | null;
  notice: string | null;
  officeIds: string[];
  leaders: string[];
};

const states: Record<StoredMeetingState, SheetRow["state"]> = {
  filed: "filed",
  approved: "hold",
  confirmed: "confirmed",
  postponed: "postponed",
  cancelled: "cancelled",
};

function rowOf(row: Row): SheetRow {
  const { day, time: from } = clockAt(row.startsAt);
  const { day: last, time: until } = clockAt(row.endsAt);
  return {
    meetingId: row.id,
    day,
    session: sessionOf(from),
    from,
    until,
    untilDay: last === day ? null : last,
    title: row.title,
    chair: row.chair,
    participants: row.participants,
    place: row.place,
    preparing: row.preparing,
    serving: row.serving,
    state: states[row.state],
    to: null,
    reason: row.reason,
    notice: row.notice,
    restricted: row.visibility === "restricted",
    leaders: row.leaders,
    officeIds: row.officeIds,
  };
}

/**
 * Meetings as lines of a sheet: those the acting office may read in a span, and those named. The database puts a chair's and
 * a preparing unit's words together, so that page, PDF and DOCX print the same.
 */
async function loadRows(
  tx: TenantTx,
  which: { from: Date; until: Date } | { ids: readonly string[] },
): Promise<Row[]> {
  const [from, until, ids] =
    "ids" in which ? [null, null, [...which.ids]] : [which.from, which.until, [] as string[]];
  return tx.$queryRaw<Row[]>`
    select id, title, state, starts_at as "startsAt", ends_at as "endsAt", chair, participants, place, preparing, serving, visibility,
      reason, notice_number as notice, office_ids as "officeIds", leaders
    from meeting_lines(${from}::timestamptz, ${until}::timestamptz, ${ids}::uuid[])`;
}

/** Everything of a week the acting office may read, what is over included; what was filed and given up again is left out. */
export async function loadWeekRows(tx: TenantTx, monday: Day): Promise<SheetRow[]> {
  const span = { from: instantOf(monday, "00:00"), until: instantOf(plusDays(monday, 7), "00:00") };
  const rows = await loadRows(tx, span);
  return inSheetOrder(rows.map(rowOf));
}

/**
 * The lines of the common sheet as they stand, out of those of the week: approved and confirmed, and of what the version
 * before printed also what was put off, given up, or moved to another week.
 */
export async function loadCommonRows(
  tx: TenantTx,
  week: readonly SheetRow[],
  before: readonly SheetRow[] | null,
): Promise<SheetRow[]> {
  const known = new Map((before ?? []).map((row) => [row.meetingId, row]));
  const common = week
    .filter(
      (row) =>
        !row.restricted && (known.has(row.meetingId) || row.state === "hold" || row.state === "confirmed"),
    )
    // What is being mended stays on paper as it was until it is approved again.
    .map((row) => (row.state === "filed" ? (known.get(row.meetingId) ?? row) : row));
  const here = new Set(common.map((row) => row.meetingId));
  const gone = [...known.values()].filter((row) => !here.has(row.meetingId));
  if (gone.length === 0) return common;
  const elsewhere = new Map(
    (await loadRows(tx, { ids: gone.map((row) => row.meetingId) })).map((row) => [row.id, rowOf(row)]),
  );
  return inSheetOrder([
    ...common,
    ...gone.map((row): SheetRow => {
      const now = elsewhere.get(row.meetingId);
      // Taken back for mending, only its own offices read it: a tentative line stays tentative.
      if (!now && row.state === "hold") return row;
      if (!now || now.restricted) return { ...row, state: "cancelled", to: null };
      if (now.state === "filed") return row;
      if (now.state === "postponed" || now.state === "cancelled") {
        return { ...row, state: now.state, reason: now.reason };
      }
      return { ...row, state: "moved", to: { day: now.day, from: now.from }, reason: now.reason };
    }),
  ]);
}
