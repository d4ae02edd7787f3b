import "server-only";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import { instantOf, mondayOf, weekOf } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideFiling, decidePublishing } from "../policy";
import { compareSheets, fitLine, inSheetOrder } from "../sheet";
import type { Clash, SheetLine, WeekView } from "../types";
import { loadClashes } from "./load-advice";
import { loadCalendarDuty } from "./load-calendar-duty";
import { loadOwnWishes } from "./load-own-wish";
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

/** What lies over what still waits, by the meeting of the line: what is confirmed has its place, and is what the others' lines name. */
async function loadLineClashes(
  tx: TenantTx,
  tenantId: string,
  lines: readonly SheetLine[],
): Promise<Record<string, readonly Clash[]>> {
  const waiting = lines.filter(({ state }) => state === "filed" || state === "hold");
  const wishes = await loadOwnWishes(
    tx,
    tenantId,
    waiting.map(({ meetingId }) => meetingId),
  );
  const found = await loadClashes(
    tx,
    tenantId,
    wishes.map(({ wish }) => wish),
  );
  return Object.fromEntries(
    wishes.flatMap(({ wish }, nth) => {
      const over = (found[nth] ?? []).filter((clash) => !clash.near);
      return over.length > 0 ? [[wish.meetingId, over]] : [];
    }),
  );
}

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
  const fit = (line: SheetLine) => fitLine(line, settings.sheetColumns);
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
    // What is not for the sheet, or not yet, is no change of it.
    const lines = inSheetOrder([
      ...compareSheets(newest?.rows ?? null, common),
      ...compareSheets(null, beside),
    ]);
    return {
      ...base,
      shows: { kind: "working" },
      lines: lines.map(fit),
      clashes: await loadLineClashes(tx, tenantId, lines),
      signer: null,
      auditHead: null,
    };
  }
  const number = Math.min(input.version ?? newest.number, newest.number);
  const shown = number === newest.number ? newest : await loadVersion(tx, tenantId, sheet.sheetId, number);
  if (!shown) return null;
  const before = number > 0 ? await loadVersion(tx, tenantId, sheet.sheetId, number - 1) : null;
  const { publishedAt, publishedBy } = shown;
  return {
    ...base,
    clashes: {},
    shows: { kind: "version", version: { number, publishedAt, publishedBy } },
    lines: compareSheets(before?.rows ?? null, shown.rows).map(fit),
    signer: shown.signer,
    auditHead: shown.auditHead,
  };
};
