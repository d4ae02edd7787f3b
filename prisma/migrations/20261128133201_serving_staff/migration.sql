-- Who of the office goes along or serves (cán bộ phục vụ) stands on the sheets that have a column for it.

ALTER TABLE "meetings" ADD COLUMN "serving" TEXT NOT NULL DEFAULT '';

alter table meetings add constraint meetings_serving check (length(serving) <= 200);
alter table calendar_settings drop constraint calendar_settings_columns, add constraint calendar_settings_columns check (
  sheet_columns <@ array['day', 'session', 'time', 'content', 'chair', 'participants', 'place', 'preparing', 'serving']
  and sheet_columns @> array['day', 'content']);

drop function meeting_lines(timestamptz, timestamptz, uuid[]);
create function meeting_lines(p_from timestamptz, p_until timestamptz, p_ids uuid[])
  returns table (id uuid, title text, state text, starts_at timestamptz, ends_at timestamptz, chair text, participants text,
    place text, preparing text, visibility text, reason text, notice_number text, office_ids uuid[], leaders text[], serving text)
  language sql stable security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  with seen as materialized (
    select acc.subject_id as id from access acc
    where acc.tenant_id = (select current_tenant()) and acc.office_id = (select current_office()) and acc.kind = 'meeting'
      and acc.sort_key >= p_from and acc.sort_key < p_until and (acc.until is null or acc.until >= (select portal_today()))
    union
    select acc.subject_id from access acc
    where acc.tenant_id = (select current_tenant()) and acc.office_id = (select current_office()) and acc.kind = 'meeting'
      and acc.subject_id = any (p_ids) and (acc.until is null or acc.until >= (select portal_today()))),
  lines as materialized (
    -- One look-up a line: as a plain join these tables would be read whole, and they hold every year.
    select m.* from seen cross join lateral (
      select * from meetings where tenant_id = (select current_tenant()) and meetings.id = seen.id limit 1) m),
  asked as materialized (
    select l.* from lines cross join lateral (
      select * from meeting_leaders ml where ml.tenant_id = lines.tenant_id and ml.meeting_id = lines.id offset 0) l),
  leaders as materialized (
    select l.meeting_id, l.person_id, l.part, p.body_id, p.title from asked l join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id),
  concerned as (
    select part.meeting_id, array_agg(part.office_id order by part.office_id) as office_ids from (
      select lines.id as meeting_id, lines.lead_office_id as office_id from lines
      union select lines.id, lines.filing_office_id from lines
      union select o.meeting_id, o.office_id from lines cross join lateral (
        select * from meeting_offices mo where mo.tenant_id = lines.tenant_id and mo.meeting_id = lines.id offset 0) o
      union select l.meeting_id, ob.office_id from leaders l
        join office_bodies ob on ob.tenant_id = (select current_tenant()) and ob.body_id = l.body_id) part
    group by part.meeting_id),
  required as (
    select l.meeting_id, array_agg(l.title || coalesce(' ' || pe.full_name, '') order by b.rank, length(l.title), l.title, pe.full_name) as leaders
    from leaders l
    join bodies b on b.tenant_id = (select current_tenant()) and b.id = l.body_id
    left join people pe on pe.tenant_id = b.tenant_id and pe.id = l.person_id
    where l.part = 'required'
    group by l.meeting_id)
  select m.id, m.title, m.state, m.starts_at, m.ends_at,
    coalesce(m.chair_text, cp.title || coalesce(' ' || pe.full_name, ''), ''), m.participants,
    coalesce(m.place_text, r.name || coalesce(', ' || r.site, ''), ''),
    coalesce(nullif(m.preparing, ''), lo.code), m.visibility, m.reason, m.notice_number, concerned.office_ids, coalesce(required.leaders, '{}'), m.serving
  from lines m
  join concerned on concerned.meeting_id = m.id
  left join required on required.meeting_id = m.id
  join offices lo on lo.tenant_id = m.tenant_id and lo.id = m.lead_office_id
  left join posts cp on cp.tenant_id = m.tenant_id and cp.id = m.chair_post_id
  left join leaders l on l.meeting_id = m.id and l.part = 'chair'
  left join people pe on pe.tenant_id = m.tenant_id and pe.id = l.person_id
  left join resources r on r.tenant_id = m.tenant_id and r.id = m.room_id
$$;
alter function meeting_lines(timestamptz, timestamptz, uuid[]) owner to portal_definer;
revoke execute on function meeting_lines(timestamptz, timestamptz, uuid[]) from public;
grant execute on function meeting_lines(timestamptz, timestamptz, uuid[]) to portal_app, portal_worker;
