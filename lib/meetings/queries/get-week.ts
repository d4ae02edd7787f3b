import "server-only";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import { instantOf, mondayOf, weekOf } from "@/lib/platform/dates/times";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideFiling, decidePublishing } from "../policy";
import { compareSheets } from "../sheet";
import type { SheetLine, WeekView } from "../types";
import { loadCalendarDuty } from "./load-calendar-duty";
import { loadSheet, loadVersion } from "./load-sheet";
import { loadUndo } from "./load-undo";
import { loadCommonRows, loadWeekRows } from "./load-week-rows";

export type WeekInput = {
  /** Any day of the week; today when left out. */
  day?: Day | undefined;
  /** A version by its number; the newest when left out. */
  version?: number | undefined;
  /** The working state, with everything the office may read, in place of what is published. */
  working?: boolean | undefined;
};

/**
 * The week sheet: a published version beside the one before it, or the working state beside the newest version. Where
 * nothing is published yet the working state is all there is.
 */
export const getWeek: Query<WeekInput, WeekView> = async ({ tx, actor, input, now }) => {
  const { tenantId } = actor;
  const today = dayAt(now);
  const monday = mondayOf(input.day ?? today);
  const duty = await loadCalendarDuty(tx, tenantId);
  const settings = await tx.calendarSettings.findUniqueOrThrow({
    where: { tenantId },
    select: { sheetColumns: true },
  });
  const sheet = await loadSheet(tx, tenantId, monday);
  const versions = sheet?.versions ?? [];
  const newest =
    sheet && versions.length > 0 ? await loadVersion(tx, tenantId, sheet.sheetId, versions.length - 1) : null;
  const week = await loadWeekRows(tx, monday);
  const common = await loadCommonRows(tx, week, newest?.rows ?? null);
  const unpublished = newest
    ? compareSheets(newest.rows, common).filter((line) => line.change !== null).length
    : 0;
  const base = {
    monday,
    ...weekOf(monday),
    today,
    versions,
    unpublished,
    columns: settings.sheetColumns,
    lead: duty?.lead ?? null,
    assists: duty?.assists ?? [],
    mayPublish: duty !== null && decidePublishing(actor, duty.lead.id).allowed,
    mayFile: decideFiling(actor, { duty: false, isParty: false }).allowed,
    undo: await loadUndo(tx, actor, {
      filedFrom: instantOf(monday, "00:00"),
      filedUntil: instantOf(plusDays(monday, 7), "00:00"),
    }),
  };
  if (input.working || !sheet || !newest) {
    const known = new Set(common.map((row) => row.meetingId));
    // What was given up before anybody printed it is nobody's schedule.
    const beside = week.filter((row) => !known.has(row.meetingId) && row.state !== "cancelled");
    const lines: SheetLine[] = compareSheets(newest?.rows ?? null, [...common, ...beside]);
    return { ...base, shows: { kind: "working" }, lines, signer: null, auditHead: null };
  }
  const number = Math.min(input.version ?? newest.number, newest.number);
  const shown = number === newest.number ? newest : await loadVersion(tx, tenantId, sheet.sheetId, number);
  if (!shown) return null;
  const before = number > 0 ? await loadVersion(tx, tenantId, sheet.sheetId, number - 1) : null;
  const { publishedAt, publishedBy } = shown;
  return {
    ...base,
    shows: { kind: "version", version: { number, publishedAt, publishedBy } },
    lines: compareSheets(before?.rows ?? null, shown.rows),
    signer: shown.signer,
    auditHead: shown.auditHead,
  };
};
