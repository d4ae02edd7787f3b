-- Parties negotiate as equals, consent to the hash of one text, sign one file after another; signed is frozen.

-- ---------- refusals: own SQLSTATEs, the reason as JSON ----------

create function refuse(p_reason text, p_detail jsonb) returns void language plpgsql as $$
begin
  raise exception 'refused: %', p_reason using errcode = 'PH001', detail = (p_detail || jsonb_build_object('reason', p_reason))::text;
end $$;
create function refuse_state(p_reason text, p_detail jsonb) returns void language plpgsql as $$
begin
  raise exception 'wrong state: %', p_reason using errcode = 'PH002', detail = (p_detail || jsonb_build_object('reason', p_reason))::text;
end $$;

-- The worker acts as the system and the owner migrates: neither holds a post. Everybody else acts from one.
create function is_system() returns boolean language sql stable
  as $$ select session_user in ('portal_worker', 'portal_owner') $$;

create function assert_acting() returns void language plpgsql stable security definer
  set search_path = pg_catalog, public as $$
begin
  if is_system() then return; end if;
  if not exists (
    select 1 from people pe
    join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
    join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where pe.tenant_id = current_tenant() and pe.account_id = current_account() and p.office_id = current_office()
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())) then
    perform refuse('acting-post-not-held', '{}');
  end if;
end $$;

-- The guards read as portal_definer, which sees one tenant at a time. Without it they would find nothing and have nothing to
-- object to: so whoever writes, the owner too, says first in which tenant.
create function assert_tenant(p_tenant uuid) returns void language plpgsql stable as $$
begin
  if p_tenant is distinct from current_tenant() then
    raise exception 'the row is not of the tenant that is set' using errcode = 'PH003';
  end if;
end $$;

-- Like an event, a refusal is put on record only by who holds a post in the office it names.
create function guard_refusal() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_acting();
  return new;
end $$;
create trigger guard_insert before insert on refusals for each row execute function guard_refusal();

-- ---------- who reads an agreement ----------

create function sync_agreement_access(p_tenant uuid, p_agreement uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level)
  select distinct on (kind, subject, office) p_tenant, office, kind, subject, at, level from (
    select p.office_id as office, 'agreement' as kind, a.id as subject, a.created_at as at, 'party' as level, 1 as strength
      from agreements a join agreement_parties p on p.tenant_id = a.tenant_id and p.agreement_id = a.id
      where a.tenant_id = p_tenant and a.id = p_agreement
    union all select a.contact_office_id, 'agreement', a.id, a.created_at, 'party', 1
      from agreements a where a.tenant_id = p_tenant and a.id = p_agreement
    union all select p.office_id, 'agreement-version', v.id, v.created_at, 'party', 1
      from agreement_versions v join agreement_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id
      where v.tenant_id = p_tenant and v.agreement_id = p_agreement
    union all select a.contact_office_id, 'agreement-version', v.id, v.created_at, 'party', 1
      from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
      where v.tenant_id = p_tenant and v.agreement_id = p_agreement
    -- Once signed, every office of the tenant reads it.
    union all select o.id, 'agreement-version', v.id, v.created_at, 'reader', 2
      from agreement_versions v join offices o on o.tenant_id = v.tenant_id
      where v.tenant_id = p_tenant and v.agreement_id = p_agreement and v.state = 'signed'
    union all select o.id, 'agreement', a.id, a.created_at, 'reader', 2
      from agreements a join offices o on o.tenant_id = a.tenant_id
      where a.tenant_id = p_tenant and a.id = p_agreement and exists (
        select 1 from agreement_versions v where v.tenant_id = p_tenant and v.agreement_id = a.id and v.state = 'signed')
  ) reader order by kind, subject, office, strength
  on conflict (tenant_id, office_id, kind, subject_id) do update set level = excluded.level;
end $$;

create function sync_access_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if tg_table_name = 'agreements' then perform sync_agreement_access(new.tenant_id, new.id);
  else perform sync_agreement_access(new.tenant_id, new.agreement_id);
  end if;
  return null;
end $$;
create trigger sync_access after insert on agreements for each row execute function sync_access_after();
create trigger sync_access after insert on agreement_parties for each row execute function sync_access_after();
create trigger sync_access after insert or update of state on agreement_versions for each row execute function sync_access_after();

