import "server-only";
import { dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type {
  CalendarDay,
  ClockLaw,
  ClockRule,
  ClockStep,
  ClockUnit,
  DayKind,
  Mark,
  StartEvent,
} from "./types";

export type ClockSettingsRow = { revision: number; movesOffDay: boolean };

/** Locks the one row every change of days and rules goes through, so that they come one after another. */
export async function lockCalendar(tx: TenantTx, tenantId: string): Promise<ClockSettingsRow | null> {
  const [settings] = await tx.$queryRaw<ClockSettingsRow[]>`
    select revision, moves_off_day as "movesOffDay" from clock_settings
    where tenant_id = ${tenantId}::uuid for no key update`;
  return settings ?? null;
}

/** A change of days or rules was made: clocks reckoned under an earlier revision are reckoned again. */
export async function raiseRevision(
  tx: TenantTx,
  by: { tenantId: string; accountId: string; now: Date },
  change: { movesOffDay?: boolean } = {},
): Promise<void> {
  await tx.clockSettings.updateMany({
    where: { tenantId: by.tenantId },
    data: { ...change, revision: { increment: 1 }, accountId: by.accountId, changedAt: by.now },
  });
}

const dayOrNull = (date: Date | null) => (date === null ? null : dayFromColumn(date));

export type RuleRow = NonNullable<Awaited<ReturnType<TenantTx["clockRuleRow"]["findFirst"]>>>;

export function ruleOfRow(row: RuleRow): ClockRule {
  const { level, remote, complex, dismissal, severalPlaces } = row;
  return {
    key: row.key,
    version: row.version,
    step: row.step as ClockStep,
    when: {
      ...(level === null ? {} : { level: level as 1 | 2 }),
      ...(remote === null ? {} : { remote }),
      ...(complex === null ? {} : { complex }),
      ...(dismissal === null ? {} : { dismissal }),
      ...(severalPlaces === null ? {} : { severalPlaces }),
    },
    start: row.startEvent as StartEvent,
    direction: row.direction as ClockRule["direction"],
    limit: row.days,
    unit: row.unit as ClockUnit,
    movesOffDay: row.movesOffDay,
    extension:
      row.extensionDays === null || row.extensionOnce === null || row.extensionTwice === null
        ? null
        : { days: row.extensionDays, once: row.extensionOnce, twice: row.extensionTwice },
    stopsFrom: dayOrNull(row.stopsFrom),
    basis: row.basis,
    validFrom: dayFromColumn(row.validFrom),
    validUntil: dayOrNull(row.validUntil),
    mark: row.mark as Mark,
  };
}

type DayRow = NonNullable<Awaited<ReturnType<TenantTx["legalDay"]["findFirst"]>>>;

export function dayOfRow(row: DayRow): CalendarDay {
  return {
    day: dayFromColumn(row.day),
    kind: row.kind as DayKind,
    name: row.name,
    source: row.source,
    decidedOn: dayOrNull(row.decidedOn),
    active: row.active,
    mark: row.mark as Mark,
  };
}

/** Days, rules and switch of a tenant as they stand now, and their revision. */
export async function loadLaw(tx: TenantTx, tenantId: string): Promise<{ law: ClockLaw; revision: number }> {
  const settings = await tx.clockSettings.findUnique({ where: { tenantId } });
  const rules = await tx.clockRuleRow.findMany({
    where: { tenantId, current: true },
    orderBy: [{ ordinal: "asc" }, { key: "asc" }],
  });
  const days = await tx.legalDay.findMany({ where: { tenantId }, orderBy: { day: "asc" } });
  return {
    law: {
      rules: rules.map(ruleOfRow),
      days: days.map(dayOfRow),
      movesOffDay: settings?.movesOffDay ?? true,
    },
    revision: settings?.revision ?? 1,
  };
}
