import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { sheetPublished } from "../events";
import { decidePublishing } from "../policy";
import { loadCalendarDuty } from "../queries/load-calendar-duty";
import { loadSheet, loadVersion } from "../queries/load-sheet";
import { loadCommonRows, loadWeekRows } from "../queries/load-week-rows";
import { verdictOf } from "../refusal";
import { publishSheetSchema } from "../schema";
import { changesByOffice, compareSheets } from "../sheet";
import { lockWeek } from "../store";

async function headOfChain(tx: TenantTx, tenantId: string): Promise<string> {
  const head = await tx.auditHead.findUnique({ where: { tenantId }, select: { hash: true } });
  return head?.hash ?? "";
}

/**
 * The week as it stands becomes the sheet: first as published, then "Điều chỉnh lần N". Its lines are frozen, and only
 * offices with a changed line are told (article 4 clause 11).
 */
export const publishSheet = defineCommand({
  name: "meetings.publishSheet",
  input: publishSheetSchema,
  async subject({ tx, actor, input }) {
    await lockWeek(tx, actor.tenantId, input.monday);
    const duty = await loadCalendarDuty(tx, actor.tenantId);
    return duty && { duty, sheet: await loadSheet(tx, actor.tenantId, input.monday) };
  },
  allow: ({ tx, actor, subject: { duty } }) =>
    verdictOf(tx, actor.tenantId, decidePublishing(actor, duty.lead.id), {
      act: "sheet.publish",
      versionId: duty.versionId,
      subject: { subjectKind: "agreement-version", subjectId: duty.versionId },
      offices: () => [duty.lead.code],
    }),
  async run({ tx, actor, input, subject: { duty, sheet }, now }) {
    const { tenantId } = actor;
    const number = sheet?.versions.length ?? 0;
    if (number !== input.after) throw new DomainError("stale", "staleSheet");
    const before = sheet && number > 0 ? await loadVersion(tx, tenantId, sheet.sheetId, number - 1) : null;
    const rows = await loadCommonRows(tx, await loadWeekRows(tx, input.monday), before?.rows ?? null);
    const lines = compareSheets(before?.rows ?? null, rows);
    const changed = lines.filter((line) => line.change !== null);
    if (before && changed.length === 0) throw new DomainError("conflict", "nothingChanged");
    const sheetId = sheet?.sheetId ?? newId();
    if (!sheet) {
      await tx.weekSheet.createMany({
        data: [{ tenantId, id: sheetId, monday: dayToColumn(input.monday), createdAt: now }],
      });
    }
    await tx.weekSheetVersion.createMany({
      data: [
        {
          tenantId,
          id: newId(),
          sheetId,
          number,
          publishedAt: now,
          officeId: actor.officeId,
          accountId: actor.accountId,
          versionId: duty.versionId,
          dutyId: duty.dutyId,
          signer: { title: actor.postTitle, name: actor.personName },
          auditHead: await headOfChain(tx, tenantId),
          rows: rows.map(({ leaders, ...row }) => ({
            ...row,
            ...(leaders ? { leaders: [...leaders] } : {}),
            officeIds: [...row.officeIds],
          })),
        },
      ],
    });
    const told = await tellOfSheet(tx, tenantId, {
      sheetId,
      number,
      monday: input.monday,
      changes: before ? changesByOffice(before.rows, lines) : await everyOffice(tx, tenantId),
      except: actor.officeId,
      now,
    });
    return {
      result: { monday: input.monday, number },
      events: [
        sheetPublished(sheetId, {
          monday: input.monday,
          number,
          lines: rows.length,
          changed: changed.map((line) => ({ meetingId: line.meetingId, mark: line.change?.mark })),
          told,
        }),
      ],
    };
  },
});

/** The first sheet is told to every office as a whole. */
async function everyOffice(tx: TenantTx, tenantId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const offices = await tx.office.findMany({ where: { tenantId }, select: { id: true } });
  return new Map(offices.map((office) => [office.id, []]));
}

async function tellOfSheet(
  tx: TenantTx,
  tenantId: string,
  about: {
    sheetId: string;
    number: number;
    monday: string;
    /** Lines that changed, by the office that has to be told of them. */
    changes: ReadonlyMap<string, readonly string[]>;
    except: string;
    now: Date;
  },
): Promise<string[]> {
  const told = [...about.changes].filter(([officeId]) => officeId !== about.except);
  await tx.notice.createMany({
    data: told.map(([officeId, meetingIds]) => ({
      tenantId,
      id: newId(),
      officeId,
      kind: "sheet-published",
      subjectKind: "week-sheet",
      subjectId: about.sheetId,
      payload: {
        monday: about.monday,
        number: about.number,
        meetingIds: [...meetingIds],
      },
      createdAt: about.now,
    })),
  });
  return told.map(([officeId]) => officeId);
}
