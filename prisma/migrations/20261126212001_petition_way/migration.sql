-- The way of a letter after it was taken in: its conditions one by one, given over once, concluded, and its key destroyed in time.

create table petition_checks (
  tenant_id uuid not null,
  petition_id uuid not null,
  condition_key text not null,
  met boolean not null,
  basis text not null,
  note text not null default '',
  account_id uuid not null,
  checked_at timestamptz(6) not null,
  primary key (tenant_id, petition_id, condition_key),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  constraint petition_checks_says_by_what check (length(trim(condition_key)) > 0 and length(trim(basis)) > 0)
);

create table petition_forwards (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  from_office_id uuid not null,
  to_office_id uuid not null,
  subject_key text,
  basis text not null default '',
  reason text not null default '',
  document_number text not null,
  sent_on date not null,
  state text not null,
  back_reason text not null default '',
  result text not null default '',
  result_document text not null default '',
  account_id uuid not null,
  created_at timestamptz(6) not null,
  answered_at timestamptz(6),
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, from_office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, to_office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint petition_forwards_state_known check (state in ('sent', 'acknowledged', 'sent-back', 'taken-back', 'answered')),
  constraint petition_forwards_to_another check (from_office_id <> to_office_id),
  constraint petition_forwards_says_why check (length(trim(subject_key)) > 0 or length(trim(reason)) > 0),
  constraint petition_forwards_back_says_why check (state not in ('sent-back', 'taken-back') or length(trim(back_reason)) > 0),
  constraint petition_forwards_answered_says_what check (state <> 'answered' or length(trim(result)) > 0),
  constraint petition_forwards_answered_at check ((state = 'sent') = (answered_at is null))
);
create index petition_forwards_tenant_id_petition_id_idx on petition_forwards (tenant_id, petition_id);
create index petition_forwards_tenant_id_to_office_id_state_idx on petition_forwards (tenant_id, to_office_id, state);
create index petition_forwards_tenant_id_from_office_id_state_idx on petition_forwards (tenant_id, from_office_id, state);
-- One content is given over once (TT 05/2021/TT-TTCP, art. 14(1)); what came back unread was not.
create unique index petition_forwards_once on petition_forwards (tenant_id, petition_id) where state <> 'taken-back';

alter table petitions add constraint petitions_filed_away_says_until check (state <> 'filed-away' or keep_until is not null or origin = 'import'),
  add constraint petitions_destroyed_is_empty check (destroyed_at is null or content is null and sealed_content is null);

-- ---------- rights and row security ----------

grant select on petition_checks, petition_forwards to portal_app, portal_worker, portal_definer;
grant insert, delete on petition_checks to portal_app;
grant insert, update (state, back_reason, result, result_document, answered_at) on petition_forwards to portal_app;

do $$
declare t text;
begin
  foreach t in array array['petition_checks', 'petition_forwards'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''petition'', petition_id))', t);
    execute format('create policy write_in_tenant on %I for insert to portal_app
      with check (tenant_id = (select current_tenant()) and account_id = (select current_account()))', t);
  end loop;
end $$;
create policy remove_by_access on petition_checks for delete to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id));
create policy change_by_access on petition_forwards for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id)) with check (tenant_id = (select current_tenant()));

-- ---------- who judges, who gives over, who answers ----------

create function guard_petition_check() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_tenant constant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  v_petition constant uuid := case when tg_op = 'DELETE' then old.petition_id else new.petition_id end;
  v_detail jsonb;
begin
  perform assert_tenant(v_tenant);
  if is_system() then return case when tg_op = 'DELETE' then old else new end; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = v_tenant and id = v_petition;
  v_detail := jsonb_build_object('act', 'assess', 'kind', 'petition', 'id', v_petition, 'leadOfficeId', v.lead_office_id);
  if current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if v.state <> 'classified' then perform refuse_state('state', v_detail); end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard_write before insert or delete on petition_checks for each row execute function guard_petition_check();

-- Written by the lead before the letter moves; answered by the office it went to, and by nobody for it.
create function guard_petition_forward() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_act constant text := case when tg_op = 'INSERT' then 'forward'
    when new.state in ('acknowledged', 'sent-back') then 'answerForward' when new.state = 'taken-back' then 'takeBack' else 'tellResult' end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'petition', 'id', new.petition_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if tg_op = 'INSERT' then
    if v.id is null or current_office() <> v.lead_office_id or new.from_office_id <> current_office() then perform refuse('part', v_detail); end if;
    if v.state <> 'classified' or new.state <> 'sent' then perform refuse_state('state', v_detail); end if;
    if exists (select 1 from petition_forwards f where f.tenant_id = new.tenant_id and f.petition_id = new.petition_id
        and f.state <> 'taken-back') then
      perform refuse_state('forwarded-once', v_detail);
    end if;
    return new;
  end if;
  if (new.tenant_id, new.id, new.petition_id, new.from_office_id, new.to_office_id) is distinct from
      (old.tenant_id, old.id, old.petition_id, old.from_office_id, old.to_office_id) then
    perform refuse_state('frozen', v_detail);
  end if;
  if current_office() <> (case v_act when 'takeBack' then old.from_office_id else old.to_office_id end) then
    perform refuse('part', v_detail);
  end if;
  if not (case v_act
      when 'answerForward' then old.state = 'sent' and v.state = 'forwarded'
      when 'takeBack' then old.state = 'sent-back' and v.state = 'classified'
      when 'tellResult' then old.state = 'acknowledged' and v.closed_at is not null and v.lead_office_id = current_office()
      end) then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on petition_forwards for each row execute function guard_petition_forward();

