-- Days off, days worked in exchange and the limits of the law as data of each tenant: with their source, and who said so when.

create table legal_days (
  tenant_id uuid not null,
  day date not null,
  kind text not null,
  name text not null,
  source text not null,
  decided_on date,
  active boolean not null,
  mark text not null,
  account_id uuid,
  changed_at timestamptz(6) not null,
  primary key (tenant_id, day),
  foreign key (tenant_id) references tenants (id) on update cascade on delete restrict,
  constraint legal_days_kind_known check (kind in ('holiday', 'compensation', 'swap-off', 'make-up')),
  constraint legal_days_mark_known check (mark in ('text', 'press', 'general', 'undecided')),
  constraint legal_days_says_what check (length(trim(name)) > 0 and length(trim(source)) > 0),
  -- Only a weekend is worked in exchange; only a working day is given for another.
  constraint legal_days_weekday check (case when kind = 'make-up' then extract(isodow from day) in (6, 7)
    when kind in ('compensation', 'swap-off') then extract(isodow from day) not in (6, 7) else true end)
);

create table clock_rules (
  tenant_id uuid not null,
  id uuid not null,
  key text not null,
  version integer not null,
  step text not null,
  level integer,
  remote boolean,
  complex boolean,
  dismissal boolean,
  several_places boolean,
  start_event text not null,
  direction text not null,
  days integer,
  unit text not null,
  moves_off_day boolean not null,
  extension_days integer,
  extension_once integer,
  extension_twice integer,
  stops_from date,
  basis text not null,
  valid_from date not null,
  valid_until date,
  mark text not null,
  current boolean not null,
  ordinal integer not null,
  reason text not null default '',
  account_id uuid,
  created_at timestamptz(6) not null,
  primary key (tenant_id, id),
  unique (tenant_id, key, version),
  foreign key (tenant_id) references tenants (id) on update cascade on delete restrict,
  constraint clock_rules_version check (version > 0),
  constraint clock_rules_level check (level in (1, 2)),
  constraint clock_rules_direction_known check (direction in ('after', 'before')),
  constraint clock_rules_unit_known check (unit in ('calendar', 'working', 'year')),
  constraint clock_rules_days check (days between 1 and 3650),
  constraint clock_rules_extension check ((extension_days is null) = (extension_once is null)
    and (extension_days is null) = (extension_twice is null) and extension_days between 1 and 365
    and extension_once between 0 and 7 and extension_twice between extension_once and 7),
  constraint clock_rules_valid check (valid_until >= valid_from),
  constraint clock_rules_mark_known check (mark in ('text', 'press', 'general', 'undecided')),
  constraint clock_rules_basis check (length(trim(basis)) > 0),
  constraint clock_rules_changed_says_why check (version = 1 or length(trim(reason)) > 0),
  -- On no day are there two limits for the same case.
  constraint clock_rules_one_a_day exclude using gist (tenant_id with =, step with =, (coalesce(level, 0)) with =,
    (coalesce(remote::integer, -1)) with =, (coalesce(complex::integer, -1)) with =, (coalesce(dismissal::integer, -1)) with =,
    (coalesce(several_places::integer, -1)) with =, daterange(valid_from, valid_until, '[]') with &&) where (current)
);

create table clock_settings (
  tenant_id uuid not null primary key,
  moves_off_day boolean not null default true,
  revision integer not null default 1,
  account_id uuid,
  changed_at timestamptz(6),
  foreign key (tenant_id) references tenants (id) on update cascade on delete restrict
);

