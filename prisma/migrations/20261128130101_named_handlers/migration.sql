-- A letter is given to a named person of the office that handles it: who, when, by whom and why it changed. Only put in; the last row
-- of the office that handles it now is the handler, as long as that person holds that post (docs/decisions/0057).

create table petition_handlers (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  -- The how-manieth it is of its letter.
  ordinal integer not null,
  office_id uuid not null,
  -- Null where it was taken from somebody and given to nobody.
  post_id uuid,
  person_id uuid,
  -- Under the letter's key; `names` where it says who wrote it.
  reason bytea,
  names boolean not null,
  account_id uuid not null,
  at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, post_id) references posts (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, person_id) references people (tenant_id, id) on update cascade on delete restrict,
  constraint petition_handlers_post_and_person check ((post_id is null) = (person_id is null)),
  constraint petition_handlers_reason check (octet_length(reason) between 30 and 20000)
);
create unique index petition_handlers_tenant_id_petition_id_ordinal_key on petition_handlers (tenant_id, petition_id, ordinal);

grant select on petition_handlers to portal_app, portal_worker, portal_definer;
grant insert on petition_handlers to portal_app, portal_definer;
alter table petition_handlers enable row level security;
alter table petition_handlers force row level security;
create policy by_tenant_definer on petition_handlers to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_worker on petition_handlers to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
-- Who works on what inside an office is that office's.
create policy own_office_handlers on petition_handlers for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));
create policy record_own on petition_handlers for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and account_id = (select current_account()));

create trigger append_only before update or delete on petition_handlers for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on petition_handlers for each statement execute function refuse_rewriting();

-- To whom it was given last by the office that handles it now, whether that person is still there or not.
create function named_handler(p_tenant uuid, p_petition uuid, p_lead uuid, out post_id uuid, out person_id uuid) language sql stable
  security definer set search_path = pg_catalog, public as $$
  select last.post_id, last.person_id from (
    select h.post_id, h.person_id, h.office_id from petition_handlers h
    where h.tenant_id = p_tenant and h.petition_id = p_petition order by h.ordinal desc limit 1) last
  where last.office_id = p_lead
$$;

-- Roles that may open a sealed letter: nobody else is given one, so that naming a handler never shows it to more people.
create function guard_petition_handler() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_before record;
  v_detail constant jsonb := jsonb_build_object('act', 'assign', 'kind', 'petition', 'id', new.petition_id);