-- An office made later reads what was signed before it was there. Reference data are written as the owner, without a tenant
-- set; the definer sees nothing without one.
create function open_signed_agreements() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
  v_agreement uuid;
begin
  perform set_config('app.tenant_id', new.tenant_id::text, true);
  for v_agreement in
    select distinct agreement_id from agreement_versions where tenant_id = new.tenant_id and state = 'signed'
  loop
    perform sync_agreement_access(new.tenant_id, v_agreement);
  end loop;
  perform set_config('app.tenant_id', v_before, true);
  return null;
end $$;
create trigger open_signed_agreements after insert on offices for each row execute function open_signed_agreements();

-- ---------- the text and its hash ----------

-- One hash over all that is signed: identity, parties, dates, articles, areas, duties, who leads and assists.
create function version_content_hash(p_tenant uuid, p_version uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public as $$
  select encode(sha256(convert_to(jsonb_build_array(
    (select jsonb_build_array(a.title, a.contact_office_id, v.number, v.abstract, v.mark, v.bases, v.planned_from, v.planned_until)
      from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
      where v.tenant_id = p_tenant and v.id = p_version),
    (select jsonb_agg(jsonb_build_array(p.office_id, p.body_id, p.signing_post_id) order by p.ordinal)
      from agreement_parties p join agreement_versions v on v.tenant_id = p.tenant_id and v.agreement_id = p.agreement_id
      where v.tenant_id = p_tenant and v.id = p_version),
    (select jsonb_agg(jsonb_build_array(article_key, ordinal, chapter_ordinal, chapter_title, heading, clauses) order by ordinal)
      from agreement_articles where tenant_id = p_tenant and version_id = p_version),
    (select jsonb_agg(jsonb_build_array(area_key, ordinal, title, article_key) order by ordinal)
      from coordination_areas where tenant_id = p_tenant and version_id = p_version),
    (select jsonb_agg(jsonb_build_array(duty_key, area_key, ordinal, clause, text, short_text, lead_rule, lead_office_id, basis,
        fixed_by_law, notice_days, paper_days, opinion_days, silence) order by ordinal)
      from coordination_duties where tenant_id = p_tenant and version_id = p_version),
    (select jsonb_agg(jsonb_build_array(d.duty_key, r.subject_key, r.ordinal, r.label, r.office_id, r.basis) order by d.ordinal, r.ordinal)
      from duty_lead_rows r join coordination_duties d on d.tenant_id = r.tenant_id and d.id = r.duty_id
      where r.tenant_id = p_tenant and r.version_id = p_version),
    (select jsonb_agg(jsonb_build_array(d.duty_key, o.office_id, o.part, o.responsible_post_id, o.substitute_post_id)
        order by d.ordinal, o.office_id)
      from duty_offices o join coordination_duties d on d.tenant_id = o.tenant_id and d.id = o.duty_id
      where o.tenant_id = p_tenant and o.version_id = p_version)
  )::text, 'UTF8')), 'hex')
$$;

create function is_party(p_tenant uuid, p_agreement uuid, p_office uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select exists (select 1 from agreement_parties where tenant_id = p_tenant and agreement_id = p_agreement and office_id = p_office)
$$;

-- May the acting office change the text of this version now? Raises when not.
-- The row stays locked, so that a round can never open on a text that is just being changed.
create function assert_may_edit(p_tenant uuid, p_version uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v agreement_versions;
  v_contact uuid;
  v_detail jsonb;
begin
  perform assert_tenant(p_tenant);
  select * into v from agreement_versions where tenant_id = p_tenant and id = p_version for update;
  select contact_office_id into v_contact from agreements where tenant_id = p_tenant and id = v.agreement_id;
  v_detail := jsonb_build_object('act', 'edit', 'kind', 'agreement-version', 'id', p_version, 'contactOfficeId', v_contact);
  if not is_system() then
    perform assert_acting();
    if current_office() is distinct from v_contact and not is_party(p_tenant, v.agreement_id, current_office()) then
      perform refuse('part', v_detail);
    end if;
  end if;
  if v.state not in ('draft', 'negotiating') then perform refuse_state('frozen', v_detail); end if;
  -- While it is a draft it is the contact office's own paper.
  if v.state = 'draft' and not is_system() and current_office() is distinct from v_contact then
    perform refuse_state('state', v_detail);
  end if;
end $$;

create function guard_content() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if tg_op <> 'INSERT' then perform assert_may_edit(old.tenant_id, old.version_id); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and (new.tenant_id, new.version_id) is distinct from (old.tenant_id, old.version_id)) then
    perform assert_may_edit(new.tenant_id, new.version_id);
  end if;
  if tg_op = 'DELETE' then
    delete from consents where tenant_id = old.tenant_id and version_id = old.version_id;
    return old;
  end if;
  delete from consents where tenant_id = new.tenant_id and version_id = new.version_id;
  return new;
end $$;

do $$
declare t text;
begin
  foreach t in array array['agreement_articles', 'coordination_areas', 'coordination_duties', 'duty_lead_rows', 'duty_offices'] loop
    execute format('create trigger guard_content before insert or update or delete on %I for each row execute function guard_content()', t);
  end loop;
end $$;

-- ---------- agreement, parties, versions ----------

create function guard_agreement() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if is_system() then return new; end if;
  perform assert_acting();
  if new.contact_office_id is distinct from current_office() then
    perform refuse('not-own-office', jsonb_build_object('act', 'draft', 'kind', 'agreement'));
  end if;
  return new;
end $$;
create trigger guard_insert before insert on agreements for each row execute function guard_agreement();

-- Parties are named with the agreement, before its first version; who signs is part of what is signed.
create function guard_party() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_contact uuid;
begin
  if exists (select 1 from agreement_versions where tenant_id = new.tenant_id and agreement_id = new.agreement_id) then
    perform refuse_state('frozen', jsonb_build_object('act', 'draft', 'kind', 'agreement', 'id', new.agreement_id));
  end if;
  if not exists (select 1 from posts where tenant_id = new.tenant_id and id = new.signing_post_id
      and (office_id = new.office_id or body_id = new.body_id)) then
    perform refuse('signing-post-elsewhere', jsonb_build_object('act', 'draft', 'kind', 'agreement', 'id', new.agreement_id));
  end if;
  if is_system() then return new; end if;
  perform assert_acting();
  select contact_office_id into v_contact from agreements where tenant_id = new.tenant_id and id = new.agreement_id;
  if v_contact is distinct from current_office() then
    perform refuse('part', jsonb_build_object('act', 'draft', 'kind', 'agreement', 'id', new.agreement_id));
  end if;
  return new;
end $$;
create trigger guard_insert before insert on agreement_parties for each row execute function guard_party();

-- The title, the contact office and the parties are part of what every version of the agreement says.
create function guard_identity() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_agreement constant uuid := case tg_table_name when 'agreements' then to_jsonb(old) ->> 'id' else to_jsonb(old) ->> 'agreement_id' end;
begin
  perform assert_tenant(old.tenant_id);
  if exists (select 1 from agreement_versions where tenant_id = old.tenant_id and agreement_id = v_agreement) then
    perform refuse_state('frozen', jsonb_build_object('act', 'edit', 'kind', 'agreement', 'id', v_agreement));
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger guard_identity before update or delete on agreements for each row execute function guard_identity();
create trigger guard_identity before update or delete on agreement_parties for each row execute function guard_identity();

create function guard_version_insert() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_contact uuid;
  v_last integer;
begin
  perform assert_tenant(new.tenant_id);
  select max(number) into v_last from agreement_versions where tenant_id = new.tenant_id and agreement_id = new.agreement_id;
  -- The first version is the contact office's draft; a later one goes on negotiating, copied from the one before.
  if new.signed_at is not null or new.state <> (case when v_last is null then 'draft' else 'negotiating' end)
      or (new.copied_from_id is null) <> (v_last is null) then
    perform refuse_state('state', jsonb_build_object('act', 'draft', 'kind', 'agreement-version', 'id', new.id));
  end if;
  if new.number is distinct from coalesce(v_last, 0) + 1 then
    perform refuse_state('number', jsonb_build_object('act', 'draft', 'kind', 'agreement-version', 'id', new.id));
  end if;
  if new.copied_from_id is not null and not exists (select 1 from agreement_versions
      where tenant_id = new.tenant_id and agreement_id = new.agreement_id and id = new.copied_from_id) then
    perform refuse_state('copied-from', jsonb_build_object('act', 'revise', 'kind', 'agreement-version', 'id', new.id));
  end if;
  if is_system() then return new; end if;
  perform assert_acting();
  select contact_office_id into v_contact from agreements where tenant_id = new.tenant_id and id = new.agreement_id;
  if v_contact is distinct from current_office()
      and (v_last is null or not is_party(new.tenant_id, new.agreement_id, current_office())) then
    perform refuse('part', jsonb_build_object('act', case when v_last is null then 'draft' else 'revise' end,
      'kind', 'agreement-version', 'id', new.id, 'contactOfficeId', v_contact));
  end if;
  return new;
end $$;
create trigger guard_insert before insert on agreement_versions for each row execute function guard_version_insert();

create function guard_version_update() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_contact uuid;
  v_parties integer;
  v_hash text;
  v_act text;
  v_detail jsonb;
  v_content_changed constant boolean :=
    (new.abstract, new.mark, new.bases, new.planned_from, new.planned_until, new.revision)
    is distinct from (old.abstract, old.mark, old.bases, old.planned_from, old.planned_until, old.revision);
begin
  perform assert_tenant(old.tenant_id);
  select contact_office_id into v_contact from agreements where tenant_id = old.tenant_id and id = old.agreement_id;
  select count(*) into v_parties from agreement_parties where tenant_id = old.tenant_id and agreement_id = old.agreement_id;
  v_act := case when new.state = old.state then 'edit' when new.state = 'negotiating' then 'send'
    when new.state = 'awaiting-signatures' then 'openRound' when new.state = 'signed' then 'sign'
    when new.state = 'declined' then 'declineToSign' when new.state = 'withdrawn' then 'withdraw' else 'edit' end;
  v_detail := jsonb_build_object('act', v_act, 'kind', 'agreement-version', 'id', old.id, 'contactOfficeId', v_contact);

  if not is_system() then
    perform assert_acting();
    if current_office() is distinct from v_contact and not is_party(old.tenant_id, old.agreement_id, current_office()) then
      perform refuse('part', v_detail);
    end if;
    if v_act in ('send', 'openRound', 'withdraw') and current_office() is distinct from v_contact then
      perform refuse('part', v_detail);
    end if;
  end if;
  if (new.tenant_id, new.id, new.agreement_id, new.number, new.copied_from_id, new.created_at)
    is distinct from (old.tenant_id, old.id, old.agreement_id, old.number, old.copied_from_id, old.created_at) then
    perform refuse_state('frozen', v_detail);
  end if;

  if v_content_changed then
    perform assert_may_edit(old.tenant_id, old.id);
    if new.revision <= old.revision then perform refuse_state('revision', v_detail); end if;
    delete from consents where tenant_id = old.tenant_id and version_id = old.id;
  end if;

  if new.state = old.state then
    -- A later version in force cuts the term of the one before; nothing else of a signed version ever changes.
    if old.state = 'signed' then
      if (new.signed_at, new.effective_from, new.changed_at, new.changed_by)
          is distinct from (old.signed_at, old.effective_from, old.changed_at, old.changed_by)
        or new.effective_until is null or new.effective_until > coalesce(old.effective_until, 'infinity')
        -- Only a later version that all have signed ends this one: its round is complete, it is about to be in force.
        or not exists (select 1 from agreement_versions later
          join signing_rounds r on r.tenant_id = later.tenant_id and r.version_id = later.id and r.state = 'completed'
          where later.tenant_id = old.tenant_id and later.agreement_id = old.agreement_id and later.number > old.number
            and later.state = 'awaiting-signatures') then
        perform refuse_state('frozen', v_detail);
      end if;
    elsif old.state not in ('draft', 'negotiating') then
      perform refuse_state('frozen', v_detail);
    end if;
    return new;
  end if;

  if v_content_changed then perform refuse_state('frozen', v_detail); end if;
  if not ((old.state, new.state) in (('draft', 'negotiating'), ('draft', 'withdrawn'), ('negotiating', 'awaiting-signatures'),
      ('negotiating', 'withdrawn'), ('awaiting-signatures', 'signed'), ('awaiting-signatures', 'declined'),
      ('awaiting-signatures', 'withdrawn'))) then
    perform refuse_state('state', v_detail);
  end if;
  if new.state = 'awaiting-signatures' then
    v_hash := version_content_hash(old.tenant_id, old.id);
    if (select count(*) from consents c where c.tenant_id = old.tenant_id and c.version_id = old.id and c.content_hash = v_hash)
        <> v_parties then
      perform refuse_state('consents-missing', v_detail);
    end if;
    if not exists (select 1 from signing_rounds r join issued_documents d on d.tenant_id = r.tenant_id and d.round_id = r.id and d.seq = 0
        where r.tenant_id = old.tenant_id and r.version_id = old.id and r.state = 'open' and r.content_hash = v_hash) then
      perform refuse_state('no-round', v_detail);
    end if;
  elsif new.state = 'signed' then
    if (select count(*) from signatures s join signing_rounds r on r.tenant_id = s.tenant_id and r.id = s.round_id
        where s.tenant_id = old.tenant_id and s.version_id = old.id and r.state = 'completed') <> v_parties then
      perform refuse_state('signatures-missing', v_detail);
    end if;
    -- The dates in force follow from what was signed: the planned day or that of the last signature, the later of both.
    if new.effective_from is distinct from greatest(old.planned_from, (new.signed_at at time zone 'Asia/Ho_Chi_Minh')::date)
        or new.effective_until is distinct from old.planned_until then
      perform refuse_state('dates-not-as-signed', v_detail);
    end if;
  elsif new.state = 'declined' then
    if not exists (select 1 from signing_declines d where d.tenant_id = old.tenant_id and d.version_id = old.id) then
      perform refuse_state('no-decline', v_detail);
    end if;
  end if;
  return new;
end $$;
create trigger guard_update before update on agreement_versions for each row execute function guard_version_update();

-- ---------- consents ----------

create function guard_consent() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_state text;
  v_office uuid;
  v_detail constant jsonb := jsonb_build_object('act', 'consent', 'kind', 'agreement-version', 'id', new.version_id);
begin
  select v.state, p.office_id into v_state, v_office
  from agreement_versions v join agreement_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id
  where v.tenant_id = new.tenant_id and v.id = new.version_id and p.id = new.party_id;
  if v_office is null then perform refuse('part', v_detail); end if;
  if not is_system() then
    perform assert_acting();
    if v_office is distinct from current_office() or new.account_id is distinct from current_account() then
      perform refuse('part', v_detail);
    end if;
  end if;
  if v_state <> 'negotiating' then perform refuse_state('state', v_detail); end if;
  if new.content_hash is distinct from version_content_hash(new.tenant_id, new.version_id) then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on consents for each row execute function guard_consent();

-- ---------- the signing round ----------

create function guard_round_insert() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_state text;
  v_contact uuid;
  v_detail constant jsonb := jsonb_build_object('act', 'openRound', 'kind', 'agreement-version', 'id', new.version_id);
begin
  perform assert_tenant(new.tenant_id);
  select v.state, a.contact_office_id into v_state, v_contact
  from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
  where v.tenant_id = new.tenant_id and v.id = new.version_id;
  if not is_system() then
    perform assert_acting();
    if v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
  end if;
  if v_state <> 'negotiating' or new.state <> 'open' then perform refuse_state('state', v_detail); end if;
  if new.content_hash is distinct from version_content_hash(new.tenant_id, new.version_id) then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on signing_rounds for each row execute function guard_round_insert();

create function guard_round_update() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'endRound', 'kind', 'agreement-version', 'id', old.version_id);
  v_agreement uuid;
  v_contact uuid;
begin
  perform assert_tenant(old.tenant_id);
  if old.state <> 'open' or (to_jsonb(new) - array['state', 'ended_at', 'end_reason']) is distinct from
      (to_jsonb(old) - array['state', 'ended_at', 'end_reason']) then
    perform refuse_state('frozen', v_detail);
  end if;
  select v.agreement_id, a.contact_office_id into v_agreement, v_contact
  from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
  where v.tenant_id = old.tenant_id and v.id = old.version_id;
  if not is_system() then
    perform assert_acting();
    if new.state in ('withdrawn', 'lapsed') and v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
    if not is_party(old.tenant_id, v_agreement, current_office()) then perform refuse('part', v_detail); end if;
  end if;
  if new.state = 'completed' and (select count(*) from signatures s where s.tenant_id = old.tenant_id and s.round_id = old.id)
      <> (select count(*) from agreement_parties p where p.tenant_id = old.tenant_id and p.agreement_id = v_agreement) then
    perform refuse_state('signatures-missing', v_detail);
  end if;
  if new.state = 'declined' and not exists (select 1 from signing_declines d where d.tenant_id = old.tenant_id and d.round_id = old.id) then
    perform refuse_state('no-decline', v_detail);
  end if;
  return new;
end $$;
create trigger guard_update before update on signing_rounds for each row execute function guard_round_update();

-- Numbers are never reused and never go back from void.
create function guard_register_entry() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_round signing_rounds;
begin
  perform assert_tenant(new.tenant_id);
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id;
  if tg_op = 'INSERT' then
    if not is_system() then
      perform assert_acting();
      if new.office_id is distinct from current_office() then
        perform refuse('not-own-office', jsonb_build_object('act', 'openRound', 'kind', 'register'));
      end if;
    end if;
    if (v_round.number, v_round.year) is distinct from (new.number, new.year) or new.state <> 'used' then
      perform refuse_state('number', jsonb_build_object('act', 'openRound', 'kind', 'register'));
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['state', 'reason']) is distinct from (to_jsonb(old) - array['state', 'reason'])
      or old.state = 'void' or v_round.state not in ('declined', 'withdrawn', 'lapsed') then
    perform refuse_state('frozen', jsonb_build_object('act', 'voidNumber', 'kind', 'register'));
  end if;
  if is_system() then return new; end if;
  perform assert_acting();
  if not exists (select 1 from agreement_versions v
      where v.tenant_id = v_round.tenant_id and v.id = v_round.version_id
        and (new.office_id = current_office() or is_party(v.tenant_id, v.agreement_id, current_office()))) then
    perform refuse('part', jsonb_build_object('act', 'voidNumber', 'kind', 'register'));
  end if;
  return new;
