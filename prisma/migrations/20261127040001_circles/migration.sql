-- Letters that would go where their matter was already: said before sending, and sent all the same only with a reason that is kept.
-- Who was competent last time; slips that nobody acknowledges are told.

alter table petition_forwards add column again_reason text not null default '',
  add column escalated_at timestamptz(6),
  add constraint petition_forwards_again_short check (length(again_reason) <= 1000);
grant update (escalated_at) on petition_forwards to portal_worker;
create index petition_forwards_unacknowledged_idx on petition_forwards (tenant_id, sent_on, id) where state = 'sent' and escalated_at is null;

-- The commune of who wrote, as the address says it: the place by which an earlier matter of the same kind is found.
create function commune_of(p_address text) returns text language sql immutable parallel safe as $$
  select part from (
    select fold_vietnamese(p) as part, at from regexp_split_to_table(coalesce(p_address, ''), '[,;\n]|\s-\s') with ordinality split (p, at)) parts
  where part ~ '^(xa|phuong|thi tran|dac khu) .' order by at limit 1
$$;
alter table petition_people add column commune text,
  add constraint petition_people_sealed_has_no_commune check (identity = 'plain' or commune is null);
create index petition_people_tenant_id_commune_idx on petition_people (tenant_id, commune, petition_id);

create function place_petitioner() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  new.commune := case when new.identity = 'plain' then commune_of(new.address) end;
  return new;
end $$;
create trigger place before insert or update on petition_people for each row execute function place_petitioner();

alter table petition_people disable trigger user;
update petition_people set commune = commune_of(address) where identity = 'plain';
alter table petition_people enable trigger user;

-- A letter with those that are handled as one with it.
create function matter_of(p_petition uuid) returns setof uuid language plpgsql stable security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  return query
  with recursive matter (id) as (
    select p_petition
    union
    select link.id from matter m cross join lateral (
      select j.other_id from petition_joins j
        where j.tenant_id = current_tenant() and j.petition_id = m.id and j.kind = 'joined' and j.undone_at is null
      union all
      select j.petition_id from petition_joins j
        where j.tenant_id = current_tenant() and j.other_id = m.id and j.kind = 'joined' and j.undone_at is null) link (id))
  select matter.id from matter;
end $$;

-- Where a matter was, offices and bodies outside alike: received there, sent there, come back from there (sent back, or given over by it), handled there.
create function stations_of(p_petition uuid)
returns table (office_id uuid, what text, on_day date, reason text, petition_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public
  -- One plan for all sizes: a matter has a handful of letters, each found by its key.
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare v_matter constant uuid[] := array(select matter_of(p_petition));
begin
  return query
  select p.receiving_office_id, 'received', p.received_on, '', p.id
    from petitions p where p.tenant_id = current_tenant() and p.id = any (v_matter)
  union all
  select p.lead_office_id, 'handled', p.received_on, '', p.id
    from petitions p where p.tenant_id = current_tenant() and p.id = any (v_matter) and p.lead_office_id <> p.receiving_office_id
  union all
  select slip.office_id, slip.what, slip.on_day, slip.reason, s.petition_id
    from petition_forwards s cross join lateral (values
      (coalesce(s.to_office_id, s.to_body_id), 'sent', s.sent_on, s.reason, true),
      (coalesce(s.to_office_id, s.to_body_id), 'back', (s.answered_at at time zone 'Asia/Ho_Chi_Minh')::date, s.back_reason, s.state in ('sent-back', 'taken-back')),
      (s.from_office_id, 'passed', s.sent_on, s.reason, true)) slip (office_id, what, on_day, reason, holds)
    where s.tenant_id = current_tenant() and s.petition_id = any (v_matter) and slip.holds;
end $$;

-- The same for who would forward it: the office that handles the letter, and nobody else.
create function matter_stations(p_petition uuid)
returns table (office_id uuid, what text, on_day date, reason text, code text)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from petitions p where p.tenant_id = current_tenant() and p.id = p_petition and p.lead_office_id = current_office()) then
    return;
  end if;
  return query
  select s.office_id, s.what, s.on_day, case when p.identity = 'plain' or p.id = p_petition then s.reason else '' end,
    case when p.identity = 'plain' or p.id = p_petition then p.code end
  from stations_of(p_petition) s
  join petitions p on p.tenant_id = current_tenant() and p.id = s.petition_id
  where s.office_id <> current_office()
  order by s.on_day desc, s.what, p.code;
