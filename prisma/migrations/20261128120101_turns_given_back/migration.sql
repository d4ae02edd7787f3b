-- A turn of a party outside is given back by whoever took it for it, and whoever held it for it in vain lets others sign as long as it
-- was held. No turn is taken to sign what would never be in force, and the page of the link says why.

-- Why a version can be signed no more: its own last day is over, or what it amends has run out or is to end before it would begin.
create function version_over(p_tenant uuid, p_version uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public as $$
  select case when v.planned_until <= greatest(v.planned_from, portal_today()) then 'term-over'
    when amended.effective_until <= greatest(v.planned_from, portal_today()) then 'amends' end
  from agreement_versions v
  left join agreement_versions amended on amended.tenant_id = v.tenant_id and amended.id = v.amends_id
  where v.tenant_id = p_tenant and v.id = p_version
$$;

create or replace function guard_would_be_in_force() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', case when tg_table_name = 'signing_rounds' then 'openRound' else 'sign' end,
    'kind', 'agreement-version', 'id', new.version_id);
  v_over text;
begin
  perform assert_tenant(new.tenant_id);
  v_over := version_over(new.tenant_id, new.version_id);
  if v_over is not null then perform refuse_state(v_over, v_detail); end if;
  return new;
end $$;
create trigger guard_would_be_in_force before insert on signing_turns for each row execute function guard_would_be_in_force();

-- Until when an office that held a party's turn in vain leaves the round to others: as long after its end as it was held.
create function external_turn_rests(p_tenant uuid, p_round uuid, p_party uuid) returns timestamptz language sql stable
  set search_path = pg_catalog, public as $$
  select max(coalesce(t.ended_at, t.until) + (coalesce(t.ended_at, t.until) - t.taken_at)) from signing_turns t
  where t.tenant_id = p_tenant and t.round_id = p_round and t.external_party_id = p_party and t.account_id is not null
    and t.outcome is distinct from 'signed' and (t.ended_at is not null or t.until <= clock_timestamp())
$$;

-- Given back while it stands, by its link or by the office that represents the party, each what was taken that way.
create function assert_external_give_back(p_turn signing_turns, p_detail jsonb) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if p_turn.until <= clock_timestamp() or abs(extract(epoch from p_turn.ended_at - clock_timestamp())) > 60 then
    perform refuse_state('no-turn', p_detail);
  end if;
  if (p_turn.account_id is null) <> (session_user = 'portal_public') then perform refuse('part', p_detail); end if;
  if session_user = 'portal_public' then return; end if;
  perform assert_acting();
  if not exists (select 1 from external_parties p where p.tenant_id = p_turn.tenant_id and p.id = p_turn.external_party_id
      and p.office_id = current_office()) then
    perform refuse('part', p_detail);
  end if;
end $$;

create or replace function guard_signing_turn() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id);
begin
  perform assert_tenant(new.tenant_id);
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - array['ended_at', 'outcome']) is distinct from (to_jsonb(old) - array['ended_at', 'outcome'])
        or old.ended_at is not null or new.outcome is null then
      perform refuse_state('frozen', v_detail);
    end if;
    if new.external_party_id is not null then
      if new.outcome = 'given-back' then
        perform assert_external_give_back(new, v_detail);
      elsif not exists (select 1 from external_signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id
          and s.party_id = new.external_party_id) then
        perform refuse_state('no-signature', v_detail);
      end if;
      return new;
    end if;
    if new.outcome = 'given-back' then
      perform assert_acting();
      if new.account_id is distinct from current_account() then perform refuse('signing-post', v_detail); end if;
    elsif not exists (select 1 from signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id
        and s.party_id = new.party_id) then
      perform refuse_state('no-signature', v_detail);
    end if;
    return new;
  end if;
  if new.external_party_id is not null then
    perform assert_external_turn(new, v_detail);
    if new.account_id is not null
        and external_turn_rests(new.tenant_id, new.round_id, new.external_party_id) > clock_timestamp() then
      perform refuse_state('turn-rests', v_detail);
    end if;
  elsif new.post_id is distinct from assert_may_sign_now(new.tenant_id, new.round_id, new.party_id, v_detail)
      or new.account_id is distinct from current_account()
      or new.person_id is distinct from person_of_account(new.tenant_id) then
    perform refuse('signing-post', v_detail);
  end if;
  if exists (select 1 from signing_turns t where t.tenant_id = new.tenant_id and t.round_id = new.round_id and t.ended_at is null
      and t.until > clock_timestamp()) then
    perform refuse_state('turn-taken', v_detail);
  end if;
  -- What is handed out is the newest file, now.
  if new.document_id is distinct from (select d.id from issued_documents d where d.tenant_id = new.tenant_id
        and d.round_id = new.round_id order by d.seq desc limit 1)
      or new.ended_at is not null or abs(extract(epoch from new.taken_at - clock_timestamp())) > 60 then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;

