import type pg from "pg";

/** A few people and rooms of one province that everybody wants at once. */
export type World = {
  tenantId: string;
  /** The chief of each office, who may do every act of the calendar there. */
  chiefs: readonly { officeId: string; accountId: string; code: string }[];
  leaders: readonly { postId: string; personId: string }[];
  rooms: readonly string[];
  /** Duties with one fixed lead, under which any party files. */
  duties: readonly { dutyId: string; versionId: string; leadOfficeId: string }[];
  kinds: readonly string[];
  /** Days on which meetings are wished for. */
  days: readonly string[];
};

/** Reads as the superuser; the first day is so far ahead that no run of tests reaches it. */
export async function loadWorld(
  superuser: pg.Pool,
  tenantId: string,
  size: { leaders: number; rooms: number; days: number },
): Promise<World> {
  const ask = async <Row>(sql: string, ...values: unknown[]) =>
    (await superuser.query(sql, [tenantId, ...values])).rows as Row[];
  const days = await ask<{ day: string }>(
    `select to_char(portal_today() + 40 + n, 'YYYY-MM-DD') as day
      from generate_series(0, $2::integer * 2) n
      where $1::uuid is not null and extract(isodow from portal_today() + 40 + n) < 6 order by n limit $2`,
    size.days,
  );
  return {
    tenantId,
    days: days.map((row) => row.day),
    chiefs: await ask(
      `select p.office_id as "officeId", pe.account_id as "accountId", o.code
        from offices o join posts p on p.tenant_id = o.tenant_id and p.office_id = o.id and p.role = 'chief'
        join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
        join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
        join agreement_parties ap on ap.tenant_id = o.tenant_id and ap.office_id = o.id
        join agreement_versions v on v.tenant_id = ap.tenant_id and v.agreement_id = ap.agreement_id and v.state = 'signed'
        where o.tenant_id = $1 order by o.ordinal`,
    ),
    leaders: await ask(
      `select min(p.id::text) as "postId", h.person_id as "personId" from posts p
        join bodies b on b.tenant_id = p.tenant_id and b.id = p.body_id
        join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
        where p.tenant_id = $1 group by h.person_id order by min(b.rank), min(p.title) limit $2`,
      size.leaders,
    ),
    rooms: (
      await ask<{ id: string }>(
        "select id from resources where tenant_id = $1 and kind = 'room' order by setup_minutes desc, site, code limit $2",
        size.rooms,
      )
    ).map((row) => row.id),
    duties: await ask(
      `select d.id as "dutyId", d.version_id as "versionId", d.lead_office_id as "leadOfficeId"
        from coordination_duties d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
        where d.tenant_id = $1 and d.lead_rule = 'fixed' and v.state = 'signed'
          and d.duty_key in ('party-meetings', 'council-sessions', 'committee-meetings', 'joint-meetings', 'weekly-schedule')
        order by d.ordinal`,
    ),
    kinds: (
      await ask<{ key: string }>("select key from meeting_kinds where tenant_id = $1 order by key")
    ).map((row) => row.key),
  };
}

/** Circles of people and rooms, each wanted by clients of its own: they share offices, duties and tables, and no lock. */
export function circlesOf(world: World, count: number): World[] {
  return Array.from({ length: count }, (_, nth) => ({
    ...world,
    leaders: world.leaders.filter((_leader, index) => index % count === nth),
    rooms: world.rooms.filter((_room, index) => index % count === nth),
  }));
}
