-- Many letters, one case: letters of several senders about one matter are answered once, through representatives (Luật Tiếp công dân
-- 2013, art. 29), and a matter that was settled and goes on all the same is said to only after the steps of art. 9(3).

create table petition_cases (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  title text not null,
  lead_office_id uuid not null,
  state text not null default 'open',
  answer text not null default '',
  answer_document text not null default '',
  answered_on date,
  account_id uuid not null,
  opened_at timestamptz(6) not null,
  changed_at timestamptz(6) not null,
  revision integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, lead_office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint petition_cases_code check (length(trim(code)) between 1 and 60),
  constraint petition_cases_title check (length(trim(title)) between 5 and 200),
  constraint petition_cases_state_known check (state in ('open', 'answered')),
  constraint petition_cases_answer check ((state = 'answered') = (answered_on is not null)
    and (state = 'answered') = (length(trim(answer)) >= 5) and length(answer) <= 4000 and length(answer_document) <= 120)
);

-- A letter is in one case at a time. While it is, it is kept in the clear: what denounces, or may, is in none (Luật Tố cáo 2018, art. 8(3)).
create table petition_case_members (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  petition_id uuid not null,
  kept text,
  -- Who handles the letter, and so tells its sender.
  office_id uuid not null,
  account_id uuid not null,
  reason text not null,
  at timestamptz(6) not null,
  left_at timestamptz(6),
  left_by uuid,
  left_reason text not null default '',
  told_on date,
  told_how text,
  told_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references petition_cases (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, petition_id, kept) references petitions (tenant_id, id, identity) on update no action on delete restrict
    deferrable initially deferred,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint petition_case_members_kept_while_in check (kept is null and left_at is not null or kept = 'plain' and left_at is null),
  constraint petition_case_members_says_why check (length(trim(reason)) between 3 and 500),
  constraint petition_case_members_left_says_why check ((left_at is null) = (left_by is null) and length(left_reason) <= 500
    and (left_at is null) = (length(trim(left_reason)) < 3)),
  constraint petition_case_members_told check ((told_on is null) = (told_how is null) and (told_on is null) = (told_by is null)),
  constraint petition_case_members_told_how_known check (told_how in ('post', 'hand', 'representatives', 'posted'))
);
create unique index petition_case_members_one_case on petition_case_members (tenant_id, petition_id) where left_at is null;
create index petition_case_members_tenant_id_case_id_idx on petition_case_members (tenant_id, case_id, at, id);
create index petition_case_members_tenant_id_petition_id_kept_idx on petition_case_members (tenant_id, petition_id, kept);
create index petition_case_members_to_tell_idx on petition_case_members (tenant_id, office_id, case_id) where left_at is null and told_on is null;

-- Who speaks for the senders, from among them, appointed in writing.
create table petition_case_representatives (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  petition_id uuid not null,
  kept text,
  full_name text not null,
  document text not null,
  appointed_on date not null,
  office_id uuid not null,
  account_id uuid not null,
  at timestamptz(6) not null,
  ended_at timestamptz(6),
  ended_by uuid,
  end_reason text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references petition_cases (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, petition_id, kept) references petitions (tenant_id, id, identity) on update no action on delete restrict
    deferrable initially deferred,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  -- Of a letter that became a denunciation no name stays here, not even of who spoke for it once.
  constraint petition_case_representatives_named_in_the_clear check (kept is null and full_name = '' and ended_at is not null
    or kept = 'plain' and length(trim(full_name)) between 2 and 200),
  constraint petition_case_representatives_in_writing check (length(trim(document)) between 3 and 200),
  constraint petition_case_representatives_ended check ((ended_at is null) = (ended_by is null) and length(end_reason) <= 500)
);
create index petition_case_representatives_tenant_id_case_id_idx on petition_case_representatives (tenant_id, case_id, at, id);
create index petition_case_representatives_petition_id_kept_idx on petition_case_representatives (tenant_id, petition_id, kept);

