-- A letter that comes on line is compared when it arrives, before anybody classified it; and so is what was there before letters
-- were compared. Which letters wait for it stands here, and nothing else of them (docs/decisions/0055).
create table petition_sketches_due (
  tenant_id uuid not null,
  petition_id uuid not null,
  primary key (tenant_id, petition_id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict
);

alter table petition_sketches_due enable row level security;
alter table petition_sketches_due force row level security;
create policy by_tenant_definer on petition_sketches_due to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_worker on petition_sketches_due to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant select on petition_sketches_due to portal_worker;
grant select, insert, delete on petition_sketches_due to portal_definer;

create function await_petition_sketch() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into petition_sketches_due (tenant_id, petition_id) values (new.tenant_id, new.id);
  return null;
end $$;
create trigger await_sketch after insert on petitions for each row
  when (new.origin = 'online') execute function await_petition_sketch();

-- Kept, by the job or by whoever classified it first, a letter waits no more.
create function settle_petition_sketch() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  delete from petition_sketches_due where tenant_id = new.tenant_id and petition_id = new.petition_id;
  return null;
end $$;
create trigger settle_due after insert on petition_sketches for each row execute function settle_petition_sketch();

-- As before; and it waits for nothing.
create or replace function forget_petition_sketch() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  delete from petition_sketches where tenant_id = new.tenant_id and petition_id = new.id;
  delete from petition_sketches_due where tenant_id = new.tenant_id and petition_id = new.id;
  return null;
end $$;

-- Takes one that waits for this transaction alone, before anything of it is read: classifying takes the same row first, so that
-- what is kept fits how the letter is kept. False where it waits no more or somebody holds it; the next round comes by again.
create function take_due_sketch(p_petition uuid) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public as $$
begin
  if not is_system() then perform refuse('part', jsonb_build_object('act', 'take', 'kind', 'petition')); end if;
  perform 1 from petitions p where p.tenant_id = current_tenant() and p.id = p_petition for no key update skip locked;
  if not found then return false; end if;
  delete from petition_sketches_due d where d.tenant_id = current_tenant() and d.petition_id = p_petition
    and exists (select 1 from petition_sketches s where s.tenant_id = d.tenant_id and s.petition_id = d.petition_id);
  return exists (select 1 from petition_sketches_due d where d.tenant_id = current_tenant() and d.petition_id = p_petition);
end $$;

-- What was there before.
insert into petition_sketches_due (tenant_id, petition_id)
select p.tenant_id, p.id from petitions p
where p.destroyed_at is null
  and not exists (select 1 from petition_sketches s where s.tenant_id = p.tenant_id and s.petition_id = p.id);

-- As before, but for a letter that arrived: no person asks, so no row says who did.
create or replace function same_letter(p_look_up uuid, p_source text, p_office uuid, p_asked integer, p_asks integer[], p_marks bigint[], p_except uuid)
returns table (ask integer, petition_id uuid, office_id uuid, office_code text, office_name text, sealed boolean, code text, since date,
    state text, petitioner bytea, matter bytea)
language plpgsql volatile security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
  set enable_seqscan = off as $$
declare
  v_tenant constant uuid := current_tenant();
  v_office constant uuid := case when is_system() then p_office else current_office() end;
begin
  if not is_system() then
    perform assert_acting();
    if p_source = 'typing' then
      if not exists (select 1 from office_bodies ob where ob.tenant_id = current_tenant() and ob.office_id = v_office) then
        perform refuse('part', jsonb_build_object('act', 'take', 'kind', 'petition'));
      end if;
      if may_look_up_again_at() is not null then
        perform refuse_state('too-many-look-ups', jsonb_build_object('act', 'take', 'kind', 'petition'));
      end if;
    end if;
  end if;
  if p_source = 'import' then
    -- The letters are counted here, whatever number was said: past 500 the row's CHECK asks who is in charge.
    update look_ups l set asked = l.asked + (select greatest(p_asked, count(distinct a)::integer) from unnest(p_asks) a)
    where l.tenant_id = v_tenant and l.id = p_look_up and l.source = 'import' and l.office_id = v_office and is_system()
      and l.at = now() and l.answers is null;
    if not found then
      raise exception 'an import asks under a look-up of its own transaction' using errcode = 'PH003';
    end if;
  elsif p_source = 'arrival' then
    -- Nobody asks: the letter itself stands in the register with what was found, and where it was sent from nothing is told.
    if not is_system() then perform refuse('part', jsonb_build_object('act', 'take', 'kind', 'petition')); end if;
  else
    insert into look_ups (tenant_id, id, kind, source, account_id, office_id, asked, at)
    values (v_tenant, p_look_up, 'same-letter', p_source, current_account(), v_office, p_asked, now());
  end if;
  return query
  with asked as materialized (select distinct a.ask, a.mark from unnest(p_asks, p_marks) as a (ask, mark)),
  -- Materialized, so that each mark is sought once: pulled up, the array would be sought anew wherever it is named.
  held as materialized (
    select asked.ask, array(
        select m.petition_id from petition_marks m where m.tenant_id = v_tenant and m.mark = asked.mark
        order by m.petition_id desc limit 64) as ids
    from asked),
  ranked as materialized (
    select held.ask, hit.id, row_number() over (partition by held.ask order by sum(1 / sqrt(cardinality(held.ids))) desc, hit.id desc) as place
    from held cross join lateral unnest(held.ids) as hit (id)
    where hit.id is distinct from p_except
    group by held.ask, hit.id)
  select ranked.ask, p.id, o.id, o.code, o.name, p.identity = 'sealed',
    case when p.identity = 'plain' then p.code end, case when p.identity = 'plain' then p.received_on end,
    case when p.identity = 'plain' then p.state end, s.petitioner, s.matter
  from ranked
  cross join lateral (select k.petitioner, k.matter from petition_sketches k where k.tenant_id = v_tenant and k.petition_id = ranked.id offset 0) s
  cross join lateral (select l.* from petitions l where l.tenant_id = v_tenant and l.id = ranked.id offset 0) p
  cross join lateral (select f.* from offices f where f.tenant_id = v_tenant and f.id = p.lead_office_id offset 0) o
  where ranked.place <= 40 and p.destroyed_at is null and p.state <> 'split'
    -- Who typed a text of its own would learn that the letter it assists with is by the same hand.
    and (p_source <> 'typing' or p.identity = 'plain' or not only_assists_sealed(p.id));
end $$;

do $$
declare f text;
begin
  foreach f in array array['await_petition_sketch()', 'settle_petition_sketch()', 'take_due_sketch(uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function take_due_sketch(uuid) to portal_worker;
