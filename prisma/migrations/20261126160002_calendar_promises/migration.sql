-- One calendar over all offices: what is confirmed for one meeting cannot be confirmed for another, whoever writes.

-- ---------- words that columns may hold ----------

alter table resources add constraint resources_kind_known check (kind in ('leader', 'room', 'kit')),
  add constraint resources_leader_is_a_person check ((kind = 'leader') = (person_id is not null)),
  add constraint resources_setup check (setup_minutes between 0 and 480);
alter table meetings add constraint meetings_state_known check (state in ('filed', 'approved', 'confirmed', 'postponed', 'cancelled')),
  add constraint meetings_in_order check (ends_at > starts_at and ends_at - starts_at <= interval '31 days'),
  add constraint meetings_mode_known check (mode in ('in-person', 'online', 'mixed')),
  add constraint meetings_visibility_known check (visibility in ('common', 'restricted')),
  add constraint meetings_title check (length(trim(title)) > 0),
  add constraint meetings_duty_of_version check ((version_id is null) = (duty_id is null)),
  add constraint meetings_ungoverned_led_by_filer check (duty_id is not null or lead_office_id = filing_office_id),
  add constraint meetings_one_place check (room_id is null or place_text is null),
  add constraint meetings_ended_says_why check (state not in ('postponed', 'cancelled') or length(trim(reason)) > 0),
  add constraint meetings_approved_says_when check (state not in ('approved', 'confirmed') or approved_at is not null),
  -- What is approved may be read by everybody: an entry that is not may not say so.
  add constraint meetings_filed_not_approved check (state <> 'filed' or approved_at is null),
  add constraint meetings_confirmed_says_when check (state <> 'confirmed' or confirmed_at is not null),
  add constraint meetings_variant_known check (variant in ('regular', 'thematic', 'irregular')),
  add constraint meetings_counts check (points >= 0 and delegates >= 0);
alter table meeting_leaders add constraint meeting_leaders_part_known check (part in ('chair', 'required', 'optional'));
create unique index meeting_leaders_one_chair on meeting_leaders (tenant_id, meeting_id) where part = 'chair';
alter table meeting_bodies add constraint meeting_bodies_counts check (members >= 0 and quorum >= 0 and present >= 0);
alter table meeting_offices add constraint meeting_offices_part_known check (part in ('assist', 'informed'));
alter table displacements add constraint displacements_answer_known
    check (answer in ('moved', 'cancelled') and (answer is null) = (answered_at is null)),
  add constraint displacements_reason check (length(trim(reason)) > 0);
create unique index displacements_one_open on displacements (tenant_id, meeting_id) where answer is null;
alter table week_sheets add constraint week_sheets_begin_on_monday check (extract(isodow from monday) = 1);
alter table week_sheet_versions add constraint week_sheet_versions_number check (number >= 0),
  add constraint week_sheet_versions_rows check (jsonb_typeof(rows) = 'array');
alter table calendar_settings add constraint calendar_settings_weekday check (exchange_weekday between 1 and 7),
  add constraint calendar_settings_hours check (0 <= morning_from and morning_from < morning_until and morning_until <= afternoon_from
    and afternoon_from < afternoon_until and afternoon_until <= 1440),
  add constraint calendar_settings_spans check (hold_days between 1 and 366 and travel_minutes between 0 and 480);
alter table notices add constraint notices_received_by_somebody check ((received_at is null) = (received_by is null));

-- ---------- no overlap ----------

alter table resource_claims drop column during;
alter table resource_claims add column during tstzrange generated always as (tstzrange(starts_at, ends_at, '[)')) stored;
alter table resource_claims add constraint resource_claims_kind_known check (kind in ('confirmed', 'hold')),
  add constraint resource_claims_hold_ends check ((kind = 'hold') = (hold_until is not null)),
  -- An empty range overlaps nothing and would slip through; a longer one than this would not be found by `busy`.
  add constraint resource_claims_in_order check (ends_at > starts_at and ends_at - starts_at <= interval '31 days'),
  add constraint resource_claims_no_overlap exclude using gist
    (tenant_id with =, resource_id with =, during with &&) where (kind = 'confirmed');

-- ---------- rights and row security ----------

grant select on calendar_settings, meeting_kinds, resources, meetings, meeting_leaders, meeting_bodies, meeting_offices,
  resource_claims, displacements, week_sheets, week_sheet_versions, notices to portal_app, portal_worker, portal_definer;
