-- A free time is one that filing takes: travel and set-up count in the search as they do in the check, for a meeting at `p_site`.
-- Times within the working hours of working days, in steps of half an hour; first those without holds, then the soonest.
drop function free_slots(uuid[], timestamptz, integer, integer, uuid, integer);
create function free_slots(p_resources uuid[], p_from timestamptz, p_days integer, p_minutes integer, p_except uuid,
    p_limit integer, p_site text default null)
  returns table (starts_at timestamptz, ends_at timestamptz, holds integer)
  language sql stable rows 10 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  with settings as (select * from calendar_settings where tenant_id = current_tenant()),
  days as (
    select each.day::date as day
    from generate_series((p_from at time zone 'Asia/Ho_Chi_Minh')::date,
      (p_from at time zone 'Asia/Ho_Chi_Minh')::date + p_days, interval '1 day') each (day)
    left join legal_days l on l.tenant_id = current_tenant() and l.day = each.day::date and l.active
    where case when l.kind is null then extract(isodow from each.day) < 6 else l.kind = 'make-up' end),
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
  -- As `claims_against` has it: what is confirmed also keeps the time to travel from it or to set the room up.
  taken as materialized (
    select c.starts_at - between_them.gap as starts_at, c.ends_at + between_them.gap as ends_at, c.kind
    -- 480 minutes are the most that any travel or set-up can be.
    from claims_within(p_resources, p_from - interval '480 minutes', p_from + make_interval(days => p_days + 1, mins => 480), p_except) c
    join resources res on res.tenant_id = c.tenant_id and res.id = c.resource_id
    join meetings m on m.tenant_id = c.tenant_id and m.id = c.meeting_id
    left join resources room on room.tenant_id = m.tenant_id and room.id = m.room_id
    cross join lateral (select make_interval(mins => case
      when c.kind <> 'confirmed' then 0
      when res.kind <> 'leader' then res.setup_minutes
      when room.site is not null and p_site is not null and room.site <> p_site then
        (select s.travel_minutes from calendar_settings s where s.tenant_id = current_tenant())
      else 0 end) as gap) between_them)
  select c.starts_at, c.ends_at,
    (select count(*)::integer from taken t where t.kind = 'hold' and t.starts_at < c.ends_at and t.ends_at > c.starts_at) as holds
  from candidates c
  where not exists (select 1 from taken t where t.kind = 'confirmed' and t.starts_at < c.ends_at and t.ends_at > c.starts_at)
  order by 3, 1
  limit p_limit
$$;
alter function free_slots(uuid[], timestamptz, integer, integer, uuid, integer, text) owner to portal_definer;
revoke execute on function free_slots(uuid[], timestamptz, integer, integer, uuid, integer, text) from public;
grant execute on function free_slots(uuid[], timestamptz, integer, integer, uuid, integer, text) to portal_app, portal_worker;