create or replace function party_words(p_slug text, p_hash text) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  l external_links;
  v agreement_versions;
  v_party external_parties;
  v_round signing_rounds;
  v_turn signing_turns;
begin
  if v_tenant is null then return null; end if;
  l := party_link_of(p_hash);
  if l.id is null then return null; end if;
  select * into v from agreement_versions x where x.tenant_id = v_tenant and x.id = l.version_id;
  select * into v_party from external_parties x where x.tenant_id = v_tenant and x.id = l.party_id;
  if l.purpose = 'sign' then
    select * into v_round from signing_rounds r where r.tenant_id = v_tenant and r.version_id = v.id and r.state = 'open';
    v_turn := party_turn_of(l);
  end if;
  return jsonb_build_object('purpose', l.purpose, 'expiresAt', l.expires_at, 'party', v_party.name, 'signingTitle', v_party.signing_title,
    'signerName', v_party.signer_name, 'office', (select o.name from offices o where o.tenant_id = v_tenant and o.id = v_party.office_id),
    'title', (select a.title from agreements a where a.tenant_id = v_tenant and a.id = v.agreement_id), 'number', v.number,
    'abstract', v.abstract, 'bases', v.bases, 'plannedFrom', v.planned_from, 'plannedUntil', v.planned_until,
    'contentHash', version_content_hash(v_tenant, v.id), 'words', version_words(v_tenant, v.id),
    'offices', (select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name) order by p.ordinal)
      from agreement_parties p join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
      where p.tenant_id = v_tenant and p.agreement_id = v.agreement_id),
    'outside', (select jsonb_agg(p.name order by p.ordinal) from external_parties p
      where p.tenant_id = v_tenant and p.agreement_id = v.agreement_id),
    'round', case when v_round.id is not null then jsonb_build_object('number', v_round.number, 'symbol', v_round.symbol,
      'certificates', (select count(*) from certificates c join signing_roots r on r.tenant_id = c.tenant_id and r.id = c.root_id
        where c.tenant_id = v_tenant and c.body_id = v_party.body_id and c.revoked_at is null and r.removed_at is null
          and c.not_before <= now() and c.not_after > now()),
      'turnUntil', v_turn.until, 'over', version_over(v_tenant, v.id),
      'takenUntil', (select max(t.until) from signing_turns t where t.tenant_id = v_tenant and t.round_id = v_round.id
        and t.ended_at is null and t.until > clock_timestamp() and t.id is distinct from v_turn.id)) end);
end $$;

create or replace function party_take_turn(p_slug text, p_hash text) returns text language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v_now constant timestamptz := clock_timestamp();
  l external_links;
  v_round signing_rounds;
