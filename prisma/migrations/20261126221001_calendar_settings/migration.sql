-- AlterTable
ALTER TABLE "resources" ADD COLUMN "seats" INTEGER;

-- CreateTable
CREATE TABLE "meeting_kits" (
    "tenant_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,

    CONSTRAINT "meeting_kits_pkey" PRIMARY KEY ("tenant_id","meeting_id","resource_id")
);

-- CreateIndex
CREATE INDEX "meeting_kits_tenant_id_resource_id_idx" ON "meeting_kits"("tenant_id", "resource_id");

-- AddForeignKey
ALTER TABLE "meeting_kits" ADD CONSTRAINT "meeting_kits_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_kits" ADD CONSTRAINT "meeting_kits_tenant_id_resource_id_fkey" FOREIGN KEY ("tenant_id", "resource_id") REFERENCES "resources"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An administrator sets what the calendar reckons with; who looks after a room or a kit keeps its own.

alter table resources add constraint resources_seats check (seats between 1 and 100000),
  add constraint resources_name check (length(trim(name)) > 0);
alter table meeting_kinds add constraint meeting_kinds_name check (length(trim(name)) > 0),
  add constraint meeting_kinds_rank check (rank between 1 and 99);
alter table calendar_settings add constraint calendar_settings_columns check (
  sheet_columns <@ array['day', 'session', 'time', 'content', 'chair', 'participants', 'place', 'preparing']
  and sheet_columns @> array['day', 'content']);

grant select on meeting_kits to portal_app, portal_worker, portal_definer;
grant insert, delete on meeting_kits to portal_app;
grant insert on meeting_kits to portal_worker;
grant update on calendar_settings, resources to portal_app;
grant insert on resources, meeting_kinds to portal_app;
grant update, delete on meeting_kinds to portal_app;

create policy set_in_tenant on calendar_settings for update to portal_app
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy add_in_tenant on resources for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_in_tenant on resources for update to portal_app
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy add_in_tenant on meeting_kinds for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_in_tenant on meeting_kinds for update to portal_app
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy remove_in_tenant on meeting_kinds for delete to portal_app using (tenant_id = (select current_tenant()));

alter table meeting_kits enable row level security;
alter table meeting_kits force row level security;
create policy by_tenant_worker on meeting_kits to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on meeting_kits to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on meeting_kits for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('meeting', meeting_id));
create policy write_in_tenant on meeting_kits for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy remove_by_access on meeting_kits for delete to portal_app
  using (tenant_id = (select current_tenant()) and can_read('meeting', meeting_id));

-- ---------- who sets what ----------

create function guard_calendar_settings() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'setRules', 'kind', 'calendar-settings', 'id', new.tenant_id);
begin
  -- A tenant is made by the owner, who names none.
  if is_system() then return new; end if;
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if new.tenant_id <> old.tenant_id then perform refuse_state('frozen', v_detail); end if;
  if not administers() then perform refuse('role', v_detail); end if;
  return new;
end $$;
create trigger guard_update before update on calendar_settings for each row execute function guard_calendar_settings();

-- The portal's own kinds may be renamed and ranked; only a tenant's own can go, while no meeting is of it.
create function guard_meeting_kind() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  v_act constant text := case tg_op when 'INSERT' then 'addKind' when 'UPDATE' then 'editKind' else 'removeKind' end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'calendar-settings', 'id', v_tenant);
begin
  if is_system() then return case when tg_op = 'DELETE' then old else new end; end if;
  perform assert_tenant(v_tenant);
  perform assert_acting();
  if not administers() then perform refuse('role', v_detail); end if;
  if tg_op = 'INSERT' then
    if new.built_in then perform refuse_state('built-in', v_detail); end if;
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if (new.tenant_id, new.key, new.built_in) is distinct from (old.tenant_id, old.key, old.built_in) then
      perform refuse_state('frozen', v_detail);
    end if;
    return new;
  end if;
  if old.built_in then perform refuse_state('built-in', v_detail); end if;
  if exists (select 1 from meetings m where m.tenant_id = old.tenant_id and m.kind_key = old.key) then
    perform refuse_state('used', v_detail);
  end if;
  return old;
end $$;
create trigger guard_write before insert or update or delete on meeting_kinds for each row execute function guard_meeting_kind();
-- Places held that run out before their meeting, for the desk of who filed it.
create index meetings_holds_that_end on meetings (tenant_id, filing_office_id, hold_until) where state in ('filed', 'approved');
create index meetings_of_a_kind on meetings (tenant_id, kind_key);

