-- After the last person each party's records clerk adds the organisation's signature (NĐ 30/2020/NĐ-CP art. 5, 32). The agreement is in
-- force by what the persons signed; with the last organisation's signature it is issued.

-- ---------- keys of organisations ----------

alter table certificates alter column person_id drop not null,
  add column office_id uuid,
  add constraint certificates_office_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  add constraint certificates_one_holder check ((person_id is null) <> (office_id is null)),
  -- What a person registers is a person's.
  add constraint certificates_office_issued check (office_id is null or authority_id is not null);
create index certificates_office_idx on certificates (tenant_id, office_id) where office_id is not null;

alter table signing_keys alter column person_id drop not null,
  add column office_id uuid,
  add constraint signing_keys_office_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  add constraint signing_keys_one_holder check ((person_id is null) <> (office_id is null));
create index signing_keys_office_idx on signing_keys (tenant_id, office_id) where office_id is not null;

-- Whether the account of the transaction acts as records clerk of this office: the organisation's key is held by that post.
create function keeps_office_key(p_office uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select p_office = current_office() and exists (
    select 1 from people pe
    join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
    join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where pe.tenant_id = current_tenant() and pe.account_id = current_account() and p.office_id = p_office
      and p.role = 'records-clerk' and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today()))
$$;
create policy office_keys on signing_keys to portal_app
  using (tenant_id = (select current_tenant()) and office_id is not null and keeps_office_key(office_id));

-- ---------- the signature ----------

alter table signing_rounds
  -- Whether the paper keeps a block for each organisation; rounds opened before have none, and need none.
  add column organisations boolean not null default false,
  add column issued_at timestamptz(6);
create index signing_rounds_to_issue on signing_rounds (tenant_id, version_id)
  where organisations and state = 'completed' and issued_at is null;

create table organisation_signatures (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  round_id uuid not null,
  party_id uuid not null,
  document_id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  certificate_id uuid not null,
  field_name text not null,
  signed_at timestamptz(6) not null,
  constraint organisation_signatures_pkey primary key (tenant_id, id),
  constraint organisation_signatures_round_fkey foreign key (tenant_id, version_id, round_id)
    references signing_rounds (tenant_id, version_id, id) on delete restrict on update cascade,
  constraint organisation_signatures_party_fkey foreign key (tenant_id, party_id) references agreement_parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint organisation_signatures_document_fkey foreign key (tenant_id, document_id) references issued_documents (tenant_id, id)
    on delete restrict on update cascade,
  constraint organisation_signatures_person_fkey foreign key (tenant_id, person_id) references people (tenant_id, id)
    on delete restrict on update cascade,
  constraint organisation_signatures_post_fkey foreign key (tenant_id, post_id) references posts (tenant_id, id)
    on delete restrict on update cascade,
  constraint organisation_signatures_certificate_fkey foreign key (tenant_id, certificate_id) references certificates (tenant_id, id)
    on delete restrict on update cascade
);
create unique index organisation_signatures_party_key on organisation_signatures (tenant_id, round_id, party_id);
create unique index organisation_signatures_document_key on organisation_signatures (tenant_id, document_id);

grant select, insert on organisation_signatures to portal_app;
grant select on organisation_signatures to portal_worker, portal_definer;
alter table organisation_signatures enable row level security;
alter table organisation_signatures force row level security;
create policy by_tenant_worker on organisation_signatures to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on organisation_signatures to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on organisation_signatures for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));
create policy write_by_access on organisation_signatures for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));
create trigger insert_only before update or delete on organisation_signatures for each row execute function refuse_rewriting();
create trigger insert_only_whole before truncate on organisation_signatures for each statement execute function refuse_rewriting();

-- The records clerk of the party's office, with the certificate of that office, once, after the last person.
create function guard_organisation_signature() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v_version agreement_versions;
  v_party agreement_parties;
  v_detail constant jsonb := jsonb_build_object('act', 'issue', 'kind', 'agreement-version', 'id', new.version_id);
