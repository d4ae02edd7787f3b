import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { ProgrammeKind, Span } from "../periods";

/**
 * The last day on which a quarter or a month is issued in time: its first working day by the legal calendar (Nghị định
 * 191/2026/NĐ-CP). Of a year and a term it says none.
 */
export async function loadIssueDay(
  tx: TenantTx,
  tenantId: string,
  { kind, startsOn }: Span & { kind: ProgrammeKind },
): Promise<Day | null> {
  if (kind !== "quarter" && kind !== "month") return null;
  const [found] = await tx.$queryRaw<{ day: Day }[]>`
    select to_char(each.day, 'YYYY-MM-DD') as day
    from generate_series(${startsOn}::date, ${startsOn}::date + 30, interval '1 day') each (day)
    left join legal_days l on l.tenant_id = ${tenantId}::uuid and l.day = each.day::date and l.active
    where case when l.kind is null then extract(isodow from each.day) < 6 else l.kind = 'make-up' end
    order by each.day limit 1`;
  return found?.day ?? null;
}
