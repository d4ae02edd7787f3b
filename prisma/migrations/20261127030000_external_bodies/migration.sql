-- Bodies outside the tenant's offices: a letter goes to one of them once, with its slip, and the body answers by a link of one
-- purpose, without an account.

create table external_bodies (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  kind text not null,
  name text not null,
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  active boolean not null default true,
  account_id uuid not null,
  changed_at timestamptz(6) not null,
  revision integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenants (id) on update cascade on delete restrict,
  foreign key (tenant_id, parent_id) references external_bodies (tenant_id, id) on update cascade on delete restrict,
  constraint external_bodies_kind_known check (kind in ('department', 'commune', 'party', 'front', 'police', 'court', 'procuracy', 'central', 'other')),
  constraint external_bodies_name check (length(trim(name)) between 3 and 200),
  constraint external_bodies_contact check (length(address) <= 300 and length(phone) <= 30 and length(email) <= 120),
  constraint external_bodies_not_below_itself check (parent_id <> id)
);
create index external_bodies_tenant_id_parent_id_idx on external_bodies (tenant_id, parent_id);
create unique index external_bodies_one_name on external_bodies (tenant_id, name) where active;

-- The names a body had before, and until when.
create table external_body_names (
  tenant_id uuid not null,
  body_id uuid not null,
  until timestamptz(6) not null,
  name text not null,
  primary key (tenant_id, body_id, until),
  foreign key (tenant_id, body_id) references external_bodies (tenant_id, id) on update cascade on delete restrict
);

-- A slip goes to an office, or to a body outside; its name stays as it was on that day.
alter table petition_forwards alter column to_office_id drop not null,
  add column to_body_id uuid,
  add column to_name text not null default '',
  add column back_ground text,
  add column result_on date,
  add column answered_via text,
  add foreign key (tenant_id, to_body_id) references external_bodies (tenant_id, id) on update cascade on delete restrict,
  add constraint petition_forwards_to_one check (num_nonnulls(to_office_id, to_body_id) = 1),
  add constraint petition_forwards_body_has_name check (to_body_id is null or length(trim(to_name)) > 0),
  add constraint petition_forwards_ground_known check (back_ground in ('not-competent', 'handled-already', 'incomplete', 'unclear')),
  add constraint petition_forwards_via_known check (answered_via is null or answered_via in ('link', 'office') and to_body_id is not null),
  drop constraint petition_forwards_back_says_why,
  drop constraint petition_forwards_answered_says_what,
  add constraint petition_forwards_back_says_why check (state not in ('sent-back', 'taken-back') or length(trim(back_reason)) > 0 or back_ground is not null),
  add constraint petition_forwards_answered_says_what check (state <> 'answered' or length(trim(result)) > 0
    or result_on is not null and length(trim(result_document)) > 0),
  -- A body outside tells its result with day and number; an office handles the letter in the portal.
  add constraint petition_forwards_result_of_body check (state <> 'answered' or to_body_id is null or result_on is not null and length(trim(result_document)) > 0);
create index petition_forwards_tenant_id_to_body_id_idx on petition_forwards (tenant_id, to_body_id);

-- The link of one slip: what is kept of its secret opens nothing.
create table forward_links (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  forward_id uuid not null,
  secret_hash text not null,
  office_id uuid not null,
  account_id uuid not null,
  created_at timestamptz(6) not null,
  expires_at timestamptz(6) not null,
  revoked_at timestamptz(6),
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, forward_id) references petition_forwards (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint forward_links_hashed check (secret_hash ~ '^[0-9a-f]{64}$'),
  constraint forward_links_ends check (expires_at > created_at and expires_at <= created_at + interval '370 days')
);
create unique index forward_links_tenant_id_secret_hash_key on forward_links (tenant_id, secret_hash);
create unique index forward_links_one_open on forward_links (tenant_id, forward_id) where revoked_at is null;
create index forward_links_tenant_id_petition_id_idx on forward_links (tenant_id, petition_id);

-- ---------- rights and row security ----------

