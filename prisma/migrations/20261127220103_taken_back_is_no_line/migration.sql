-- What was filed and taken back the next moment, before anybody went on, is nobody's schedule: a feed does not say that it is
-- cancelled to those who never had it.
create or replace function feed_rows(p_office uuid, p_scope text, p_resource uuid, p_person uuid, p_from timestamptz, p_until timestamptz)
  returns table (kind text, id uuid, title text, starts_at timestamptz, ends_at timestamptz, place text, state text, revision integer,
    changed_at timestamptz)
  language sql stable rows 1000 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  with mine as materialized (
    select m.id from meetings m
    where p_scope = 'room' and m.tenant_id = (select current_tenant()) and m.room_id = p_resource
      and m.starts_at >= p_from and m.starts_at < p_until
    union all
    select l.meeting_id from meeting_leaders l
    where p_scope = 'leader' and l.tenant_id = (select current_tenant()) and l.person_id = p_person
    union all
    select acc.subject_id from access acc
    where p_scope = 'office' and acc.tenant_id = (select current_tenant()) and acc.office_id = p_office and acc.kind = 'meeting'
      and acc.sort_key >= p_from and acc.sort_key < p_until),
  seen as materialized (
    select m.id, m.title, m.starts_at, m.ends_at, m.place_text, m.room_id, m.state, m.revision, m.changed_at, m.created_at
    from mine
    join access acc on acc.tenant_id = (select current_tenant()) and acc.office_id = p_office and acc.kind = 'meeting'
      and acc.subject_id = mine.id and (acc.until is null or acc.until >= (select portal_today()))
      and acc.sort_key >= p_from and acc.sort_key < p_until
    cross join lateral (
      select * from meetings where tenant_id = (select current_tenant()) and meetings.id = mine.id limit 1) m)
  select 'meeting', m.id, m.title, m.starts_at, m.ends_at,
    coalesce(m.place_text, r.name || coalesce(', ' || r.site, ''), ''), m.state, m.revision, m.changed_at
  from seen m left join resources r on r.tenant_id = (select current_tenant()) and r.id = m.room_id
  where not (m.state = 'cancelled' and m.revision = 2 and m.changed_at < m.created_at + interval '2 minutes')
  union all
  -- Of what it may not read an office knows when, not what nor how often it changed.
  select 'busy', c.meeting_id, null, c.starts_at, c.ends_at, null, case c.kind when 'hold' then 'approved' else 'confirmed' end, 0, null
  from resource_claims c
  where c.tenant_id = (select current_tenant()) and c.resource_id = p_resource and c.starts_at >= p_from and c.starts_at < p_until
    and (c.hold_until is null or c.hold_until >= (select portal_today()))
    and not exists (
      select 1 from access acc where acc.tenant_id = c.tenant_id and acc.office_id = p_office and acc.kind = 'meeting'
        and acc.subject_id = c.meeting_id and (acc.until is null or acc.until >= (select portal_today())))
  order by 4, 2
$$;
