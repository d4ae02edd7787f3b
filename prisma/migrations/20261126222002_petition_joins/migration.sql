-- A letter that is the same as an earlier one is joined to it and handled with it, or kept apart for a reason. Either is undone, and
-- the trace stays.

create table petition_joins (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  other_id uuid not null,
  kind text not null,
  reason text not null default '',
  office_id uuid not null,
  account_id uuid not null,
  at timestamptz(6) not null,
  undone_at timestamptz(6),
  undone_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, other_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint petition_joins_kind_known check (kind in ('joined', 'apart')),
  constraint petition_joins_of_two check (petition_id <> other_id),
  constraint petition_joins_apart_says_why check (kind <> 'apart' or length(trim(reason)) > 0),
  constraint petition_joins_undone_by_whom check ((undone_at is null) = (undone_by is null))
);
create index petition_joins_tenant_id_petition_id_idx on petition_joins (tenant_id, petition_id);
create index petition_joins_tenant_id_other_id_idx on petition_joins (tenant_id, other_id);
-- One first letter, and one answer about a pair, at a time.
create unique index petition_joins_one_first on petition_joins (tenant_id, petition_id) where kind = 'joined' and undone_at is null;
create unique index petition_joins_one_answer on petition_joins (tenant_id, petition_id, other_id) where undone_at is null;

alter table petition_joins enable row level security;
alter table petition_joins force row level security;
create policy by_tenant_definer on petition_joins to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_worker on petition_joins to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on petition_joins for select to portal_app
  using (tenant_id = (select current_tenant()) and (can_read('petition', petition_id) or can_read('petition', other_id)));
create policy write_in_tenant on petition_joins for insert to portal_app
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()));
create policy change_by_access on petition_joins for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id)) with check (tenant_id = (select current_tenant()));
grant select, insert, update (undone_at, undone_by) on petition_joins to portal_app;
grant select on petition_joins to portal_worker, portal_definer;

-- Only what was found to be the same is joined, the later to the first, and neither where somebody may be denounced.
create function guard_petition_join() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_first petitions;
  v_act constant text := case when tg_op = 'UPDATE' then 'undoJoin' when new.kind = 'joined' then 'join' else 'keepApart' end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'petition', 'id', new.petition_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if v.id is null or current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if v.state not in ('received', 'classified') then perform refuse_state('state', v_detail); end if;
  if tg_op = 'UPDATE' then
    if (new.tenant_id, new.id, new.petition_id, new.other_id, new.kind, new.reason, new.office_id, new.account_id, new.at)
        is distinct from (old.tenant_id, old.id, old.petition_id, old.other_id, old.kind, old.reason, old.office_id, old.account_id, old.at)
      or old.undone_at is not null or new.undone_by is distinct from current_account() then
      perform refuse_state('frozen', v_detail);
    end if;
    return new;
  end if;
  if new.office_id is distinct from current_office() or new.account_id is distinct from current_account() or new.undone_at is not null then
    perform refuse('not-own-office', v_detail);
  end if;
  select * into v_first from petitions where tenant_id = new.tenant_id and id = new.other_id;
  if v_first.id is null or v.identity <> 'plain' or v_first.identity <> 'plain' or not exists (
      select 1 from petition_matches m where m.tenant_id = new.tenant_id
        and (m.petition_id, m.other_id) in ((new.petition_id, new.other_id), (new.other_id, new.petition_id))) then
    perform refuse_state('not-the-same', v_detail);
  end if;
  if new.kind = 'joined' and ((v_first.received_on, v_first.id) > (v.received_on, v.id)
      or exists (select 1 from petition_joins j where j.tenant_id = new.tenant_id and j.kind = 'joined' and j.undone_at is null
        and (j.petition_id = new.other_id or j.other_id = new.petition_id))) then
    perform refuse_state('not-the-first', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on petition_joins for each row execute function guard_petition_join();

-- Joined, a letter is handled with the first: here it is only classified, withdrawn or filed away.
create function guard_petition_joined() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_act constant text := petition_act(old, new);
begin
  if is_system() or v_act is null or v_act in ('amend', 'classify', 'fileAway', 'withdraw', 'note', 'destroy', 'reopen') then return new; end if;
  if exists (select 1 from petition_joins j where j.tenant_id = old.tenant_id and j.petition_id = old.id and j.kind = 'joined'
      and j.undone_at is null) then
    perform refuse_state('state', jsonb_build_object('act', v_act, 'kind', 'petition', 'id', old.id));
  end if;
  return new;
end $$;
-- After guard_update and guard_way: triggers fire in the order of their names.
create trigger guard_way_joined before update on petitions for each row execute function guard_petition_joined();

-- What became of a pair stands beside what looks the same.
drop function same_letters_of(uuid);
create function same_letters_of(p_petition uuid)
returns table (other_id uuid, earlier boolean, office_id uuid, office_code text, sealed boolean, code text, since date, state text,
    score integer, why text, join_id uuid, answer text, reason text, own boolean)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  if not can_read('petition', p_petition) then return; end if;
  return query
  with found as (
    select m.other_id as id, m.score, m.why from petition_matches m
      where m.tenant_id = current_tenant() and m.petition_id = p_petition
    union
    select m.petition_id, m.score, m.why from petition_matches m
      where m.tenant_id = current_tenant() and m.other_id = p_petition)
  select p.id, (p.received_on, p.id) < (self.received_on, self.id), o.id, o.code, p.identity = 'sealed' or self.identity = 'sealed',
    case when p.identity = 'plain' and self.identity = 'plain' then p.code end,
    case when p.identity = 'plain' and self.identity = 'plain' then p.received_on end,
    case when p.identity = 'plain' and self.identity = 'plain' then p.state end, found.score, found.why,
    answered.id, answered.kind, answered.reason, answered.petition_id = p_petition
  from found
  join petitions p on p.tenant_id = current_tenant() and p.id = found.id
  join petitions self on self.tenant_id = current_tenant() and self.id = p_petition
  join offices o on o.tenant_id = current_tenant() and o.id = p.lead_office_id
  left join lateral (
    select j.id, j.kind, j.reason, j.petition_id from petition_joins j where j.tenant_id = current_tenant() and j.undone_at is null
      and (j.petition_id, j.other_id) in ((p_petition, p.id), (p.id, p_petition))
    order by j.at desc limit 1) answered on true
  order by found.score desc, p.id limit 20;
end $$;

do $$
declare f text;
begin
  foreach f in array array['guard_petition_join()', 'guard_petition_joined()', 'same_letters_of(uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function same_letters_of(uuid) to portal_app;
