-- An office that assists with a sealed letter is not told who wrote it. Where it holds a letter that says the same, the two beside each
-- other would tell: so it is not asked, and is told of no likeness between that letter and any other.

create function only_assists_sealed(p_petition uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select exists (
    select 1 from petitions p
    join petition_contributions c on c.tenant_id = p.tenant_id and c.petition_id = p.id and c.office_id = current_office()
    where p.tenant_id = current_tenant() and p.id = p_petition and p.identity = 'sealed'
      and current_office() not in (p.lead_office_id, p.filing_office_id, p.receiving_office_id))
$$;

-- Whether an office reads another letter that says the same as this one, which is sealed: its own, or one it was told of. Said to
-- the office that handles the letter, which reads beside it where the others are.
create function reads_twin_of_sealed(p_petition uuid, p_office uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select exists (
    select 1 from petitions p
    cross join lateral (
      select m.other_id as id from petition_matches m where m.tenant_id = p.tenant_id and m.petition_id = p.id
      union
      select m.petition_id from petition_matches m where m.tenant_id = p.tenant_id and m.other_id = p.id) twin
    join petitions t on t.tenant_id = p.tenant_id and t.id = twin.id and t.destroyed_at is null
    where p.tenant_id = current_tenant() and p.id = p_petition and p.identity = 'sealed'
      and (is_system() or p.lead_office_id = current_office())
      and (p_office in (t.lead_office_id, t.filing_office_id, t.receiving_office_id)
        or exists (select 1 from petition_offices o where o.tenant_id = t.tenant_id and o.petition_id = t.id and o.office_id = p_office)))
$$;

create function guard_sealed_twin() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if reads_twin_of_sealed(new.petition_id, new.office_id) then
    perform refuse_state('office-not-askable', jsonb_build_object('act', 'askPart', 'kind', 'petition', 'id', new.petition_id));
  end if;
  return new;
end $$;
-- After guard_write: triggers fire in the order of their names.
create trigger guard_write_twin before insert or update on petition_contributions for each row
  when (new.state = 'asked') execute function guard_sealed_twin();

-- As before, but for the office that only assists with one of the two.
create or replace function same_letters_of(p_petition uuid)
returns table (other_id uuid, earlier boolean, office_id uuid, office_code text, sealed boolean, code text, since date, state text,
    score integer, why text, join_id uuid, answer text, reason text, own boolean)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  if not can_read('petition', p_petition) or only_assists_sealed(p_petition) then return; end if;
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
  where not only_assists_sealed(p.id)
  order by found.score desc, p.id limit 20;
end $$;

-- As before, but for what is typed in an office that only assists with the sealed letter it would find.
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
  where ranked.place <= 40 and p.destroyed_at is null and p.state <> 'split'
    -- Who typed a text of its own would learn that the letter it assists with is by the same hand.
    and (p_source <> 'typing' or p.identity = 'plain' or not only_assists_sealed(p.id));
end $$;

do $$
declare f text;
begin
  foreach f in array array['only_assists_sealed(uuid)', 'reads_twin_of_sealed(uuid, uuid)', 'guard_sealed_twin()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function reads_twin_of_sealed(uuid, uuid) to portal_app;