grant select on external_bodies, external_body_names to portal_app, portal_worker, portal_definer;
grant insert, update on external_bodies to portal_app;
grant insert on external_bodies to portal_worker;
grant insert on external_body_names to portal_definer;
grant update (back_ground, result_on, answered_via) on petition_forwards to portal_app;
grant update (state, back_reason, back_ground, result, result_document, result_on, answered_via, answered_at) on petition_forwards to portal_definer;
grant update (follow_up) on petitions to portal_definer;
grant select (tenant_id, id, petition_id, forward_id, office_id, account_id, created_at, expires_at, revoked_at), insert, update (revoked_at)
  on forward_links to portal_app;
grant select (tenant_id, id, petition_id, forward_id, office_id, account_id, created_at, expires_at, revoked_at) on forward_links to portal_worker;
grant select on forward_links to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['external_bodies', 'external_body_names', 'forward_links'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['external_bodies', 'external_body_names'] loop
    execute format('create policy read_in_tenant on %I for select to portal_app using (tenant_id = (select current_tenant()))', t);
  end loop;
end $$;
create policy add_in_tenant on external_bodies for insert to portal_app
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()));
create policy change_in_tenant on external_bodies for update to portal_app
  using (tenant_id = (select current_tenant()))
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()));
create policy read_by_access on forward_links for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id));
create policy write_in_tenant on forward_links for insert to portal_app
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()) and office_id = (select current_office()));
create policy change_by_access on forward_links for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id)) with check (tenant_id = (select current_tenant()));

-- ---------- who keeps the list, and its history ----------

create function guard_external_body() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'keep', 'kind', 'external-body', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  if not is_system() then perform assert_acting(); end if;
  if tg_op = 'UPDATE' then
    if (new.tenant_id, new.id) is distinct from (old.tenant_id, old.id) then perform refuse_state('frozen', v_detail); end if;
    if new.revision <= old.revision then perform refuse_state('stale', v_detail); end if;
    if new.name <> old.name then
      insert into external_body_names (tenant_id, body_id, until, name) values (new.tenant_id, new.id, clock_timestamp(), old.name);
    end if;
  end if;
  -- A body stands below one that is no part of it: two levels are all there are.
  if new.parent_id is not null and exists (select 1 from external_bodies b where b.tenant_id = new.tenant_id
      and (b.id = new.parent_id and b.parent_id is not null or b.parent_id = new.id)) then
    perform refuse_state('not-below', v_detail);
  end if;
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, o.id, 'external-bodies', new.tenant_id, now(), 'reader', false from offices o where o.tenant_id = new.tenant_id
  on conflict do nothing;
  return new;
end $$;
create trigger guard_write before insert or update on external_bodies for each row execute function guard_external_body();

-- ---------- a slip to a body outside ----------

