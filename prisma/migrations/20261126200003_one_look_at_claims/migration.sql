-- One function looks claims up; what is busy, what clashes and what is free are asked of it.

-- The claims on these resources that reach into a span, besides those of one meeting and holds that have run out. A claim is at
-- most 31 days long, so an equality and two comparisons find all of them by key.
create function claims_within(p_resources uuid[], p_from timestamptz, p_until timestamptz, p_except uuid) returns setof resource_claims
  language sql stable rows 20 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  select c.*
  from unnest(p_resources) r
  cross join lateral (
    select * from resource_claims c
    where c.tenant_id = current_tenant() and c.resource_id = r and c.starts_at < p_until
      and c.starts_at > p_from - interval '31 days' and c.ends_at > p_from) c
  where c.meeting_id is distinct from p_except and (c.hold_until is null or c.hold_until >= portal_today())
$$;
alter function claims_within(uuid[], timestamptz, timestamptz, uuid) owner to portal_definer;
revoke execute on function claims_within(uuid[], timestamptz, timestamptz, uuid) from public;

-- What is taken in a span, besides one meeting. The meeting is named only to who may read it; to others it is "busy".
create or replace function busy(p_resources uuid[], p_from timestamptz, p_until timestamptz, p_except uuid)
  returns table (resource_id uuid, starts_at timestamptz, ends_at timestamptz, kind text, meeting_id uuid)
  language sql stable rows 100 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  select c.resource_id, c.starts_at, c.ends_at, c.kind, case when can_read('meeting', c.meeting_id) then c.meeting_id end
  from claims_within(p_resources, p_from, p_until, p_except) c
  order by c.starts_at, c.resource_id, c.kind
$$;

-- What stands against a meeting that would take these: overlapping claims, and confirmed ones so near that nobody could travel or
-- set up in between (`near`). `takeable`: a hold that a meeting of this kind, filed then, takes by rank. The one definition of a
-- clash; `place_claims` acts by it and `clashes` shows it.
create or replace function claims_against(p_resources uuid[], p_from timestamptz, p_until timestamptz, p_except uuid, p_site text,
    p_kind text, p_filed_at timestamptz)
  returns table (resource_id uuid, starts_at timestamptz, ends_at timestamptz, kind text, meeting_id uuid, near boolean, takeable boolean)
  language sql stable rows 10 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  select c.resource_id, c.starts_at, c.ends_at, c.kind, c.meeting_id, not (c.starts_at < p_until and c.ends_at > p_from),
    c.kind = 'hold' and (k.rank > own.rank or (k.rank = own.rank and m.created_at > p_filed_at))
  -- 480 minutes are the most that any travel or set-up can be.
  from claims_within(p_resources, p_from - interval '480 minutes', p_until + interval '480 minutes', p_except) c
  join resources res on res.tenant_id = c.tenant_id and res.id = c.resource_id
  join meetings m on m.tenant_id = c.tenant_id and m.id = c.meeting_id
  join meeting_kinds k on k.tenant_id = m.tenant_id and k.key = m.kind_key
  join meeting_kinds own on own.tenant_id = m.tenant_id and own.key = p_kind
  left join resources room on room.tenant_id = m.tenant_id and room.id = m.room_id
  cross join lateral (select make_interval(mins => case
    when res.kind <> 'leader' then res.setup_minutes
    -- Nobody knows how far a place is that is none of the rooms; between two rooms of one site nobody travels.
    when room.site is not null and p_site is not null and room.site <> p_site then
      (select s.travel_minutes from calendar_settings s where s.tenant_id = current_tenant())
    else 0 end) as gap) between_them
  where (c.starts_at < p_until and c.ends_at > p_from)
    or (c.kind = 'confirmed' and c.starts_at < p_until + gap and c.ends_at > p_from - gap)
  order by c.starts_at, c.resource_id, c.kind
$$;

-- Times within the working hours of Monday to Friday, in steps of half an hour, in which nothing of these is confirmed;
-- `holds` counts the places others hold in them. First those without holds, then the soonest.
create or replace function free_slots(p_resources uuid[], p_from timestamptz, p_days integer, p_minutes integer, p_except uuid,
    p_limit integer)
  returns table (starts_at timestamptz, ends_at timestamptz, holds integer)
  language sql stable rows 10 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  with settings as (select * from calendar_settings where tenant_id = current_tenant()),
  days as (
    select day::date as day from generate_series((p_from at time zone 'Asia/Ho_Chi_Minh')::date,
      (p_from at time zone 'Asia/Ho_Chi_Minh')::date + p_days, interval '1 day') day
    where extract(isodow from day) < 6),
  candidates as materialized (
    select (at at time zone 'Asia/Ho_Chi_Minh') as starts_at,
      (at at time zone 'Asia/Ho_Chi_Minh') + make_interval(mins => p_minutes) as ends_at
    from days, settings s,
      -- What is longer than a morning takes the day.
      lateral (values (s.morning_from, case when p_minutes > s.morning_until - s.morning_from then s.afternoon_until else s.morning_until end),
        (s.afternoon_from, s.afternoon_until)) span (opening, closing),
      lateral (select day + make_interval(mins => opening) as opens, day + make_interval(mins => closing) as closes) hours,
      lateral generate_series(opens, closes - make_interval(mins => p_minutes), interval '30 minutes') at
    where (at at time zone 'Asia/Ho_Chi_Minh') >= p_from),
  taken as materialized (
    select c.starts_at, c.ends_at, c.kind
    from claims_within(p_resources, p_from, p_from + make_interval(days => p_days + 1), p_except) c)
  select c.starts_at, c.ends_at,
    (select count(*)::integer from taken t where t.kind = 'hold' and t.starts_at < c.ends_at and t.ends_at > c.starts_at) as holds
  from candidates c
  where not exists (select 1 from taken t where t.kind = 'confirmed' and t.starts_at < c.ends_at and t.ends_at > c.starts_at)
  order by 3, 1
  limit p_limit
$$;
