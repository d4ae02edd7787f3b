import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { clockReckoner } from "./compute-clock";
import { type Reckoned, rowOf, type StoredClock, saysSame } from "./keep-clocks";
import { keepClocksOf } from "./load-timeline";
import { loadLaw } from "./store";

/** So many clocks are reckoned in one transaction, which then holds no row for long. */
const batch = 2_000;

/** Two at once: while one reckons, the other's rows are written. */
const lanes = [1, 2];

/** What somebody else holds is left out, or waited for. */
type Held = "skipped" | "awaited";

/** Open clocks reckoned under an earlier revision, the oldest ids first, locked. */
async function takeStale(
  tx: TenantTx,
  tenantId: string,
  revision: number,
  held: Held,
): Promise<StoredClock[]> {
  return tx.$queryRaw<StoredClock[]>`
    select id, petition_id as "petitionId", office_id as "officeId", step, start_event as "startEvent",
      started_on::text as "startedOn", facts, due_on::text as "dueOn", remaining, rule_key as "ruleKey",
      rule_version as "ruleVersion"
    from petition_clocks
    where tenant_id = ${tenantId}::uuid and status in ('running', 'stopped') and revision < ${revision}
    order by revision, id limit ${batch} for no key update ${held === "skipped" ? Prisma.sql`skip locked` : Prisma.empty}`;
}

type Change = { stored: StoredClock; result: Reckoned };

async function keepSame(
  tx: TenantTx,
  tenantId: string,
  same: readonly Change[],
  revision: number,
): Promise<void> {
  const ids = same.map(({ stored }) => stored.id);
  const whys = same.map(({ result }) => JSON.stringify(result.why));
  await tx.$executeRaw`
    update petition_clocks c set revision = ${revision}, why = n.why::jsonb
    from unnest(${ids}::uuid[], ${whys}::text[]) as n (id, why)
    where c.tenant_id = ${tenantId}::uuid and c.id = n.id`;
}

/** Two thousand rows as one document: sent as single values they cost ten times what the database needs to write them. */
async function insertClocks(tx: TenantTx, tenantId: string, rows: readonly ReturnType<typeof rowOf>[]) {
  await tx.$executeRaw`
    insert into petition_clocks (tenant_id, id, petition_id, office_id, step, start_event, started_on, facts, status, due_on,
      remaining, rule_key, rule_version, why, revision, created_at)
    select ${tenantId}::uuid, "id", "petitionId", "officeId", "step", "startEvent", "startedOn", "facts", "status", "dueOn",
      "remaining", "ruleKey", "ruleVersion", "why", "revision", "createdAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r ("id" uuid, "petitionId" uuid, "officeId" uuid, "step" text,
      "startEvent" text, "startedOn" date, "facts" jsonb, "status" text, "dueOn" date, "remaining" integer, "ruleKey" text,
      "ruleVersion" integer, "why" jsonb, "revision" integer, "createdAt" timestamptz)`;
}

async function replace(
  tx: TenantTx,
  tenantId: string,
  changed: readonly Change[],
  revision: number,
  now: Date,
) {
  const rows = changed.map(({ stored, result }) => rowOf(tenantId, stored, result, revision, now));
  const [olds, news] = [changed.map(({ stored }) => stored.id), rows.map(({ id }) => id)];
  await tx.$executeRaw`
    update petition_clocks c set status = 'replaced', replaced_by_id = n.new_id, closed_at = ${now}
    from unnest(${olds}::uuid[], ${news}::uuid[]) as n (id, new_id)
    where c.tenant_id = ${tenantId}::uuid and c.id = n.id`;
  await insertClocks(tx, tenantId, rows);
}

/** A rule that was there and is no more ends what it reckoned; its row stays. */
async function end(tx: TenantTx, tenantId: string, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.petitionClock.updateMany({
    where: { tenantId, id: { in: [...ids] } },
    data: { status: "ended", closedAt: now },
  });
}

type Done = { reckoned: number; moved: number };

async function recomputeBatch(tx: TenantTx, tenantId: string, held: Held): Promise<Done> {
  const { law, revision } = await loadLaw(tx, tenantId);
  const stale = await takeStale(tx, tenantId, revision, held);
  if (stale.length === 0) return { reckoned: 0, moved: 0 };
  const now = new Date();
  const reckon = clockReckoner(law);
  const [same, changed]: [Change[], Change[]] = [[], []];
  const gone: string[] = [];
  for (const stored of stale) {
    const { step, startedOn, startEvent, facts } = stored;
    const result = reckon({ step, startedOn, event: startEvent, facts });
    if (result.status === "none") gone.push(stored.id);
    else (saysSame(stored, result) ? same : changed).push({ stored, result });
  }
  if (same.length > 0) await keepSame(tx, tenantId, same, revision);
  if (changed.length > 0) await replace(tx, tenantId, changed, revision, now);
  await end(tx, tenantId, gone, now);
  return { reckoned: stale.length, moved: changed.length };
}

async function recomputeLane(tenantId: string, held: Held): Promise<Done> {
  const total = { reckoned: 0, moved: 0 };
  for (;;) {
    const { reckoned, moved } = await asSystem(tenantId, (tx) => recomputeBatch(tx, tenantId, held));
    total.reckoned += reckoned;
    total.moved += moved;
    if (reckoned < batch) return total;
  }
}

/** Days on which a sender was told something, as `timeline.ts` has them; the class is asked there. */
const tellings = ["outcome-told", "progress-told", "acceptance-notified", "accepted"];

function takeTold(tx: TenantTx, tenantId: string, after: string): Promise<{ id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    select distinct m.petition_id as id from petition_milestones m
    join petitions p on p.tenant_id = m.tenant_id and p.id = m.petition_id and p.closed_at is null
    where m.tenant_id = ${tenantId}::uuid and m.petition_id > ${after}::uuid and m.kind = any(${tellings}::text[])
      and not exists (select 1 from petition_clocks c
        where c.tenant_id = m.tenant_id and c.petition_id = m.petition_id and c.step = 'interim-reply')
    order by 1 limit ${batch}`;
}

/** Somebody asks from now on that senders be told again: letters in hand whose sender was told before begin their term with the rule. */
async function openAsked(tenantId: string): Promise<void> {
  const asked = await asSystem(tenantId, async (tx) =>
    (await loadLaw(tx, tenantId)).law.rules.some(
      ({ step, limit }) => step === "interim-reply" && limit !== null,
    ),
  );
  let after = "00000000-0000-0000-0000-000000000000";
  for (let more = asked; more; ) {
    const told = await asSystem(tenantId, (tx) => takeTold(tx, tenantId, after));
    for (const { id } of told) {
      await asSystem(tenantId, (tx) => keepClocksOf(tx, { tenantId, petitionId: id, now: new Date() }));
    }
    after = told.at(-1)?.id ?? after;
    more = told.length === batch;
  }
}

/**
 * Reckons every open clock of a tenant again after a day or a rule was changed. A date that moves is a new row and the old
 * one stays on record. Cut off half-way it goes on where it stopped; run twice it changes nothing.
 */
export async function recomputeClocks(tenantId: string): Promise<Done> {
  const most = await Promise.all(lanes.map(() => recomputeLane(tenantId, "skipped")));
  // Last, what a command held meanwhile.
  const done = [...most, await recomputeLane(tenantId, "awaited")];
  await openAsked(tenantId);
  return {
    reckoned: done.reduce((sum, { reckoned }) => sum + reckoned, 0),
    moved: done.reduce((sum, { moved }) => sum + moved, 0),
  };
}
