import "server-only";
import { type Day, dayFromColumn, dayToColumn, plusDays } from "@/lib/platform/dates/days";
import { instantOf, mondayOf } from "@/lib/platform/dates/times";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import { putJob } from "@/lib/platform/outbox/queue";
import type { NoticeKind } from "../notices";
import { loadCalendarDuty } from "../queries/load-calendar-duty";
import { writeMailQueue } from "../queues";
import { lockWeek } from "../store";

const kind: NoticeKind = "week-not-filed";

/** Today, where it is the tenant's day of exchange; null on every other day. */
async function exchangeDay(tx: TenantTx, tenantId: string): Promise<Day | null> {
  const rows = await tx.$queryRaw<{ today: Date }[]>`
    select portal_today() as today from calendar_settings
    where tenant_id = ${tenantId}::uuid and exchange_weekday = extract(isodow from portal_today())`;
  return rows[0] ? dayFromColumn(rows[0].today) : null;
}

/** Parties of the agreement in force that have nothing in the week; what was given up again counts as nothing. */
async function whoFiledNothing(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
  monday: Day,
): Promise<string[]> {
  const [from, until] = [instantOf(monday, "00:00"), instantOf(plusDays(monday, 7), "00:00")];
  const rows = await tx.$queryRaw<{ officeId: string }[]>`
    select p.office_id as "officeId" from agreement_versions v
    join agreement_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id
    where v.tenant_id = ${tenantId}::uuid and v.id = ${versionId}::uuid and not exists (
      select 1 from meetings m where m.tenant_id = p.tenant_id and m.filing_office_id = p.office_id
        and m.state in ('filed', 'approved', 'confirmed', 'postponed') and m.starts_at >= ${from} and m.starts_at < ${until})
    order by p.ordinal`;
  return rows.map((row) => row.officeId);
}

/** The sheet of a week, also before its first version: what a notice is about. */
async function sheetOf(tx: TenantTx, tenantId: string, monday: Day, now: Date): Promise<string> {
  const found = await tx.weekSheet.findUnique({
    where: { tenantId_monday: { tenantId, monday: dayToColumn(monday) } },
    select: { id: true },
  });
  if (found) return found.id;
  const id = newId();
  await tx.weekSheet.createMany({ data: [{ tenantId, id, monday: dayToColumn(monday), createdAt: now }] });
  return id;
}

async function remind(tx: TenantTx, tenantId: string): Promise<void> {
  const [today, duty] = [await exchangeDay(tx, tenantId), await loadCalendarDuty(tx, tenantId)];
  if (today === null || duty === null) return;
  const monday = plusDays(mondayOf(today), 7);
  // A sheet is made by one at a time, and two deliveries of this job tell nobody twice.
  await lockWeek(tx, tenantId, monday);
  const officeIds = await whoFiledNothing(tx, tenantId, duty.versionId, monday);
  if (officeIds.length === 0) return;
  const now = new Date();
  const subjectId = await sheetOf(tx, tenantId, monday, now);
  const told = await tx.notice.findMany({
    where: { tenantId, subjectKind: "week-sheet", subjectId, kind },
    select: { officeId: true },
  });
  const knows = new Set(told.map((notice) => notice.officeId));
  await tx.notice.createMany({
    data: officeIds
      .filter((officeId) => !knows.has(officeId))
      .map((officeId) => ({
        tenantId,
        id: newId(),
        officeId,
        kind,
        subjectKind: "week-sheet",
        subjectId,
        payload: { monday },
        createdAt: now,
      })),
  });
  await putJob(tx, { queue: writeMailQueue, data: { tenantId } });
}

/**
 * On the day by which the offices exchange the next week's draft, tells every party to the agreement that has filed nothing
 * for it, once.
 */
export async function remindExchange(): Promise<void> {
  for (const tenantId of await listTenantIds()) await asSystem(tenantId, (tx) => remind(tx, tenantId));
}
