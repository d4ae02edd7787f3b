import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";

/**
 * The next number of the office's register of the year, from 1 each 1 January (NĐ 30/2020 art. 15), or one that the office's own document
 * system gave, if no paper has it. Void numbers count: they are never given again. Two rounds opening at once queue on the register.
 */
export async function takeNumber(
  tx: TenantTx,
  tenantId: string,
  officeId: string,
  year: number,
  typed?: number,
): Promise<number> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`register:${tenantId}:${officeId}:${year}`}, 0))`;
  if (typed !== undefined) {
    const has = await tx.registerEntry.count({ where: { tenantId, officeId, year, number: typed } });
    if (has > 0) throw new DomainError("invalid", "invalid", { fields: { number: ["numberHas"] } });
    return typed;
  }
  const last = await tx.registerEntry.aggregate({
    where: { tenantId, officeId, year },
    _max: { number: true },
  });
  return (last._max.number ?? 0) + 1;
}

/** Ends a round and marks its number as void with the reason; the number is never reused. */
export async function voidRound(
  tx: TenantTx,
  tenantId: string,
  roundId: string,
  end: { state: "declined" | "withdrawn" | "lapsed"; reason: string; at: Date },
): Promise<void> {
  await tx.signingRound.updateMany({
    where: { tenantId, id: roundId },
    data: { state: end.state, endedAt: end.at, endReason: end.reason },
  });
  await tx.registerEntry.updateMany({
    where: { tenantId, roundId },
    data: { state: "void", reason: end.reason },
  });
}
