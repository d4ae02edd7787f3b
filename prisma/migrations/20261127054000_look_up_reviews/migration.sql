-- The inspector of an office reviews who asked over all offices: a mark says up to when, and by whom.

create table look_up_reviews (
  tenant_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  reviewed_until timestamptz(6) not null,
  note text not null default '',
  account_id uuid not null,
  at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint look_up_reviews_of_what_was check (reviewed_until <= at),
  constraint look_up_reviews_note_short check (length(note) <= 500)
);
create index look_up_reviews_latest_idx on look_up_reviews (tenant_id, office_id, reviewed_until desc, id desc);
-- What an office joined and has still to file away stands on its desk.
create index petition_joins_of_office_idx on petition_joins (tenant_id, office_id, at desc, id desc) where kind = 'joined' and undone_at is null;

grant select, insert on look_up_reviews to portal_app;
grant select on look_up_reviews to portal_definer;

alter table look_up_reviews enable row level security;
alter table look_up_reviews force row level security;
create policy by_tenant_definer on look_up_reviews to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy own_office on look_up_reviews for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));
create policy record_own_review on look_up_reviews for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and account_id = (select current_account()));

create trigger append_only before update or delete on look_up_reviews for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on look_up_reviews for each statement execute function refuse_rewriting();

-- A review goes on from the one before: nothing is reviewed again, and nothing that is still to come.
create function guard_look_up_review() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  if new.reviewed_until > clock_timestamp() or exists (select 1 from look_up_reviews r where r.tenant_id = new.tenant_id
      and r.office_id = new.office_id and r.reviewed_until >= new.reviewed_until) then
    perform refuse_state('reviewed', jsonb_build_object('act', 'reviewLookUps', 'kind', 'petition'));
  end if;
  return new;
end $$;
create trigger guard_insert before insert on look_up_reviews for each row execute function guard_look_up_review();

do $$
begin
  alter function guard_look_up_review() owner to portal_definer;
  revoke execute on function guard_look_up_review() from public;
end $$;