create or replace function guard_petition_forward() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_act constant text := case when tg_op = 'INSERT' then 'forward'
    when new.state = 'taken-back' then 'takeBack'
    when new.to_body_id is not null then 'enterAnswer'
    when new.state in ('acknowledged', 'sent-back') then 'answerForward' else 'tellResult' end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'petition', 'id', new.petition_id);
  v_public constant boolean := session_user = 'portal_public';
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  if not v_public then perform assert_acting(); end if;
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if tg_op = 'INSERT' then
    if v_public or v.id is null or current_office() <> v.lead_office_id or new.from_office_id <> current_office() then
      perform refuse('part', v_detail);
    end if;
    if v.state <> 'classified' or new.state <> 'sent' then perform refuse_state('state', v_detail); end if;
    if exists (select 1 from petition_forwards f where f.tenant_id = new.tenant_id and f.petition_id = new.petition_id
        and f.state <> 'taken-back') then
      perform refuse_state('forwarded-once', v_detail);
    end if;
    if new.to_body_id is not null and not exists (select 1 from external_bodies b where b.tenant_id = new.tenant_id
        and b.id = new.to_body_id and b.active and b.name = new.to_name) then
      perform refuse_state('body-not-kept', v_detail);
    end if;
    return new;
  end if;
  if (new.tenant_id, new.id, new.petition_id, new.from_office_id, new.to_office_id, new.to_body_id, new.to_name) is distinct from
      (old.tenant_id, old.id, old.petition_id, old.from_office_id, old.to_office_id, old.to_body_id, old.to_name) then
    perform refuse_state('frozen', v_detail);
  end if;
  -- A body outside answers by its link, or the office that gave the letter over writes down what it answered.
  if v_public and v_act <> 'enterAnswer'
    or not v_public and current_office() <> (case when v_act in ('takeBack', 'enterAnswer') then old.from_office_id else old.to_office_id end) then
    perform refuse('part', v_detail);
  end if;
  if v_act = 'enterAnswer' and new.answered_via is distinct from (case when v_public then 'link' else 'office' end)
    or v_act <> 'enterAnswer' and new.answered_via is distinct from old.answered_via then
    perform refuse_state('frozen', v_detail);
  end if;
  if not (case v_act
      when 'answerForward' then old.state = 'sent' and v.state = 'forwarded'
      when 'takeBack' then old.state = 'sent-back' and v.state = 'classified'
      when 'tellResult' then old.state = 'acknowledged' and v.closed_at is not null and v.lead_office_id = current_office()
      when 'enterAnswer' then v.state = 'forwarded' and v.closed_at is null and (old.state, new.state) in
        (('sent', 'acknowledged'), ('sent', 'sent-back'), ('acknowledged', 'sent-back'), ('sent', 'answered'), ('acknowledged', 'answered'))
      end) then
    perform refuse_state('state', v_detail);
  end if;
  -- What comes from outside about a sealed letter has no words of its own: they could say who wrote.
  if v_public and v.identity = 'sealed' and (new.back_reason <> '' or new.result <> '') then
    perform refuse_state('sealed', v_detail);
  end if;
  return new;
end $$;

-- A letter that went outside is over once its result came, and not before.
create function guard_forwarded_end() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if is_system() then return new; end if;
  if new.closed_at is not null and old.closed_at is null and not exists (
      select 1 from petition_forwards f where f.tenant_id = old.tenant_id and f.petition_id = old.id and f.state = 'answered'
        and f.to_body_id is not null) then
    perform refuse_state('state', jsonb_build_object('act', 'enterAnswer', 'kind', 'petition', 'id', old.id));
  end if;
  return new;
end $$;
create trigger guard_way_outside before update on petitions for each row
  when (old.state = 'forwarded' and new.state = 'forwarded') execute function guard_forwarded_end();