grant insert, update on meetings to portal_app;
grant insert, update, delete on meeting_leaders, meeting_bodies to portal_app;
grant update (answer, answered_at) on displacements to portal_app;
grant insert on week_sheets, week_sheet_versions, notices to portal_app;
grant update (received_at, received_by) on notices to portal_app;
-- Imports and notices of the system.
grant insert on meetings, meeting_leaders, meeting_bodies, notices, week_sheets to portal_worker;
grant insert on calendar_settings, meeting_kinds, resources, meeting_offices, displacements, notices to portal_definer;
grant insert, delete on resource_claims to portal_definer;
-- Row locks need the right to update.
grant update on meetings to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['calendar_settings', 'meeting_kinds', 'resources', 'meetings', 'meeting_leaders', 'meeting_bodies',
      'meeting_offices', 'resource_claims', 'displacements', 'week_sheets', 'week_sheet_versions', 'notices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['calendar_settings', 'meeting_kinds', 'resources', 'resource_claims', 'week_sheets', 'week_sheet_versions'] loop
    execute format('create policy read_in_tenant on %I for select to portal_app using (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['meeting_leaders', 'meeting_bodies'] loop
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''meeting'', meeting_id))', t);
    execute format('create policy write_in_tenant on %I for insert to portal_app with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy change_by_access on %I for update to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''meeting'', meeting_id)) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy remove_by_access on %I for delete to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''meeting'', meeting_id))', t);
  end loop;
end $$;

create policy read_by_access on meetings for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('meeting', id));
create policy write_in_tenant on meetings for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_by_access on meetings for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('meeting', id)) with check (tenant_id = (select current_tenant()));
create policy read_by_access on meeting_offices for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('meeting', meeting_id));
create policy read_by_access on displacements for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('meeting', meeting_id));
create policy answer_by_access on displacements for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('meeting', meeting_id)) with check (tenant_id = (select current_tenant()));
create policy publish_in_tenant on week_sheets for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy publish_in_tenant on week_sheet_versions for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy own_office_notices on notices for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));
create policy write_in_tenant on notices for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy receive_own on notices for update to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()))
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office()) and received_by = (select current_account()));

-- ---------- what every tenant begins with ----------

