import "server-only";
import { nameOfPaper } from "@/lib/agreements/queries/quote-clause";
import type { LeadRule } from "@/lib/agreements/types";
import { loadHolders } from "@/lib/offices/queries/load-holders";
import { dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Precision } from "../periods";
import type { ProgrammeItemView, ProgrammeOffice } from "../types";

type DutyRow = {
  id: string;
  versionId: string;
  article: number;
  clause: number;
  shortText: string;
  text: string;
  rule: LeadRule["kind"];
  basis: string | null;
};

export async function loadOffices(
  tx: TenantTx,
  tenantId: string,
): Promise<ReadonlyMap<string, ProgrammeOffice>> {
  const offices = await tx.office.findMany({
    where: { tenantId },
    orderBy: { ordinal: "asc" },
    select: { id: true, code: true, name: true, tint: true },
  });
  return new Map(offices.map((office) => [office.id, office]));
}

async function loadDutiesOf(tx: TenantTx, tenantId: string, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await tx.$queryRaw<DutyRow[]>`
          select d.id, d.version_id as "versionId", a.ordinal as article, d.clause, d.short_text as "shortText", d.text,
            d.lead_rule as rule, d.basis
          from coordination_duties d
          join coordination_areas ca on ca.tenant_id = d.tenant_id and ca.version_id = d.version_id and ca.area_key = d.area_key
          join agreement_articles a on a.tenant_id = ca.tenant_id and a.version_id = ca.version_id and a.article_key = ca.article_key
          where d.tenant_id = ${tenantId}::uuid and d.id = any(${[...ids]}::uuid[])`;
  const papers = new Map<string, string>();
  for (const { versionId } of rows) {
    if (!papers.has(versionId)) papers.set(versionId, await nameOfPaper(tx, tenantId, versionId));
  }
  const parts = await tx.dutyOffice.findMany({
    where: { tenantId, dutyId: { in: [...ids] }, part: "assist" },
    select: { dutyId: true, officeId: true },
  });
  return {
    duties: new Map(
      rows.map(({ versionId, ...duty }) => [duty.id, { ...duty, paper: papers.get(versionId) ?? "" }]),
    ),
    assistsOf: (dutyId: string) =>
      parts.filter((part) => part.dutyId === dutyId).map((part) => part.officeId),
  };
}

/** The items of a programme in the order they fall due, with everything the table and the form show of them. */
export async function loadItems(
  tx: TenantTx,
  tenantId: string,
  programmeId: string,
  offices: ReadonlyMap<string, ProgrammeOffice>,
): Promise<ProgrammeItemView[]> {
  const rows = await tx.programmeItem.findMany({
    where: { tenantId, programmeId },
    orderBy: [{ startsOn: "asc" }, { endsOn: "asc" }, { ordinal: "asc" }],
    include: { submittedBody: { select: { id: true, name: true } } },
  });
  const { duties, assistsOf } = await loadDutiesOf(
    tx,
    tenantId,
    rows.flatMap((row) => row.dutyId ?? []),
  );
  const holders = await loadHolders(
    tx,
    tenantId,
    rows.flatMap((row) => row.leaderPostId ?? []),
  );
  const meetings = await tx.meeting.findMany({
    where: { tenantId, id: { in: rows.flatMap((row) => row.meetingId ?? []) } },
    select: { id: true, title: true },
  });
  const titles = new Map(meetings.map((meeting) => [meeting.id, meeting.title]));
  const named = (id: string): ProgrammeOffice => offices.get(id) ?? { id, code: "", name: "", tint: 0 };
  return rows.map((row): ProgrammeItemView => {
    const holder = row.leaderPostId ? holders.get(row.leaderPostId) : undefined;
    const { approvalNumber, approvedOn, approvedBy } = row;
    return {
      itemId: row.id,
      title: row.title,
      revision: row.revision,
      state: row.state === "stopped" ? "stopped" : "active",
      startsOn: dayFromColumn(row.startsOn),
      endsOn: dayFromColumn(row.endsOn),
      precision: row.precision as Precision,
      lead: named(row.leadOfficeId),
      assists: row.dutyId
        ? assistsOf(row.dutyId)
            .filter((id) => id !== row.leadOfficeId)
            .map(named)
        : [],
      others: row.others,
      duty: row.dutyId ? (duties.get(row.dutyId) ?? null) : null,
      subjectKey: row.subjectKey,
      submittedTo: row.submittedBody,
      leader:
        row.leaderPostId && holder
          ? { postId: row.leaderPostId, label: [holder.title, holder.name].filter(Boolean).join(" ") }
          : null,
      meeting: row.meetingId ? { meetingId: row.meetingId, title: titles.get(row.meetingId) ?? null } : null,
      note: row.note,
      parentItemId: row.parentItemId,
      approval:
        approvalNumber !== null && approvedOn !== null && approvedBy !== null
          ? { number: approvalNumber, on: dayFromColumn(approvedOn), by: approvedBy }
          : null,
      overlaps: 0,
    };
  });
}