create function guard_forward_link() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_forward petition_forwards;
  v_detail constant jsonb := jsonb_build_object('act', 'issueLink', 'kind', 'petition', 'id', new.petition_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if v.id is null or current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if tg_op = 'UPDATE' then
    if old.revoked_at is not null or new.revoked_at is null then perform refuse_state('frozen', v_detail); end if;
    return new;
  end if;
  select * into v_forward from petition_forwards where tenant_id = new.tenant_id and id = new.forward_id;
  if v.state <> 'forwarded' or v_forward.petition_id is distinct from new.petition_id or v_forward.to_body_id is null
    or v_forward.state not in ('sent', 'acknowledged') or new.revoked_at is not null then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on forward_links for each row execute function guard_forward_link();

-- ---------- what portal_public may call ----------

-- The slip a link opens: null for a link that is none, is over, was taken back, or has told its result.
create function link_slip_of(p_hash text) returns petition_forwards language sql stable security definer
  set search_path = pg_catalog, public as $$
  select f.* from forward_links l
    join petition_forwards f on f.tenant_id = l.tenant_id and f.id = l.forward_id and f.state in ('sent', 'acknowledged')
    join petitions p on p.tenant_id = l.tenant_id and p.id = l.petition_id and p.state = 'forwarded' and p.closed_at is null
  where l.tenant_id = current_tenant() and l.secret_hash = p_hash and l.revoked_at is null and l.expires_at > now()
$$;

-- What the body needs to handle a letter it was sent. Of one whose sender is kept secret: what the slip says, and nothing of who wrote
-- (Luật Tố cáo 2018, art. 8(3)).
create function link_letter(p_slug text, p_hash text) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v petitions;
  v_forward petition_forwards;
begin
  if v_tenant is null then return null; end if;
  v_forward := link_slip_of(p_hash);
  if v_forward.id is null then return null; end if;
  select * into v from petitions p where p.tenant_id = v_tenant and p.id = v_forward.petition_id;
  return jsonb_build_object('body', v_forward.to_name, 'state', v_forward.state, 'document', v_forward.document_number,
    'sentOn', v_forward.sent_on, 'reason', v_forward.reason, 'summary', v_forward.summary, 'class', v.class,
    'sealed', v.identity = 'sealed',
    'office', (select o.name from offices o where o.tenant_id = v_tenant and o.id = v_forward.from_office_id),
    'letter', case when v.identity = 'plain' then jsonb_build_object('code', v.code, 'receivedOn', v.received_on, 'subject', v.subject,
      'content', v.content, 'person', (select jsonb_build_object('fullName', pe.full_name, 'address', pe.address) from petition_people pe
        where pe.tenant_id = v_tenant and pe.petition_id = v.id and pe.identity = 'plain' order by pe.ordinal limit 1)) end);
end $$;

-- One of the three things a link is for, each once: the state of the slip says which is still to be done.
create function link_answer(p_slug text, p_hash text, p jsonb) returns boolean language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v_forward petition_forwards;
  v petitions;
  v_answer constant text := p ->> 'answer';
begin
  if v_tenant is null then return false; end if;
  v_forward := link_slip_of(p_hash);
  if v_forward.id is null then return false; end if;
  -- The letter first, as every command locks it; then the slip as it stands now.
  select * into v from petitions x where x.tenant_id = v_tenant and x.id = v_forward.petition_id for no key update;
  v_forward := link_slip_of(p_hash);
  if v_forward.id is null or v_answer is null or v_answer not in ('acknowledged', 'sent-back', 'answered')
    or v_answer = 'acknowledged' and v_forward.state <> 'sent' then
    return false;
  end if;
  -- A number is one word with a figure in it, so that it says nothing else.
  if v_answer = 'answered' and not coalesce((p ->> 'resultOn')::date between v_forward.sent_on and portal_today()
      and p ->> 'document' ~ '^\S{1,60}$' and p ->> 'document' ~ '\d', false) then
    return false;
  end if;
  update petition_forwards f set state = v_answer, answered_at = now(), answered_via = 'link',
    back_ground = case v_answer when 'sent-back' then p ->> 'ground' else f.back_ground end,
    back_reason = case v_answer when 'sent-back' then coalesce(p ->> 'words', '') else f.back_reason end,
    result = case v_answer when 'answered' then coalesce(p ->> 'words', '') else f.result end,
    result_document = case v_answer when 'answered' then p ->> 'document' else f.result_document end,
    result_on = case v_answer when 'answered' then (p ->> 'resultOn')::date else f.result_on end
  where f.tenant_id = v_tenant and f.id = v_forward.id;
  if v_answer = 'answered' then
    update petitions x set closed_at = now(), follow_up = left(p ->> 'followUp', 1000), changed_at = now(), revision = x.revision + 1
    where x.tenant_id = v_tenant and x.id = v.id;
  end if;
  perform citizen_event('petitions.bodyAnswered', v.id, jsonb_build_object('answer', v_answer, 'bodyId', v_forward.to_body_id, 'via', 'link'));
  return true;
end $$;

do $$
declare f text;
begin
  foreach f in array array['guard_external_body()', 'guard_forwarded_end()', 'guard_forward_link()', 'link_slip_of(text)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach f in array array['link_letter(text, text)', 'link_answer(text, text, jsonb)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to portal_public', f);
  end loop;
end $$;