create function begin_calendar(p_tenant uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  insert into calendar_settings (tenant_id, sheet_columns)
    values (p_tenant, array['day', 'session', 'time', 'content', 'chair', 'participants', 'place', 'preparing']);
  insert into meeting_kinds (tenant_id, key, name, rank, ordinal, duty_key, built_in)
  select p_tenant, k.key, k.name, k.rank, k.ordinal, k.duty_key, true from (values
    ('party-plenum', 'Hội nghị Ban Chấp hành Đảng bộ', 10, 1, 'party-meetings'),
    ('party-standing-board', 'Hội nghị Ban Thường vụ', 20, 2, 'party-meetings'),
    ('party-standing-members', 'Họp Thường trực cấp ủy', 30, 3, 'party-meetings'),
    ('council-session', 'Kỳ họp Hội đồng nhân dân', 10, 4, 'council-sessions'),
    ('council-standing', 'Phiên họp Thường trực Hội đồng nhân dân', 40, 5, 'council-sessions'),
    ('assembly-delegation', 'Hoạt động của Đoàn đại biểu Quốc hội', 40, 6, 'council-sessions'),
    ('committee-sitting', 'Phiên họp Ủy ban nhân dân', 40, 7, 'committee-meetings'),
    ('quarterly-briefing', 'Giao ban quý', 50, 8, 'joint-meetings'),
    ('working-session', 'Buổi làm việc', 70, 9, 'joint-meetings'),
    ('citizen-reception', 'Tiếp công dân', 50, 10, 'leaders-reception'),
    ('voter-contact', 'Tiếp xúc cử tri', 50, 11, 'joint-voter-contact'),
    ('delegation-visit', 'Đón tiếp đoàn', 60, 12, 'delegations'),
    ('trip', 'Đi công tác', 70, 13, 'delegations'),
    ('ceremony', 'Lễ, kỷ niệm', 60, 14, 'joint-meetings'),
    ('chiefs-briefing', 'Giao ban các Chánh Văn phòng', 80, 15, 'joint-meetings'),
    ('other', 'Cuộc họp khác', 90, 16, 'joint-meetings')
  ) k (key, name, rank, ordinal, duty_key);
  perform set_config('app.tenant_id', v_before, true);
end $$;

create function begin_calendar_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform begin_calendar(new.id);
  return null;
end $$;
create trigger begin_calendar after insert on tenants for each row execute function begin_calendar_after();

-- Whoever holds a post in a body is a leader, and a leader is in one place at a time.
create function name_leader_resource() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
begin
  perform set_config('app.tenant_id', new.tenant_id::text, true);
  insert into resources (tenant_id, id, kind, name, person_id, ordinal)
  select new.tenant_id, gen_random_uuid(), 'leader', pe.full_name, pe.id, b.rank
  from posts p join bodies b on b.tenant_id = p.tenant_id and b.id = p.body_id
  join people pe on pe.tenant_id = p.tenant_id and pe.id = new.person_id
  where p.tenant_id = new.tenant_id and p.id = new.post_id
  on conflict (tenant_id, person_id) do nothing;
  perform set_config('app.tenant_id', v_before, true);
  return null;
end $$;
create trigger name_leader_resource after insert on post_holdings for each row execute function name_leader_resource();
grant select on bodies to portal_definer;

-- Tenants that were there before this migration.
do $$
declare t record;
begin
  for t in select id from tenants loop perform begin_calendar(t.id); end loop;
end $$;
insert into resources (tenant_id, id, kind, name, person_id, ordinal)
select distinct on (pe.tenant_id, pe.id) pe.tenant_id, gen_random_uuid(), 'leader', pe.full_name, pe.id, b.rank
from post_holdings h
join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
join bodies b on b.tenant_id = p.tenant_id and b.id = p.body_id
join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
order by pe.tenant_id, pe.id, b.rank;

-- ---------- who reads a meeting ----------

-- Lead, assisting, filing and informed offices; the offices whose leaders are asked for; and once the filing office
-- has approved it, for the common sheet, everybody. Sorted by the day it is on: that is how a calendar is read.
create function sync_meeting_access(p_tenant uuid, p_meeting uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v meetings;
  v_open boolean;
begin
  select * into v from meetings where tenant_id = p_tenant and id = p_meeting;
  -- Something is left to do until it is confirmed or given up.
  v_open := v.state in ('filed', 'approved');
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select distinct on (part.office_id) p_tenant, part.office_id, 'meeting', p_meeting, v.starts_at, part.level, v_open
  from (
    select v.lead_office_id as office_id, 'lead' as level, 1 as strength
    union all select o.office_id, 'assist', 2 from meeting_offices o
      where o.tenant_id = p_tenant and o.meeting_id = p_meeting and o.part = 'assist'
    union all select v.filing_office_id, 'creator', 3
    union all select o.office_id, 'informed', 4 from meeting_offices o
      where o.tenant_id = p_tenant and o.meeting_id = p_meeting and o.part = 'informed'
    union all select ob.office_id, 'informed', 4 from meeting_leaders l
      join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
      join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
      where l.tenant_id = p_tenant and l.meeting_id = p_meeting
    union all select o.id, 'reader', 5 from offices o
      where o.tenant_id = p_tenant and v.visibility = 'common' and v.approved_at is not null
  ) part
  order by part.office_id, part.strength
  on conflict (tenant_id, office_id, kind, subject_id)
    do update set level = excluded.level, sort_key = excluded.sort_key, open = excluded.open
    where (access.level, access.sort_key, access.open) is distinct from (excluded.level, excluded.sort_key, excluded.open);
  -- Who was told stays told: only those who read it from the common sheet lose it when it leaves the sheet.
  delete from access where tenant_id = p_tenant and kind = 'meeting' and subject_id = p_meeting and level = 'reader'
    and not (v.visibility = 'common' and v.approved_at is not null);
  update access set sort_key = v.starts_at, open = v_open
    where tenant_id = p_tenant and kind = 'meeting' and subject_id = p_meeting
      and (sort_key, open) is distinct from (v.starts_at, v_open);
end $$;

create function sync_meeting_access_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if tg_table_name = 'meetings' then perform sync_meeting_access(new.tenant_id, new.id);
  elsif tg_op = 'DELETE' then perform sync_meeting_access(old.tenant_id, old.meeting_id);
  else perform sync_meeting_access(new.tenant_id, new.meeting_id);
  end if;
  return null;
end $$;

create function sync_sheet_access_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, o.id, 'week-sheet', new.id, new.monday::timestamp at time zone 'Asia/Ho_Chi_Minh', 'reader', false
  from offices o where o.tenant_id = new.tenant_id
  on conflict do nothing;
  return null;
end $$;
create trigger sync_access after insert on week_sheets for each row execute function sync_sheet_access_after();

-- An office made later reads the sheets that were published before it was there.
create function open_published_sheets() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
begin
  perform set_config('app.tenant_id', new.tenant_id::text, true);
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, new.id, 'week-sheet', s.id, s.monday::timestamp at time zone 'Asia/Ho_Chi_Minh', 'reader', false
  from week_sheets s where s.tenant_id = new.tenant_id
  on conflict do nothing;
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, new.id, 'meeting', m.id, m.starts_at, 'reader', m.state in ('filed', 'approved')
  from meetings m where m.tenant_id = new.tenant_id and m.visibility = 'common' and m.approved_at is not null
  on conflict do nothing;
  perform set_config('app.tenant_id', v_before, true);
  return null;
end $$;
create trigger open_published_sheets after insert on offices for each row execute function open_published_sheets();

-- ---------- who writes a meeting ----------

create function guard_meeting_insert() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_lead uuid;
  v_detail constant jsonb := jsonb_build_object('act', 'file', 'kind', 'meeting');
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  if new.filing_office_id is distinct from current_office() or new.filing_account_id is distinct from current_account() then
    perform refuse('not-own-office', v_detail);
  end if;
  if new.state <> 'filed' then perform refuse_state('state', v_detail); end if;
  if new.duty_id is null then return new; end if;
  if not exists (
    select 1 from agreement_parties p join agreement_versions v on v.tenant_id = p.tenant_id and v.agreement_id = p.agreement_id
    where v.tenant_id = new.tenant_id and v.id = new.version_id and p.office_id = current_office()) then
    perform refuse('part', v_detail);
  end if;
  if not exists (
    select 1 from agreement_versions v where v.tenant_id = new.tenant_id and v.id = new.version_id and v.state = 'signed'
      and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)) then
    perform refuse_state('not-in-force', v_detail);
  end if;
  v_lead := resolve_lead(new.tenant_id, new.duty_id, new.body_id, new.host_post_id, new.subject_key);
  if v_lead is null or new.lead_office_id is distinct from v_lead then
    perform refuse('lead-not-as-signed', v_detail || jsonb_build_object('leadOfficeId', v_lead));
  end if;
  return new;
end $$;
create trigger guard_insert before insert on meetings for each row execute function guard_meeting_insert();

create function name_meeting_offices() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into meeting_offices (tenant_id, meeting_id, office_id, part)
  select o.tenant_id, new.id, o.office_id, o.part from duty_offices o
  where o.tenant_id = new.tenant_id and o.duty_id = new.duty_id and o.office_id <> new.lead_office_id;
  perform sync_meeting_access(new.tenant_id, new.id);
  return null;
end $$;
create trigger name_offices after insert on meetings for each row execute function name_meeting_offices();
create trigger sync_access after update of starts_at, approved_at, visibility, state on meetings
  for each row execute function sync_meeting_access_after();
create trigger sync_access after insert or update or delete on meeting_leaders
  for each row execute function sync_meeting_access_after();

-- The act behind a change of state; null for one that is no act at all.
create function meeting_act(o meetings, n meetings) returns text language sql immutable as $$
  select case
    when o.state = 'filed' and n.state = 'filed' then case when n.return_reason is distinct from o.return_reason
      and n.return_reason is not null then 'giveBack' else 'edit' end
    when o.state = 'filed' and n.state = 'approved' then 'approve'
    when o.state = 'approved' and n.state = 'filed' then case when n.return_reason is not null then 'giveBack' else 'edit' end
    when o.state = 'approved' and n.state = 'approved' then 'resettle'
    when o.state = 'approved' and n.state = 'confirmed' then 'confirm'
    when o.state in ('filed', 'approved') and n.state = 'cancelled' then 'cancel'
    when o.state = 'confirmed' and n.state = 'confirmed' then 'change'
    when o.state = 'confirmed' and n.state = 'postponed' then 'postpone'
    when o.state in ('confirmed', 'postponed') and n.state = 'cancelled' then 'cancel'
  end
$$;

create function guard_meeting_update() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_act constant text := meeting_act(old, new);
  v_detail constant jsonb := jsonb_build_object('act', coalesce(v_act, 'edit'), 'kind', 'meeting', 'id', old.id, 'dutyId', old.duty_id,
    'leadOfficeId', old.lead_office_id);
  v_leads boolean;
  v_files boolean;
begin
  if (new.tenant_id, new.id, new.version_id, new.duty_id, new.body_id, new.host_post_id, new.subject_key, new.lead_office_id,
      new.filing_office_id, new.filing_account_id, new.created_at)
    is distinct from (old.tenant_id, old.id, old.version_id, old.duty_id, old.body_id, old.host_post_id, old.subject_key,
      old.lead_office_id, old.filing_office_id, old.filing_account_id, old.created_at) then
    perform refuse_state('frozen', v_detail);
  end if;
  if is_system() then return new; end if;
  perform assert_acting();
  v_leads := current_office() = old.lead_office_id;
  v_files := current_office() = old.filing_office_id;
  -- Whose act it would be is said first, also where the state forbids it as well.
  if v_act in ('confirm', 'change', 'postpone') and not v_leads
    or v_act in ('edit', 'approve') and not v_files
    or v_act = 'giveBack' and not (case old.state when 'filed' then v_files else v_leads end)
    or v_act = 'resettle' and not v_leads
    or v_act = 'cancel' and not (v_leads or (v_files and old.state in ('filed', 'approved')))
    or v_act is null and not (v_leads or v_files) then
    perform refuse('part', v_detail);
  end if;
  if v_act is null then perform refuse_state('state', v_detail); end if;
  if v_act = 'resettle' and not exists (
    select 1 from displacements d where d.tenant_id = old.tenant_id and d.meeting_id = old.id and d.answer is null) then
    perform refuse_state('state', v_detail);
  end if;
  if new.revision <= old.revision then perform refuse_state('stale', v_detail); end if;
  return new;
end $$;
create trigger guard_update before update on meetings for each row execute function guard_meeting_update();

-- Leaders and bodies are part of the meeting: the filing office writes them until it is confirmed, then the lead, and nobody
-- once it is over.
create function guard_meeting_part() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_meeting meetings;
  v_id constant uuid := case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
  v_tenant constant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  v_detail jsonb;
begin
  perform assert_tenant(v_tenant);
  if not is_system() then
    perform assert_acting();
    select * into v_meeting from meetings where tenant_id = v_tenant and id = v_id;
    v_detail := jsonb_build_object('act', 'edit', 'kind', 'meeting', 'id', v_id, 'leadOfficeId', v_meeting.lead_office_id);
    if current_office() is distinct from
        (case when v_meeting.state in ('filed', 'approved') then v_meeting.filing_office_id else v_meeting.lead_office_id end) then
      perform refuse('part', v_detail);
    end if;
    if v_meeting.state in ('postponed', 'cancelled') then perform refuse_state('state', v_detail); end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard_write before insert or update or delete on meeting_leaders for each row execute function guard_meeting_part();
create trigger guard_write before insert or update or delete on meeting_bodies for each row execute function guard_meeting_part();

-- ---------- the clash guard ----------

-- Every writer takes these, in id order, before anything else of the calendar: any order gives deadlocks, one order none.
create function lock_resources(p_resources uuid[]) returns void language plpgsql as $$
declare v_resource uuid;
begin
  for v_resource in select distinct r from unnest(p_resources) r order by r loop
    perform pg_advisory_xact_lock(hashtextextended(current_tenant()::text || v_resource::text, 0));
  end loop;
end $$;

-- What a meeting takes: the chair and the required leaders, and its room.
create function resources_of_meeting(p_meeting uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public as $$
  select r.id from meeting_leaders l join resources r on r.tenant_id = l.tenant_id and r.person_id = l.person_id
    where l.tenant_id = current_tenant() and l.meeting_id = p_meeting and l.part in ('chair', 'required')
  union
  select m.room_id from meetings m where m.tenant_id = current_tenant() and m.id = p_meeting and m.room_id is not null
$$;

-- The reading functions below are asked with every form; planning them costs more than doing them, so one plan serves all values: each
-- looks up a handful of claims a resource by key, however many there are.

-- What is taken in a span, besides one meeting. The meeting is named only to who may read it; to others it is "busy".
-- A claim is at most 31 days long, so an equality and two comparisons find all that reach into the span.
create function busy(p_resources uuid[], p_from timestamptz, p_until timestamptz, p_except uuid)
  returns table (resource_id uuid, starts_at timestamptz, ends_at timestamptz, kind text, meeting_id uuid)
  language sql stable rows 100 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  select c.resource_id, c.starts_at, c.ends_at, c.kind, case when can_read('meeting', c.meeting_id) then c.meeting_id end
  from unnest(p_resources) r
  cross join lateral (
    select * from resource_claims c
    where c.tenant_id = current_tenant() and c.resource_id = r and c.starts_at < p_until
      and c.starts_at > p_from - interval '31 days' and c.ends_at > p_from) c
  where c.meeting_id is distinct from p_except and (c.hold_until is null or c.hold_until >= portal_today())
  order by c.starts_at, c.resource_id, c.kind
$$;

-- What stands against a meeting that would take these: overlapping claims, and confirmed ones so near that nobody could travel or
-- set up in between (`near`). `takeable`: a hold that a meeting of this kind, filed then, takes by rank. The one definition of a
-- clash; `place_claims` acts by it and `clashes` shows it.
create function claims_against(p_resources uuid[], p_from timestamptz, p_until timestamptz, p_except uuid, p_site text, p_kind text,
    p_filed_at timestamptz)
  returns table (resource_id uuid, starts_at timestamptz, ends_at timestamptz, kind text, meeting_id uuid, near boolean, takeable boolean)
  language sql stable rows 10 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  select c.resource_id, c.starts_at, c.ends_at, c.kind, c.meeting_id, not (c.starts_at < p_until and c.ends_at > p_from),
    c.kind = 'hold' and (k.rank > own.rank or (k.rank = own.rank and m.created_at > p_filed_at))
  from unnest(p_resources) r
  join resources res on res.tenant_id = current_tenant() and res.id = r
  -- 480 minutes are the most that any travel or set-up can be.
  cross join lateral (
    select * from resource_claims c
    where c.tenant_id = current_tenant() and c.resource_id = r and c.starts_at < p_until + interval '480 minutes'
      and c.starts_at > p_from - interval '32 days' and c.ends_at > p_from - interval '480 minutes') c
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
  where c.meeting_id is distinct from p_except and (c.hold_until is null or c.hold_until >= portal_today())
    and ((c.starts_at < p_until and c.ends_at > p_from)
      or (c.kind = 'confirmed' and c.starts_at < p_until + gap and c.ends_at > p_from - gap))
  order by c.starts_at, c.resource_id, c.kind
$$;

-- The same for who asks: the other meeting is named only to who may read it.
create function clashes(p_resources uuid[], p_from timestamptz, p_until timestamptz, p_except uuid, p_site text, p_kind text,
    p_filed_at timestamptz)
  returns table (resource_id uuid, starts_at timestamptz, ends_at timestamptz, kind text, meeting_id uuid, near boolean, takeable boolean)
  language sql stable rows 10 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  select c.resource_id, c.starts_at, c.ends_at, c.kind, case when can_read('meeting', c.meeting_id) then c.meeting_id end,
    c.near, c.takeable
  from claims_against(p_resources, p_from, p_until, p_except, p_site, p_kind, p_filed_at) c
$$;

-- Times within the working hours of Monday to Friday, in steps of half an hour, in which nothing of these is confirmed;
-- `holds` counts the places others hold in them. First those without holds, then the soonest.
create function free_slots(p_resources uuid[], p_from timestamptz, p_days integer, p_minutes integer, p_except uuid, p_limit integer)
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
    from unnest(p_resources) r
    cross join lateral (
      select * from resource_claims c
      where c.tenant_id = current_tenant() and c.resource_id = r and c.starts_at < p_from + make_interval(days => p_days + 1)
        and c.starts_at > p_from - interval '31 days' and c.ends_at > p_from) c
    where c.meeting_id is distinct from p_except and (c.hold_until is null or c.hold_until >= portal_today()))
  select c.starts_at, c.ends_at,
    (select count(*)::integer from taken t where t.kind = 'hold' and t.starts_at < c.ends_at and t.ends_at > c.starts_at) as holds
  from candidates c
  where not exists (select 1 from taken t where t.kind = 'confirmed' and t.starts_at < c.ends_at and t.ends_at > c.starts_at)
  order by 3, 1
  limit p_limit
$$;

-- Holds whose day has passed take nothing any more.
create function release_expired_holds(p_resources uuid[]) returns integer language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_count integer;
begin
  delete from resource_claims c where c.tenant_id = current_tenant() and c.resource_id = any (p_resources) and c.kind = 'hold'
    and c.hold_until < portal_today();
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- The displaced meeting loses every place it holds, and its lead has to answer.
create function displace(p_meeting uuid, p_by uuid, p_reason text) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v meetings;
begin
  select * into v from meetings where tenant_id = current_tenant() and id = p_meeting;
  delete from resource_claims where tenant_id = current_tenant() and meeting_id = p_meeting;
  insert into displacements (tenant_id, id, meeting_id, by_meeting_id, reason, starts_at, ends_at)
  values (current_tenant(), gen_random_uuid(), p_meeting, p_by, p_reason, v.starts_at, v.ends_at)
  on conflict (tenant_id, meeting_id) where answer is null do nothing;
  insert into notices (tenant_id, id, office_id, kind, subject_kind, subject_id, payload, created_at)
  select current_tenant(), gen_random_uuid(), office, 'displaced', 'meeting', p_meeting, '{}', clock_timestamp()
  from (select v.lead_office_id as office union select v.filing_office_id) told;
end $$;

-- Hold over hold is allowed, and both are told, once.
create function tell_of_overlap(p_one uuid, p_other uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into notices (tenant_id, id, office_id, kind, subject_kind, subject_id, payload, created_at)
  select current_tenant(), gen_random_uuid(), told.office, 'hold-overlap', 'meeting', told.meeting, '{}', clock_timestamp()
  from (
    select m.lead_office_id as office, m.id as meeting from meetings m where m.tenant_id = current_tenant() and m.id in (p_one, p_other)
    union
    select m.filing_office_id, m.id from meetings m where m.tenant_id = current_tenant() and m.id in (p_one, p_other)) told
  where not exists (select 1 from notices n where n.tenant_id = current_tenant() and n.office_id = told.office
    and n.kind = 'hold-overlap' and n.subject_kind = 'meeting' and n.subject_id = told.meeting and n.received_at is null);
end $$;

/*
 Puts the claims of a meeting as its rows stand: the only writer of resource_claims. The caller has taken lock_resources over
 what the meeting had and has. Refuses with PH004 and the reason in its detail:
   clash     somebody or something is confirmed for another meeting then;
   held      others hold a place, and the caller did not say that they shall lose it;
   outranked a hold of higher rank, or of the same rank and filed earlier;
   near      travel or set-up time is too short, and no reason was given for passing over it.
*/
create function place_claims(p_meeting uuid, p_displace text, p_override text) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v meetings;
  v_resources uuid[];
  v_kind text;
  v_other record;
  v_site text;
begin
  select * into v from meetings where tenant_id = current_tenant() and id = p_meeting;
  if v.id is null then perform refuse('part', jsonb_build_object('act', 'edit', 'kind', 'meeting')); end if;
  if not is_system() then
    perform assert_acting();
    if current_office() not in (v.lead_office_id, v.filing_office_id) then
      perform refuse('part', jsonb_build_object('act', 'edit', 'kind', 'meeting', 'id', v.id, 'leadOfficeId', v.lead_office_id));
    end if;
  end if;
  v_resources := array(select resources_of_meeting(p_meeting));
  perform lock_resources(v_resources || array(select resource_id from resource_claims
    where tenant_id = current_tenant() and meeting_id = p_meeting));
  perform release_expired_holds(v_resources);
  delete from resource_claims where tenant_id = current_tenant() and meeting_id = p_meeting;
  v_kind := case when v.state = 'confirmed' then 'confirmed' when v.state in ('filed', 'approved') then 'hold' end;
  if v_kind is null or (v_kind = 'hold' and v.hold_until < portal_today()) then return; end if;

  select room.site into v_site from resources room where room.tenant_id = current_tenant() and room.id = v.room_id;
  for v_other in
    select c.meeting_id as id, bool_or(c.kind = 'confirmed' and not c.near) as confirmed, bool_and(c.near) as near,
      bool_and(c.takeable) as takeable
    from claims_against(v_resources, v.starts_at, v.ends_at, v.id, v_site, v.kind_key, v.created_at) c
    group by c.meeting_id order by confirmed desc, c.meeting_id
  loop
    if v_other.confirmed then
      raise exception 'clash' using errcode = 'PH004', detail = '{"reason":"clash"}';
    elsif v_other.near then
      if p_override is null then raise exception 'near' using errcode = 'PH004', detail = '{"reason":"near"}'; end if;
    elsif v_kind = 'hold' then
      perform tell_of_overlap(v_other.id, v.id);
    elsif not v_other.takeable then
      raise exception 'outranked' using errcode = 'PH004', detail = '{"reason":"outranked"}';
    elsif p_displace is null then
      raise exception 'held' using errcode = 'PH004', detail = '{"reason":"held"}';
    else
      perform displace(v_other.id, v.id, p_displace);
    end if;
  end loop;

  insert into resource_claims (tenant_id, id, resource_id, meeting_id, starts_at, ends_at, kind, hold_until)
  select current_tenant(), gen_random_uuid(), r, v.id, v.starts_at, v.ends_at, v_kind, case when v_kind = 'hold' then v.hold_until end
  from unnest(v_resources) r order by r;
end $$;

-- At commit the claims of a meeting are as its rows say, whoever wrote them: confirmed takes exactly its leaders' and its room's
-- time, what waits holds no other time than its own and takes nothing, what is over has none.
create function assert_claims_stand() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  v_id uuid;
  v meetings;
  v_resources uuid[];
begin
  if tg_table_name = 'meetings' then v_id := new.id;
  elsif tg_op = 'DELETE' then v_id := old.meeting_id;
  else v_id := new.meeting_id;
  end if;
  select * into v from meetings where tenant_id = v_tenant and id = v_id;
  v_resources := array(select resources_of_meeting(v_id));
  if exists (
      select 1 from resource_claims c where c.tenant_id = v_tenant and c.meeting_id = v_id and not (c.resource_id = any (v_resources)
        and c.starts_at = v.starts_at and c.ends_at = v.ends_at
        and c.kind = case when v.state = 'confirmed' then 'confirmed' when v.state in ('filed', 'approved') then 'hold' else 'none' end))
    or v.state = 'confirmed' and exists (
      select 1 from unnest(v_resources) r where not exists (
        select 1 from resource_claims c where c.tenant_id = v_tenant and c.meeting_id = v_id and c.resource_id = r)) then
    raise exception 'the places of the meeting are not as it says' using errcode = 'PH004', detail = '{"reason":"not-placed"}';
  end if;
  return null;
end $$;
create constraint trigger claims_stand after insert or update on meetings deferrable initially deferred
  for each row execute function assert_claims_stand();
create constraint trigger claims_stand after insert or update or delete on meeting_leaders deferrable initially deferred
  for each row execute function assert_claims_stand();

-- ---------- displacement is answered by the lead of the displaced ----------

create function guard_displacement() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v meetings;
  v_detail jsonb;
begin
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from meetings where tenant_id = old.tenant_id and id = old.meeting_id;
  v_detail := jsonb_build_object('act', 'resettle', 'kind', 'meeting', 'id', v.id, 'dutyId', v.duty_id, 'leadOfficeId', v.lead_office_id);
  if current_office() not in (v.lead_office_id, v.filing_office_id) then perform refuse('part', v_detail); end if;
  if old.answer is not null then perform refuse_state('state', v_detail); end if;
  return new;
end $$;
create trigger guard_update before update on displacements for each row execute function guard_displacement();

-- ---------- the week sheet ----------

create function guard_sheet_version() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'publish', 'kind', 'week-sheet', 'id', new.sheet_id);
  v_duty coordination_duties;
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  if new.office_id is distinct from current_office() or new.account_id is distinct from current_account() then
    perform refuse('not-own-office', v_detail);
  end if;
  select d.* into v_duty from coordination_duties d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
  where d.tenant_id = new.tenant_id and d.id = new.duty_id and d.version_id = new.version_id and d.duty_key = 'weekly-schedule'
    and v.state = 'signed' and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until);
  if v_duty.id is null then perform refuse_state('not-in-force', v_detail); end if;
  if v_duty.lead_office_id is distinct from current_office() then
    perform refuse('part', v_detail || jsonb_build_object('dutyId', v_duty.id, 'leadOfficeId', v_duty.lead_office_id));
  end if;
  -- One after another, none left out, none twice.
  if new.number is distinct from (select count(*) from week_sheet_versions w where w.tenant_id = new.tenant_id and w.sheet_id = new.sheet_id) then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on week_sheet_versions for each row execute function guard_sheet_version();

