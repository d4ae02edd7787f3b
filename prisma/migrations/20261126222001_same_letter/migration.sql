-- The same letter in another office: keyed numbers of every letter, asked over all offices of the tenant, and who asked.

-- What of a letter is compared, as keyed numbers (docs/decisions/0027). Without the tenant's key nobody reads or asks them.
create table petition_sketches (
  tenant_id uuid not null,
  petition_id uuid not null,
  identity text not null,
  petitioner bytea,
  matter bytea not null,
  petitioner_marks bigint[] not null default '{}',
  matter_marks bigint[] not null default '{}',
  primary key (tenant_id, petition_id),
  foreign key (tenant_id, petition_id, identity) references petitions (tenant_id, id, identity) on update no action on delete restrict
    deferrable initially deferred,
  -- Of a denouncer nothing is kept by which a name, an address or a number could be asked for (Luật Tố cáo 2018, art. 8(3)).
  constraint petition_sketches_sealed_names_nobody check (identity = 'plain' or petitioner is null and petitioner_marks = '{}')
);
create unique index petition_sketches_tenant_id_petition_id_identity_key on petition_sketches (tenant_id, petition_id, identity);

-- By these a letter that may be the same is found, by equality alone. Written by a trigger.
create table petition_marks (
  tenant_id uuid not null references tenants (id) on update cascade on delete restrict,
  mark bigint not null,
  petition_id uuid not null,
  primary key (tenant_id, mark, petition_id)
);

-- Letters that look the same, as they were found when the later one came in.
create table petition_matches (
  tenant_id uuid not null,
  petition_id uuid not null,
  other_id uuid not null,
  score integer not null,
  why text not null,
  found_at timestamptz(6) not null,
  primary key (tenant_id, petition_id, other_id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, other_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  constraint petition_matches_of_two check (petition_id <> other_id),
  constraint petition_matches_score check (score between 0 and 100),
  constraint petition_matches_why_known check (why in ('matter', 'petitioner', 'both'))
);
create index petition_matches_tenant_id_other_id_idx on petition_matches (tenant_id, other_id);

-- Who asked for the same letter, when, for which office, for how many letters, and how many answers there were. No text.
create table look_ups (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  source text not null,
  account_id uuid,
  office_id uuid not null,
  asked integer not null,
  answers integer,
  at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint look_ups_kind_known check (kind in ('same-letter')),
  constraint look_ups_source_known check (source in ('typing', 'taking', 'import')),
  constraint look_ups_counts check (asked >= 0 and answers >= 0),
  constraint look_ups_says_who check ((account_id is null) = (source = 'import'))
);
create index look_ups_tenant_id_account_id_at_idx on look_ups (tenant_id, account_id, at);
create index look_ups_tenant_id_office_id_at_id_idx on look_ups (tenant_id, office_id, at desc, id desc);

-- ---------- rights and row security ----------

do $$
declare t text;
begin
  foreach t in array array['petition_sketches', 'petition_marks', 'petition_matches', 'look_ups'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['petition_sketches', 'petition_matches', 'petition_marks'] loop
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''petition'', petition_id))', t);
  end loop;
  foreach t in array array['petition_sketches', 'petition_matches'] loop
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy write_in_tenant on %I for insert to portal_app with check (tenant_id = (select current_tenant()))', t);
  end loop;
end $$;
create policy remove_by_access on petition_sketches for delete to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id));
create policy own_office on look_ups for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));

grant select, insert, delete on petition_sketches to portal_app;
grant insert on petition_sketches, petition_matches to portal_worker;
grant select, delete on petition_sketches to portal_definer;
grant select on petition_marks to portal_app;
grant select, insert, delete on petition_marks to portal_definer;
grant select, insert on petition_matches to portal_app;
grant select, delete on petition_matches to portal_definer;
grant select on look_ups to portal_app;
grant select, insert, update on look_ups to portal_definer;

-- ---------- what is written with a letter ----------

create function sync_petition_marks() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    -- What was found by what is kept no more is not told any more: a letter that became a denunciation matches by its content only.
    delete from petition_matches where tenant_id = old.tenant_id and old.petition_id in (petition_id, other_id);
    delete from petition_marks where tenant_id = old.tenant_id and petition_id = old.petition_id
      and mark = any (old.petitioner_marks || old.matter_marks);
    return null;
  end if;
  insert into petition_marks (tenant_id, mark, petition_id)
  select new.tenant_id, mark, new.petition_id from (select distinct unnest(new.petitioner_marks || new.matter_marks) as mark) marks;
  return null;
