import "server-only";
import { loadHolders } from "@/lib/offices/queries/load-holders";
import { dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { formatDue, type Precision } from "../periods";
import type { ChangedField, ProgrammeChangeView, ProgrammeItemView, ProgrammeOffice } from "../types";

/** An item's row as the database kept it before a change. */
type Kept = {
  title: string;
  starts_on: string;
  ends_on: string;
  precision: Precision;
  lead_office_id: string;
  leader_post_id: string | null;
  submitted_body_id: string | null;
  others: string;
  note: string;
};

type Said = Record<ChangedField["field"], string>;

function differences(before: Said, after: Said): ChangedField[] {
  return (Object.keys(before) as ChangedField["field"][])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** What was changed after the programme was issued, the newest first, each with what was before and what came after. */
export async function loadChanges(
  tx: TenantTx,
  tenantId: string,
  programmeId: string,
  items: readonly ProgrammeItemView[],
  offices: ReadonlyMap<string, ProgrammeOffice>,
): Promise<ProgrammeChangeView[]> {
  const rows = await tx.programmeChange.findMany({
    where: { tenantId, programmeId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  if (rows.length === 0) return [];
  const kept = rows.map((row) => row.before as Kept | null);
  const holders = await loadHolders(
    tx,
    tenantId,
    kept.flatMap((before) => before?.leader_post_id ?? []),
  );
  const bodies = await tx.body.findMany({
    where: { tenantId, id: { in: kept.flatMap((before) => before?.submitted_body_id ?? []) } },
    select: { id: true, name: true },
  });
  const bodyNames = new Map(bodies.map((body) => [body.id, body.name]));
  const saidBefore = (before: Kept): Said => {
    const holder = before.leader_post_id ? holders.get(before.leader_post_id) : undefined;
    return {
      title: before.title,
      due: formatDue({ startsOn: before.starts_on, endsOn: before.ends_on, precision: before.precision }),
      lead: offices.get(before.lead_office_id)?.code ?? "",
      leader: holder ? [holder.title, holder.name].filter(Boolean).join(" ") : "",
      submittedTo: bodyNames.get(before.submitted_body_id ?? "") ?? "",
      others: before.others,
      note: before.note,
    };
  };
  // Going back in time: what an item says now, then what it said before its newest change, and so on.
  const saidAfter = new Map(
    items.map((item): [string, Said] => [
      item.itemId,
      {
        title: item.title,
        due: formatDue(item),
        lead: item.lead.code,
        leader: item.leader?.label ?? "",
        submittedTo: item.submittedTo?.name ?? "",
        others: item.others,
        note: item.note,
      },
    ]),
  );
  return rows.map((row): ProgrammeChangeView => {
    const after = saidAfter.get(row.itemId);
    const before = row.before as Kept | null;
    const said = before ? saidBefore(before) : null;
    if (said) saidAfter.set(row.itemId, said);
    return {
      changeId: row.id,
      act: row.act as ProgrammeChangeView["act"],
      title: said?.title ?? after?.title ?? "",
      decision: { number: row.decisionNumber, on: dayFromColumn(row.decidedOn), by: row.decidedBy },
      on: dayAt(row.at),
      fields: said && after && row.act === "change" ? differences(said, after) : [],
    };
  });
}
