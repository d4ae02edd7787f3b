/**
 * What is right, asked anew: a second reading of the calendar that shares no function with the product. Installed by the
 * superuser into a schema of its own; `attempt` does what the commands do, statement by statement, as portal_app.
 */
export const oracleSql = `
create schema clash;
grant usage on schema clash to portal_app;
-- For the question below alone: the product never asks whom a meeting displaced.
create index on displacements (tenant_id, by_meeting_id);
create table clash.wrong (at timestamptz not null default clock_timestamp(), attempt jsonb, outcome text, before text[], after text[]);

-- Every reason for which placing would be wrong at this moment; none: it is right. Reads past row security.
create function clash.reasons(p_tenant uuid, p_meeting uuid, p_confirms boolean, p_people uuid[], p_room uuid, p_from timestamptz,
    p_until timestamptz, p_kind text, p_filed_at timestamptz, p_overrides boolean, p_displaces boolean)
  returns text[] language sql volatile security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  with today as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day),
  others as (
    select c.kind, c.starts_at, c.ends_at, r.kind as resource_kind, r.setup_minutes, theirs.site as their_site, own.site as own_site,
      tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(p_from, p_until, '[)') as meets,
      (their_kind.rank, m.created_at) > (own_kind.rank, p_filed_at) as yields
    -- One step after the other, from what is asked for to what is taken: planned at once, with what a new database knows of itself,
    -- it reads every claim of a month for every meeting.
    from unnest(array(select id from resources where tenant_id = p_tenant and (person_id = any (p_people) or id = p_room))) asked (id)
    cross join lateral (select * from resource_claims where tenant_id = p_tenant and resource_id = asked.id
      and starts_at < p_until + interval '1 day' and starts_at > p_from - interval '33 days' and ends_at > p_from - interval '1 day'
      offset 0) c
    cross join lateral (select * from resources where tenant_id = p_tenant and resources.id = c.resource_id offset 0) r
    cross join lateral (select * from meetings where tenant_id = p_tenant and meetings.id = c.meeting_id offset 0) m
    join meeting_kinds their_kind on their_kind.tenant_id = m.tenant_id and their_kind.key = m.kind_key
    join meeting_kinds own_kind on own_kind.tenant_id = m.tenant_id and own_kind.key = p_kind
    left join resources theirs on theirs.tenant_id = m.tenant_id and theirs.id = m.room_id
    left join resources own on own.tenant_id = m.tenant_id and own.id = p_room
    where c.meeting_id <> p_meeting and (c.kind = 'confirmed' or c.hold_until >= (select day from today))),
  gaps as (
    select *, make_interval(mins => case
      when resource_kind = 'room' then setup_minutes
      when their_site <> own_site then (select travel_minutes from calendar_settings where tenant_id = p_tenant)
      else 0 end) as gap
    from others)
  select case
    when bool_or(kind = 'confirmed' and meets) then array['clash']
    else array_remove(array[
      case when p_confirms and bool_or(kind = 'hold' and meets and not yields) then 'outranked' end,
      case when p_confirms and not p_displaces and bool_or(kind = 'hold' and meets and yields) then 'held' end,
      case when not p_overrides and bool_or(kind = 'confirmed' and p_from < ends_at + gap and p_until > starts_at - gap) then 'near' end
    ], null) end
  from gaps
$$;

-- Did this transaction displace what it must not?
create function clash.displaced_wrongly(p_tenant uuid, p_by uuid, p_displaces boolean) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  select exists (
    select 1 from (select * from displacements where tenant_id = p_tenant and by_meeting_id = p_by
      and xmin = pg_current_xact_id()::xid and answer is null offset 0) d
    cross join lateral (select * from meetings where tenant_id = p_tenant and meetings.id = d.meeting_id offset 0) m
    join meeting_kinds k on k.tenant_id = m.tenant_id and k.key = m.kind_key
    cross join lateral (select * from meetings where tenant_id = p_tenant and meetings.id = p_by offset 0) b
    join meeting_kinds bk on bk.tenant_id = b.tenant_id and bk.key = b.kind_key
    where not p_displaces or (k.rank, m.created_at) <= (bk.rank, b.created_at))
$$;

create function clash.report(p_attempt jsonb, p_outcome text, p_before text[], p_after text[]) returns void
  language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into clash.wrong (attempt, outcome, before, after) values (p_attempt, p_outcome, p_before, p_after)
$$;

create function clash.attempt(p jsonb) returns jsonb language plpgsql volatile
  set plan_cache_mode = force_generic_plan as $$
declare
  v_tenant constant uuid := p ->> 'tenant';
  v_act constant text := p ->> 'act';
  v_id constant uuid := p ->> 'meeting';
  v_from timestamptz := p ->> 'from';
  v_until timestamptz := p ->> 'until';
  v_people uuid[] := array(select jsonb_array_elements_text(p -> 'takes'))::uuid[];
  v_room uuid := p ->> 'room';
  v_kind text := p ->> 'kind';
  v_overrides boolean := (p ->> 'overrides')::boolean;
  v_displaces boolean := (p ->> 'displaces')::boolean;
  v_override text;
  v_now constant timestamptz := clock_timestamp();
  v meetings;
  v_seen integer;
  v_moves constant boolean := v_act in ('create', 'change', 'edit', 'resettle');
  v_places boolean;
  v_confirms boolean;
  v_hold_until date;
  v_before text[];
  v_after text[];
  v_outcome text := 'done';
  v_detail text;
  v_affected bigint := 1;
begin
  perform set_config('app.tenant_id', v_tenant::text, true), set_config('app.account_id', p ->> 'account', true),
    set_config('app.office_id', p ->> 'office', true), set_config('lock_timeout', '60s', true);
  -- What a person saw who opened the page a moment ago.
  select revision into v_seen from meetings where tenant_id = v_tenant and id = v_id;
  -- As findMeetingForUpdate does: the locks of all it takes and would take, then its row.
  perform lock_resources(array(
    select resource_id from resource_claims where tenant_id = v_tenant and meeting_id = v_id
    union select r.id from meeting_leaders l join resources r on r.tenant_id = l.tenant_id and r.person_id = l.person_id
      where l.tenant_id = v_tenant and l.meeting_id = v_id
    union select room_id from meetings where tenant_id = v_tenant and id = v_id and room_id is not null
    union select id from resources where v_moves and tenant_id = v_tenant and (person_id = any (v_people) or id = v_room)));
  if v_act <> 'create' then
    select * into v from meetings where tenant_id = v_tenant and id = v_id for no key update;
    if v.id is null then return jsonb_build_object('outcome', 'not found'); end if;
    -- As the commands do. Without it the locks taken above may be those of an older state, and more would be taken out of order.
    if v.revision <> v_seen then return jsonb_build_object('outcome', 'stale'); end if;
    if not (v.state = any (case v_act
        when 'approve' then array['filed'] when 'confirm' then array['approved'] when 'resettle' then array['approved']
        when 'edit' then array['filed', 'approved'] when 'change' then array['confirmed'] when 'postpone' then array['confirmed']
        else array['filed', 'approved', 'confirmed', 'postponed'] end)) then
      return jsonb_build_object('outcome', 'state');
    end if;
    -- Only who lost a place answers with another time; the trigger refuses everybody else.
    if v_act = 'resettle' and not exists (select 1 from displacements d
        where d.tenant_id = v_tenant and d.meeting_id = v_id and d.answer is null) then
      return jsonb_build_object('outcome', 'state');
    end if;
  end if;
  if v_act in ('approve', 'confirm') then
    v_from := v.starts_at; v_until := v.ends_at; v_room := v.room_id; v_kind := v.kind_key;
    v_people := array(select person_id from meeting_leaders where tenant_id = v_tenant and meeting_id = v_id and part <> 'optional');
  elsif v_act = 'resettle' then
    v_room := v.room_id; v_kind := v.kind_key;
    v_people := array(select person_id from meeting_leaders where tenant_id = v_tenant and meeting_id = v_id and part <> 'optional');
  end if;
  if v_act = 'approve' then v_overrides := true; end if;
  v_override := case when v_overrides then 'quãng đường ngắn' end;
  v_confirms := v_act in ('confirm', 'change');
  v_hold_until := case when v_act in ('create', 'edit', 'resettle') then (v_from at time zone 'Asia/Ho_Chi_Minh')::date else v.hold_until end;
  -- The hold's own day is far ahead here: a place is always asked for, unless the meeting ends.
  v_places := v_act not in ('cancel', 'postpone');
  if v_places then
    v_before := clash.reasons(v_tenant, v_id, v_confirms, v_people, v_room, v_from, v_until, v_kind, coalesce(v.created_at, v_now),
      v_overrides, v_displaces);
  else v_before := '{}';
  end if;

  begin
    if v_act = 'create' then
      insert into meetings (tenant_id, id, title, kind_key, version_id, duty_id, lead_office_id, filing_office_id, filing_account_id,
          state, starts_at, ends_at, room_id, chair_post_id, hold_until, override_reason, created_at, changed_at)
        values (v_tenant, v_id, 'Cuộc họp', v_kind, (p ->> 'version')::uuid, (p ->> 'duty')::uuid, (p ->> 'lead')::uuid,
          current_office(), current_account(), 'filed', v_from, v_until, v_room, (p ->> 'chair')::uuid, v_hold_until, v_override,
          v_now, v_now);
    elsif v_act = 'approve' then
      update meetings set state = 'approved', approved_at = v_now, changed_at = v_now, revision = revision + 1
        where tenant_id = v_tenant and id = v_id;
    elsif v_act = 'confirm' then
      update meetings set state = 'confirmed', confirmed_at = v_now, override_reason = v_override, changed_at = v_now,
        revision = revision + 1 where tenant_id = v_tenant and id = v_id;
    elsif v_act in ('change', 'edit') then
      update meetings set state = case v_act when 'edit' then 'filed' else state end,
        approved_at = case v_act when 'edit' then null else approved_at end, starts_at = v_from, ends_at = v_until, room_id = v_room,
        kind_key = v_kind, chair_post_id = (p ->> 'chair')::uuid, hold_until = v_hold_until, override_reason = v_override,
        changed_at = v_now, revision = revision + 1 where tenant_id = v_tenant and id = v_id;
    elsif v_act = 'resettle' then
      update meetings set starts_at = v_from, ends_at = v_until, hold_until = v_hold_until, override_reason = v_override,
        changed_at = v_now, revision = revision + 1 where tenant_id = v_tenant and id = v_id;
    else
      update meetings set state = case v_act when 'cancel' then 'cancelled' else 'postponed' end, reason = 'lý do', changed_at = v_now,
        revision = revision + 1 where tenant_id = v_tenant and id = v_id;
    end if;
    get diagnostics v_affected = row_count;
    if v_act in ('create', 'change', 'edit') then
      if v_act <> 'create' then delete from meeting_leaders where tenant_id = v_tenant and meeting_id = v_id; end if;
      insert into meeting_leaders (tenant_id, meeting_id, person_id, post_id, part)
        select v_tenant, v_id, (l ->> 'person')::uuid, (l ->> 'post')::uuid, l ->> 'part' from jsonb_array_elements(p -> 'leaders') l;
    end if;
    perform place_claims(v_id, case when v_displaces and v_confirms then 'cấp cao hơn' end, v_override);
    if v_act in ('edit', 'resettle', 'cancel') then
      update displacements set answer = case v_act when 'cancel' then 'cancelled' else 'moved' end, answered_at = v_now
        where tenant_id = v_tenant and meeting_id = v_id and answer is null;
    end if;
  exception
    when sqlstate 'PH001' or sqlstate 'PH002' or sqlstate 'PH004' then
      get stacked diagnostics v_detail = pg_exception_detail;
      v_outcome := v_detail::jsonb ->> 'reason';
    when exclusion_violation then v_outcome := 'clash';
  end;
  if v_affected <> 1 then v_outcome := 'no row'; end if;

  -- What is confirmed cannot come or go while the locks are held. A hold can go, when its meeting is displaced for another place:
  -- so a reason may have gone between the two readings, but none may have come. What was refused changed nothing.
  v_after := case when v_places and v_outcome = 'done' then clash.reasons(v_tenant, v_id, v_confirms, v_people,
    v_room, v_from, v_until, v_kind, coalesce(v.created_at, v_now), v_overrides, v_displaces) else v_before end;
  v_before := coalesce(v_before, '{}'); v_after := coalesce(v_after, '{}');
  if not (case v_outcome
      when 'done' then v_after = '{}' and not ('clash' = any (v_before)) and not clash.displaced_wrongly(v_tenant, v_id, v_displaces)
      else v_outcome = any (v_before) end) then
    perform clash.report(p, v_outcome, v_before, v_after);
  end if;
  return jsonb_build_object('outcome', v_outcome);
end $$;

-- A series, as fileSeries files it: the locks of all it takes, then all its days or none.
create function clash.attempt_series(p jsonb) returns jsonb language plpgsql volatile
  set plan_cache_mode = force_generic_plan as $$
declare
  v_tenant constant uuid := p ->> 'tenant';
  v_series constant uuid := gen_random_uuid();
  v_people constant uuid[] := array(select jsonb_array_elements_text(p -> 'takes'))::uuid[];
  v_room constant uuid := p ->> 'room';
  v_kind constant text := p ->> 'kind';
  v_overrides constant boolean := (p ->> 'overrides')::boolean;
  v_override constant text := case when (p ->> 'overrides')::boolean then 'quãng đường ngắn' end;
  v_now constant timestamptz := clock_timestamp();
  v_before text[];
  v_after text[];
  v_outcome text := 'done';
  v_detail text;
  v record;
begin
  perform set_config('app.tenant_id', v_tenant::text, true), set_config('app.account_id', p ->> 'account', true),
    set_config('app.office_id', p ->> 'office', true), set_config('lock_timeout', '60s', true);
  perform lock_resources(array(
    select id from resources where tenant_id = v_tenant and (person_id = any (v_people) or id = v_room)));
  -- One day that cannot be is a reason against all.
  v_before := array(select distinct unnest(clash.reasons(v_tenant, m.id, false, v_people, v_room, m."from", m.until, v_kind, v_now,
    v_overrides, false)) from jsonb_to_recordset(p -> 'meetings') m (id uuid, "from" timestamptz, until timestamptz));
  begin
    insert into meeting_series (tenant_id, id, office_id, account_id, rule, first_day, except_days, created_at)
      values (v_tenant, v_series, current_office(), current_account(), 'FREQ=WEEKLY;COUNT=4', v_now::date, '{}', v_now);
    insert into meetings (tenant_id, id, series_id, title, kind_key, version_id, duty_id, lead_office_id, filing_office_id,
        filing_account_id, state, starts_at, ends_at, room_id, chair_post_id, hold_until, override_reason, created_at, changed_at)
      select v_tenant, m.id, v_series, 'Cuộc họp', v_kind, (p ->> 'version')::uuid, (p ->> 'duty')::uuid, (p ->> 'lead')::uuid,
        current_office(), current_account(), 'filed', m."from", m.until, v_room, (p ->> 'chair')::uuid,
        (m."from" at time zone 'Asia/Ho_Chi_Minh')::date, v_override, v_now, v_now
      from jsonb_to_recordset(p -> 'meetings') m (id uuid, "from" timestamptz, until timestamptz);
    insert into meeting_leaders (tenant_id, meeting_id, person_id, post_id, part)
      select v_tenant, (m ->> 'id')::uuid, (l ->> 'person')::uuid, (l ->> 'post')::uuid, l ->> 'part'
      from jsonb_array_elements(p -> 'meetings') m, jsonb_array_elements(p -> 'leaders') l;
    for v in select (m ->> 'id')::uuid as id from jsonb_array_elements(p -> 'meetings') m loop
      perform place_claims(v.id, null, v_override);
    end loop;
  exception
    when sqlstate 'PH001' or sqlstate 'PH002' or sqlstate 'PH004' then
      get stacked diagnostics v_detail = pg_exception_detail;
      v_outcome := v_detail::jsonb ->> 'reason';
    when exclusion_violation then v_outcome := 'clash';
  end;
  v_after := array(select distinct unnest(clash.reasons(v_tenant, m.id, false, v_people, v_room, m."from", m.until, v_kind, v_now,
    v_overrides, false)) from jsonb_to_recordset(p -> 'meetings') m (id uuid, "from" timestamptz, until timestamptz));
  if not (case v_outcome when 'done' then v_after = '{}' and v_before = '{}' else v_outcome = any (v_before) end) then
    perform clash.report(p, v_outcome, v_before, v_after);
  end if;
  return jsonb_build_object('outcome', v_outcome);
end $$;
revoke all on function clash.attempt(jsonb), clash.attempt_series(jsonb) from public;
grant execute on function clash.attempt(jsonb), clash.attempt_series(jsonb), clash.reasons(uuid, uuid, boolean, uuid[], uuid, timestamptz, timestamptz, text, timestamptz,
  boolean, boolean), clash.displaced_wrongly(uuid, uuid, boolean), clash.report(jsonb, text, text[], text[]) to portal_app;
`;