end $$;
create trigger guard_entry before insert or update on register_entries for each row execute function guard_register_entry();

create function guard_document() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v_version agreement_versions;
  v_contact uuid;
  v_before bytea;
  v_detail constant jsonb := jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id);
begin
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  select * into v_version from agreement_versions where tenant_id = new.tenant_id and id = v_round.version_id;
  select contact_office_id into v_contact from agreements where tenant_id = new.tenant_id and id = v_version.agreement_id;
  if v_round.state is distinct from 'open' then perform refuse_state('state', v_detail); end if;
  if not is_system() then
    perform assert_acting();
    if new.seq = 0 and v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
    if not is_party(new.tenant_id, v_version.agreement_id, current_office()) then perform refuse('part', v_detail); end if;
  end if;
  if new.seq = 0 then
    if v_version.state <> 'negotiating' then perform refuse_state('frozen', v_detail); end if;
    return new;
  end if;
  if v_version.state <> 'awaiting-signatures' then perform refuse_state('state', v_detail); end if;
  select bytes into v_before from issued_documents where tenant_id = new.tenant_id and round_id = new.round_id and seq = new.seq - 1;
  if v_before is null or length(new.bytes) <= length(v_before)
      or substring(new.bytes from 1 for length(v_before)) is distinct from v_before then
    perform refuse_state('not-an-increment', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on issued_documents for each row execute function guard_document();

-- Only who holds the named post today signs, with an own certificate, the file that was made for this signature.
create function guard_signature() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v_version agreement_versions;
  v_party agreement_parties;
  v_seq integer;
  v_detail constant jsonb := jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id);
