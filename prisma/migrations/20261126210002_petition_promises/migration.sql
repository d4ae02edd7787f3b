-- Citizens' letters: one register, a state that only moves as the law lets it, and no denouncer's name in the clear.

-- ---------- words that columns may hold ----------

alter table petitions add constraint petitions_kind_known check (kind in ('letter', 'visit')),
  add constraint petitions_code check (length(trim(code)) between 1 and 60),
  add constraint petitions_origin_known check (origin in ('portal', 'import', 'online')),
  add constraint petitions_channel_known check (channel in ('post', 'hand', 'desk', 'forwarded', 'voters-meeting', 'online')),
  add constraint petitions_forwarder_known
    check (forwarder_kind is null
      or forwarder_kind in ('na-deputy', 'council-deputy', 'front', 'press', 'leader', 'other') and channel = 'forwarded'),
  add constraint petitions_class_known
    check (class in ('complaint', 'denunciation', 'proposal', 'feedback', 'mixed', 'denunciation-information')),
  add constraint petitions_denounces_known check (denounces in ('no', 'yes', 'unsure')),
  -- Until it is known that nobody is denounced, the name is kept as a denouncer's.
  add constraint petitions_identity_as_denounced check (identity = case denounces when 'no' then 'plain' else 'sealed' end),
  add constraint petitions_denunciation_denounces check (class not in ('denunciation', 'denunciation-information') or denounces = 'yes'),
  add constraint petitions_other_class_does_not check (class not in ('complaint', 'proposal', 'feedback') or denounces = 'no'),
  add constraint petitions_content_as_identity check (case identity when 'plain' then sealed_content is null else content is null end),
  add constraint petitions_subject check (length(trim(subject)) between 1 and 300),
  add constraint petitions_people check (people_count between 1 and 100000),
  add constraint petitions_documents check (documents_issued >= 0),
  add constraint petitions_state_known check (state in ('received', 'classified', 'accepted', 'suspended', 'forwarded', 'guided', 'returned',
    'settled', 'filed-away', 'not-accepted', 'refused', 'withdrawn', 'split')),
  add constraint petitions_classified_has_class check (state <> 'classified' or class is not null),
  add constraint petitions_refused_is_a_visit check (state <> 'refused' or (kind = 'visit' and refusal_ground is not null)),
  add constraint petitions_closed_says_when check (case
    when state in ('received', 'classified', 'accepted', 'suspended') then closed_at is null
    when state = 'forwarded' then true
    else closed_at is not null end),
  add constraint petitions_outcome_known check (outcome in ('forwarded', 'guided', 'returned', 'settled', 'filed-away', 'not-accepted',
    'refused', 'withdrawn')),
  add constraint petitions_outcome_says_when check ((outcome is null) = (outcome_on is null)),
  add constraint petitions_duty_of_version check ((version_id is null) = (duty_id is null)),
  add constraint petitions_lead_why_known check (lead_why in ('receiving', 'duty', 'forwarded') and (lead_why = 'duty') = (duty_id is not null)),
  add constraint petitions_receiving_leads check (lead_why <> 'receiving' or lead_office_id = receiving_office_id);

alter table petition_people add constraint petition_people_part_known check (part in ('petitioner', 'representative')),
  add constraint petition_people_sealed_or_plain check (case identity
    when 'sealed' then sealed is not null and full_name is null and address is null and phone is null and id_number is null
      and phone_hash is null and id_hash is null
    else sealed is null end);
-- Both sides change in one transaction, whichever comes first.
alter table petition_people alter constraint petition_people_tenant_id_petition_id_identity_fkey deferrable initially deferred;

alter table tenant_keys add constraint tenant_keys_purpose_known check (purpose in ('letters', 'lookup'));
create unique index tenant_keys_one_current on tenant_keys (tenant_id, purpose) where retired_at is null;
alter table petition_keys add constraint petition_keys_destroyed_is_gone check ((wrapped is null) = (destroyed_at is not null));
alter table petition_offices add constraint petition_offices_part_known check (part in ('assist', 'forwarded', 'informed'));