-- What the law asks before it may be said that a matter is dragged on on purpose, each with its day and document. Only put in.
create table petition_case_steps (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  on_day date not null,
  document text not null default '',
  note text not null default '',
  office_id uuid not null,
  account_id uuid not null,
  at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references petition_cases (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint petition_case_steps_kind_known check (kind in ('settled', 'reviewed', 'notified', 'explained', 'persistent')),
  constraint petition_case_steps_in_writing check (length(trim(document)) between 3 and 200 or kind = 'explained' and length(document) <= 200),
  constraint petition_case_steps_note check (length(note) <= 1000 and (kind <> 'persistent' or length(trim(note)) >= 5))
);
create index petition_case_steps_tenant_id_case_id_idx on petition_case_steps (tenant_id, case_id, on_day, id);
create unique index petition_case_steps_persistent_once on petition_case_steps (tenant_id, case_id) where kind = 'persistent';

-- Letters of other households that say the same, as found when the later came in: perhaps one case. Plain letters only.
create table petition_case_matches (
  tenant_id uuid not null,
  petition_id uuid not null,
  other_id uuid not null,
  score integer not null,
  found_at timestamptz(6) not null,
  primary key (tenant_id, petition_id, other_id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, other_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  constraint petition_case_matches_of_two check (petition_id <> other_id),
  constraint petition_case_matches_score check (score between 0 and 100)
);
create index petition_case_matches_tenant_id_other_id_idx on petition_case_matches (tenant_id, other_id);

-- ---------- rights and row security ----------

do $$
declare t text;
begin
  foreach t in array array['petition_cases', 'petition_case_members', 'petition_case_representatives', 'petition_case_steps',
      'petition_case_matches'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy write_in_tenant on %I for insert to portal_app with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select on %I to portal_app, portal_definer', t);
    execute format('grant insert on %I to portal_app', t);
  end loop;
  foreach t in array array['petition_case_members', 'petition_case_representatives', 'petition_case_steps'] loop
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''petition-case'', case_id))', t);
  end loop;
  foreach t in array array['petition_case_members', 'petition_case_representatives'] loop
    execute format('create policy change_by_access on %I for update to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''petition-case'', case_id)) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant update on %I to portal_definer', t);
  end loop;
end $$;
create policy read_by_access on petition_cases for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition-case', id));
create policy change_by_access on petition_cases for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition-case', id)) with check (tenant_id = (select current_tenant()));
create policy read_by_access on petition_case_matches for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id));
create policy by_tenant_worker on petition_case_matches to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant insert on petition_case_matches to portal_worker;
grant delete on petition_case_matches to portal_definer;
grant update (state, answer, answer_document, answered_on, changed_at, revision) on petition_cases to portal_app;
grant update on petition_cases to portal_definer;
grant update (kept, left_at, left_by, left_reason, told_on, told_how, told_by) on petition_case_members to portal_app;
grant update (ended_at, ended_by, end_reason) on petition_case_representatives to portal_app;

create trigger append_only before update or delete on petition_case_steps for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on petition_case_steps for each statement execute function refuse_rewriting();
create trigger guard_write before insert on petition_case_matches for each row execute function guard_petition_part();

-- ---------- who reads a case ----------

-- Who leads it, and who handles a letter of it. Who was told stays told.
create function sync_case_access() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if tg_table_name = 'petition_cases' then
    insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
    values (new.tenant_id, new.lead_office_id, 'petition-case', new.id, new.opened_at, 'lead', new.state = 'open')
    on conflict (tenant_id, office_id, kind, subject_id) do nothing;
    update access set open = new.state = 'open'
      where tenant_id = new.tenant_id and kind = 'petition-case' and subject_id = new.id and open is distinct from (new.state = 'open');
    return null;
  end if;
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, new.office_id, 'petition-case', c.id, c.opened_at, 'informed', c.state = 'open'
  from petition_cases c where c.tenant_id = new.tenant_id and c.id = new.case_id
  on conflict (tenant_id, office_id, kind, subject_id) do nothing;
  return null;
end $$;
create trigger sync_access after insert or update of state on petition_cases for each row execute function sync_case_access();
create trigger sync_access after insert or update of office_id on petition_case_members for each row execute function sync_case_access();

-- ---------- who writes a case ----------

