import { formatDay } from "@/lib/platform/dates/days";
import type { RowChange, SheetField, SheetLine, SheetMark, SheetRow } from "./types";

/** Fields of a line whose change is shown, with how they read on the sheet. */
const compared: Record<SheetField, (row: SheetRow) => string> = {
  time: (row) => `${row.day} ${row.from}–${row.untilDay ? `${row.untilDay} ` : ""}${row.until}`,
  title: (row) => row.title,
  notice: (row) => row.notice ?? "",
  chair: (row) => row.chair,
  participants: participantsOf,
  place: (row) => row.place,
  preparing: (row) => row.preparing,
  serving: (row) => row.serving ?? "",
};
const fields = Object.keys(compared) as SheetField[];

/** Leaders who have to be there, then the others as they were typed; who is typed there as well stands once. */
export function participantsOf({
  leaders = [],
  participants,
}: Pick<SheetRow, "leaders" | "participants">): string {
  return [...leaders.filter((leader) => !participants.includes(leader)), participants]
    .filter((text) => text !== "")
    .join("; ");
}

/** A sheet frozen before leaders were printed is held against the typed participants alone, one before who serves not for that. */
function alikeIn(before: SheetRow, row: SheetRow, field: SheetField): boolean {
  if (field === "participants" && !before.leaders) return before.participants === row.participants;
  if (field === "serving" && before.serving === undefined) return true;
  return compared[field](before) === compared[field](row);
}

const ended = ["postponed", "cancelled", "moved"] as const;
type Ended = (typeof ended)[number];

function isEnded(state: SheetRow["state"]): state is Ended {
  return (ended as readonly string[]).includes(state);
}

const vietnamese = new Intl.Collator("vi");

/** In the order of the paper: day, time, title. */
export function inSheetOrder<Row extends SheetRow>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, when: `${row.day} ${row.from} ${row.until}` }))
    .sort((one, other) => {
      if (one.when !== other.when) return one.when < other.when ? -1 : 1;
      return (
        vietnamese.compare(one.row.title, other.row.title) ||
        (one.row.meetingId < other.row.meetingId ? -1 : 1)
      );
    })
    .map(({ row }) => row);
}

/** What became of one line since the version before; null when it reads the same. */
export function changeOf(before: SheetRow | undefined, row: SheetRow): RowChange | null {
  if (!before) return isEnded(row.state) ? null : { mark: "new" };
  if (isEnded(row.state))
    return before.state === row.state && sameTarget(before, row) ? null : { mark: row.state };
  const changed = fields.filter((field) => !alikeIn(before, row, field));
  if (changed.length > 0) {
    return {
      mark: "changed",
      before: Object.fromEntries(
        changed.map((field) => [field, field === "time" ? timeBefore(before, row) : compared[field](before)]),
      ),
    };
  }
  if (isEnded(before.state)) return { mark: "new" };
  return before.state !== "confirmed" && row.state === "confirmed" ? { mark: "confirmed" } : null;
}

/** What was moved may be moved once more: then the line names another day. */
function sameTarget(before: SheetRow, row: SheetRow): boolean {
  return before.to?.day === row.to?.day && before.to?.from === row.to?.from;
}

/** 08:00–11:30, with the last day where it is another. */
export function hoursOf(row: Pick<SheetRow, "from" | "until" | "untilDay">): string {
  const last = row.untilDay ? ` ${formatDay(row.untilDay).slice(0, 5)}` : "";
  return `${row.from}–${row.until}${last}`;
}

/** The time as it stood, with its day where that was another. */
function timeBefore(before: SheetRow, row: SheetRow): string {
  const day = before.day === row.day ? "" : `${formatDay(before.day).slice(0, 5)} `;
  return `${day}${hoursOf(before)}`;
}

/** What the margin says of a line: what became of it, and whether it is certain yet. */
export function marksOf(row: SheetRow, change: RowChange | null): readonly SheetMark[] {
  if (isEnded(row.state)) return [row.state];
  const became: SheetMark[] =
    change?.mark === "new" || change?.mark === "changed" || change?.mark === "confirmed" ? [change.mark] : [];
  return row.state === "filed" || row.state === "hold" ? [...became, row.state] : became;
}

function lineOf(row: SheetRow, change: RowChange | null): SheetLine {
  return {
    ...row,
    participants: participantsOf(row),
    change,
    marks: marksOf(row, change),
    hours: hoursOf(row),
  };
}

/**
 * A line on a sheet that has not every column: its hours then stand before its content, who chairs it before the others who are
 * there. Whichever layout a province chose, nobody has to ask when, or who.
 */
export function fitLine(line: SheetLine, columns: readonly string[]): SheetLine {
  const before = line.change?.mark === "changed" ? line.change.before : null;
  const fitted = { ...line };
  const was = { ...before };
  if (!columns.includes("time")) {
    fitted.title = `(${line.hours}) ${line.title}`;
    if (before && (before.time !== undefined || before.title !== undefined))
      was.title = `(${before.time ?? line.hours}) ${before.title ?? line.title}`;
  }
  if (!columns.includes("chair") && columns.includes("participants")) {
    const together = (...texts: string[]) => texts.filter((text) => text !== "").join("; ");
    fitted.participants = together(line.chair, line.participants);
    if (before && (before.chair !== undefined || before.participants !== undefined))
      was.participants = together(before.chair ?? line.chair, before.participants ?? line.participants);
  }
  return before ? { ...fitted, change: { mark: "changed", before: was } } : fitted;
}

/**
 * The lines of a sheet beside the version before it. What stood there and is in this week no more is handed in by the
 * caller as "moved" or "cancelled"; what was over before and still is says nothing new.
 */
export function compareSheets(before: readonly SheetRow[] | null, rows: readonly SheetRow[]): SheetLine[] {
  if (before === null) return inSheetOrder(rows).map((row) => lineOf(row, null));
  const known = new Map(before.map((row) => [row.meetingId, row]));
  return inSheetOrder(rows).map((row) => lineOf(row, changeOf(known.get(row.meetingId), row)));
}

/** Who has to be told of a new version, and of which lines: the offices of every changed line, as it is and as it was. */
export function changesByOffice(
  before: readonly SheetRow[],
  lines: readonly SheetLine[],
): ReadonlyMap<string, readonly string[]> {
  const known = new Map(before.map((row) => [row.meetingId, row]));
  const told = new Map<string, string[]>();
  for (const line of lines) {
    if (line.change === null) continue;
    for (const officeId of new Set([...line.officeIds, ...(known.get(line.meetingId)?.officeIds ?? [])])) {
      told.set(officeId, [...(told.get(officeId) ?? []), line.meetingId]);
    }
  }
  return told;
}
