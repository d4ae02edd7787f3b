import "server-only";
import { loadHistory } from "@/lib/platform/audit/load-history";
import type { Query } from "@/lib/platform/queries/run-query";
import { allowOnCalendar } from "../policy";
import { type RuleRow, ruleOfRow } from "../store";
import type { ClockRulePage, ClockRulesView, ClockRuleView } from "../types";

type Named = { rows: readonly RuleRow[]; nameOf: ReadonlyMap<string | null, string> };

function viewOf({ rows, nameOf }: Named): ClockRuleView[] {
  return rows.map((row) => ({
    ...ruleOfRow(row),
    enteredBy: nameOf.get(row.accountId) ?? null,
    changedAt: row.createdAt,
    reason: row.reason,
    current: row.current,
  }));
}

/** The limits of the law as they are reckoned with, the switch, and what was changed of them lately. */
export const getClockRules: Query<object, ClockRulesView> = async ({ tx, actor }) => {
  const { tenantId } = actor;
  const rows = await tx.clockRuleRow.findMany({
    where: { tenantId, current: true },
    orderBy: [{ ordinal: "asc" }, { validFrom: "asc" }],
  });
  const settings = await tx.clockSettings.findUnique({ where: { tenantId } });
  const changes = await loadHistory(tx, tenantId, "legal-calendar", tenantId);
  return {
    rules: viewOf({ rows, nameOf: new Map() }),
    movesOffDay: settings?.movesOffDay ?? true,
    revision: settings?.revision ?? 1,
    mayChoose: allowOnCalendar(actor, "chooseOffDays").allowed,
    mayRevise: allowOnCalendar(actor, "reviseRule").allowed,
    changes: changes.slice(0, 20),
  };
};

/** One limit with every version it had, the newest first. */
export const getClockRule: Query<{ key: string }, ClockRulePage> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const rows = await tx.clockRuleRow.findMany({
    where: { tenantId, key: input.key },
    orderBy: { version: "desc" },
    take: 50,
  });
  if (rows.length === 0) return null;
  const people = await tx.person.findMany({
    where: { tenantId, accountId: { in: rows.flatMap((row) => row.accountId ?? []) } },
    select: { accountId: true, fullName: true },
  });
  const nameOf = new Map(people.map((person) => [person.accountId, person.fullName]));
  return { versions: viewOf({ rows, nameOf }), mayRevise: allowOnCalendar(actor, "reviseRule").allowed };
};
