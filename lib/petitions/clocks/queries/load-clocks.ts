import "server-only";
import { dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { ClockStep, ClockView, WhyStep } from "../types";

const dayOrNull = (date: Date | null) => (date === null ? null : dayFromColumn(date));

/** Open ones first by their date, those that stand still among them, then what is over. */
function byUrgency(a: ClockView, b: ClockView): number {
  const rank = ({ status }: ClockView) => (status === "running" ? 0 : status === "stopped" ? 1 : 2);
  return rank(a) - rank(b) || (a.dueOn ?? "").localeCompare(b.dueOn ?? "") || a.step.localeCompare(b.step);
}

/** The clocks of one letter, each with the dates it had before. */
export async function loadClocks(tx: TenantTx, tenantId: string, petitionId: string): Promise<ClockView[]> {
  const rows = await tx.petitionClock.findMany({
    where: { tenantId, petitionId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 200,
    include: { office: { select: { id: true, code: true } } },
  });
  const before = (id: string): typeof rows =>
    rows.filter((row) => row.replacedById === id).flatMap((row) => [...before(row.id), row]);
  return rows
    .filter((row) => row.status !== "replaced")
    .map(
      (row): ClockView => ({
        id: row.id,
        step: row.step as ClockStep,
        startedOn: dayFromColumn(row.startedOn),
        status: row.status as ClockView["status"],
        dueOn: dayOrNull(row.dueOn),
        remaining: row.remaining,
        metOn: dayOrNull(row.metOn),
        endedOn: row.status === "ended" && row.closedAt ? dayAt(row.closedAt) : null,
        office: row.office,
        why: row.why as unknown as WhyStep[],
        before: before(row.id).map((old) => ({
          dueOn: dayOrNull(old.dueOn),
          until: old.closedAt ?? old.createdAt,
        })),
      }),
    )
    .sort(byUrgency);
}
