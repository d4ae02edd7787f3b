-- An import asks over all offices for every letter it brings. One look-up row stands for the whole file, and past 500 letters it
-- names who answers for it: the office's inspector, or the administrator, in post that day.

alter table look_ups add column in_charge_id uuid;
alter table look_ups add constraint look_ups_imports_in_charge check (in_charge_id is null or source = 'import');
alter table look_ups add constraint look_ups_many_in_charge check (source <> 'import' or asked <= 500 or in_charge_id is not null);

-- Who may answer for an import of an office today: the account with this address, or without one the inspector longest in post, and
-- where there is none the administrator. Null where nobody may.
create function import_in_charge(p_office uuid, p_email text) returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$
  select pe.account_id from posts p
  join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
  join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
  join accounts a on a.id = pe.account_id and a.disabled_at is null
  where is_system() and p.tenant_id = current_tenant()
    and (p.role = 'inspector' and p.office_id = p_office or p.role = 'tenant-administrator' and p.office_id is not null)
    and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    and (p_email is null or lower(a.email) = lower(p_email))
  order by p.role, h.from_date, pe.id limit 1
$$;

create function guard_look_up() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  if not exists (
    select 1 from posts p
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
    where p.tenant_id = new.tenant_id and pe.account_id = new.in_charge_id
      and (p.role = 'inspector' and p.office_id = new.office_id or p.role = 'tenant-administrator' and p.office_id is not null)
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())) then
    perform refuse('role', jsonb_build_object('act', 'importMany', 'kind', 'petition'));
  end if;
  return new;
end $$;
create trigger guard_in_charge before insert or update of in_charge_id on look_ups for each row
  when (new.in_charge_id is not null) execute function guard_look_up();

-- Begins the row of an import, or keeps it whole where nothing else of the file was written and its answers were told.
create function look_up_of_import(p_look_up uuid, p_office uuid, p_asked integer, p_answers integer, p_in_charge uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not is_system() then perform refuse('part', jsonb_build_object('act', 'importMany', 'kind', 'petition')); end if;
  insert into look_ups (tenant_id, id, kind, source, office_id, asked, answers, in_charge_id, at)
  values (current_tenant(), p_look_up, 'same-letter', 'import', p_office, p_asked, p_answers, p_in_charge, now());
end $$;

-- As before, but for the row of an import: its file asks in parts, and each adds to the one row that was begun for it.
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
  where ranked.place <= 40 and p.destroyed_at is null and p.state <> 'split';
end $$;

do $$
declare f text;
begin
  foreach f in array array['import_in_charge(uuid, text)', 'guard_look_up()',
      'look_up_of_import(uuid, uuid, integer, integer, uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function import_in_charge(uuid, text), look_up_of_import(uuid, uuid, integer, integer, uuid) to portal_worker;
