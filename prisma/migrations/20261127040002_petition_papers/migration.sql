-- Papers that leave about a letter (NĐ 30/2020): numbered by year and series, frozen once issued, replaced or corrected by another.

create table petition_papers (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  office_id uuid not null,
  kind text not null,
  -- Type and symbol, "/TB-VPUBND": each has numbers of its own.
  series text not null,
  year integer not null,
  -- The number in the office's own register; null where the office's document system gave it.
  ordinal integer,
  number text not null,
  issued_on date not null,
  signer_post_id uuid not null,
  signer text not null,
  replaces_id uuid,
  corrects_id uuid,
  reason text not null default '',
  -- It says who wrote the letter: it no longer opens once that is sealed.
  names boolean not null,
  -- The paper, under the key of its letter.
  sealed bytea not null,
  account_id uuid not null,
  at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, signer_post_id) references posts (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, replaces_id) references petition_papers (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, corrects_id) references petition_papers (tenant_id, id) on update cascade on delete restrict,
  constraint petition_papers_kind_known check (kind in ('acceptance', 'refusal', 'guidance', 'forwarding', 'verification', 'dialogue',
    'decision', 'conclusion', 'extension', 'correction')),
  constraint petition_papers_number check (length(trim(number)) between 1 and 60 and length(series) between 1 and 60),
  constraint petition_papers_ordinal check (ordinal > 0),
  constraint petition_papers_year_of_issue check (year = extract(year from issued_on)),
  constraint petition_papers_correction_of check ((kind = 'correction') = (corrects_id is not null)),
  constraint petition_papers_replacing_says_why check (replaces_id is null or length(trim(reason)) >= 5)
);
create index petition_papers_tenant_id_petition_id_idx on petition_papers (tenant_id, petition_id);
create index petition_papers_tenant_id_signer_post_id_idx on petition_papers (tenant_id, signer_post_id);
create index petition_papers_tenant_id_corrects_id_idx on petition_papers (tenant_id, corrects_id);
-- A number is used once a year, whoever gave it, and a paper is replaced once.
create unique index petition_papers_number_once on petition_papers (tenant_id, office_id, year, number);
create unique index petition_papers_ordinal_once on petition_papers (tenant_id, office_id, year, series, ordinal);
create unique index petition_papers_replaced_once on petition_papers (tenant_id, replaces_id);

grant select, insert on petition_papers to portal_app;
grant select on petition_papers to portal_worker, portal_definer;

alter table petition_papers enable row level security;
alter table petition_papers force row level security;
create policy by_tenant_worker on petition_papers to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on petition_papers to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on petition_papers for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id));
create policy write_in_tenant on petition_papers for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and account_id = (select current_account()));

create trigger append_only before update or delete on petition_papers for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on petition_papers for each statement execute function refuse_rewriting();

create function guard_petition_paper() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_of petition_papers;
  v_detail constant jsonb := jsonb_build_object('act', 'issuePaper', 'kind', 'petition', 'id', new.petition_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if v.id is null or current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if v.destroyed_at is not null or v.state not in ('classified', 'accepted', 'suspended', 'forwarded', 'guided', 'returned', 'settled',
      'not-accepted', 'withdrawn') or new.issued_on <> portal_today() then
    perform refuse_state('state', v_detail);
  end if;
  -- Of who may be a denouncer nothing is said (Luật Tố cáo 2018, art. 8(3)).
  if v.identity = 'sealed' and new.names then perform refuse_state('names-denouncer', v_detail); end if;
  if new.kind = 'conclusion' and v.class is distinct from 'denunciation'
    or new.kind in ('decision', 'dialogue') and v.class is distinct from 'complaint'
    or new.kind in ('acceptance', 'refusal', 'verification', 'extension') and v.class not in ('complaint', 'denunciation') then
    perform refuse_state('not-of-class', v_detail);
  end if;
  if new.ordinal is not null and new.ordinal <> 1 + coalesce((select max(p.ordinal) from petition_papers p
      where p.tenant_id = new.tenant_id and p.office_id = new.office_id and p.year = new.year and p.series = new.series), 0) then
    perform refuse_state('number-not-next', v_detail);
  end if;
  if coalesce(new.replaces_id, new.corrects_id) is not null then
    select * into v_of from petition_papers where tenant_id = new.tenant_id and id = coalesce(new.replaces_id, new.corrects_id);
    if v_of.id is null or v_of.petition_id <> new.petition_id or v_of.office_id <> new.office_id
      or new.replaces_id is not null and v_of.kind <> new.kind
      or exists (select 1 from petition_papers p where p.tenant_id = new.tenant_id and p.replaces_id = v_of.id) then
      perform refuse_state('not-of-paper', v_detail);
    end if;
  end if;
  return new;
end $$;
create trigger guard_insert before insert on petition_papers for each row execute function guard_petition_paper();

do $$
begin
  alter function guard_petition_paper() owner to portal_definer;
  revoke execute on function guard_petition_paper() from public;
end $$;