begin
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  select * into v_version from agreement_versions where tenant_id = new.tenant_id and id = v_round.version_id;
  select * into v_party from agreement_parties where tenant_id = new.tenant_id and id = new.party_id;
  if v_party.agreement_id is distinct from v_version.agreement_id then perform refuse('part', v_detail); end if;
  perform assert_acting();
  if v_party.office_id is distinct from current_office() then perform refuse('part', v_detail); end if;
  if new.post_id is distinct from v_party.signing_post_id or new.account_id is distinct from current_account() or not exists (
      select 1 from post_holdings h join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      where h.tenant_id = new.tenant_id and h.post_id = v_party.signing_post_id and h.person_id = new.person_id
        and pe.account_id = current_account() and h.from_date <= portal_today()
        and (h.until_date is null or h.until_date >= portal_today())) then
    perform refuse('signing-post', v_detail || jsonb_build_object('postId', v_party.signing_post_id));
  end if;
  if v_round.state <> 'open' or v_version.state <> 'awaiting-signatures' then perform refuse_state('state', v_detail); end if;
  if not exists (select 1 from certificates c where c.tenant_id = new.tenant_id and c.id = new.certificate_id
      and c.person_id = new.person_id and c.revoked_at is null and c.not_before <= now() and c.not_after > now()) then
    perform refuse('certificate', v_detail);
  end if;
  select seq into v_seq from issued_documents where tenant_id = new.tenant_id and id = new.document_id and round_id = new.round_id;
  if v_seq is distinct from
      (select count(*)::integer + 1 from signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id) then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on signatures for each row execute function guard_signature();

