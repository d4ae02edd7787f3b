/*
 * Who types a letter that another office has is told its state. A letter taken up whose verification was decided is being verified:
 * that is what the second office has to say to who stands before it. Otherwise both functions are as before.
 */
create or replace function same_letter(p_look_up uuid, p_source text, p_office uuid, p_asked integer, p_asks integer[], p_marks bigint[], p_except uuid)
returns table (ask integer, petition_id uuid, office_id uuid, office_code text, office_name text, sealed boolean, code text, since date,
    state text, behind boolean, petitioner bytea, matter bytea)
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
    select asked.ask, side.unread, array(
        (select m.petition_id from petition_marks m where m.tenant_id = v_tenant and m.mark = asked.mark and m.unread = side.unread
          order by m.petition_id desc limit 32)
        union
        (select m.petition_id from petition_marks m where m.tenant_id = v_tenant and m.mark = asked.mark and m.unread = side.unread
          order by m.petition_id limit 32)) as ids
    from asked cross join (values (false), (true)) side (unread)),
  weighed as materialized (
    select held.ask, held.unread, hit.id,
      sum(case when cardinality(held.ids) < 64 then 1 / sqrt(cardinality(held.ids)) else 1.0 / 32 end) as weight
    from held cross join lateral unnest(held.ids) as hit (id)
    where hit.id is distinct from p_except
    group by held.ask, held.unread, hit.id),
  placed as (
    select w.ask, w.unread, w.id, w.weight >= max(w.weight) over (partition by w.ask, w.unread) / 2 as near,
      row_number() over (partition by w.ask, w.unread order by w.weight desc, w.id) as place
    from weighed w),
  -- Of what nobody read half the places are for the oldest that share enough: nothing sent later takes those, be it ever so like.
  ranked as materialized (
    select l.ask, l.unread, l.id, l.place, l.near, row_number() over (partition by l.ask, l.unread, l.near order by l.id) as age from placed l)
  select ranked.ask, p.id, o.id, o.code, o.name, p.identity = 'sealed',
    case when p.identity = 'plain' then p.code end, case when p.identity = 'plain' then p.received_on end,
    case when p.identity <> 'plain' then null
      when p.state = 'accepted' and exists (select 1 from petition_papers w where w.tenant_id = v_tenant and w.petition_id = p.id and w.kind = 'verification') then 'verifying'
      else p.state end,
    ranked.unread or exists (select 1 from petition_joins j where j.tenant_id = v_tenant and j.petition_id = p.id and j.kind = 'joined'
      and j.undone_at is null), s.petitioner, s.matter
  from ranked
  cross join lateral (select k.petitioner, k.matter from petition_sketches k where k.tenant_id = v_tenant and k.petition_id = ranked.id offset 0) s
  cross join lateral (select l.* from petitions l where l.tenant_id = v_tenant and l.id = ranked.id offset 0) p
  cross join lateral (select f.* from offices f where f.tenant_id = v_tenant and f.id = p.lead_office_id offset 0) o
  where case when ranked.unread then ranked.place <= 8 or ranked.near and ranked.age <= 8 else ranked.place <= 40 end and p.destroyed_at is null and p.state <> 'split'
    -- Who typed a text of its own would learn that the letter it assists with is by the same hand.
    and (p_source <> 'typing' or p.identity = 'plain' or not only_assists_sealed(p.id));
end $$;

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
      where m.tenant_id = current_tenant() and m.other_id = p_petition),
  told as (
    select p.id, (p.received_on, p.id) < (self.received_on, self.id) as earlier, o.id as office_id, o.code as office_code,
      p.identity = 'sealed' or self.identity = 'sealed' as sealed, p.code, p.received_on, p.state, found.score, found.why,
      answered.id as join_id, answered.kind, answered.reason, answered.petition_id = p_petition as own,
      row_number() over (partition by o.id, answered.id,
        case when p.identity = 'plain' and self.identity = 'plain' then p.id end order by found.score desc, p.id) as place
    from found
    join petitions p on p.tenant_id = current_tenant() and p.id = found.id
    join petitions self on self.tenant_id = current_tenant() and self.id = p_petition
    join offices o on o.tenant_id = current_tenant() and o.id = p.lead_office_id
    left join lateral (
      select j.id, j.kind, j.reason, j.petition_id from petition_joins j where j.tenant_id = current_tenant() and j.undone_at is null
        and (j.petition_id, j.other_id) in ((p_petition, p.id), (p.id, p_petition))
      order by j.at desc limit 1) answered on true
    where not only_assists_sealed(p.id)
      -- Anybody may send what nobody here has read: its page says nothing of a letter that may denounce, as long as no person asked.
      and (p.identity = 'plain' or not (self.origin = 'online' and self.class is null)))
  select told.id, told.earlier, told.office_id, told.office_code, told.sealed,
    case when not told.sealed then told.code end, case when not told.sealed then told.received_on end,
    case when told.sealed then null
      when told.state = 'accepted' and exists (select 1 from petition_papers w where w.tenant_id = current_tenant() and w.petition_id = told.id and w.kind = 'verification') then 'verifying'
      else told.state end, told.score, told.why, told.join_id, told.kind, told.reason, told.own
  from told where told.place = 1
  order by told.sealed, told.score desc, told.id limit 20;
end $$;
