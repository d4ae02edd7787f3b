import "server-only";
import { type Day, dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import type { ProgrammeKind } from "../periods";
import { decideDrafting } from "../policy";
import type { ProgrammeNode, ProgrammeTreeView } from "../types";
import { loadOffices } from "./load-items";
import { loadOverlaps } from "./load-overlaps";

type Row = {
  id: string;
  parentId: string | null;
  kind: ProgrammeKind;
  state: "draft" | "issued";
  startsOn: Day;
  endsOn: Day;
  paperNumber: string | null;
  issuedAt: Date | null;
  officeId: string;
  bodyId: string;
  bodyName: string;
  items: number;
};

/** Every programme of a year that the acting office may read, as a tree under each body; a term shows in each of its years. */
export const getProgrammeTree: Query<{ year: number | undefined }, ProgrammeTreeView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const { tenantId, officeId } = actor;
  const today = dayAt(now);
  const year = input.year ?? Number(today.slice(0, 4));
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  // The longest term is ten years: what reaches into the year begins at most so long before.
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.parent_id as "parentId", p.kind, p.state, p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
      p.paper_number as "paperNumber", p.issued_at as "issuedAt", p.office_id as "officeId", b.id as "bodyId", b.name as "bodyName",
      (select count(*)::integer from programme_items i
        where i.tenant_id = p.tenant_id and i.programme_id = p.id and i.state = 'active') as items
    from access a
    join work_programmes p on p.tenant_id = a.tenant_id and p.id = a.subject_id
    join bodies b on b.tenant_id = p.tenant_id and b.id = p.body_id
    where a.tenant_id = ${tenantId}::uuid and a.office_id = ${officeId}::uuid and a.kind = 'work-programme'
      and a.sort_key >= ${new Date(`${year - 10}-12-31T00:00:00Z`)} and a.sort_key < ${new Date(`${year + 1}-01-01T00:00:00Z`)}
      and p.starts_on <= ${until}::date and p.ends_on >= ${from}::date
    order by b.rank, b.name, p.starts_on, p.ends_on desc`;
  const offices = await loadOffices(tx, tenantId);
  const shown = new Set(rows.map((row) => row.id));
  const nodeOf = (row: Row): ProgrammeNode[] => {
    const office = offices.get(row.officeId);
    if (!office) return [];
    const { id, kind, state, startsOn, endsOn, paperNumber, issuedAt, items } = row;
    return [
      {
        programmeId: id,
        kind,
        state,
        startsOn,
        endsOn,
        paperNumber,
        issuedOn: issuedAt ? dayAt(issuedAt) : null,
        items,
        office,
        children: rows.filter((child) => child.parentId === id).flatMap(nodeOf),
      },
    ];
  };
  const roots = rows.filter((row) => row.parentId === null || !shown.has(row.parentId));
  const bodies = new Map(rows.map((row) => [row.bodyId, row.bodyName]));
  const overlaps = await loadOverlaps(tx, tenantId, { startsOn: from, endsOn: until });
  const served = await tx.officeBody.findFirst({ where: { tenantId, officeId }, select: { officeId: true } });
  return {
    year,
    today,
    bodies: [...bodies].map(([bodyId, name]) => ({
      bodyId,
      name,
      nodes: roots.filter((row) => row.bodyId === bodyId).flatMap(nodeOf),
    })),
    openOverlaps: overlaps.filter((overlap) => !overlap.settled).length,
    mayDraft: decideDrafting(actor, served?.officeId ?? null).allowed,
  };
};
