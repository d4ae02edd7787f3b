-- A party outside declines to sign, by its link and with a reason, as easily as it would sign: the round stops as it does for a signer
-- of the portal, its number is void, the signatures made stay.

create table external_declines (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  round_id uuid not null,
  party_id uuid not null,
  reason text not null,
  at timestamptz(6) not null,
  constraint external_declines_pkey primary key (tenant_id, id),
  constraint external_declines_round_fkey foreign key (tenant_id, version_id, round_id)
    references signing_rounds (tenant_id, version_id, id) on delete restrict on update cascade,
  constraint external_declines_party_fkey foreign key (tenant_id, party_id) references external_parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_declines_reason check (length(trim(reason)) between 5 and 500)
);
create unique index external_declines_round_key on external_declines (tenant_id, round_id);
create index external_declines_version_idx on external_declines (tenant_id, version_id);
create index external_declines_party_idx on external_declines (tenant_id, party_id);

grant select on external_declines to portal_app, portal_worker;
grant select, insert on external_declines to portal_definer;
grant select (tenant_id, round_id), update (state, reason) on register_entries to portal_definer;
alter table external_declines enable row level security;
alter table external_declines force row level security;
create policy by_tenant_worker on external_declines to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on external_declines to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on external_declines for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));
create trigger insert_only before update or delete on external_declines for each row execute function refuse_rewriting();
create trigger insert_only_whole before truncate on external_declines for each statement execute function refuse_rewriting();

create function guard_external_decline() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v agreement_versions;
  v_detail constant jsonb := jsonb_build_object('act', 'declineToSign', 'kind', 'agreement-version', 'id', new.version_id);
begin
  perform assert_tenant(new.tenant_id);
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  v := assert_speaks_for(new.tenant_id, new.version_id, new.party_id, null, v_detail);
  if session_user <> 'portal_public' then perform refuse('part', v_detail); end if;
  if v_round.version_id is distinct from v.id or v_round.state <> 'open' or v.state <> 'awaiting-signatures' then
    perform refuse_state('state', v_detail);
  end if;
  if exists (select 1 from external_signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id
      and s.party_id = new.party_id) then
    perform refuse_state('already-signed', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on external_declines for each row execute function guard_external_decline();

create or replace function guard_version_update() returns trigger language plpgsql security definer
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

  if session_user = 'portal_public' then
    -- The signature of a party outside may be the last: it puts the version in force and cuts the one before. Its refusal to sign stops
    -- the round. Nothing else.
    if new.state not in ('signed', 'declined') then perform refuse('part', v_detail); end if;
  elsif not is_system() then
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
        <> v_parties
        or external_consent_count(old.tenant_id, old.id, v_hash) <> external_party_count(old.tenant_id, old.agreement_id) then
      perform refuse_state('consents-missing', v_detail);
    end if;
    if not exists (select 1 from signing_rounds r join issued_documents d on d.tenant_id = r.tenant_id and d.round_id = r.id and d.seq = 0
        where r.tenant_id = old.tenant_id and r.version_id = old.id and r.state = 'open' and r.content_hash = v_hash) then
      perform refuse_state('no-round', v_detail);
    end if;
  elsif new.state = 'signed' then
    if (select count(*) from signatures s join signing_rounds r on r.tenant_id = s.tenant_id and r.id = s.round_id
        where s.tenant_id = old.tenant_id and s.version_id = old.id and r.state = 'completed') <> v_parties
        or (select count(*) from external_signatures e join signing_rounds r on r.tenant_id = e.tenant_id and r.id = e.round_id
          where e.tenant_id = old.tenant_id and e.version_id = old.id and r.state = 'completed')
          <> external_party_count(old.tenant_id, old.agreement_id) then
      perform refuse_state('signatures-missing', v_detail);
    end if;
    -- The dates in force follow from what was signed: the planned day or that of the last signature, the later of both.
    if new.effective_from is distinct from greatest(old.planned_from, (new.signed_at at time zone 'Asia/Ho_Chi_Minh')::date)
        or new.effective_until is distinct from old.planned_until then
      perform refuse_state('dates-not-as-signed', v_detail);
    end if;
  elsif new.state = 'declined' then
    if not exists (select 1 from signing_declines d where d.tenant_id = old.tenant_id and d.version_id = old.id)
        and not exists (select 1 from external_declines d where d.tenant_id = old.tenant_id and d.version_id = old.id) then
      perform refuse_state('no-decline', v_detail);
    end if;
  end if;
  return new;
end $$;

create or replace function guard_round_update() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'endRound', 'kind', 'agreement-version', 'id', old.version_id);
  v_agreement uuid;
  v_contact uuid;