create function guard_sheet() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  return new;
end $$;
create trigger guard_insert before insert on week_sheets for each row execute function guard_sheet();

-- A notice is written by who acts; what it is about its reader reads again by own rights.
create function guard_notice() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  return new;
end $$;
create trigger guard_insert before insert on notices for each row execute function guard_notice();

create function refuse_changing() returns trigger language plpgsql as $$
begin
  raise exception 'a published sheet stays as it was' using errcode = 'PH009';
end $$;
create trigger frozen before update or delete on week_sheet_versions for each row execute function refuse_changing();
create trigger frozen_whole before truncate on week_sheet_versions for each statement execute function refuse_changing();

-- ---------- the lines of a sheet ----------

-- Every meeting the acting office may read that begins in a span or is named, as the sheet prints it. One look at `access` for
-- the whole, in place of a look for every row of five tables; what `access` does not name is not answered.
create function meeting_lines(p_from timestamptz, p_until timestamptz, p_ids uuid[])
  returns table (id uuid, title text, state text, starts_at timestamptz, ends_at timestamptz, chair text, participants text,
    place text, preparing text, visibility text, reason text, office_ids uuid[])
  language sql stable security definer set search_path = pg_catalog, public as $$
  with seen as materialized (
    select acc.subject_id as id from access acc
    where acc.tenant_id = current_tenant() and acc.office_id = current_office() and acc.kind = 'meeting'
      and acc.sort_key >= p_from and acc.sort_key < p_until and (acc.until is null or acc.until >= portal_today())
    union
    select acc.subject_id from access acc
    where acc.tenant_id = current_tenant() and acc.office_id = current_office() and acc.kind = 'meeting'
      and acc.subject_id = any (p_ids) and (acc.until is null or acc.until >= portal_today()))
  select m.id, m.title, m.state, m.starts_at, m.ends_at,
    coalesce(m.chair_text, (select p.title || coalesce(' ' || pe.full_name, '') from posts p
      left join meeting_leaders l on l.tenant_id = p.tenant_id and l.meeting_id = m.id and l.part = 'chair'
      left join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
      where p.tenant_id = m.tenant_id and p.id = m.chair_post_id), ''),
    m.participants,
    coalesce(m.place_text, (select r.name || coalesce(', ' || r.site, '') from resources r
      where r.tenant_id = m.tenant_id and r.id = m.room_id), ''),
    coalesce(nullif(m.preparing, ''), lo.code), m.visibility, m.reason,
    array(select distinct part.office from (
      select m.lead_office_id as office union select m.filing_office_id
      union select o.office_id from meeting_offices o where o.tenant_id = m.tenant_id and o.meeting_id = m.id
      union select ob.office_id from meeting_leaders l
        join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
        join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
        where l.tenant_id = m.tenant_id and l.meeting_id = m.id) part order by part.office)
  from seen
  join meetings m on m.tenant_id = current_tenant() and m.id = seen.id
  join offices lo on lo.tenant_id = m.tenant_id and lo.id = m.lead_office_id
