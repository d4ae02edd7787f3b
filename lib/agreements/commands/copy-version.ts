import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { LockedVersion } from "../store";

async function copyContent(tx: TenantTx, tenantId: string, fromId: string, toId: string): Promise<void> {
  const where = { tenantId, versionId: fromId };
  const articles = await tx.agreementArticle.findMany({ where });
  await tx.agreementArticle.createMany({
    data: articles.map((article) => ({ ...article, versionId: toId })),
  });
  const areas = await tx.coordinationArea.findMany({ where });
  await tx.coordinationArea.createMany({ data: areas.map((area) => ({ ...area, versionId: toId })) });
  const duties = await tx.coordinationDuty.findMany({ where });
  const ids = new Map(duties.map((duty) => [duty.id, newId()]));
  const newDuty = (id: string): string => {
    const copy = ids.get(id);
    if (!copy) throw new Error("a row of a duty that is not in the version");
    return copy;
  };
  await tx.coordinationDuty.createMany({
    data: duties.map((duty) => ({ ...duty, id: newDuty(duty.id), versionId: toId })),
  });
  const rows = await tx.dutyLeadRow.findMany({ where });
  await tx.dutyLeadRow.createMany({
    data: rows.map((row) => ({ ...row, dutyId: newDuty(row.dutyId), versionId: toId })),
  });
  const offices = await tx.dutyOffice.findMany({ where });
  await tx.dutyOffice.createMany({
    data: offices.map((office) => ({ ...office, dutyId: newDuty(office.dutyId), versionId: toId })),
  });
}

export type VersionBase = {
  amendsId: string | null;
  state: string;
  effectiveFrom: Date | null;
  effectiveUntil: Date | null;
  abstract: string;
  mark: string | null;
  bases: string[];
  form: string;
  recipients: string[];
  plannedFrom: Date | null;
  plannedUntil: Date | null;
};

/** The head and days of the version that the next one is made from: the newest of its agreement, or the act is stale. */
export async function findNewestBase(
  tx: TenantTx,
  tenantId: string,
  subject: LockedVersion,
): Promise<VersionBase> {
  const newest = await tx.agreementVersion.findFirst({
    where: { tenantId, agreementId: subject.agreementId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      state: true,
      abstract: true,
      mark: true,
      bases: true,
      form: true,
      recipients: true,
      plannedFrom: true,
      plannedUntil: true,
      effectiveFrom: true,
      effectiveUntil: true,
      amendsId: true,
    },
  });
  if (newest?.id !== subject.id) throw new DomainError("stale", "newerVersion");
  return newest;
}

/** The next version, under negotiation, with every article, duty and lead row of this one; answers its id. */
export async function copyVersion(
  tx: TenantTx,
  actor: Actor,
  subject: LockedVersion,
  { now, ...head }: Omit<VersionBase, "state" | "effectiveFrom" | "effectiveUntil"> & { now: Date },
): Promise<string> {
  const { tenantId } = actor;
  const versionId = newId();
  await tx.agreementVersion.createMany({
    data: [
      {
        ...head,
        tenantId,
        id: versionId,
        agreementId: subject.agreementId,
        number: subject.number + 1,
        state: "negotiating",
        copiedFromId: subject.id,
        createdAt: now,
        changedAt: now,
        changedBy: actor.accountId,
      },
    ],
  });
  await copyContent(tx, tenantId, subject.id, versionId);
  return versionId;
}