begin
  perform assert_tenant(new.tenant_id);
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  select * into v_version from agreement_versions where tenant_id = new.tenant_id and id = v_round.version_id;
  select * into v_party from agreement_parties where tenant_id = new.tenant_id and id = new.party_id;
  if v_party.agreement_id is distinct from v_version.agreement_id then perform refuse('part', v_detail); end if;
  perform assert_acting();
  if v_party.office_id is distinct from current_office() then perform refuse('part', v_detail); end if;
  if new.account_id is distinct from current_account() or new.person_id is distinct from person_of_account(new.tenant_id)
      or not holds_post(new.tenant_id, new.post_id, new.person_id) or not exists (select 1 from posts p
        where p.tenant_id = new.tenant_id and p.id = new.post_id and p.office_id = v_party.office_id and p.role = 'records-clerk') then
    perform refuse('records-clerk', v_detail);
  end if;
  if v_round.state <> 'completed' or v_version.state <> 'signed' then perform refuse_state('state', v_detail); end if;
  if not v_round.organisations then perform refuse_state('no-place', v_detail); end if;
  if not exists (select 1 from certificates c where c.tenant_id = new.tenant_id and c.id = new.certificate_id
      and c.office_id = v_party.office_id and c.revoked_at is null and c.not_before <= now() and c.not_after > now()) then
    perform refuse('certificate', v_detail);
  end if;
  if (select seq from issued_documents where tenant_id = new.tenant_id and id = new.document_id and round_id = new.round_id)
      is distinct from (select count(*)::integer + 1 from signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id)
        + (select count(*)::integer from organisation_signatures o where o.tenant_id = new.tenant_id and o.round_id = new.round_id) then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on organisation_signatures for each row execute function guard_organisation_signature();

-- With the last of them the agreement is issued.
create function issue_after_organisations() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if (select count(*) from organisation_signatures o where o.tenant_id = new.tenant_id and o.round_id = new.round_id)
      = (select count(*) from round_signers s where s.tenant_id = new.tenant_id and s.round_id = new.round_id) then
    update signing_rounds set issued_at = new.signed_at where tenant_id = new.tenant_id and id = new.round_id;
  end if;
  return null;
end $$;
create trigger issues after insert on organisation_signatures for each row execute function issue_after_organisations();

-- A round that is over changes in one thing only: that it is issued, once every organisation has signed.
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

create or replace function guard_document() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v_version agreement_versions;
  v_contact uuid;
  v_before bytea;
  v_issuing boolean;
  v_detail constant jsonb := jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id);
begin
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  select * into v_version from agreement_versions where tenant_id = new.tenant_id and id = v_round.version_id;
  select contact_office_id into v_contact from agreements where tenant_id = new.tenant_id and id = v_version.agreement_id;
  -- After the last person: the organisations' signatures.
  v_issuing := v_round.state = 'completed' and v_version.state = 'signed' and v_round.organisations and v_round.issued_at is null
    and new.seq > 0;
  if v_round.state is distinct from 'open' and not coalesce(v_issuing, false) then perform refuse_state('state', v_detail); end if;
  if not is_system() then
    perform assert_acting();
    if new.seq = 0 and v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
    if not is_party(new.tenant_id, v_version.agreement_id, current_office()) then perform refuse('part', v_detail); end if;
  end if;
  if new.seq = 0 then
    if v_version.state <> 'negotiating' then perform refuse_state('frozen', v_detail); end if;
    return new;
  end if;
  if v_version.state <> 'awaiting-signatures' and not v_issuing then perform refuse_state('state', v_detail); end if;
  select bytes into v_before from issued_documents where tenant_id = new.tenant_id and round_id = new.round_id and seq = new.seq - 1;
  if v_before is null or length(new.bytes) <= length(v_before)
      or substring(new.bytes from 1 for length(v_before)) is distinct from v_before then
    perform refuse_state('not-an-increment', v_detail);
  end if;
  return new;
end $$;

create or replace function document_has_signature() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if new.seq > 0 and not exists (select 1 from signatures s where s.tenant_id = new.tenant_id and s.document_id = new.id)
      and not exists (select 1 from organisation_signatures o where o.tenant_id = new.tenant_id and o.document_id = new.id) then
    perform refuse_state('no-signature', jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id));
  end if;
  return null;
end $$;

do $$
declare f text;
begin
  foreach f in array array['keeps_office_key(uuid)', 'guard_organisation_signature()', 'issue_after_organisations()',
      'guard_round_update()', 'guard_document()', 'document_has_signature()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function keeps_office_key(uuid) to portal_app;
