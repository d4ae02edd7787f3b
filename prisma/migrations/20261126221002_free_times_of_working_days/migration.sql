-- Free times are those of working days as the province's legal calendar has them: Monday to Friday without its days off, and what
-- is worked in exchange. Times within the working hours, in steps of half an hour, in which nothing of these is confirmed; `holds`
-- counts the places others hold in them. First those without holds, then the soonest.
create or replace function free_slots(p_resources uuid[], p_from timestamptz, p_days integer, p_minutes integer, p_except uuid,
    p_limit integer)
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