-- A leader is a person and follows from the posts; rooms and kits are kept by an administrator, or by the office they are of.
create function guard_place() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_act constant text := case tg_op when 'INSERT' then 'addPlace' else 'editPlace' end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'calendar-settings', 'id', new.id);
begin
  -- A tenant is made by the owner, who names none.
  if is_system() then return new; end if;
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if new.kind = 'leader' or tg_op = 'UPDATE' and
      (new.tenant_id, new.id, new.kind, new.person_id) is distinct from (old.tenant_id, old.id, old.kind, old.person_id) then
    perform refuse_state('frozen', v_detail);
  end if;
  if not administers() and (new.office_id is distinct from current_office()
      or tg_op = 'UPDATE' and old.office_id is distinct from current_office()) then
    perform refuse('part', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on resources for each row execute function guard_place();

-- ---------- kits are taken as rooms are ----------

create function guard_meeting_kit() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if not exists (
    select 1 from resources r where r.tenant_id = new.tenant_id and r.id = new.resource_id and r.kind = 'kit') then
    perform refuse_state('not-a-kit', jsonb_build_object('act', 'edit', 'kind', 'meeting', 'id', new.meeting_id));
  end if;
  return new;
end $$;
create trigger guard_kit before insert on meeting_kits for each row execute function guard_meeting_kit();
create trigger guard_write before insert or update or delete on meeting_kits for each row execute function guard_meeting_part();
create constraint trigger claims_stand after insert or update or delete on meeting_kits deferrable initially deferred
  for each row execute function assert_claims_stand();

-- What a meeting takes: the chair and the required leaders, its room and its kits.
create or replace function resources_of_meeting(p_meeting uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public as $$
  select r.id from meeting_leaders l join resources r on r.tenant_id = l.tenant_id and r.person_id = l.person_id
    where l.tenant_id = current_tenant() and l.meeting_id = p_meeting and l.part in ('chair', 'required')
  union
  select m.room_id from meetings m where m.tenant_id = current_tenant() and m.id = p_meeting and m.room_id is not null
  union
  select k.resource_id from meeting_kits k where k.tenant_id = current_tenant() and k.meeting_id = p_meeting
$$;

-- ---------- what is taken back has its kits again ----------

grant insert, delete on meeting_kits to portal_definer;

create or replace function remember_meetings(p_ids uuid[], p_act text) returns void language plpgsql security definer
  set search_path = pg_catalog, public set timezone = 'UTC' as $$
declare v_act_id constant uuid := gen_random_uuid();
begin
  perform assert_acting();
  delete from meeting_undos where tenant_id = current_tenant() and account_id = current_account() and at < now() - interval '1 hour';
  insert into meeting_undos (tenant_id, id, act_id, act, meeting_id, office_id, account_id, revision, before)
  select current_tenant(), gen_random_uuid(), v_act_id, p_act, m.id, current_office(), current_account(),
    case p_act when 'file' then m.revision else m.revision + 1 end,
    case when p_act <> 'file' then jsonb_build_object('meeting', to_jsonb(m),
      'leaders', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from meeting_leaders l where l.tenant_id = m.tenant_id and l.meeting_id = m.id),
      'kits', (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from meeting_kits k where k.tenant_id = m.tenant_id and k.meeting_id = m.id),
      'bodies', (select coalesce(jsonb_agg(to_jsonb(b)), '[]') from meeting_bodies b where b.tenant_id = m.tenant_id and b.meeting_id = m.id)) end
  from meetings m where m.tenant_id = current_tenant() and m.id = any (p_ids)
    and current_office() in (m.lead_office_id, m.filing_office_id);
end $$;

create or replace function undo_meetings(p_act uuid, p_reason text) returns text language plpgsql security definer
  set search_path = pg_catalog, public set timezone = 'UTC' as $$
declare
  v_ids uuid[];
  v_columns text;
  v_since timestamptz;
  v record;
begin
  perform assert_acting();
  v_ids := array(select u.meeting_id from meeting_undos u where u.tenant_id = current_tenant() and u.act_id = p_act
    and u.account_id = current_account() and u.office_id = current_office() and u.undone_at is null);
  if cardinality(v_ids) = 0 then return 'gone'; end if;
  -- The one order of locks: everything the meetings take and took, then their rows.
  perform lock_resources(array(
    select resource_id from resource_claims where tenant_id = current_tenant() and meeting_id = any (v_ids)
    union select r.id from meeting_leaders l join resources r on r.tenant_id = l.tenant_id and r.person_id = l.person_id
      where l.tenant_id = current_tenant() and l.meeting_id = any (v_ids)
    union select room_id from meetings where tenant_id = current_tenant() and id = any (v_ids) and room_id is not null
    union select r.id from meeting_undos u
      cross join lateral jsonb_array_elements(u.before -> 'leaders') l
      join resources r on r.tenant_id = u.tenant_id and r.person_id = (l ->> 'person_id')::uuid
      where u.tenant_id = current_tenant() and u.act_id = p_act
    union select resource_id from meeting_kits where tenant_id = current_tenant() and meeting_id = any (v_ids)
    union select (k ->> 'resource_id')::uuid from meeting_undos u cross join lateral jsonb_array_elements(u.before -> 'kits') k
      where u.tenant_id = current_tenant() and u.act_id = p_act
    union select (u.before -> 'meeting' ->> 'room_id')::uuid from meeting_undos u
      where u.tenant_id = current_tenant() and u.act_id = p_act and u.before -> 'meeting' ->> 'room_id' is not null));
  perform 1 from meetings where tenant_id = current_tenant() and id = any (v_ids) order by id for no key update;
  perform 1 from meeting_undos where tenant_id = current_tenant() and act_id = p_act order by id for no key update;
  select min(u.at) into v_since from meeting_undos u where u.tenant_id = current_tenant() and u.act_id = p_act and u.undone_at is null;
  if v_since is null then return 'gone'; end if;
  if v_since < clock_timestamp() - make_interval(secs => undo_seconds()) then return 'late'; end if;
  if exists (select 1 from meeting_undos u join meetings m on m.tenant_id = u.tenant_id and m.id = u.meeting_id
      where u.tenant_id = current_tenant() and u.act_id = p_act and u.revision <> m.revision)
    or exists (select 1 from displacements d where d.tenant_id = current_tenant() and d.by_meeting_id = any (v_ids) and d.at >= v_since)
    -- An answer carries the clock of who gave it, which may be a little behind.
    or exists (select 1 from displacements d where d.tenant_id = current_tenant() and d.meeting_id = any (v_ids)
      and (d.at >= v_since or d.answered_at >= v_since - interval '1 second')) then
    return 'built-on';
  end if;
  if exists (select 1 from (
        select m.starts_at from meetings m where m.tenant_id = current_tenant() and m.id = any (v_ids)
        union select (u.before -> 'meeting' ->> 'starts_at')::timestamptz from meeting_undos u
          where u.tenant_id = current_tenant() and u.act_id = p_act and u.before is not null) printed
      join week_sheets s on s.tenant_id = current_tenant()
        and s.monday = date_trunc('week', printed.starts_at at time zone 'Asia/Ho_Chi_Minh')::date
      join week_sheet_versions w on w.tenant_id = s.tenant_id and w.sheet_id = s.id and w.published_at >= v_since) then
    return 'published';
  end if;

  -- Every column but those that count the changes, whatever columns a meeting comes to have.
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into v_columns from pg_attribute a
  where a.attrelid = 'meetings'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.attname not in ('tenant_id', 'id', 'revision', 'changed_at');
  for v in select u.meeting_id as id, u.before from meeting_undos u where u.tenant_id = current_tenant() and u.act_id = p_act order by u.meeting_id
  loop
    if v.before is null then
      update meetings set state = 'cancelled', reason = p_reason, revision = revision + 1, changed_at = clock_timestamp()
        where tenant_id = current_tenant() and id = v.id;
    else
      execute format('update meetings m set (%1$s) = (select %1$s from jsonb_populate_record(null::meetings, $1)),
        revision = m.revision + 1, changed_at = clock_timestamp() where m.tenant_id = current_tenant() and m.id = $2', v_columns)
        using v.before -> 'meeting', v.id;
      -- Cancelled and put off it kept its parts; their guard would let nobody write them.
      if (select coalesce(jsonb_agg(to_jsonb(l) order by l.person_id), '[]') from meeting_leaders l
          where l.tenant_id = current_tenant() and l.meeting_id = v.id)
        is distinct from (select coalesce(jsonb_agg(l order by (l ->> 'person_id')::uuid), '[]') from jsonb_array_elements(v.before -> 'leaders') l) then
        delete from meeting_leaders where tenant_id = current_tenant() and meeting_id = v.id;
        insert into meeting_leaders select * from jsonb_populate_recordset(null::meeting_leaders, v.before -> 'leaders');
      end if;
      delete from meeting_kits h where h.tenant_id = current_tenant() and h.meeting_id = v.id and not exists (
        select 1 from jsonb_array_elements(v.before -> 'kits') k where (k ->> 'resource_id')::uuid = h.resource_id);
      insert into meeting_kits select k.* from jsonb_populate_recordset(null::meeting_kits, v.before -> 'kits') k
        where not exists (select 1 from meeting_kits h where h.tenant_id = k.tenant_id and h.meeting_id = k.meeting_id
          and h.resource_id = k.resource_id);
      delete from meeting_bodies b where b.tenant_id = current_tenant() and b.meeting_id = v.id and not exists (
        select 1 from jsonb_array_elements(v.before -> 'bodies') k where (k ->> 'body_id')::uuid = b.body_id);
      insert into meeting_bodies select k.* from jsonb_populate_recordset(null::meeting_bodies, v.before -> 'bodies') k
        where not exists (select 1 from meeting_bodies b where b.tenant_id = k.tenant_id and b.meeting_id = k.meeting_id and b.body_id = k.body_id);
    end if;
    perform place_claims(v.id, null, 'as before');
  end loop;
  update meeting_undos set undone_at = clock_timestamp() where tenant_id = current_tenant() and act_id = p_act;
  return null;
end $$;

do $$
declare f text;
begin
  foreach f in array array['guard_calendar_settings()', 'guard_meeting_kind()', 'guard_place()', 'guard_meeting_kit()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