-- A letter moves as its slip says, and is accepted or concluded on conditions that were judged.
create function guard_petition_way() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_act constant text := petition_act(old, new);
  v_detail constant jsonb := jsonb_build_object('act', coalesce(v_act, 'note'), 'kind', 'petition', 'id', old.id);
  v_forward text;
begin
  if is_system() or v_act is null then return new; end if;
  select f.state into v_forward from petition_forwards f where f.tenant_id = old.tenant_id and f.petition_id = old.id and f.state <> 'taken-back'
    and (v_act <> 'takeOver' or f.to_office_id = new.lead_office_id);
  if v_act = 'takeOver' and not (old.state = 'forwarded' and new.state = 'classified' and v_forward is not distinct from 'acknowledged')
    or v_act = 'forward' and (old.state <> 'classified' or v_forward is distinct from 'sent')
    or v_act = 'takeBack' and v_forward is distinct from 'sent-back'
    or v_act in ('guide', 'return', 'fileAway') and old.state <> 'classified'
    -- Information with denunciation content is no denunciation: it is neither accepted nor guided (Luật Tố cáo, art. 25).
    or v_act in ('guide', 'return') and old.denounces <> 'no'
    or v_act = 'return' and old.forwarder_kind is null
    or v_act = 'settle' and old.state = 'classified' and old.class in ('complaint', 'denunciation', 'mixed')
    or v_act = 'decline' and not exists (select 1 from petition_checks c
      where c.tenant_id = old.tenant_id and c.petition_id = old.id and not c.met)
    or v_act = 'accept' and exists (select 1 from petition_checks c
      where c.tenant_id = old.tenant_id and c.petition_id = old.id and not c.met)
    or v_act = 'fileAway' and (new.keep_until is null or new.keep_until < portal_today() + interval '1 year')
    or v_act = 'split' and (old.class is distinct from 'mixed'
      or (select count(*) from petitions p where p.tenant_id = old.tenant_id and p.parent_id = old.id) < 2)
    -- What it came to stands; an outcome told again would write over it.
    or v_act = 'note' and old.closed_at is not null
      and (new.outcome, new.outcome_on, new.closed_at) is distinct from (old.outcome, old.outcome_on, old.closed_at)
    or v_act = 'destroy' and (old.destroyed_at is not null or old.keep_until > portal_today()
      or exists (select 1 from petition_keys k where k.tenant_id = old.tenant_id and k.petition_id = old.id and k.wrapped is not null)
      or exists (select 1 from petition_people pe where pe.tenant_id = old.tenant_id and pe.petition_id = old.id)) then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
-- After guard_update, which says first whose act it would be: triggers fire in the order of their names.
create trigger guard_way before update on petitions for each row execute function guard_petition_way();

-- A part of a mixed letter is written by who handles the whole, as of the same day and body (Luật Tiếp công dân, art. 25(3)).
create function guard_petition_split() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_detail constant jsonb := jsonb_build_object('act', 'split', 'kind', 'petition', 'id', new.parent_id);
begin
  if is_system() then return new; end if;
  select * into v from petitions where tenant_id = new.tenant_id and id = new.parent_id;
  if current_office() is distinct from v.lead_office_id or new.lead_office_id is distinct from v.lead_office_id then
    perform refuse('part', v_detail);
  end if;
  if v.state <> 'classified' or v.class <> 'mixed' or new.state <> 'classified' or new.class = 'mixed'
    or (new.kind, new.receiving_body_id, new.received_on, new.channel) is distinct from (v.kind, v.receiving_body_id, v.received_on, v.channel)
    or v.denounces = 'no' and new.denounces <> 'no' then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_split before insert on petitions for each row when (new.parent_id is not null)
  execute function guard_petition_split();

-- The key of a letter is destroyed by who holds it, once it was filed away and its time is over.
create function guard_key_destruction() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_detail jsonb;
begin
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = old.tenant_id and id = old.petition_id;
  v_detail := jsonb_build_object('act', 'destroy', 'kind', 'petition', 'id', old.petition_id);
  if current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if v.state <> 'filed-away' or v.keep_until is null or v.keep_until > portal_today() then perform refuse_state('state', v_detail); end if;
  return new;
end $$;
create trigger guard_destruction before update on petition_keys for each row
  when (new.destroyed_at is not null and old.destroyed_at is null) execute function guard_key_destruction();

do $$
declare f text;
begin
  foreach f in array array['guard_petition_check()', 'guard_petition_forward()', 'guard_petition_way()', 'guard_petition_split()', 'guard_key_destruction()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
