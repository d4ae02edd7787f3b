import "server-only";
import { type Day, dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { documentNumber, standingState } from "../rules";
import type { VersionRef, VersionState } from "../types";

type Row = Omit<VersionRef, "state" | "paperNumber"> & {
  state: VersionState;
  roundNumber: number | null;
  symbol: string | null;
};

/** Every version of an agreement that the acting office may read, newest first, each with the number of its newest round. */
export async function loadVersions(
  tx: TenantTx,
  tenantId: string,
  agreementId: string,
  now: Date,
): Promise<VersionRef[]> {
  const today: Day = dayAt(now);
  const rows = await tx.$queryRaw<Row[]>`
    select v.id, v.number, v.state,
      to_char(v.effective_from, 'YYYY-MM-DD') as "effectiveFrom", to_char(v.effective_until, 'YYYY-MM-DD') as "effectiveUntil",
      to_char(v.planned_from, 'YYYY-MM-DD') as "plannedFrom", to_char(v.planned_until, 'YYYY-MM-DD') as "plannedUntil",
      r.number as "roundNumber", r.symbol
    from agreement_versions v
    left join lateral (select * from signing_rounds r where r.tenant_id = v.tenant_id and r.version_id = v.id
      order by r.opened_at desc limit 1) r on true
    where v.tenant_id = ${tenantId}::uuid and v.agreement_id = ${agreementId}::uuid
    order by v.number desc`;
  return rows.map(({ roundNumber, symbol, ...row }) => ({
    ...row,
    state: standingState(row, today),
    paperNumber: roundNumber !== null && symbol !== null ? documentNumber(roundNumber, symbol) : null,
  }));
}