-- What a letter is to be done by, as it was reckoned. A date that changed is a new row; the one before stays, replaced.
create table petition_clocks (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  office_id uuid not null,
  step text not null,
  start_event text not null,
  started_on date not null,
  facts jsonb not null,
  status text not null,
  due_on date,
  remaining integer,
  rule_key text not null,
  rule_version integer not null,
  why jsonb not null,
  revision integer not null,
  met_on date,
  replaced_by_id uuid,
  reminded_at timestamptz(6),
  created_at timestamptz(6) not null,
  closed_at timestamptz(6),
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint petition_clocks_status_known check (status in ('running', 'stopped', 'met', 'ended', 'replaced')),
  constraint petition_clocks_has_a_date check ((due_on is null) = (remaining is not null)),
  constraint petition_clocks_running check (status <> 'running' or due_on is not null),
  constraint petition_clocks_stopped check (status <> 'stopped' or due_on is null),
  constraint petition_clocks_met check ((status = 'met') = (met_on is not null)),
  constraint petition_clocks_replaced check ((status = 'replaced') = (replaced_by_id is not null)),
  constraint petition_clocks_closed check ((status in ('running', 'stopped')) = (closed_at is null)),
  constraint petition_clocks_why check (jsonb_typeof(why) = 'array' and jsonb_typeof(facts) = 'object')
);
alter table petition_clocks add constraint petition_clocks_tenant_id_replaced_by_id_fkey
  foreign key (tenant_id, replaced_by_id) references petition_clocks (tenant_id, id) on update cascade on delete restrict
  deferrable initially deferred;
create index petition_clocks_tenant_id_petition_id_created_at_id_idx on petition_clocks (tenant_id, petition_id, created_at, id);
create index petition_clocks_tenant_id_replaced_by_id_idx on petition_clocks (tenant_id, replaced_by_id);
-- One clock a step of a letter is open since one day.
create unique index petition_clocks_one_open on petition_clocks (tenant_id, petition_id, step, started_on)
  where status in ('running', 'stopped');
create index petition_clocks_due_idx on petition_clocks (tenant_id, office_id, due_on, id) where status = 'running';
create index petition_clocks_remind_idx on petition_clocks (tenant_id, due_on, id) where status = 'running' and reminded_at is null;
create index petition_clocks_revision_idx on petition_clocks (tenant_id, revision, id) where status in ('running', 'stopped');

-- What was put on record of a letter for its clocks. Nothing of it is taken back: what was wrong is put right by a later line.
create table petition_milestones (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  kind text not null,
  on_day date not null,
  days integer,
  facts jsonb,
  document text not null default '',
  note text not null default '',
  office_id uuid not null,
  account_id uuid,
  at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint petition_milestones_kind_known check (kind in ('facts', 'accepted', 'acceptance-notified', 'dialogue',
    'dialogue-notified', 'extended', 'suspended', 'resumed', 'terminated', 'suspension-sent', 'decided', 'decision-sent',
    'concluded', 'published', 'outcome-told', 'referrer-told', 'refusal-notified')),
  constraint petition_milestones_days check (days is null or kind = 'extended' and days between 1 and 365),
  constraint petition_milestones_facts check ((kind = 'facts') = (facts is not null) and jsonb_typeof(facts) = 'object')
);
create index petition_milestones_tenant_id_petition_id_on_day_id_idx on petition_milestones (tenant_id, petition_id, on_day, id);

-- ---------- rights and row security ----------

grant select on legal_days, clock_rules, clock_settings to portal_app, portal_worker, portal_definer;
grant insert, update (kind, name, source, decided_on, active, mark, account_id, changed_at) on legal_days to portal_app;
grant insert on clock_rules to portal_app;
grant update (moves_off_day, revision, account_id, changed_at) on clock_settings to portal_app;
grant insert on legal_days, clock_rules, clock_settings to portal_definer;
grant select, insert, update (status, met_on, replaced_by_id, closed_at, why, revision, reminded_at) on petition_clocks
  to portal_app, portal_worker;