begin
  perform assert_tenant(old.tenant_id);
  if old.state = 'completed' and old.issued_at is null and new.issued_at is not null
      and (to_jsonb(new) - 'issued_at') is not distinct from (to_jsonb(old) - 'issued_at') then
    if (select count(*) from organisation_signatures o where o.tenant_id = old.tenant_id and o.round_id = old.id)
        <> (select count(*) from round_signers s where s.tenant_id = old.tenant_id and s.round_id = old.id) then
      perform refuse_state('signatures-missing', v_detail);
    end if;
    return new;
  end if;
  if old.state <> 'open' or (to_jsonb(new) - array['state', 'ended_at', 'end_reason']) is distinct from
      (to_jsonb(old) - array['state', 'ended_at', 'end_reason']) then
    perform refuse_state('frozen', v_detail);
  end if;
  select v.agreement_id, a.contact_office_id into v_agreement, v_contact
  from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
  where v.tenant_id = old.tenant_id and v.id = old.version_id;
  if session_user = 'portal_public' then
    if new.state not in ('completed', 'declined') then perform refuse('part', v_detail); end if;
  elsif not is_system() then
    perform assert_acting();
    if new.state in ('withdrawn', 'lapsed') and v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
    if not is_party(old.tenant_id, v_agreement, current_office()) then perform refuse('part', v_detail); end if;
  end if;
  if new.state = 'completed' and signature_count(old.tenant_id, old.id) <> signer_count(old.tenant_id, v_agreement) then
    perform refuse_state('signatures-missing', v_detail);
  end if;
  if new.state = 'declined' and not exists (select 1 from signing_declines d where d.tenant_id = old.tenant_id and d.round_id = old.id)
      and not exists (select 1 from external_declines d where d.tenant_id = old.tenant_id and d.round_id = old.id) then
    perform refuse_state('no-decline', v_detail);
  end if;
  return new;
end $$;

create or replace function guard_register_entry() returns trigger language plpgsql security definer
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
  if session_user = 'portal_public' then
    if v_round.state <> 'declined' then perform refuse('part', jsonb_build_object('act', 'voidNumber', 'kind', 'register')); end if;
    return new;
  end if;
  perform assert_acting();
  if not exists (select 1 from agreement_versions v
      where v.tenant_id = v_round.tenant_id and v.id = v_round.version_id
        and (new.office_id = current_office() or is_party(v.tenant_id, v.agreement_id, current_office()))) then
    perform refuse('part', jsonb_build_object('act', 'voidNumber', 'kind', 'register'));
  end if;
  return new;
end $$;

-- Declines for the party whose link it is: once, and the link is used up. A turn that somebody has leads to nothing any more.
create function party_decline(p_slug text, p_hash text, p_reason text) returns text language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  l external_links;
  v_round uuid;
begin
  if v_tenant is null then return 'gone'; end if;
  l := party_link_of(p_hash);
  if l.id is null or l.purpose <> 'sign' then return 'gone'; end if;
  -- The version first, as every command locks it; then the link as it stands now.
  perform 1 from agreement_versions v where v.tenant_id = v_tenant and v.id = l.version_id for update;
  l := party_link_of(p_hash);
  if l.id is null then return 'gone'; end if;
  select r.id into v_round from signing_rounds r where r.tenant_id = v_tenant and r.version_id = l.version_id and r.state = 'open' for update;
  insert into external_declines (tenant_id, id, version_id, round_id, party_id, reason, at)
  values (v_tenant, gen_random_uuid(), l.version_id, v_round, l.party_id, p_reason, clock_timestamp());
  update external_links x set used_at = clock_timestamp() where x.tenant_id = v_tenant and x.id = l.id;
  update signing_rounds set state = 'declined', ended_at = clock_timestamp(), end_reason = p_reason
    where tenant_id = v_tenant and id = v_round;
  update register_entries set state = 'void', reason = p_reason where tenant_id = v_tenant and round_id = v_round;
  update agreement_versions set state = 'declined' where tenant_id = v_tenant and id = l.version_id;
  perform party_event('agreements.externalDeclined', l.version_id,
    jsonb_build_object('partyId', l.party_id, 'roundId', v_round, 'reason', p_reason, 'via', 'link'));
  return 'done';
end $$;

alter function guard_external_decline() owner to portal_definer;
revoke execute on function guard_external_decline() from public;
alter function party_decline(text, text, text) owner to portal_definer;
revoke execute on function party_decline(text, text, text) from public;
grant execute on function party_decline(text, text, text) to portal_public;