create function guard_decline() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v_party agreement_parties;
  v_detail constant jsonb := jsonb_build_object('act', 'declineToSign', 'kind', 'agreement-version', 'id', new.version_id);
begin
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  select * into v_party from agreement_parties where tenant_id = new.tenant_id and id = new.party_id;
  perform assert_acting();
  if v_party.office_id is distinct from current_office() or new.account_id is distinct from current_account() or not exists (
      select 1 from post_holdings h join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      where h.tenant_id = new.tenant_id and h.post_id = v_party.signing_post_id and pe.account_id = current_account()
        and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())) then
    perform refuse('signing-post', v_detail || jsonb_build_object('postId', v_party.signing_post_id));
  end if;
  if v_round.state <> 'open' then perform refuse_state('state', v_detail); end if;
  if exists (select 1 from signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id and s.party_id = new.party_id) then
    perform refuse_state('already-signed', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on signing_declines for each row execute function guard_decline();

-- Every file beyond the first belongs to a signature; asked at commit, since the file is written before its signature.
create function document_has_signature() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if new.seq > 0 and not exists (select 1 from signatures s where s.tenant_id = new.tenant_id and s.document_id = new.id) then
    perform refuse_state('no-signature', jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id));
  end if;
  return null;
end $$;
create constraint trigger has_signature after insert on issued_documents deferrable initially deferred
  for each row execute function document_has_signature();