begin
  if v_tenant is null then return 'gone'; end if;
  l := party_link_of(p_hash);
  if l.id is null or l.purpose <> 'sign' then return 'gone'; end if;
  perform 1 from agreement_versions v where v.tenant_id = v_tenant and v.id = l.version_id for update;
  l := party_link_of(p_hash);
  if l.id is null then return 'gone'; end if;
  select * into v_round from signing_rounds r where r.tenant_id = v_tenant and r.version_id = l.version_id and r.state = 'open' for update;
  if version_over(v_tenant, l.version_id) is not null then return 'over'; end if;
  if exists (select 1 from signing_turns t where t.tenant_id = v_tenant and t.round_id = v_round.id and t.ended_at is null
      and t.until > clock_timestamp()) then
    return 'taken';
  end if;
  if not exists (select 1 from certificates c join external_parties p on p.tenant_id = c.tenant_id and p.body_id = c.body_id
      join signing_roots r on r.tenant_id = c.tenant_id and r.id = c.root_id and r.removed_at is null
      where p.tenant_id = v_tenant and p.id = l.party_id and c.revoked_at is null and c.not_before <= now() and c.not_after > now()) then
    return 'no-certificate';
  end if;
  insert into signing_turns (tenant_id, id, version_id, round_id, external_party_id, document_id, taken_at, until)
  values (v_tenant, gen_random_uuid(), l.version_id, v_round.id, l.party_id, (select d.id from issued_documents d
    where d.tenant_id = v_tenant and d.round_id = v_round.id order by d.seq desc limit 1), v_now, v_now + interval '30 minutes');
  perform party_event('agreements.externalTurnTaken', l.version_id, jsonb_build_object('partyId', l.party_id, 'via', 'link'));
  return 'done';
end $$;

-- Others need not wait for the end of its half hour.
create function party_give_back_turn(p_slug text, p_hash text) returns text language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  l external_links;
  v_turn signing_turns;
begin
  if v_tenant is null then return 'gone'; end if;
  l := party_link_of(p_hash);
  if l.id is null or l.purpose <> 'sign' then return 'gone'; end if;
  -- The version first, as every command locks it; then link and turn as they stand now.
  perform 1 from agreement_versions v where v.tenant_id = v_tenant and v.id = l.version_id for update;
  l := party_link_of(p_hash);
  v_turn := party_turn_of(l);
  if l.id is null or v_turn.id is null then return 'gone'; end if;
  update signing_turns t set ended_at = clock_timestamp(), outcome = 'given-back' where t.tenant_id = v_tenant and t.id = v_turn.id;
  perform party_event('agreements.externalTurnGivenBack', l.version_id, jsonb_build_object('partyId', l.party_id, 'via', 'link'));
  return 'done';
end $$;

create or replace function party_sign(p_slug text, p_hash text, p_bytes bytea, p_field text, p_certificate uuid) returns jsonb language plpgsql
  security definer set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v_document constant uuid := gen_random_uuid();
  l external_links;
  v_turn signing_turns;
begin
  if v_tenant is null then return null; end if;
  l := party_link_of(p_hash);
  if l.id is null or l.purpose <> 'sign' then return null; end if;
  perform 1 from agreement_versions v where v.tenant_id = v_tenant and v.id = l.version_id for update;
  l := party_link_of(p_hash);
  v_turn := party_turn_of(l);
  -- What was agreed is over before it was signed, or what it amends is: nobody signs it any more.
  if l.id is null or v_turn.id is null or version_over(v_tenant, l.version_id) is not null then return null; end if;
  insert into issued_documents (tenant_id, id, version_id, round_id, seq, sha256, bytes, created_at)
  select v_tenant, v_document, d.version_id, d.round_id, d.seq + 1, encode(sha256(p_bytes), 'hex'), p_bytes, now()
  from issued_documents d where d.tenant_id = v_tenant and d.id = v_turn.document_id;
  insert into external_signatures (tenant_id, id, version_id, round_id, party_id, document_id, certificate_id, field_name, via, signed_at)
  values (v_tenant, gen_random_uuid(), l.version_id, v_turn.round_id, l.party_id, v_document, p_certificate, p_field, 'link', clock_timestamp());
  update external_links x set used_at = clock_timestamp() where x.tenant_id = v_tenant and x.id = l.id;
  perform party_event('agreements.externalSigned', l.version_id, jsonb_build_object('partyId', l.party_id, 'via', 'link',
    'certificateId', p_certificate, 'sha256', encode(sha256(p_bytes), 'hex')));
  perform complete_round(v_tenant, v_turn.round_id);
  return jsonb_build_object('tenantId', v_tenant, 'documentId', v_document);
end $$;

do $$
declare f text;
begin
  foreach f in array array['version_over(uuid, uuid)', 'external_turn_rests(uuid, uuid, uuid)',
      'assert_external_give_back(signing_turns, jsonb)', 'party_give_back_turn(text, text)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function external_turn_rests(uuid, uuid, uuid) to portal_app;
grant execute on function party_give_back_turn(text, text) to portal_public;
