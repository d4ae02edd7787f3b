import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { findVersionForUpdate, type LockedVersion } from "./store";
import type { PointKind, PointState } from "./types";

export type LockedPoint = {
  id: string;
  kind: PointKind;
  state: PointState;
  officeId: string;
  articleKey: string;
  clause: number;
  beforeText: string | null;
  proposedText: string | null;
  version: LockedVersion;
};

/** A point with its version, which is locked first as for every act on an agreement; null where it may not be read. */
export async function findPointForUpdate(
  tx: TenantTx,
  tenantId: string,
  pointId: string,
): Promise<LockedPoint | null> {
  const where = { tenantId_id: { tenantId, id: pointId } };
  const found = await tx.clausePoint.findUnique({ where, select: { versionId: true } });
  const version = found && (await findVersionForUpdate(tx, tenantId, found.versionId));
  if (!version) return null;
  // Only now it can no longer be answered by somebody else.
  const point = await tx.clausePoint.findUniqueOrThrow({ where });
  return { ...point, kind: point.kind as PointKind, state: point.state as PointState, version };
}

export async function clauseText(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
  { articleKey, clause }: { articleKey: string; clause: number },
): Promise<string | undefined> {
  const article = await tx.agreementArticle.findUnique({
    where: { tenantId_versionId_articleKey: { tenantId, versionId, articleKey } },
    select: { clauses: true },
  });
  return article?.clauses[clause - 1];
}