-- ---------- rights and row security ----------

grant select on petitions, petition_people, petition_keys, petition_offices, petition_entries, petition_grams, tenant_keys
  to portal_app, portal_worker, portal_definer;
grant insert, update on petitions to portal_app;
grant insert, update, delete on petition_people to portal_app;
grant insert, update (tenant_key_id, wrapped, destroyed_at) on petition_keys to portal_app;
grant insert, update (part), delete on petition_offices to portal_app;
grant insert on tenant_keys to portal_app;
grant insert on petitions, petition_people, petition_keys, tenant_keys to portal_worker;
grant insert, update, delete on petition_entries, petition_grams to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['petitions', 'petition_people', 'petition_keys', 'petition_offices', 'petition_entries', 'petition_grams',
      'tenant_keys'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['petition_people', 'petition_keys', 'petition_offices'] loop
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''petition'', petition_id))', t);
    execute format('create policy write_in_tenant on %I for insert to portal_app with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy change_by_access on %I for update to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''petition'', petition_id)) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy remove_by_access on %I for delete to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''petition'', petition_id))', t);
  end loop;
  -- As `access` itself: a row for each office, so that lists and searches ask equality and nothing else.
  foreach t in array array['petition_entries', 'petition_grams'] loop
    execute format('create policy own_office on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and office_id = (select current_office()))', t);
  end loop;
end $$;

create policy read_by_access on petitions for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', id));
create policy write_in_tenant on petitions for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_by_access on petitions for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', id)) with check (tenant_id = (select current_tenant()));
create policy read_in_tenant on tenant_keys for select to portal_app using (tenant_id = (select current_tenant()));
create policy write_in_tenant on tenant_keys for insert to portal_app with check (tenant_id = (select current_tenant()));

-- ---------- what a letter is found by ----------

-- "Hà Thị Lụa" and "ha thi lua" are one. Marks go first, so that lower() need not know Vietnamese.
create function fold_vietnamese(p_text text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(lower(regexp_replace(normalize(translate(p_text, 'Đđ', 'Dd'), NFD), '[\u0300-\u036f]', '', 'g')),
    '[^a-z0-9]+', ' ', 'g'))
$$;

-- Words and pairs of neighbours. Vietnamese writes its syllables apart: a pair is what another language calls a word.
create function grams_of(p_text text) returns setof text language sql immutable parallel safe as $$
  with words as (
    select left(word, 40) as word, at from regexp_split_to_table(public.fold_vietnamese(p_text), ' ') with ordinality split (word, at)
    where word <> '' and at <= 60)
  select word from words
  union
  select word || ' ' || next from (select word, lead(word) over (order by at) as next from words) pairs where next is not null
$$;

create function grams_of_petition(p petitions) returns setof text language sql stable security definer
  set search_path = pg_catalog, public as $$
  select '#' || replace(fold_vietnamese(p.code), ' ', '')
  union
  select grams_of(p.subject)
  union
  -- A sealed name has no rows to be found by.
  select gram from petition_people pe
    cross join lateral (select grams_of(pe.full_name) as gram union select '=' || fold_vietnamese(pe.full_name)) named
    where pe.tenant_id = p.tenant_id and pe.petition_id = p.id and pe.identity = 'plain' and p.identity = 'plain'
      and pe.full_name is not null
$$;