create function guard_petition_case() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', case tg_op when 'INSERT' then 'open' else 'answer' end, 'kind', 'petition-case',
  'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  if tg_op = 'INSERT' then
    if new.lead_office_id is distinct from current_office() or new.account_id is distinct from current_account() then
      perform refuse('not-own-office', v_detail);
    end if;
    if new.state <> 'open' then perform refuse_state('state', v_detail); end if;
    return new;
  end if;
  if current_office() is distinct from old.lead_office_id then perform refuse('part', v_detail); end if;
  if new.revision <= old.revision then perform refuse_state('stale', v_detail); end if;
  if old.state = 'answered' and (new.state, new.answer, new.answer_document, new.answered_on)
      is distinct from (old.state, old.answer, old.answer_document, old.answered_on) or new.answered_on > portal_today() then
    perform refuse_state('state', v_detail);
  end if;
  -- Five people or more are answered through those who speak for them.
  if new.state = 'answered' and old.state = 'open' and case_people(new.tenant_id, new.id) >= 5 and not exists (
      select 1 from petition_case_representatives r where r.tenant_id = new.tenant_id and r.case_id = new.id and r.ended_at is null) then
    perform refuse_state('representatives', v_detail);
  end if;
  return new;
end $$;

-- People behind the letters that are in a case.
create function case_people(p_tenant uuid, p_case uuid) returns bigint language sql stable security definer
  set search_path = pg_catalog, public as $$
  select coalesce(sum(p.people_count), 0) from petition_case_members m
  join petitions p on p.tenant_id = m.tenant_id and p.id = m.petition_id
  where m.tenant_id = p_tenant and m.case_id = p_case and m.left_at is null
$$;

-- From 5 to 10 people one or two speak for them, of more at most five (Luật Tiếp công dân 2013, art. 29; Nghị định 155/2026/NĐ-CP, art. 4).
create function most_representatives(p_people bigint) returns integer language sql immutable as $$
  select case when p_people < 5 then 0 when p_people <= 10 then 2 else 5 end
$$;

create trigger guard_write before insert or update on petition_cases for each row execute function guard_petition_case();

create function guard_case_member() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_lead uuid;
  v_act constant text := case when tg_op = 'INSERT' then 'join' when new.left_at is distinct from old.left_at then 'leave'
    when new.office_id is distinct from old.office_id then 'follow' else 'tell' end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'petition-case', 'id', new.case_id);
