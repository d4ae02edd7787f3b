-- Which subject leads to which office, as the law has it since the agreement was signed, or where it says nothing: rows with the days they
-- hold on, beside the signed table, which stays as it was signed.

create table competence_rows (
  tenant_id uuid not null,
  id uuid not null,
  -- A subject of the signed table, whose row this one stands in for; or one of the province's own.
  subject_key text not null,
  label text not null,
  office_id uuid not null,
  -- The law it follows.
  basis text not null,
  valid_from date not null,
  valid_until date,
  account_id uuid not null,
  created_at timestamptz(6) not null,
  -- Who ended it, or took it back before it held.
  ended_by uuid,
  withdrawn_at timestamptz(6),
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenants (id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint competence_rows_subject check (subject_key ~ '^[a-z0-9-]{1,60}$'),
  constraint competence_rows_label check (length(trim(label)) between 5 and 300),
  constraint competence_rows_basis check (length(trim(basis)) between 5 and 500),
  constraint competence_rows_valid check (valid_until >= valid_from),
  constraint competence_rows_withdrawn_by check (withdrawn_at is null or ended_by is not null),
  -- On no day does a subject lead to two offices.
  constraint competence_rows_one_a_day exclude using gist
    (tenant_id with =, subject_key with =, daterange(valid_from, valid_until, '[]') with &&) where (withdrawn_at is null)
);
create index competence_rows_tenant_id_office_id_idx on competence_rows (tenant_id, office_id);

grant select on competence_rows to portal_app, portal_worker, portal_definer;
grant insert, update (valid_until, ended_by, withdrawn_at) on competence_rows to portal_app;

alter table competence_rows enable row level security;
alter table competence_rows force row level security;
create policy by_tenant_worker on competence_rows to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on competence_rows to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_in_tenant on competence_rows for select to portal_app using (tenant_id = (select current_tenant()));
create policy add_in_tenant on competence_rows for insert to portal_app
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()));
create policy change_in_tenant on competence_rows for update to portal_app
  using (tenant_id = (select current_tenant()))
  with check (tenant_id = (select current_tenant()) and ended_by = (select current_account()));

-- What held stays: a row begins today or later, and is only ended, or taken back before it began.
create function guard_competence_row() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'keep', 'kind', 'competence', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  if not is_system() then
    perform assert_acting();
    if tg_op = 'INSERT' then
      if new.valid_from < portal_today() or new.withdrawn_at is not null then perform refuse_state('day-past', v_detail); end if;
    else
      if (new.tenant_id, new.id, new.subject_key, new.label, new.office_id, new.basis, new.valid_from, new.account_id, new.created_at)
          is distinct from (old.tenant_id, old.id, old.subject_key, old.label, old.office_id, old.basis, old.valid_from, old.account_id,
            old.created_at)
        or old.withdrawn_at is not null or old.valid_until < portal_today() then
        perform refuse_state('frozen', v_detail);
      end if;
      if new.withdrawn_at is not null and old.valid_from <= portal_today()
        or new.valid_until is distinct from old.valid_until and (new.valid_until is null or new.valid_until < portal_today()
          or new.valid_until > old.valid_until) then
        perform refuse_state('state', v_detail);
      end if;
    end if;
  end if;
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, o.id, 'competence', new.tenant_id, now(), 'reader', false from offices o where o.tenant_id = new.tenant_id
  on conflict do nothing;
  return new;
end $$;
create trigger guard_write before insert or update on competence_rows for each row execute function guard_competence_row();

do $$
begin
  alter function guard_competence_row() owner to portal_definer;
  revoke execute on function guard_competence_row() from public;
end $$;
