-- Who opened a sealed letter, when and why. Only put in, never changed; read by the office whose person looked.

create table petition_looks (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  office_id uuid not null,
  account_id uuid not null,
  file_id uuid,
  reason text not null,
  at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, file_id) references files (tenant_id, id) on update cascade on delete restrict,
  constraint petition_looks_say_why check (length(trim(reason)) between 5 and 300)
);
create index petition_looks_list_idx on petition_looks (tenant_id, office_id, at desc, id desc);
create index petition_looks_tenant_id_petition_id_idx on petition_looks (tenant_id, petition_id);
create index petition_looks_tenant_id_file_id_idx on petition_looks (tenant_id, file_id);

grant select, insert on petition_looks to portal_app;
grant select on petition_looks to portal_worker, portal_definer;

alter table petition_looks enable row level security;
alter table petition_looks force row level security;
create policy by_tenant_worker on petition_looks to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on petition_looks to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy own_office_looks on petition_looks for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));
create policy record_own_look on petition_looks for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and account_id = (select current_account()));

create trigger append_only before update or delete on petition_looks for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on petition_looks for each statement execute function refuse_rewriting();

-- Only who handles a sealed letter looks into it, and at the time that it is (Luật Tố cáo 2018, art. 8(3)).
create function guard_petition_look() returns trigger language plpgsql security definer
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
  if new.file_id is not null and not exists (select 1 from files f where f.tenant_id = new.tenant_id and f.id = new.file_id
      and f.subject_kind = 'petition' and f.subject_id = new.petition_id and f.removed_at is null) then
    perform refuse_state('state', v_detail);
  end if;
  new.at := clock_timestamp();
  return new;
end $$;
create trigger guard_insert before insert on petition_looks for each row execute function guard_petition_look();

do $$
begin
  alter function guard_petition_look() owner to portal_definer;
  revoke execute on function guard_petition_look() from public;
end $$;