end $$;

-- Who was competent last time: for this matter or one that looks the same; and, by the subject of the table, for a letter from the
-- same commune. Asked by who handles a letter, about that letter: an office and a day, never whose letter it was.
create function competent_last_time(p_petition uuid)
returns table (basis text, subject_key text, office_id uuid, did text, on_day date)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
  set enable_seqscan = off as $$
begin
  if not exists (select 1 from petitions p where p.tenant_id = current_tenant() and p.id = p_petition and p.lead_office_id = current_office()
      and p.identity = 'plain') then
    return;
  end if;
  return query
  with matter as materialized (select m.id from matter_of(p_petition) m (id)),
  alike as materialized (
    select matter.id from matter
    union
    select case when m.petition_id = p_petition then m.other_id else m.petition_id end from petition_matches m
      where m.tenant_id = current_tenant() and (m.petition_id = p_petition or m.other_id = p_petition)
        and not exists (select 1 from petition_joins j where j.tenant_id = m.tenant_id and j.kind = 'apart' and j.undone_at is null
          and (j.petition_id, j.other_id) in ((m.petition_id, m.other_id), (m.other_id, m.petition_id)))),
  placed as materialized (
    select near.petition_id as id from (
      select distinct pe.commune from petition_people pe
        where pe.tenant_id = current_tenant() and pe.petition_id = p_petition and pe.commune is not null) own
    cross join lateral (
      select o.petition_id from petition_people o where o.tenant_id = current_tenant() and o.commune = own.commune
      order by o.petition_id desc limit 200) near),
  asked as materialized (
    select 'matter' as basis, alike.id from alike
    union all
    select 'place', placed.id from placed where placed.id <> all (select alike.id from alike)),
  done as (
    select asked.basis, f.subject_key, coalesce(f.to_office_id, f.to_body_id) as office_id, 'acknowledged' as did,
      (f.answered_at at time zone 'Asia/Ho_Chi_Minh')::date as on_day
    from asked cross join lateral (
      select s.* from petition_forwards s where s.tenant_id = current_tenant() and s.petition_id = asked.id
        and s.state in ('acknowledged', 'answered') offset 0) f
    union all
    select asked.basis, p.subject_key, p.lead_office_id, case when p.outcome = 'settled' then 'settled' else 'accepted' end,
      coalesce(p.outcome_on, p.received_on)
    from asked cross join lateral (
      select l.* from petitions l where l.tenant_id = current_tenant() and l.id = asked.id and l.id <> p_petition and l.identity = 'plain'
        and (l.outcome = 'settled' or l.state in ('accepted', 'suspended')) offset 0) p)
  select distinct on (d.basis, d.subject_key) d.basis, d.subject_key, d.office_id, d.did, d.on_day
  from (
    select 'matter' as basis, null::text as subject_key, done.office_id, done.did, done.on_day from done where done.basis = 'matter'
    union all
    select done.basis, done.subject_key, done.office_id, done.did, done.on_day from done where done.basis = 'place' and done.subject_key is not null) d
  order by d.basis, d.subject_key, d.on_day desc, d.did desc;
end $$;

-- What goes where it was already goes with a reason.
create function guard_forward_again() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'forward', 'kind', 'petition', 'id', new.petition_id);
begin
  if is_system() then return new; end if;
  if new.escalated_at is not null then perform refuse_state('frozen', v_detail); end if;
  if length(trim(new.again_reason)) < 5 and exists (
      select 1 from stations_of(new.petition_id) s where s.office_id = coalesce(new.to_office_id, new.to_body_id)) then
    perform refuse_state('was-there', v_detail);
  end if;
  return new;
end $$;
-- After guard_write, which says first whose act it is: triggers fire in the order of their names.
create trigger guard_written_again before insert on petition_forwards for each row execute function guard_forward_again();

do $$
declare f text;
begin
  foreach f in array array['commune_of(text)', 'place_petitioner()', 'matter_of(uuid)', 'stations_of(uuid)', 'matter_stations(uuid)',
      'competent_last_time(uuid)', 'guard_forward_again()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function matter_stations(uuid), competent_last_time(uuid) to portal_app;