-- Insert only, for every role.
do $$
declare t text;
begin
  foreach t in array array['issued_documents', 'signatures', 'signing_declines', 'document_checks'] loop
    execute format('create trigger insert_only before update or delete on %I for each row execute function refuse_rewriting()', t);
    execute format('create trigger insert_only_whole before truncate on %I for each statement execute function refuse_rewriting()', t);
  end loop;
  -- No row is asked when a table is emptied whole.
  foreach t in array array['agreements', 'agreement_parties', 'agreement_versions', 'agreement_articles', 'coordination_areas',
      'coordination_duties', 'duty_lead_rows', 'duty_offices', 'signing_rounds', 'register_entries'] loop
    execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_rewriting()', t);
  end loop;
end $$;
-- A number that was taken stays taken.
create trigger never_removed before delete on register_entries for each row execute function refuse_rewriting();

do $$
declare f text;
begin
  foreach f in array array['assert_acting()', 'sync_agreement_access(uuid, uuid)', 'sync_access_after()',
      'version_content_hash(uuid, uuid)', 'is_party(uuid, uuid, uuid)', 'assert_may_edit(uuid, uuid)', 'guard_content()',
      'guard_agreement()', 'guard_party()', 'guard_version_insert()', 'guard_version_update()', 'guard_consent()',
      'guard_round_insert()', 'guard_round_update()', 'guard_register_entry()', 'guard_document()', 'guard_signature()',
      'guard_decline()', 'document_has_signature()', 'refuse(text, jsonb)', 'refuse_state(text, jsonb)', 'is_system()',
      'guard_identity()', 'assert_tenant(uuid)', 'guard_refusal()', 'open_signed_agreements()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function version_content_hash(uuid, uuid) to portal_app, portal_worker;