grant select on petition_clocks, petition_milestones to portal_definer;
grant select, insert on petition_milestones to portal_app;
grant select on petition_milestones to portal_worker;
grant update (current) on clock_rules to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['legal_days', 'clock_rules', 'clock_settings', 'petition_clocks', 'petition_milestones'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['legal_days', 'clock_rules', 'clock_settings'] loop
    execute format('create policy read_in_tenant on %I for select to portal_app using (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['legal_days', 'clock_rules'] loop
    execute format('create policy write_in_tenant on %I for insert to portal_app
      with check (tenant_id = (select current_tenant()) and account_id = (select current_account()))', t);
  end loop;
  foreach t in array array['legal_days', 'clock_settings'] loop
    execute format('create policy change_in_tenant on %I for update to portal_app
      using (tenant_id = (select current_tenant()))
      with check (tenant_id = (select current_tenant()) and account_id = (select current_account()))', t);
  end loop;
end $$;

-- The office that owes it, and every office that reads the letter.
create policy read_by_access on petition_clocks for select to portal_app
  using (tenant_id = (select current_tenant()) and (office_id = (select current_office()) or can_read('petition', petition_id)));
create policy write_in_tenant on petition_clocks for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_by_access on petition_clocks for update to portal_app
  using (tenant_id = (select current_tenant()) and (office_id = (select current_office()) or can_read('petition', petition_id)))
  with check (tenant_id = (select current_tenant()));

create policy read_by_access on petition_milestones for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id));
create policy write_own on petition_milestones for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office()) and account_id = (select current_account()));

-- Only the office that handles a letter says what became of it.
create function guard_milestone() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if is_system() then return new; end if;
  if current_office() is distinct from (
    select p.lead_office_id from petitions p where p.tenant_id = new.tenant_id and p.id = new.petition_id) then
    perform refuse('part', jsonb_build_object('act', 'record', 'kind', 'petition', 'id', new.petition_id));
  end if;
  return new;
end $$;
create trigger guard before insert on petition_milestones for each row execute function guard_milestone();

-- A date that was told is never written over, and what is closed stays closed.
create function guard_clock() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'keep', 'kind', 'petition-clock', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if tg_op = 'INSERT' then
    if not is_system() and new.office_id is distinct from current_office() and not can_read('petition', new.petition_id) then
      perform refuse('part', v_detail);
    end if;
    return new;
  end if;
  if old.status not in ('running', 'stopped') then perform refuse_state('state', v_detail); end if;
  return new;
end $$;
create trigger guard before insert or update on petition_clocks for each row execute function guard_clock();

-- Who changes days, limits or the switch acts from a post; row security asks that the own account stands under it. What stands
-- under nobody's account is what the tenant began with.
create function guard_legal_calendar() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  return new;
end $$;
create trigger guard before insert or update on legal_days for each row
  when (new.account_id is not null) execute function guard_legal_calendar();
create trigger guard before update on clock_settings for each row
  when (new.account_id is not null) execute function guard_legal_calendar();

-- A rule is never changed: a new version takes the place of the one before.
create function guard_clock_rule() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_last constant integer := (
  select max(version) from clock_rules where tenant_id = new.tenant_id and key = new.key);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if new.version <> coalesce(v_last, 0) + 1 or not new.current then
    perform refuse_state('stale', jsonb_build_object('act', 'decide', 'kind', 'legal-calendar'));
  end if;
  update clock_rules set current = false where tenant_id = new.tenant_id and key = new.key and current;
  return new;
end $$;
create trigger guard before insert on clock_rules for each row
  when (new.account_id is not null) execute function guard_clock_rule();

-- What was decided about the calendar every office of the province may read in its history.
create function open_legal_calendar() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, o.id, 'legal-calendar', new.tenant_id, now(), 'reader', false
  from offices o where o.tenant_id = new.tenant_id
  on conflict do nothing;
  return null;
end $$;
create trigger open_history after update on clock_settings for each row execute function open_legal_calendar();

-- ---------- what every tenant begins with ----------