begin
  perform assert_tenant(new.tenant_id);
  if not is_system() then perform assert_acting(); end if;
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if tg_op = 'UPDATE' then
    if (new.tenant_id, new.id, new.case_id, new.petition_id, new.account_id, new.reason, new.at)
        is distinct from (old.tenant_id, old.id, old.case_id, old.petition_id, old.account_id, old.reason, old.at)
      or old.left_at is not null then
      perform refuse_state('frozen', v_detail);
    end if;
    -- By itself: a letter that became a denunciation, was destroyed, or is handled by another office.
    if v_act = 'leave' and (v.identity <> 'plain' or v.destroyed_at is not null) or v_act = 'follow' and new.office_id = v.lead_office_id then
      return new;
    end if;
  end if;
  if is_system() then return new; end if;
  select lead_office_id into v_lead from petition_cases where tenant_id = new.tenant_id and id = new.case_id;
  if v.id is null or current_office() is distinct from v.lead_office_id and not (v_act = 'leave' and current_office() = v_lead) then
    perform refuse('part', v_detail);
  end if;
  if v_act = 'leave' then
    if new.left_by is distinct from current_account() then perform refuse('not-own-office', v_detail); end if;
    return new;
  end if;
  if v_act = 'tell' then
    if old.told_on is not null or new.told_on > portal_today() or new.told_by is distinct from current_account() or not exists (
        select 1 from petition_cases c where c.tenant_id = new.tenant_id and c.id = new.case_id and c.state = 'answered'
          and c.answered_on <= new.told_on) then
      perform refuse_state('state', v_detail);
    end if;
    return new;
  end if;
  if v_act <> 'join' then perform refuse_state('frozen', v_detail); end if;
  if new.office_id is distinct from v.lead_office_id or new.account_id is distinct from current_account() or new.left_at is not null
      or new.told_on is not null then
    perform refuse('not-own-office', v_detail);
  end if;
  if v.identity <> 'plain' or v.destroyed_at is not null or v.class is null or v.class not in ('complaint', 'proposal', 'feedback')
      or v.state in ('received', 'refused', 'withdrawn', 'split') then
    perform refuse_state('state', v_detail);
  end if;
  -- Joined, a letter is another's own: that one is in the case.
  if exists (select 1 from petition_joins j where j.tenant_id = new.tenant_id and j.petition_id = new.petition_id and j.kind = 'joined'
      and j.undone_at is null) then
    perform refuse_state('joined', v_detail);
  end if;
  -- No code is tried out: the case is known to the office, or a letter of it says the same as this one.
  if not can_read('petition-case', new.case_id) and not exists (
      select 1 from petition_case_members m
      join (select m1.other_id as id from petition_case_matches m1 where m1.tenant_id = new.tenant_id and m1.petition_id = new.petition_id
        union all select m2.petition_id from petition_case_matches m2 where m2.tenant_id = new.tenant_id and m2.other_id = new.petition_id) alike
        on alike.id = m.petition_id
      where m.tenant_id = new.tenant_id and m.case_id = new.case_id and m.left_at is null) then
    perform refuse('part', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on petition_case_members for each row execute function guard_case_member();

create function guard_case_representative() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_detail constant jsonb := jsonb_build_object('act', case tg_op when 'INSERT' then 'appoint' else 'endAppointment' end,
    'kind', 'petition-case', 'id', new.case_id);
begin
  perform assert_tenant(new.tenant_id);
  if not is_system() then perform assert_acting(); end if;
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if tg_op = 'UPDATE' then
    if (new.tenant_id, new.id, new.case_id, new.petition_id, new.document, new.appointed_on, new.office_id, new.account_id, new.at)
        is distinct from (old.tenant_id, old.id, old.case_id, old.petition_id, old.document, old.appointed_on, old.office_id,
          old.account_id, old.at) then
      perform refuse_state('frozen', v_detail);
    end if;
    -- By itself, with the letter.
    if not exists (select 1 from petition_case_members m where m.tenant_id = new.tenant_id and m.case_id = new.case_id
        and m.petition_id = new.petition_id and m.left_at is null) then return new; end if;
    if new.full_name is distinct from old.full_name or old.ended_at is not null then perform refuse_state('frozen', v_detail); end if;
  end if;
  if is_system() then return new; end if;
  if not exists (select 1 from petition_cases c where c.tenant_id = new.tenant_id and c.id = new.case_id
      and c.lead_office_id = current_office()) then
    perform refuse('part', v_detail);
  end if;
  if tg_op = 'UPDATE' then
    if new.ended_by is distinct from current_account() or length(trim(new.end_reason)) < 3 then perform refuse_state('state', v_detail); end if;
    return new;
  end if;
  if new.office_id is distinct from current_office() or new.account_id is distinct from current_account() or new.ended_at is not null
      or new.appointed_on > portal_today() then
    perform refuse('not-own-office', v_detail);
  end if;
  -- From among the senders: of a letter that is in the case, by the name on it, or one of many who signed it.
  if not exists (select 1 from petition_case_members m where m.tenant_id = new.tenant_id and m.case_id = new.case_id
        and m.petition_id = new.petition_id and m.left_at is null)
      or v.people_count = 1 and not exists (select 1 from petition_people pe where pe.tenant_id = new.tenant_id
        and pe.petition_id = new.petition_id and pe.identity = 'plain' and fold_vietnamese(pe.full_name) = fold_vietnamese(new.full_name)) then
    perform refuse_state('not-a-petitioner', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on petition_case_representatives
  for each row execute function guard_case_representative();

-- Asked when everything is written: as many as the people behind the case allow, of every case that changed.
create function check_case_representatives() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_case uuid;
  v_live bigint;
begin
  for v_case in select distinct case_id from (
      select case when tg_table_name <> 'petitions' then (to_jsonb(new) ->> 'case_id')::uuid end as case_id
      union all
      select m.case_id from petition_case_members m where tg_table_name = 'petitions' and m.tenant_id = new.tenant_id
        and m.petition_id = (to_jsonb(new) ->> 'id')::uuid and m.left_at is null) changed where case_id is not null loop
    -- One after the other, so that of two who appoint at once the second counts the first.
    perform 1 from petition_cases where tenant_id = new.tenant_id and id = v_case for no key update;
    select count(*) into v_live from petition_case_representatives r
      where r.tenant_id = new.tenant_id and r.case_id = v_case and r.ended_at is null;
    if v_live > most_representatives(case_people(new.tenant_id, v_case)) then
      perform refuse_state('representatives', jsonb_build_object('act', 'appoint', 'kind', 'petition-case', 'id', v_case));
    end if;
  end loop;
  return null;
end $$;
create constraint trigger count_representatives after insert on petition_case_representatives deferrable initially deferred
  for each row execute function check_case_representatives();
create constraint trigger count_representatives after update of left_at on petition_case_members deferrable initially deferred
  for each row execute function check_case_representatives();
create constraint trigger count_representatives after update of people_count on petitions deferrable initially deferred
  for each row when (new.people_count < old.people_count) execute function check_case_representatives();

-- Who speaks for a letter speaks no more once it left.
create function end_case_appointments() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  update petition_case_representatives set ended_at = new.left_at, ended_by = new.left_by, end_reason = new.left_reason
    where tenant_id = new.tenant_id and case_id = new.case_id and petition_id = new.petition_id and ended_at is null;
  return null;
end $$;
create trigger end_appointments after update of left_at on petition_case_members
  for each row when (new.left_at is not null and old.left_at is null) execute function end_case_appointments();

-- A letter that became a denunciation, or was destroyed, is in no case any more, and no name of it stays in one. Another office that
-- handles it is told of its case.
create function keep_case_of_petition() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if new.identity <> 'plain' or new.destroyed_at is not null then
    update petition_case_members set kept = null, left_at = now(), left_by = coalesce(current_account(), account_id),
        left_reason = case when new.destroyed_at is null then 'sealed' else 'destroyed' end
      where tenant_id = new.tenant_id and petition_id = new.id and left_at is null;
    update petition_case_representatives set full_name = '', kept = null
      where tenant_id = new.tenant_id and petition_id = new.id and full_name <> '';
  elsif new.lead_office_id is distinct from old.lead_office_id then
    update petition_case_members set office_id = new.lead_office_id
      where tenant_id = new.tenant_id and petition_id = new.id and left_at is null;
  end if;
  return null;
end $$;
create trigger keep_case after update of identity, destroyed_at, lead_office_id on petitions
  for each row when ((new.identity, new.lead_office_id) is distinct from (old.identity, old.lead_office_id)
    or new.destroyed_at is distinct from old.destroyed_at) execute function keep_case_of_petition();

-- Each step follows the one before; that it is dragged on follows all of them, and a letter that came after they were explained
-- (Luật Tiếp công dân 2013, art. 9(3)).
create function guard_case_step() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', case new.kind when 'persistent' then 'persist' else 'recordStep' end,
    'kind', 'petition-case', 'id', new.case_id);
  v_before constant text := case new.kind when 'reviewed' then 'settled' when 'notified' then 'reviewed' when 'explained' then 'notified'
    when 'persistent' then 'explained' end;
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  if not exists (select 1 from petition_cases c where c.tenant_id = new.tenant_id and c.id = new.case_id
      and c.lead_office_id = current_office()) then
    perform refuse('part', v_detail);
  end if;
  if new.office_id is distinct from current_office() or new.account_id is distinct from current_account() then
    perform refuse('not-own-office', v_detail);
  end if;
  if new.on_day > portal_today() or v_before is not null and not exists (
      select 1 from petition_case_steps s where s.tenant_id = new.tenant_id and s.case_id = new.case_id and s.kind = v_before
        and s.on_day <= new.on_day and (new.kind <> 'persistent' or exists (
          select 1 from petition_case_members m join petitions p on p.tenant_id = m.tenant_id and p.id = m.petition_id
          where m.tenant_id = new.tenant_id and m.case_id = new.case_id and m.left_at is null and p.received_on > s.on_day))) then
    perform refuse_state('steps-missing', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on petition_case_steps for each row execute function guard_case_step();

-- ---------- what is told of a case ----------

-- The letters of a case one may read: of another office's letter what the same letter tells, office, code, day and state.
create function case_members_of(p_case uuid)
returns table (id uuid, petition_id uuid, office_id uuid, office_code text, code text, since date, state text, people integer, readable boolean,
    reason text, at timestamptz, left_at timestamptz, left_reason text, told_on date, told_how text)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  if not can_read('petition-case', p_case) then return; end if;
  return query
  select m.id, m.petition_id, o.id, o.code, p.code, p.received_on, p.state, p.people_count, can_read('petition', p.id), m.reason, m.at, m.left_at,
    m.left_reason, m.told_on, m.told_how
  from petition_case_members m
  join petitions p on p.tenant_id = m.tenant_id and p.id = m.petition_id
  join offices o on o.tenant_id = m.tenant_id and o.id = m.office_id
  -- A letter that is sealed now is told of no more.
  where m.tenant_id = current_tenant() and m.case_id = p_case and p.identity = 'plain' and p.destroyed_at is null
  order by m.left_at is not null, p.received_on, p.id limit 500;
end $$;

-- Letters of other senders that say the same as a letter one may read, and the case each is in.
create function letters_of_one_case(p_petition uuid)
returns table (petition_id uuid, office_code text, code text, since date, state text, score integer, case_id uuid, case_code text, own boolean)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  if not can_read('petition', p_petition) then return; end if;
  return query
  with found as (
    select m.other_id as id, m.score from petition_case_matches m where m.tenant_id = current_tenant() and m.petition_id = p_petition
    union
    select m.petition_id, m.score from petition_case_matches m where m.tenant_id = current_tenant() and m.other_id = p_petition)
  select p.id, o.code, p.code, p.received_on, p.state, found.score, c.id, c.code, p.lead_office_id = current_office()
  from found
  join petitions p on p.tenant_id = current_tenant() and p.id = found.id
  join petitions self on self.tenant_id = current_tenant() and self.id = p_petition
  join offices o on o.tenant_id = current_tenant() and o.id = p.lead_office_id
  left join petition_case_members m on m.tenant_id = current_tenant() and m.petition_id = p.id and m.left_at is null
  left join petition_cases c on c.tenant_id = current_tenant() and c.id = m.case_id
  where p.identity = 'plain' and self.identity = 'plain' and p.destroyed_at is null
  order by found.score desc, p.id limit 20;
end $$;

-- The case a code names, for who may join it: known to the office, or told beside a letter of its own that says the same.
create function case_to_join(p_code text, p_petition uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select c.id from petition_cases c where c.tenant_id = current_tenant() and c.code = p_code
    and (can_read('petition-case', c.id) or exists (select 1 from letters_of_one_case(p_petition) l where l.case_id = c.id)));
end $$;

-- Which cases letters are in that were found while somebody typed: their codes and nothing else.
create function case_codes_of(p_petitions uuid[]) returns table (petition_id uuid, code text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select m.petition_id, c.code from unnest(p_petitions) as wanted (id)
  join petition_case_members m on m.tenant_id = current_tenant() and m.petition_id = wanted.id and m.left_at is null
  join petition_cases c on c.tenant_id = current_tenant() and c.id = m.case_id
$$;

-- What was found by what is kept no more is not told any more, of one case neither.
create or replace function sync_petition_marks() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    -- What was found by what is kept no more is not told any more: a letter that became a denunciation matches by its content only.
    delete from petition_matches where tenant_id = old.tenant_id and old.petition_id in (petition_id, other_id);
    delete from petition_case_matches where tenant_id = old.tenant_id and petition_id = old.petition_id;
    delete from petition_case_matches where tenant_id = old.tenant_id and other_id = old.petition_id;
    delete from petition_marks where tenant_id = old.tenant_id and petition_id = old.petition_id
      and mark = any (old.petitioner_marks || old.matter_marks);
    return null;
  end if;
  insert into petition_marks (tenant_id, mark, petition_id)
  select new.tenant_id, mark, new.petition_id from (select distinct unnest(new.petitioner_marks || new.matter_marks) as mark) marks;
  return null;
end $$;

do $$
declare f text;
begin
  foreach f in array array['sync_case_access()', 'guard_petition_case()', 'case_people(uuid, uuid)', 'most_representatives(bigint)',
      'guard_case_member()', 'guard_case_representative()', 'check_case_representatives()', 'end_case_appointments()',
      'keep_case_of_petition()', 'guard_case_step()', 'case_members_of(uuid)', 'letters_of_one_case(uuid)', 'case_to_join(text, uuid)',
      'case_codes_of(uuid[])'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function case_members_of(uuid), letters_of_one_case(uuid), case_to_join(text, uuid), case_codes_of(uuid[]),
  case_people(uuid, uuid) to portal_app;