end $$;
create trigger sync_marks after insert or delete on petition_sketches for each row execute function sync_petition_marks();
create trigger guard_write before insert or delete on petition_sketches for each row execute function guard_petition_part();
create trigger guard_write before insert on petition_matches for each row execute function guard_petition_part();

-- Destroyed, nothing of a letter is left to be found by.
create function forget_petition_sketch() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  delete from petition_sketches where tenant_id = new.tenant_id and petition_id = new.id;
  return null;
end $$;
create trigger forget_sketch after update on petitions for each row
  when (new.destroyed_at is not null and old.destroyed_at is null) execute function forget_petition_sketch();

-- ---------- who asks, and how often ----------

-- When an account may ask again while typing; null when at once. Each step is longer than the one before.
create function may_look_up_again_at() returns timestamptz language sql stable security definer
  set search_path = pg_catalog, public as $$
  select max(asked.at + step.span) from (values (interval '2 minutes', 30), (interval '1 hour', 300), (interval '1 day', 1500)) step (span, most)
  cross join lateral (
    select l.at from look_ups l where l.tenant_id = current_tenant() and l.account_id = current_account() and l.source = 'typing'
      and l.at > now() - step.span
    order by l.at desc offset step.most - 1 limit 1) asked
$$;

/*
 * Letters of all offices that share marks with what is asked, those that share the rarest first. Of a letter that denounces, or
 * may, neither code nor day nor state leaves the function. Leaves a row of who asked. `p_office` is the office an import is for;
 * whoever is signed in asks for the acting one.
 */
create function same_letter(p_look_up uuid, p_source text, p_office uuid, p_asked integer, p_asks integer[], p_marks bigint[], p_except uuid)
returns table (ask integer, petition_id uuid, office_id uuid, office_code text, office_name text, sealed boolean, code text, since date,
    state text, petitioner bytea, matter bytea)
language plpgsql volatile security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
  -- One plan for all sizes: where the tables were small when it was made it would read them whole ever after.
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
  insert into look_ups (tenant_id, id, kind, source, account_id, office_id, asked, at)
  values (current_tenant(), p_look_up, 'same-letter', p_source, current_account(), v_office, p_asked, now());
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

-- How many answers the asker was given, once.
create function look_up_answered(p_look_up uuid, p_answers integer) returns void language sql volatile security definer
  set search_path = pg_catalog, public as $$
  update look_ups set answers = p_answers where tenant_id = current_tenant() and id = p_look_up and answers is null
    and account_id is not distinct from current_account()
$$;

-- What looks the same as a letter one may read, found when either came in: office, since, code and state, and nothing else.
create function same_letters_of(p_petition uuid)
returns table (other_id uuid, earlier boolean, office_id uuid, office_code text, office_name text, office_tint integer, sealed boolean, code text, since date, state text,
    score integer, why text)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  if not can_read('petition', p_petition) then return; end if;
  return query
  with found as (
    select m.other_id as id, m.score, m.why from petition_matches m
      where m.tenant_id = current_tenant() and m.petition_id = p_petition
    union all
    select m.petition_id, m.score, m.why from petition_matches m
      where m.tenant_id = current_tenant() and m.other_id = p_petition)
  select p.id, (p.received_on, p.id) < (own.received_on, own.id), o.id, o.code, o.name, o.tint, p.identity = 'sealed' or own.identity = 'sealed',
    case when p.identity = 'plain' and own.identity = 'plain' then p.code end,
    case when p.identity = 'plain' and own.identity = 'plain' then p.received_on end,
    case when p.identity = 'plain' and own.identity = 'plain' then p.state end, found.score, found.why
  from found
  join petitions p on p.tenant_id = current_tenant() and p.id = found.id
  join petitions own on own.tenant_id = current_tenant() and own.id = p_petition
  join offices o on o.tenant_id = current_tenant() and o.id = p.lead_office_id
  order by found.score desc, p.id limit 20;
end $$;

do $$
declare f text;
begin
  foreach f in array array['sync_petition_marks()', 'forget_petition_sketch()', 'may_look_up_again_at()',
      'same_letter(uuid, text, uuid, integer, integer[], bigint[], uuid)', 'look_up_answered(uuid, integer)', 'same_letters_of(uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function may_look_up_again_at(), same_letters_of(uuid) to portal_app;
grant execute on function same_letter(uuid, text, uuid, integer, integer[], bigint[], uuid), look_up_answered(uuid, integer)
  to portal_app, portal_worker;