-- Read from lib/petitions/clocks/default-days.ts and default-rules.ts; a test holds them together.
create function begin_clocks(p_tenant uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  insert into clock_settings (tenant_id) values (p_tenant);
  insert into legal_days (tenant_id, day, kind, name, source, decided_on, active, mark, changed_at)
  select p_tenant, d.*, now() from (values
    (date '2022-01-01', 'holiday', 'Tết Dương lịch', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-01-03', 'compensation', 'Tết Dương lịch', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-01-31', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-02-01', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-02-02', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-02-03', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-02-04', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-04-10', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-04-11', 'compensation', 'Giỗ Tổ Hùng Vương', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-05-02', 'compensation', 'Ngày Chiến thắng', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-05-03', 'compensation', 'Ngày Quốc tế lao động', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-09-01', 'holiday', 'Quốc khánh', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2022-09-02', 'holiday', 'Quốc khánh', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-01', 'holiday', 'Tết Dương lịch', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-02', 'compensation', 'Tết Dương lịch', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-20', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-21', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-22', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-23', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-24', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-25', 'compensation', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-01-26', 'compensation', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-04-29', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-05-02', 'compensation', 'Giỗ Tổ Hùng Vương', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-05-03', 'compensation', 'Ngày Chiến thắng', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-09-01', 'holiday', 'Quốc khánh', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-09-02', 'holiday', 'Quốc khánh', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2023-09-04', 'compensation', 'Quốc khánh', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-01-01', 'holiday', 'Tết Dương lịch', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-02-08', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-02-09', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-02-10', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-02-11', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-02-12', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-02-13', 'compensation', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-02-14', 'compensation', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-04-18', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-04-29', 'swap-off', 'Nghỉ hoán đổi dịp 30/4', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-05-04', 'make-up', 'Làm bù cho ngày 29/4', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-09-02', 'holiday', 'Quốc khánh', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2024-09-03', 'holiday', 'Quốc khánh', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2025-01-01', 'holiday', 'Tết Dương lịch', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2025-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2025-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2025-04-26', 'make-up', 'Làm bù cho ngày 02/5', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2026-01-01', 'holiday', 'Tết Dương lịch', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2027-01-01', 'holiday', 'Tết Dương lịch', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2027-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2027-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2027-05-03', 'compensation', 'Ngày Quốc tế lao động', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2027-09-02', 'holiday', 'Quốc khánh', 'Điều 111, Điều 112 Bộ luật Lao động 2019', null::date, true, 'general'),
    (date '2025-01-27', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)', null::date, true, 'press'),
    (date '2025-01-28', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)', null::date, true, 'press'),
    (date '2025-01-29', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)', null::date, true, 'press'),
    (date '2025-01-30', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)', null::date, true, 'press'),
    (date '2025-01-31', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)', null::date, true, 'press'),
    (date '2025-05-02', 'swap-off', 'Nghỉ hoán đổi dịp 30/4', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)', null::date, true, 'press'),
    (date '2025-09-01', 'holiday', 'Quốc khánh', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)', null::date, true, 'press'),
    (date '2025-09-02', 'holiday', 'Quốc khánh', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)', null::date, true, 'press'),
    (date '2026-01-02', 'swap-off', 'Nghỉ hoán đổi dịp Tết Dương lịch', 'Văn bản 12729/VPCP-KGVX (theo báo chí)', date '2025-12-25', true, 'press'),
    (date '2026-01-10', 'make-up', 'Làm bù cho ngày 02/01', 'Văn bản 12729/VPCP-KGVX (theo báo chí)', date '2025-12-25', true, 'press'),
    (date '2026-02-16', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-02-17', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-02-18', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-02-19', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-02-20', 'holiday', 'Tết Nguyên đán', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-04-27', 'compensation', 'Giỗ Tổ Hùng Vương', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-04-30', 'holiday', 'Ngày Chiến thắng', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-08-22', 'make-up', 'Làm bù cho ngày 31/8', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-08-31', 'swap-off', 'Nghỉ hoán đổi dịp Quốc khánh', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-09-01', 'holiday', 'Quốc khánh', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2026-09-02', 'holiday', 'Quốc khánh', 'Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)', null::date, true, 'press'),
    (date '2027-02-05', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019; phương án nghỉ chưa công bố', null::date, true, 'undecided'),
    (date '2027-02-06', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019; phương án nghỉ chưa công bố', null::date, true, 'undecided'),
    (date '2027-02-07', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019; phương án nghỉ chưa công bố', null::date, true, 'undecided'),
    (date '2027-02-08', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019; phương án nghỉ chưa công bố', null::date, true, 'undecided'),
    (date '2027-02-09', 'holiday', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019; phương án nghỉ chưa công bố', null::date, true, 'undecided'),
    (date '2027-02-10', 'compensation', 'Tết Nguyên đán', 'Điều 111, Điều 112 Bộ luật Lao động 2019; phương án nghỉ chưa công bố', null::date, true, 'undecided'),
    (date '2027-02-04', 'holiday', 'Tết Nguyên đán', 'Chưa công bố', null::date, false, 'undecided'),
    (date '2027-02-11', 'compensation', 'Tết Nguyên đán', 'Chưa công bố', null::date, false, 'undecided'),
    (date '2027-09-01', 'holiday', 'Quốc khánh', 'Chưa công bố', null::date, false, 'undecided'),
    (date '2027-09-03', 'holiday', 'Quốc khánh', 'Chưa công bố', null::date, false, 'undecided'),
    (date '2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 80-NQ/TW; chưa thấy văn bản quy định ngày nghỉ', null::date, false, 'undecided'),
    (date '2027-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 80-NQ/TW; chưa thấy văn bản quy định ngày nghỉ', null::date, false, 'undecided')
  ) d (day, kind, name, source, decided_on, active, mark);
  insert into clock_rules (tenant_id, id, version, current, created_at, key, step, level, remote, complex, dismissal,
    several_places, start_event, direction, days, unit, moves_off_day, extension_days, extension_once, extension_twice,
    stops_from, basis, valid_from, valid_until, mark, ordinal)
  select p_tenant, gen_random_uuid(), 1, true, now(), r.key, r.step, r.level::integer, r.remote::boolean, r.complex::boolean,
    r.dismissal::boolean, r.several_places::boolean, r.start_event, r.direction, r.days, r.unit, r.moves_off_day,
    r.extension_days::integer, r.extension_once::integer, r.extension_twice::integer, r.stops_from::date, r.basis,
    r.valid_from::date, r.valid_until::date, r.mark, r.ordinal
  from (values
    ('complaint.lodge', 'complaint-lodge', null, null, null, null, null, 'decision-known', 'after', 90, 'calendar', true, null, null, null,
      '2012-07-01', 'Điều 9 Luật Khiếu nại', '2012-07-01', null, 'text', 1),
    ('complaint.accept.before-2026-07', 'complaint-accept', null, null, null, null, null, 'received', 'after', 10, 'calendar', true, null, null, null,
      null, 'Điều 27, Điều 36 Luật Khiếu nại', '2012-07-01', '2026-06-30', 'undecided', 2),
    ('complaint.accept', 'complaint-accept', null, null, null, null, null, 'received', 'after', 7, 'working', true, null, null, null,
      null, 'khoản 1 Điều 16 Nghị định 124/2020/NĐ-CP (sửa đổi tại Điều 10 Nghị định 155/2026/NĐ-CP)', '2026-07-01', null, 'text', 3),
    ('complaint.settle.1', 'complaint-settle', 1, false, false, null, null, 'accepted', 'after', 30, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 28 Luật Khiếu nại', '2012-07-01', null, 'text', 4),
    ('complaint.settle.1.complex', 'complaint-settle', 1, false, true, null, null, 'accepted', 'after', 45, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 28 Luật Khiếu nại', '2012-07-01', null, 'text', 5),
    ('complaint.settle.1.remote', 'complaint-settle', 1, true, false, null, null, 'accepted', 'after', 45, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 28 Luật Khiếu nại', '2012-07-01', null, 'text', 6),
    ('complaint.settle.1.remote.complex', 'complaint-settle', 1, true, true, null, null, 'accepted', 'after', 60, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 28 Luật Khiếu nại', '2012-07-01', null, 'text', 7),
    ('complaint.settle.2', 'complaint-settle', 2, false, false, null, null, 'accepted', 'after', 45, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 37 Luật Khiếu nại', '2012-07-01', null, 'text', 8),
    ('complaint.settle.2.complex', 'complaint-settle', 2, false, true, null, null, 'accepted', 'after', 60, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 37 Luật Khiếu nại', '2012-07-01', null, 'text', 9),
    ('complaint.settle.2.remote', 'complaint-settle', 2, true, false, null, null, 'accepted', 'after', 60, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 37 Luật Khiếu nại', '2012-07-01', null, 'text', 10),
    ('complaint.settle.2.remote.complex', 'complaint-settle', 2, true, true, null, null, 'accepted', 'after', 70, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 37 Luật Khiếu nại', '2012-07-01', null, 'text', 11),
    ('complaint.dialogue-notice', 'complaint-dialogue-notice', null, null, null, null, null, 'dialogue', 'before', 5, 'calendar', false, null, null, null,
      null, 'khoản 1 Điều 28 Nghị định 124/2020/NĐ-CP (sửa đổi tại Điều 11 Nghị định 155/2026/NĐ-CP)', '2026-07-01', null, 'text', 12),
    ('complaint.send-decision.1', 'complaint-send-decision', 1, null, null, null, null, 'decided', 'after', 3, 'working', true, null, null, null,
      null, 'Điều 32 Luật Khiếu nại', '2012-07-01', null, 'text', 13),
    ('complaint.send-decision.2', 'complaint-send-decision', 2, null, null, null, null, 'decided', 'after', 7, 'calendar', true, null, null, null,
      null, 'Điều 41 Luật Khiếu nại', '2012-07-01', null, 'text', 14),
    ('complaint.second', 'complaint-second', null, false, null, null, null, 'decision-received', 'after', 30, 'calendar', true, null, null, null,
      null, 'khoản 1 Điều 33 Luật Khiếu nại', '2012-07-01', null, 'text', 15),
    ('complaint.second.remote', 'complaint-second', null, true, null, null, null, 'decision-received', 'after', 45, 'calendar', true, null, null, null,
      null, 'khoản 1 Điều 33 Luật Khiếu nại', '2012-07-01', null, 'text', 16),
    ('complaint.lawsuit', 'complaint-lawsuit', null, null, null, null, null, 'decision-known', 'after', 1, 'year', true, null, null, null,
      null, 'Điều 116 Luật Tố tụng hành chính', '2016-07-01', null, 'press', 17),
    ('complaint.effective', 'complaint-effective', null, false, null, null, null, 'decided', 'after', 30, 'calendar', true, null, null, null,
      null, 'Điều 44 Luật Khiếu nại', '2012-07-01', null, 'text', 18),
    ('complaint.effective.remote', 'complaint-effective', null, true, null, null, null, 'decided', 'after', 45, 'calendar', true, null, null, null,
      null, 'Điều 44 Luật Khiếu nại', '2012-07-01', null, 'text', 19),
    ('complaint.send-suspension', 'complaint-send-suspension', null, null, null, null, null, 'suspension-decided', 'after', 3, 'working', true, null, null, null,
      null, 'Điều 28b Nghị định 124/2020/NĐ-CP (bổ sung tại Điều 12 Nghị định 155/2026/NĐ-CP)', '2026-07-01', null, 'text', 20),
    ('discipline.lodge', 'discipline-lodge', null, null, null, null, null, 'discipline-received', 'after', 15, 'calendar', true, null, null, null,
      '2012-07-01', 'Điều 48 Luật Khiếu nại', '2012-07-01', null, 'text', 21),
    ('discipline.second', 'discipline-second', null, null, null, false, null, 'decision-received', 'after', 10, 'calendar', true, null, null, null,
      '2012-07-01', 'Điều 48 Luật Khiếu nại', '2012-07-01', null, 'text', 22),
    ('discipline.second.dismissal', 'discipline-second', null, null, null, true, null, 'decision-received', 'after', 30, 'calendar', true, null, null, null,
      '2012-07-01', 'Điều 48 Luật Khiếu nại', '2012-07-01', null, 'text', 23),
    ('discipline.accept.before-2026-07', 'discipline-accept', null, null, null, null, null, 'received', 'after', 10, 'calendar', true, null, null, null,
      null, 'Điều 50 Luật Khiếu nại', '2012-07-01', '2026-06-30', 'undecided', 24),
    ('discipline.accept', 'discipline-accept', null, null, null, null, null, 'received', 'after', 7, 'working', true, null, null, null,
      null, 'khoản 1 Điều 16 Nghị định 124/2020/NĐ-CP (sửa đổi tại Điều 10 Nghị định 155/2026/NĐ-CP)', '2026-07-01', null, 'text', 25),
    ('discipline.settle', 'discipline-settle', null, null, false, null, null, 'accepted', 'after', 30, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 50 Luật Khiếu nại', '2012-07-01', null, 'text', 26),
    ('discipline.settle.complex', 'discipline-settle', null, null, true, null, null, 'accepted', 'after', 45, 'calendar', true, null, null, null,
      '2026-07-01', 'Điều 50 Luật Khiếu nại', '2012-07-01', null, 'text', 27),
    ('discipline.effective', 'discipline-effective', null, null, null, null, null, 'decided', 'after', 30, 'calendar', true, null, null, null,
      null, 'Điều 57 Luật Khiếu nại', '2012-07-01', null, 'text', 28),
    ('denunciation.register', 'denunciation-register', null, null, null, null, false, 'received', 'after', 7, 'working', true, null, null, null,
      null, 'khoản 1 Điều 24 Luật Tố cáo', '2019-01-01', null, 'text', 29),
    ('denunciation.register.several-places', 'denunciation-register', null, null, null, null, true, 'received', 'after', 10, 'working', true, null, null, null,
      null, 'khoản 1 Điều 24 Luật Tố cáo', '2019-01-01', null, 'text', 30),
    ('denunciation.forward', 'denunciation-forward', null, null, null, null, null, 'received', 'after', 5, 'working', true, null, null, null,
      null, 'khoản 2 Điều 24 Luật Tố cáo', '2019-01-01', null, 'text', 31),
    ('denunciation.notify-acceptance', 'denunciation-notify-acceptance', null, null, null, null, null, 'accepted', 'after', 5, 'working', true, null, null, null,
      null, 'khoản 3 Điều 29 Luật Tố cáo, Điều 9 Nghị định 31/2019/NĐ-CP', '2019-01-01', null, 'text', 32),
    ('denunciation.settle', 'denunciation-settle', null, null, null, null, null, 'accepted', 'after', 30, 'calendar', true, 30, 1, 2,
      '2019-01-01', 'Điều 30 Luật Tố cáo', '2019-01-01', null, 'text', 33),
    ('denunciation.reply-referrer', 'denunciation-reply-referrer', null, null, null, null, null, 'received', 'after', 20, 'calendar', true, null, null, null,
      null, 'khoản 2 Điều 26 Luật Tố cáo', '2019-01-01', null, 'text', 34),
    ('denunciation.review-further', 'denunciation-review-further', null, null, null, null, null, 'received', 'after', 20, 'calendar', true, null, null, null,
      null, 'khoản 2 Điều 37 Luật Tố cáo', '2019-01-01', null, 'text', 35),
    ('denunciation.demand-report', 'denunciation-demand-report', null, null, null, null, null, 'overdue', 'after', 5, 'working', true, null, null, null,
      null, 'khoản 2 Điều 38 Luật Tố cáo', '2019-01-01', null, 'text', 36),
    ('denunciation.send-report', 'denunciation-send-report', null, null, null, null, null, 'demand-received', 'after', 5, 'working', true, null, null, null,
      null, 'khoản 3 Điều 38 Luật Tố cáo', '2019-01-01', null, 'text', 37),
    ('denunciation.publish', 'denunciation-publish', null, null, null, null, null, 'concluded', 'after', 7, 'working', true, null, null, null,
      null, 'khoản 1 Điều 40 Luật Tố cáo', '2019-01-01', null, 'text', 38),
    ('denunciation.send-suspension', 'denunciation-send-suspension', null, null, null, null, null, 'suspension-decided', 'after', 5, 'working', true, null, null, null,
      null, 'khoản 4 Điều 34 Luật Tố cáo', '2019-01-01', null, 'text', 39),
    ('reception.outcome', 'reception-outcome', null, null, null, null, null, 'received', 'after', 10, 'working', true, null, null, null,
      null, 'khoản 1 Điều 28 Luật Tiếp công dân', '2014-07-01', null, 'text', 40),
    ('reception.refusal', 'reception-refusal', null, null, null, null, null, 'refused', 'after', 3, 'working', true, null, null, null,
      null, 'khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP', '2026-07-01', null, 'text', 41),
    ('referral.tell-referrer', 'referral-tell-referrer', null, null, null, null, null, 'settled', 'after', 7, 'working', true, null, null, null,
      null, 'khoản 2 Điều 27 Luật Tiếp công dân', '2014-07-01', null, 'text', 42),
    ('referral.pass-result', 'referral-pass-result', null, null, null, null, null, 'result-received', 'after', 5, 'working', true, null, null, null,
      null, 'khoản 2 Điều 28 Luật Tiếp công dân', '2014-07-01', null, 'text', 43),
    ('handler.discipline', 'handler-discipline', null, null, null, null, null, 'received', 'after', 45, 'calendar', true, null, null, null,
      null, 'điểm b khoản 3 Điều 41 Nghị định 154/2026/NĐ-CP', '2026-07-01', null, 'text', 44),
    ('party.proposal-notice', 'party-proposal-notice', null, null, null, null, null, 'received', 'after', 10, 'working', true, null, null, null,
      null, 'Quy định 11-QĐi/TW', '2019-02-18', null, 'press', 45),
    ('proposal.settle', 'proposal-settle', null, null, null, null, null, 'received', 'after', null, 'calendar', true, null, null, null,
      null, 'Luật không quy định; theo quy chế phối hợp', '2014-07-01', null, 'undecided', 46),
    ('voters-petition.answer', 'voters-petition-answer', null, null, null, null, null, 'received', 'after', 60, 'calendar', true, null, null, null,
      null, 'khoản 1 Điều 49 Nghị quyết liên tịch 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN', '2025-02-20', null, 'text', 47),
    ('file.retention', 'file-retention', null, null, null, null, null, 'filed-away', 'after', 1, 'year', true, null, null, null,
      null, 'Điều 28 Thông tư 05/2021/TT-TTCP', '2021-11-15', null, 'press', 48)
  ) r (key, step, level, remote, complex, dismissal, several_places, start_event, direction, days, unit, moves_off_day,
    extension_days, extension_once, extension_twice, stops_from, basis, valid_from, valid_until, mark, ordinal);
  perform set_config('app.tenant_id', v_before, true);
end $$;

create function begin_clocks_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform begin_clocks(new.id);
  return null;
end $$;

do $$
declare f text;
begin
  foreach f in array array['guard_clock()', 'guard_milestone()', 'guard_legal_calendar()', 'guard_clock_rule()', 'open_legal_calendar()', 'begin_clocks(uuid)',
      'begin_clocks_after()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

create trigger begin_clocks after insert on tenants for each row execute function begin_clocks_after();

-- Tenants that were there before this migration.
do $$
declare t record;
begin
  for t in select id from tenants loop perform begin_clocks(t.id); end loop;
end $$;