-- The grams of a letter for every office that reads it: those that are gone are taken out, those that are new put in.
create function sync_petition_grams(p_tenant uuid, p_petition uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_grams text[];
begin
  select * into v from petitions where tenant_id = p_tenant and id = p_petition;
  if v.id is null then return; end if;
  v_grams := array(select grams_of_petition(v));
  delete from petition_grams where tenant_id = p_tenant and petition_id = p_petition
    and (received_on <> v.received_on or gram <> all (v_grams));
  insert into petition_grams (tenant_id, office_id, gram, received_on, petition_id)
  select p_tenant, e.office_id, gram, v.received_on, p_petition
  from petition_entries e cross join unnest(v_grams) gram
  where e.tenant_id = p_tenant and e.petition_id = p_petition
  on conflict do nothing;
end $$;

-- ---------- who reads a letter ----------

-- One row an office, the strongest part. Who was told stays told; whom it left reads on as informed.
create function sync_petition_access(p_tenant uuid, p_petition uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_open boolean;
  v_key timestamptz;
begin
  select * into v from petitions where tenant_id = p_tenant and id = p_petition;
  v_open := v.closed_at is null;
  v_key := v.received_on::timestamp at time zone 'Asia/Ho_Chi_Minh';
  with part as (
    select distinct on (office_id) office_id, level from (
      select v.lead_office_id as office_id, 'lead' as level, 1 as strength
      union all select o.office_id, case o.part when 'informed' then 'informed' else 'assist' end, case o.part when 'informed' then 4 else 2 end
        from petition_offices o where o.tenant_id = p_tenant and o.petition_id = p_petition
      union all select v.receiving_office_id, 'creator', 3
      union all select v.filing_office_id, 'creator', 3
    ) named order by office_id, strength)
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select p_tenant, office_id, 'petition', p_petition, v_key, level, v_open from part
  on conflict (tenant_id, office_id, kind, subject_id)
    do update set level = excluded.level, sort_key = excluded.sort_key, open = excluded.open
    where (access.level, access.sort_key, access.open) is distinct from (excluded.level, excluded.sort_key, excluded.open);
  update access acc set sort_key = v_key, open = v_open,
    level = case when acc.level in ('grant', 'informed') or acc.office_id in (v.lead_office_id, v.receiving_office_id, v.filing_office_id)
        or exists (select 1 from petition_offices o where o.tenant_id = p_tenant and o.petition_id = p_petition and o.office_id = acc.office_id)
      then acc.level else 'informed' end
    where acc.tenant_id = p_tenant and acc.kind = 'petition' and acc.subject_id = p_petition;
  insert into petition_entries (tenant_id, office_id, petition_id, received_on, kind, body_id, receiving_office_id, channel, class, state)
  select p_tenant, acc.office_id, p_petition, v.received_on, v.kind, v.receiving_body_id, v.receiving_office_id, v.channel,
    coalesce(v.class, ''), v.state
  from access acc where acc.tenant_id = p_tenant and acc.kind = 'petition' and acc.subject_id = p_petition
  on conflict (tenant_id, office_id, petition_id) do update set received_on = excluded.received_on, kind = excluded.kind,
    body_id = excluded.body_id, receiving_office_id = excluded.receiving_office_id, channel = excluded.channel,
    class = excluded.class, state = excluded.state
    where (petition_entries.received_on, petition_entries.kind, petition_entries.body_id, petition_entries.receiving_office_id,
        petition_entries.channel, petition_entries.class, petition_entries.state)
      is distinct from (excluded.received_on, excluded.kind, excluded.body_id, excluded.receiving_office_id, excluded.channel,
        excluded.class, excluded.state);
end $$;

create function sync_petition_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform sync_petition_access(new.tenant_id, new.id);
  if tg_op = 'INSERT' or (new.subject, new.code, new.received_on, new.identity, new.lead_office_id)
      is distinct from (old.subject, old.code, old.received_on, old.identity, old.lead_office_id) then
    perform sync_petition_grams(new.tenant_id, new.id);
  end if;
  return null;
end $$;
create trigger sync_access after insert or update on petitions for each row execute function sync_petition_after();

create function sync_petition_office_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  v_petition constant uuid := case when tg_op = 'DELETE' then old.petition_id else new.petition_id end;
begin
  perform sync_petition_access(v_tenant, v_petition);
  perform sync_petition_grams(v_tenant, v_petition);
  return null;
end $$;
create trigger sync_access after insert or update or delete on petition_offices
  for each row execute function sync_petition_office_after();

create function sync_petition_person_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform sync_petition_grams(case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end,
    case when tg_op = 'DELETE' then old.petition_id else new.petition_id end);
  return null;
end $$;
create trigger sync_grams after insert or update or delete on petition_people
  for each row execute function sync_petition_person_after();

-- ---------- who writes a letter ----------

create function guard_petition_insert() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'take', 'kind', 'petition');
begin
  perform assert_tenant(new.tenant_id);
  if not exists (select 1 from office_bodies ob where ob.tenant_id = new.tenant_id and ob.body_id = new.receiving_body_id
      and ob.office_id = new.receiving_office_id) then
    perform refuse_state('body-not-served', v_detail);
  end if;
  if is_system() then return new; end if;
  -- On line nobody is signed in: the functions made for that write for the office that serves the body.
  if session_user = 'portal_public' then
    if new.origin <> 'online' or new.filing_office_id <> new.receiving_office_id or new.state <> 'received' then
      perform refuse('part', v_detail);
    end if;
    return new;
  end if;
  perform assert_acting();
  if new.filing_office_id is distinct from current_office() or new.filing_account_id is distinct from current_account() then
    perform refuse('not-own-office', v_detail);
  end if;
  if not exists (select 1 from office_bodies ob where ob.tenant_id = new.tenant_id and ob.office_id = current_office()) then
    perform refuse('part', v_detail);
  end if;
  if new.origin <> 'portal' or new.parent_id is null and new.state not in ('received', 'classified', 'guided', 'refused')
    or new.parent_id is null and new.lead_why <> 'receiving' or new.state = 'guided' and new.kind <> 'visit' then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on petitions for each row execute function guard_petition_insert();

-- The act behind a change; null for one that is no act at all. Changes of state as TT 05/2021/TT-TTCP has them.
create function petition_act(o petitions, n petitions) returns text language sql immutable as $$
  select case
    when n.lead_office_id is distinct from o.lead_office_id or n.duty_id is distinct from o.duty_id then
      case when n.lead_why = 'forwarded' then 'takeOver' when n.lead_why = 'duty' and o.closed_at is null then 'route' end
    when n.destroyed_at is distinct from o.destroyed_at then case when o.state = 'filed-away' then 'destroy' end
    when o.state in ('received', 'classified') and n.state in ('received', 'classified') then
      case when (n.class, n.denounces, n.state) is distinct from (o.class, o.denounces, o.state) then 'classify' else 'amend' end
    when o.state = 'classified' and n.state = 'accepted' then 'accept'
    when o.state = 'accepted' and n.state = 'suspended' then 'suspend'
    when o.state = 'suspended' and n.state = 'accepted' then 'resume'
    when o.state in ('classified', 'accepted') and n.state = 'settled' then 'settle'
    when o.state in ('received', 'classified') and n.state = 'forwarded' then 'forward'
    when o.state = 'forwarded' and n.state = 'forwarded' then 'follow'
    when o.state = 'forwarded' and n.state = 'classified' then 'takeBack'
    when o.state in ('received', 'classified') and n.state = 'guided' then 'guide'
    when o.state in ('received', 'classified') and n.state = 'returned' then 'return'
    when o.state in ('received', 'classified') and n.state = 'filed-away' then 'fileAway'
    when o.state = 'filed-away' and n.state = 'classified' then 'reopen'
    when o.state = 'classified' and n.state = 'not-accepted' then 'decline'
    when o.state in ('received', 'classified') and n.state = 'split' then 'split'
    when o.state = 'received' and n.state = 'refused' then 'refuse'
    when o.state in ('received', 'classified', 'accepted', 'suspended', 'forwarded') and n.state = 'withdrawn' then 'withdraw'
    when o.state = n.state then 'note'
  end
$$;

create function guard_petition_update() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_act constant text := petition_act(old, new);
  v_detail constant jsonb := jsonb_build_object('act', coalesce(v_act, 'note'), 'kind', 'petition', 'id', old.id, 'dutyId', old.duty_id,
    'leadOfficeId', old.lead_office_id);
  v_leads boolean;
  v_holds boolean;
begin
  if (new.tenant_id, new.id, new.code, new.kind, new.receiving_body_id, new.receiving_office_id, new.filing_office_id,
      new.filing_account_id, new.origin, new.parent_id, new.created_at)
    is distinct from (old.tenant_id, old.id, old.code, old.kind, old.receiving_body_id, old.receiving_office_id, old.filing_office_id,
      old.filing_account_id, old.origin, old.parent_id, old.created_at) then
    perform refuse_state('frozen', v_detail);
  end if;
  if is_system() or session_user = 'portal_public' then return new; end if;
  perform assert_acting();
  v_leads := current_office() = old.lead_office_id;
  v_holds := v_leads or current_office() in (old.filing_office_id, old.receiving_office_id);
  -- Whose act it would be is said first, also where the state forbids it as well.
  if v_act = 'takeOver' then
    if current_office() is distinct from new.lead_office_id or not exists (
      select 1 from petition_offices o where o.tenant_id = old.tenant_id and o.petition_id = old.id and o.office_id = current_office()
        and o.part = 'forwarded') then
      perform refuse('part', v_detail);
    end if;
  elsif v_act in ('amend', 'classify') and old.state = 'received' then
    if not v_holds then perform refuse('part', v_detail); end if;
  elsif not v_leads then
    perform refuse('part', v_detail);
  end if;
  if v_act is null then perform refuse_state('state', v_detail); end if;
  if v_act = 'route' and (new.lead_office_id is distinct from
        resolve_lead(new.tenant_id, new.duty_id, new.receiving_body_id, null, new.subject_key)
      or not exists (select 1 from agreement_versions v where v.tenant_id = new.tenant_id and v.id = new.version_id and v.state = 'signed'
        and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until))) then
    perform refuse('lead-not-as-signed', v_detail);
  end if;
  if new.revision <= old.revision then perform refuse_state('stale', v_detail); end if;
  return new;
