import "server-only";
import { dayFromColumn, dayToColumn } from "@/lib/platform/dates/days";
import { databaseCause } from "@/lib/platform/db/database-error";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { ProgrammeKind, Span } from "./periods";
import type { Decision } from "./schema";

export type LockedProgramme = Span & {
  id: string;
  kind: ProgrammeKind;
  state: "draft" | "issued";
  bodyId: string;
  officeId: string;
  officeCode: string;
  parentId: string | null;
  revision: number;
};

export type LockedItem = {
  id: string;
  parentItemId: string | null;
  state: "active" | "stopped";
  versionId: string | null;
  dutyId: string | null;
  subjectKey: string | null;
  bodyId: string | null;
  hostPostId: string | null;
  leadOfficeId: string;
  title: string;
  revision: number;
  programme: LockedProgramme;
};

/** The programme, locked until the end of the transaction; null when the acting office may not read it. */
export async function findProgrammeForUpdate(
  tx: TenantTx,
  tenantId: string,
  programmeId: string,
): Promise<LockedProgramme | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from work_programmes where tenant_id = ${tenantId}::uuid and id = ${programmeId}::uuid for no key update`;
  if (locked.length === 0) return null;
  const { startsOn, endsOn, office, kind, state, ...rest } = await tx.workProgramme.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: programmeId } },
    select: {
      id: true,
      kind: true,
      state: true,
      bodyId: true,
      officeId: true,
      parentId: true,
      startsOn: true,
      endsOn: true,
      revision: true,
      office: { select: { code: true } },
    },
  });
  return {
    ...rest,
    kind: kind as ProgrammeKind,
    state: state === "issued" ? "issued" : "draft",
    officeCode: office.code,
    startsOn: dayFromColumn(startsOn),
    endsOn: dayFromColumn(endsOn),
  };
}

/** Takes the locks of several items' programmes, in the one order there is. */
export async function lockProgrammesOf(
  tx: TenantTx,
  tenantId: string,
  itemIds: readonly string[],
): Promise<void> {
  await tx.$queryRaw`
    select p.id from work_programmes p where p.tenant_id = ${tenantId}::uuid and p.id in (
      select i.programme_id from programme_items i where i.tenant_id = ${tenantId}::uuid and i.id = any(${[...itemIds]}::uuid[]))
    order by p.id for no key update`;
}

/** An item under the lock of its programme; null when the acting office may not read it. */
export async function findItemForUpdate(
  tx: TenantTx,
  tenantId: string,
  itemId: string,
): Promise<LockedItem | null> {
  const found = await tx.programmeItem.findUnique({
    where: { tenantId_id: { tenantId, id: itemId } },
    select: { programmeId: true },
  });
  const programme = found && (await findProgrammeForUpdate(tx, tenantId, found.programmeId));
  if (!programme) return null;
  const item = await tx.programmeItem.findUnique({
    where: { tenantId_id: { tenantId, id: itemId } },
    select: {
      id: true,
      parentItemId: true,
      state: true,
      versionId: true,
      dutyId: true,
      subjectKey: true,
      bodyId: true,
      hostPostId: true,
      leadOfficeId: true,
      title: true,
      revision: true,
    },
  });
  return item && { ...item, state: item.state === "stopped" ? "stopped" : "active", programme };
}

/** The item as it was seen when the form was made, and still going on. */
export function assertItemFresh(item: LockedItem, seen: { revision: number }): void {
  if (item.state === "stopped") throw new DomainError("conflict", "itemStopped");
  if (item.revision !== seen.revision) throw new DomainError("stale", "staleItem");
}

/** An issued programme changes by a named decision only. */
export function decisionFor(programme: LockedProgramme, decision: Decision | null): Decision | null {
  if (programme.state === "draft") return null;
  if (decision) return decision;
  throw new DomainError("invalid", "invalid", { fields: { decisionNumber: ["decisionMissing"] } });
}

/** Puts a decision down; the database adds what the item was before. */
export async function writeChange(
  tx: TenantTx,
  actor: Actor,
  item: { id: string; programmeId: string; revision: number },
  act: "add" | "change" | "stop",
  decision: Decision,
): Promise<void> {
  await tx.programmeChange.createMany({
    data: [
      {
        tenantId: actor.tenantId,
        id: newId(),
        programmeId: item.programmeId,
        itemId: item.id,
        itemRevision: act === "add" ? 0 : item.revision,
        act,
        decisionNumber: decision.number,
        decidedOn: dayToColumn(decision.on),
        decidedBy: decision.by,
        officeId: actor.officeId,
        accountId: actor.accountId,
      },
    ],
  });
}

/** A row that is there already, said as `messageKey`; anything else stays what it is. */
export function takenAs(error: unknown, messageKey: string): unknown {
  return databaseCause(error)?.originalCode === "23505" ? new DomainError("conflict", messageKey) : error;
}
