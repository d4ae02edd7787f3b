import type pg from "pg";
import { expect } from "vitest";

/** Pairs of confirmed claims that overlap, by comparing every two of a resource: the constraint is not asked. */
export const overlapsSql = `
  select count(*)::integer as overlaps from resource_claims a join resource_claims b
    on b.tenant_id = a.tenant_id and b.resource_id = a.resource_id and b.id > a.id
    and a.starts_at < b.ends_at and b.starts_at < a.ends_at
  where a.kind = 'confirmed' and b.kind = 'confirmed'`;

const expectedClaims = `
  select m.tenant_id, m.id, r.id as resource, m.starts_at, m.ends_at, m.state, m.hold_until from meetings m
  join resources r on r.tenant_id = m.tenant_id and (r.id = m.room_id or exists (
    select 1 from meeting_kits k where k.tenant_id = m.tenant_id and k.meeting_id = m.id and k.resource_id = r.id) or exists (
    select 1 from meeting_leaders l where l.tenant_id = m.tenant_id and l.meeting_id = m.id and l.person_id = r.person_id
      and l.part <> 'optional'))`;

/** What must not be, each with a count of how often it is. */
const faults: Readonly<Record<string, string>> = {
  "a confirmed meeting without one of its claims": `
    select count(*) from (${expectedClaims}) e where e.state = 'confirmed' and not exists (
      select 1 from resource_claims c where c.tenant_id = e.tenant_id and c.meeting_id = e.id and c.resource_id = e.resource
        and c.kind = 'confirmed' and c.starts_at = e.starts_at and c.ends_at = e.ends_at)`,
  "a claim that is not its meeting's": `
    select count(*) from resource_claims c where not exists (
      select 1 from (${expectedClaims}) e where e.tenant_id = c.tenant_id and e.id = c.meeting_id and e.resource = c.resource_id
        and e.starts_at = c.starts_at and e.ends_at = c.ends_at
        and c.kind = case e.state when 'confirmed' then 'confirmed' else 'hold' end
        and c.hold_until is not distinct from case e.state when 'confirmed' then null else e.hold_until end)`,
  "two claims of one meeting on one resource": `
    select count(*) from (select 1 from resource_claims group by tenant_id, meeting_id, resource_id having count(*) > 1) twice`,
  "a claim of an ended meeting": `
    select count(*) from resource_claims c join meetings m on m.tenant_id = c.tenant_id and m.id = c.meeting_id
      where m.state in ('postponed', 'cancelled')`,
  "a confirmed meeting that was displaced and has not answered": `
    select count(*) from displacements d join meetings m on m.tenant_id = d.tenant_id and m.id = d.meeting_id
      where d.answer is null and m.state = 'cancelled'`,
  "a displaced office that was not told": `
    select count(*) from displacements d join meetings m on m.tenant_id = d.tenant_id and m.id = d.meeting_id
      where not exists (select 1 from notices n where n.tenant_id = d.tenant_id and n.kind = 'displaced' and n.subject_id = m.id
        and n.office_id = m.lead_office_id)`,
};

export async function overlaps(superuser: pg.Pool): Promise<number> {
  return (await superuser.query<{ overlaps: number }>(overlapsSql)).rows[0]?.overlaps ?? -1;
}

/** Deadlocks PostgreSQL had to break in this database; ended sessions have handed theirs in. */
export async function deadlocks(superuser: pg.Pool): Promise<number> {
  const { rows } = await superuser.query<{ deadlocks: number }>(
    "select deadlocks::integer from pg_stat_database where datname = current_database()",
  );
  return rows[0]?.deadlocks ?? -1;
}

/** The calendar as it stands, judged without the product: nothing overlaps, and claims are exactly what meetings say. */
export async function expectSoundCalendar(superuser: pg.Pool): Promise<void> {
  expect(await overlaps(superuser), "overlapping confirmed claims").toBe(0);
  for (const [fault, sql] of Object.entries(faults)) {
    const { rows } = await superuser.query<{ count: string }>(sql);
    expect(Number(rows[0]?.count), fault).toBe(0);
  }
}

/** Outcomes the oracle found wrong. */
export async function expectNothingWrong(superuser: pg.Pool): Promise<void> {
  const { rows } = await superuser.query(
    "select attempt, outcome, before, after from clash.wrong order by at limit 3",
  );
  expect(rows, "outcomes that were not right at that moment").toEqual([]);
}