$$;

-- ---------- whose functions these are ----------

do $$
declare f text;
begin
  foreach f in array array['begin_calendar(uuid)', 'begin_calendar_after()', 'name_leader_resource()',
      'sync_meeting_access(uuid, uuid)', 'sync_meeting_access_after()', 'sync_sheet_access_after()', 'open_published_sheets()',
      'guard_meeting_insert()', 'name_meeting_offices()', 'meeting_act(meetings, meetings)', 'guard_meeting_update()',
      'guard_meeting_part()', 'lock_resources(uuid[])', 'resources_of_meeting(uuid)',
      'busy(uuid[], timestamptz, timestamptz, uuid)', 'free_slots(uuid[], timestamptz, integer, integer, uuid, integer)',
      'meeting_lines(timestamptz, timestamptz, uuid[])', 'release_expired_holds(uuid[])', 'displace(uuid, uuid, text)',
      'claims_against(uuid[], timestamptz, timestamptz, uuid, text, text, timestamptz)',
      'clashes(uuid[], timestamptz, timestamptz, uuid, text, text, timestamptz)', 'tell_of_overlap(uuid, uuid)',
      'place_claims(uuid, text, text)', 'assert_claims_stand()',
      'guard_displacement()', 'guard_sheet_version()', 'guard_sheet()', 'guard_notice()', 'refuse_changing()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function lock_resources(uuid[]), meeting_lines(timestamptz, timestamptz, uuid[]), clashes(uuid[], timestamptz, timestamptz, uuid, text, text, timestamptz), busy(uuid[], timestamptz, timestamptz, uuid),
  free_slots(uuid[], timestamptz, integer, integer, uuid, integer), place_claims(uuid, text, text) to portal_app, portal_worker;
grant execute on function release_expired_holds(uuid[]) to portal_worker;
