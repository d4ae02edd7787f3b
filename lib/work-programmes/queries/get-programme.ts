import "server-only";
import { dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import type { ProgrammeKind, Span } from "../periods";
import { decideProgramme } from "../policy";
import type { ProgrammeView } from "../types";
import { loadChanges } from "./load-changes";
import { loadIssueDay } from "./load-issue-day";
import { loadItems, loadOffices } from "./load-items";
import { loadOverlaps } from "./load-overlaps";

type Place = Span & { programmeId: string; kind: ProgrammeKind; parentId: string | null; state: string };

async function loadAbove(tx: TenantTx, tenantId: string, parentId: string | null): Promise<Place[]> {
  const above: Place[] = [];
  // Term, year, quarter: three at most.
  for (let next = parentId; next !== null; next = above.at(-1)?.parentId ?? null) {
    const row = await tx.workProgramme.findUnique({
      where: { tenantId_id: { tenantId, id: next } },
      select: { id: true, kind: true, parentId: true, startsOn: true, endsOn: true, state: true },
    });
    if (!row) break;
    above.push(placeOf(row));
  }
  return above;
}

function placeOf(row: {
  id: string;
  kind: string;
  parentId: string | null;
  startsOn: Date;
  endsOn: Date;
  state: string;
}): Place {
  return {
    programmeId: row.id,
    kind: row.kind as ProgrammeKind,
    parentId: row.parentId,
    startsOn: dayFromColumn(row.startsOn),
    endsOn: dayFromColumn(row.endsOn),
    state: row.state,
  };
}

async function countToCarry(
  tx: TenantTx,
  tenantId: string,
  programme: { id: string; parentId: string | null; startsOn: Date; endsOn: Date },
): Promise<number> {
  if (programme.parentId === null) return 0;
  return tx.programmeItem.count({
    where: {
      tenantId,
      programmeId: programme.parentId,
      state: "active",
      startsOn: { lte: programme.endsOn },
      endsOn: { gte: programme.startsOn },
      carried: { none: { programmeId: programme.id } },
    },
  });
}

/** One programme as its page shows it; null where the acting office may not read it. */
export const getProgramme: Query<{ programmeId: string }, ProgrammeView> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const row = await tx.workProgramme.findUnique({
    where: { tenantId_id: { tenantId, id: input.programmeId } },
    include: { body: { select: { id: true, name: true } } },
  });
  if (!row) return null;
  const offices = await loadOffices(tx, tenantId);
  const office = offices.get(row.officeId);
  if (!office) return null;
  const items = await loadItems(tx, tenantId, row.id, offices);
  const span = { startsOn: dayFromColumn(row.startsOn), endsOn: dayFromColumn(row.endsOn) };
  const own = new Set(items.map((item) => item.itemId));
  const overlaps = (await loadOverlaps(tx, tenantId, span)).filter(
    ({ settled, one, other }) =>
      !settled && (own.has(one.itemId) || (other !== null && own.has(other.itemId))),
  );
  const issuer =
    row.issuedBy === null
      ? null
      : await tx.person.findFirst({
          where: { tenantId, accountId: row.issuedBy },
          select: { fullName: true },
        });
  const below = await tx.workProgramme.findMany({
    where: { tenantId, parentId: row.id },
    orderBy: [{ startsOn: "asc" }, { endsOn: "desc" }],
    select: { id: true, kind: true, parentId: true, startsOn: true, endsOn: true, state: true },
  });
  const state = row.state === "issued" ? "issued" : "draft";
  const may = (act: keyof ProgrammeView["may"]) =>
    decideProgramme(actor, act, { state, keeperIds: [row.officeId] }).allowed;
  return {
    ...span,
    programmeId: row.id,
    kind: row.kind as ProgrammeKind,
    issueBy: await loadIssueDay(tx, tenantId, { ...span, kind: row.kind as ProgrammeKind }),
    state,
    revision: row.revision,
    paperNumber: row.paperNumber,
    issuedOn: row.issuedAt ? dayAt(row.issuedAt) : null,
    issuedBy: issuer?.fullName ?? null,
    body: row.body,
    office,
    above: await loadAbove(tx, tenantId, row.parentId),
    below: below.map((each) => ({
      ...placeOf(each),
      state: each.state === "issued" ? ("issued" as const) : ("draft" as const),
    })),
    items: items.map((item) => ({
      ...item,
      overlaps: overlaps.filter(
        ({ one, other }) => item.itemId === one.itemId || item.itemId === other?.itemId,
      ).length,
    })),
    changes: await loadChanges(tx, tenantId, row.id, items, offices),
    toCarry: state === "draft" ? await countToCarry(tx, tenantId, row) : 0,
    openOverlaps: overlaps.length,
    unapproved:
      row.parentId === null
        ? 0
        : items.filter((item) => item.parentItemId === null && item.approval === null).length,
    may: {
      carryDown: may("carryDown"),
      addItem: may("addItem"),
      editItem: may("editItem"),
      removeItem: may("removeItem"),
      issue: may("issue"),
      discard: may("discard"),
      amend: may("amend"),
    },
  };
};