end $$;
create trigger guard_update before update on petitions for each row execute function guard_petition_update();

-- People, keys and offices of a letter are written by who holds it.
create function guard_petition_part() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_tenant constant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  v_petition constant uuid := case when tg_op = 'DELETE' then old.petition_id else new.petition_id end;
begin
  perform assert_tenant(v_tenant);
  if tg_op = 'UPDATE' and (new.tenant_id, new.petition_id) is distinct from (old.tenant_id, old.petition_id) then
    perform refuse_state('frozen', jsonb_build_object('act', 'amend', 'kind', 'petition', 'id', old.petition_id));
  end if;
  if not is_system() and session_user <> 'portal_public' then
    perform assert_acting();
    select * into v from petitions where tenant_id = v_tenant and id = v_petition;
    if current_office() not in (v.lead_office_id, v.filing_office_id, v.receiving_office_id) or v.id is null then
      perform refuse('part', jsonb_build_object('act', 'amend', 'kind', 'petition', 'id', v_petition, 'leadOfficeId', v.lead_office_id));
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard_write before insert or update or delete on petition_people for each row execute function guard_petition_part();
create trigger guard_write before insert or update on petition_keys for each row execute function guard_petition_part();
create trigger guard_write before insert or update or delete on petition_offices for each row execute function guard_petition_part();

-- A key once destroyed stays so; keys of a tenant are made by who acts in it.
create function guard_key_change() returns trigger language plpgsql as $$
begin
  if old.destroyed_at is not null then raise exception 'a destroyed key stays destroyed' using errcode = 'PH009'; end if;
  return new;
end $$;
create trigger stays_destroyed before update on petition_keys for each row execute function guard_key_change();

create function guard_tenant_key() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  if session_user <> 'portal_public' then perform assert_acting(); end if;
  return new;
end $$;
create trigger guard_insert before insert on tenant_keys for each row execute function guard_tenant_key();

-- ---------- whose functions these are ----------

do $$
declare f text;
begin
  foreach f in array array['fold_vietnamese(text)', 'grams_of(text)', 'grams_of_petition(petitions)', 'sync_petition_grams(uuid, uuid)',
      'sync_petition_access(uuid, uuid)', 'sync_petition_after()', 'sync_petition_office_after()', 'sync_petition_person_after()',
      'guard_petition_insert()', 'petition_act(petitions, petitions)', 'guard_petition_update()', 'guard_petition_part()',
      'guard_key_change()', 'guard_tenant_key()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
