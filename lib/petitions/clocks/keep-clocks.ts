import "server-only";
import { type Day, dayFromColumn, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import { clockReckoner } from "./compute-clock";
import { loadLaw } from "./store";
import { clocksOf, type PetitionTimeline, type WantedClock } from "./timeline";
import type { ClockFacts, ClockLaw, ClockResult, ClockStep, StartEvent } from "./types";

export type Reckoned = Exclude<ClockResult, { status: "none" }>;

export type StoredClock = {
  id: string;
  petitionId: string;
  officeId: string;
  step: ClockStep;
  startEvent: StartEvent;
  startedOn: Day;
  facts: ClockFacts;
  dueOn: Day | null;
  remaining: number | null;
  ruleKey: string;
  ruleVersion: number;
};

/** Keys in one order, so that equal facts are equal text also after the database has sorted them. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Whether a new reckoning says what the row says already. */
export function saysSame(stored: StoredClock, result: Reckoned): boolean {
  const due = result.status === "due" ? result.dueOn : null;
  const remaining = result.status === "stopped" ? result.remaining : null;
  return (
    stored.dueOn === due &&
    stored.remaining === remaining &&
    stored.ruleKey === result.rule.key &&
    stored.ruleVersion === result.rule.version
  );
}

type RowOf = Pick<StoredClock, "petitionId" | "officeId" | "step" | "startEvent" | "startedOn" | "facts">;

/** A reckoning as a row; it is open unless closed in the same moment. */
export function rowOf(tenantId: string, clock: RowOf, result: Reckoned, revision: number, now: Date) {
  return {
    tenantId,
    id: newId(),
    petitionId: clock.petitionId,
    officeId: clock.officeId,
    step: clock.step,
    startEvent: clock.startEvent,
    startedOn: dayToColumn(clock.startedOn),
    facts: clock.facts,
    status: result.status === "due" ? "running" : "stopped",
    dueOn: result.status === "due" ? dayToColumn(result.dueOn) : null,
    remaining: result.status === "stopped" ? result.remaining : null,
    ruleKey: result.rule.key,
    ruleVersion: result.rule.version,
    why: [...result.why],
    revision,
    createdAt: now,
  };
}

async function loadOpen(tx: TenantTx, tenantId: string, petitionId: string): Promise<StoredClock[]> {
  const rows = await tx.petitionClock.findMany({
    where: { tenantId, petitionId, status: { in: ["running", "stopped"] } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    petitionId: row.petitionId,
    officeId: row.officeId,
    step: row.step as ClockStep,
    startEvent: row.startEvent as StartEvent,
    startedOn: dayFromColumn(row.startedOn),
    facts: row.facts as ClockFacts,
    dueOn: row.dueOn === null ? null : dayFromColumn(row.dueOn),
    remaining: row.remaining,
    ruleKey: row.ruleKey,
    ruleVersion: row.ruleVersion,
  }));
}

/** Steps that were met or fell away and still are so are not written down again. */
async function loadClosed(tx: TenantTx, tenantId: string, petitionId: string): Promise<Set<string>> {
  const rows = await tx.petitionClock.findMany({
    where: { tenantId, petitionId, status: { in: ["met", "ended"] } },
    select: { step: true, startedOn: true },
  });
  return new Set(rows.map((row) => `${row.step} ${dayFromColumn(row.startedOn)}`));
}

const keyOf = ({ step, startedOn }: Pick<WantedClock, "step" | "startedOn">) => `${step} ${startedOn}`;

async function close(tx: TenantTx, tenantId: string, id: string, wanted: WantedClock | undefined, now: Date) {
  const met = wanted?.metOn ?? null;
  await tx.petitionClock.updateMany({
    where: { tenantId, id },
    data: {
      status: met === null ? "ended" : "met",
      metOn: met === null ? null : dayToColumn(met),
      closedAt: now,
    },
  });
}

type Keeping = {
  tx: TenantTx;
  tenantId: string;
  petitionId: string;
  officeId: string;
  law: ClockLaw;
  revision: number;
  now: Date;
};

async function keepOne(
  keeping: Keeping,
  wanted: WantedClock,
  stored: StoredClock | undefined,
): Promise<void> {
  const { tx, tenantId, petitionId, officeId, revision, now } = keeping;
  const result = clockReckoner(keeping.law)({ ...wanted });
  if (result.status === "none") {
    if (stored) await close(tx, tenantId, stored.id, wanted, now);
    return;
  }
  const clock = {
    petitionId,
    officeId,
    step: wanted.step,
    startEvent: wanted.event,
    startedOn: wanted.startedOn,
    facts: wanted.facts,
  };
  const same =
    stored !== undefined &&
    saysSame(stored, result) &&
    stored.officeId === officeId &&
    textOf(stored.facts) === textOf(wanted.facts);
  let id = stored?.id;
  if (!same) {
    const row = rowOf(tenantId, clock, result, revision, now);
    id = row.id;
    if (stored) {
      await tx.petitionClock.updateMany({
        where: { tenantId, id: stored.id },
        data: { status: "replaced", replacedById: row.id, closedAt: now },
      });
    }
    await tx.petitionClock.createMany({ data: [row] });
  }
  if (id !== undefined && (wanted.metOn !== null || wanted.endedOn !== null))
    await close(tx, tenantId, id, wanted, now);
}

/**
 * Brings the clocks of a letter to what is on record of it, in the caller's transaction: opens, reckons again, meets and
 * ends. Called by every command that changes a letter; asked twice it changes nothing.
 */
export async function keepClocks(
  tx: TenantTx,
  letter: { tenantId: string; petitionId: string; officeId: string; timeline: PetitionTimeline; now: Date },
): Promise<void> {
  const { tenantId, petitionId, officeId, timeline, now } = letter;
  const { law, revision } = await loadLaw(tx, tenantId);
  const open = new Map((await loadOpen(tx, tenantId, petitionId)).map((clock) => [keyOf(clock), clock]));
  const closed = await loadClosed(tx, tenantId, petitionId);
  const keeping = { tx, tenantId, petitionId, officeId, law, revision, now };
  const wanted = new Map(clocksOf(timeline).map((clock) => [keyOf(clock), clock]));
  for (const [key, stored] of open)
    if (!wanted.has(key)) await close(tx, tenantId, stored.id, undefined, now);
  for (const [key, clock] of wanted) {
    const over = clock.metOn !== null || clock.endedOn !== null;
    // What was over and is owed again, as after a letter was taken back, is a new row.
    if (!over || open.has(key) || !closed.has(key)) await keepOne(keeping, clock, open.get(key));
  }
}
