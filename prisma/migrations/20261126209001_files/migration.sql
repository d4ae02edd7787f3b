-- Files of items, read by who may read the item; their bytes lie in the storage under tenant and id.

create table files (
  tenant_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  office_id uuid,
  account_id uuid,
  name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  text_read boolean not null,
  sealed boolean not null default false,
  created_at timestamptz(6) not null,
  removed_at timestamptz(6),
  constraint files_pkey primary key (tenant_id, id),
  constraint files_tenant_id_office_id_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade
);
create index files_tenant_id_subject_kind_subject_id_id_idx on files (tenant_id, subject_kind, subject_id, id);
create index files_tenant_id_office_id_idx on files (tenant_id, office_id);

-- A form that came back to a browser without script; only a cookie of that browser holds the key.
create table returned_forms (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  sealed bytea not null,
  created_at timestamptz(6) not null,
  constraint returned_forms_pkey primary key (tenant_id, id)
);
create index returned_forms_tenant_id_created_at_idx on returned_forms (tenant_id, created_at);

-- A module that keeps files adds its kind here and a guard of its own below.
alter table files add constraint files_subject_kind_known check (subject_kind in ('task')),
  add constraint files_name_usable check (length(trim(name)) > 0 and length(name) <= 200 and name !~ '[[:cntrl:]/\\]'),
  add constraint files_type_known check (type in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain', 'text/csv',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/octet-stream')),
  -- What a sealed file is and is called is sealed as well.
  add constraint files_sealed_says_nothing check (sealed = (type = 'application/octet-stream')),
  add constraint files_size_positive check (size > 0),
  add constraint files_hash check (sha256 ~ '^[0-9a-f]{64}$'),
  add constraint files_sent_by_somebody check ((office_id is null) = (account_id is null));

grant select, insert, update (removed_at) on files to portal_app;
grant select on files to portal_worker;
grant select, insert on files to portal_definer;
grant select, insert on returned_forms to portal_app;
grant select, delete on returned_forms to portal_worker;

do $$
declare t text;
begin
  foreach t in array array['files', 'returned_forms'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
end $$;
create policy by_tenant_definer on files to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on files for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read(subject_kind, subject_id));
create policy write_by_access on files for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and account_id = (select current_account()) and can_read(subject_kind, subject_id));
create policy change_by_access on files for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read(subject_kind, subject_id))
  with check (tenant_id = (select current_tenant()));
create policy own_forms on returned_forms for select to portal_app
  using (tenant_id = (select current_tenant()) and account_id = (select current_account()));
create policy return_own_form on returned_forms for insert to portal_app
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()));

-- Whatever the item: an office takes back only its own file, and only once.
create function guard_file() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'attach', 'kind', new.subject_kind, 'id', new.subject_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  -- What a citizen sends is written by a function of the definer, which no office acts in.
  if new.office_id is null and current_account() is null then return new; end if;
  perform assert_acting();
  if new.office_id is distinct from current_office() then perform refuse('not-own-office', v_detail); end if;
  if tg_op = 'INSERT' then
    if new.account_id is distinct from current_account() then perform refuse('not-own-office', v_detail); end if;
    if new.removed_at is not null then perform refuse_state('state', v_detail); end if;
  elsif old.removed_at is not null or new.removed_at is null then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_file before insert or update on files for each row execute function guard_file();

-- Of a task: an assisting office with its own contribution, as long as it may change that (article 3 clause 8).
create function guard_task_file() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'contribute', 'kind', 'task', 'id', new.subject_id);
  v_part text;
begin
  if is_system() then return new; end if;
  select a.state into v_part from task_assists a
  where a.tenant_id = new.tenant_id and a.task_id = new.subject_id and a.office_id = new.office_id;
  if v_part is null then perform refuse('part', v_detail); end if;
  if not exists (select 1 from tasks t where t.tenant_id = new.tenant_id and t.id = new.subject_id and t.state = 'open') then
    perform refuse_state('state', v_detail);
  end if;
  if v_part not in ('asked', 'accepted', 'contributed') then perform refuse_state('assist-state', v_detail); end if;
  return new;
end $$;
create trigger guard_task_file before insert or update on files for each row when (new.subject_kind = 'task')
  execute function guard_task_file();

do $$
declare f text;
begin
  foreach f in array array['guard_file()', 'guard_task_file()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