begin
  perform assert_tenant(new.tenant_id);
  new.ordinal := 1 + (select count(*) from petition_handlers h where h.tenant_id = new.tenant_id and h.petition_id = new.petition_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if v.id is null or current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if v.state not in ('received', 'classified', 'accepted', 'suspended', 'forwarded') or v.closed_at is not null then
    perform refuse_state('state', v_detail);
  end if;
  if new.post_id is not null and not exists (
      select 1 from posts p join people pe on pe.tenant_id = p.tenant_id and pe.id = new.person_id and pe.account_id is not null
      where p.tenant_id = new.tenant_id and p.id = new.post_id and p.office_id = v.lead_office_id
        and p.role in ('chief', 'deputy-chief', 'department-head', 'specialist', 'reception-officer')
        and holds_post(p.tenant_id, p.id, pe.id)) then
    perform refuse_state('handler-not-of-office', v_detail);
  end if;
  select * into v_before from named_handler(new.tenant_id, new.petition_id, v.lead_office_id);
  if (new.post_id, new.person_id) is not distinct from (v_before.post_id, v_before.person_id) then
    perform refuse_state('unchanged', v_detail);
  end if;
  if v_before.person_id is not null and new.reason is null then perform refuse_state('without-reason', v_detail); end if;
  return new;
end $$;
create trigger guard_write before insert on petition_handlers for each row execute function guard_petition_handler();

-- ---------- the register of the office that handles it ----------

alter table petition_entries add column handler_post_id uuid, add column handler_person_id uuid;
create index petition_entries_handler_idx on petition_entries (tenant_id, office_id, handler_person_id, received_on desc, petition_id desc)
  where handler_person_id is not null;
-- What somebody works on now, and what was given to somebody who is gone.
create index petition_entries_in_hand_idx on petition_entries (tenant_id, office_id, handler_person_id, handler_post_id, petition_id)
  where handler_person_id is not null and state in ('received', 'classified', 'accepted', 'suspended', 'forwarded');

create function sync_petition_handler(p_tenant uuid, p_petition uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_lead constant uuid := (select p.lead_office_id from petitions p where p.tenant_id = p_tenant and p.id = p_petition);
  v_now record;
begin
  select * into v_now from named_handler(p_tenant, p_petition, v_lead);
  update petition_entries e set handler_post_id = case when e.office_id = v_lead then v_now.post_id end,
    handler_person_id = case when e.office_id = v_lead then v_now.person_id end
  where e.tenant_id = p_tenant and e.petition_id = p_petition
    and (e.handler_post_id, e.handler_person_id) is distinct from (case when e.office_id = v_lead then v_now.post_id end,
      case when e.office_id = v_lead then v_now.person_id end);
end $$;

create function sync_petition_handler_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform sync_petition_handler(new.tenant_id, case when tg_table_name = 'petitions' then (to_jsonb(new)->>'id')::uuid
    else (to_jsonb(new)->>'petition_id')::uuid end);
  return null;
end $$;
create trigger sync_handler after insert on petition_handlers for each row execute function sync_petition_handler_after();
-- After sync_access, which writes the entries. Given over to another office, it is nobody's there yet.
create trigger sync_handler after update on petitions for each row
  when (old.lead_office_id is distinct from new.lead_office_id) execute function sync_petition_handler_after();

-- What a letter is split into stays with who had the whole, and so as closed as that was.
create function keep_handler_of_parts() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into petition_handlers (tenant_id, id, petition_id, ordinal, office_id, post_id, person_id, names, account_id, at)
  select new.tenant_id, gen_random_uuid(), new.id, 1, new.lead_office_id, h.post_id, h.person_id, false, current_account(), new.created_at
  from named_handler(new.tenant_id, new.parent_id, new.lead_office_id) h
  where holds_post(new.tenant_id, h.post_id, h.person_id);
  return null;
end $$;
-- After sync_access, without which there is no entry yet.
create trigger take_handler after insert on petitions for each row when (new.parent_id is not null) execute function keep_handler_of_parts();

-- ---------- who opens a sealed letter ----------

-- Given to somebody who is there, it opens to that person alone (Luật Tố cáo 2018, art. 8(3)); to those of the office again when that
-- person leaves the post.
create function opens_to_another(p_tenant uuid, p_petition uuid, p_lead uuid, p_account uuid) returns boolean language sql stable
  security definer set search_path = pg_catalog, public as $$
  select coalesce((
    select pe.account_id is distinct from p_account from named_handler(p_tenant, p_petition, p_lead) h
    join people pe on pe.tenant_id = p_tenant and pe.id = h.person_id and pe.account_id is not null
    where holds_post(p_tenant, h.post_id, h.person_id)), false)
$$;

create or replace function guard_petition_look() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_detail constant jsonb := jsonb_build_object('act', 'look', 'kind', 'petition', 'id', new.petition_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if v.id is null or current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if v.identity <> 'sealed' or v.destroyed_at is not null then perform refuse_state('state', v_detail); end if;
  if opens_to_another(v.tenant_id, v.id, v.lead_office_id, current_account()) then perform refuse('handler', v_detail); end if;
  if new.file_id is not null and not exists (select 1 from files f where f.tenant_id = new.tenant_id and f.id = new.file_id
      and f.subject_kind = 'petition' and f.subject_id = new.petition_id and f.removed_at is null) then
    perform refuse_state('state', v_detail);
  end if;
  new.at := clock_timestamp();
  return new;
end $$;

-- ---------- what is told one person ----------

-- Null for what the whole office is told.
alter table notices add column account_id uuid;
drop policy own_office_notices on notices;
create policy own_office_notices on notices for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and (account_id is null or account_id = (select current_account())));
drop policy receive_own on notices;
create policy receive_own on notices for update to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and (account_id is null or account_id = (select current_account())))
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office()) and received_by = (select current_account()));

do $$
declare f text;
begin
  foreach f in array array['named_handler(uuid, uuid, uuid)', 'guard_petition_handler()',
      'sync_petition_handler(uuid, uuid)', 'sync_petition_handler_after()', 'keep_handler_of_parts()',
      'opens_to_another(uuid, uuid, uuid, uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
