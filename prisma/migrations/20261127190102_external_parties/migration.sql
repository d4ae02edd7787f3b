-- Parties outside the portal: an organisation of the register of bodies outside, represented by an office. It has no account: it
-- reads, consents and signs by a link of one purpose, or a clerk of the office that represents it enters the same for it.

create table external_parties (
  tenant_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  body_id uuid not null,
  -- As the register had it when the party was named; the paper says this.
  name text not null,
  -- The office that represents it in the portal.
  office_id uuid not null,
  signing_title text not null,
  signer_name text not null,
  ordinal integer not null,
  account_id uuid not null,
  named_at timestamptz(6) not null,
  constraint external_parties_pkey primary key (tenant_id, id),
  constraint external_parties_agreement_fkey foreign key (tenant_id, agreement_id) references agreements (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_parties_body_fkey foreign key (tenant_id, body_id) references external_bodies (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_parties_office_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_parties_words check (length(trim(signing_title)) between 2 and 200 and length(trim(signer_name)) between 2 and 200)
);
create unique index external_parties_body_key on external_parties (tenant_id, agreement_id, body_id);
create unique index external_parties_ordinal_key on external_parties (tenant_id, agreement_id, ordinal);

-- The link of one party to one version for one purpose: what is kept of its secret opens nothing.
create table external_links (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  party_id uuid not null,
  purpose text not null,
  secret_hash text not null,
  office_id uuid not null,
  account_id uuid not null,
  created_at timestamptz(6) not null,
  expires_at timestamptz(6) not null,
  revoked_at timestamptz(6),
  used_at timestamptz(6),
  constraint external_links_pkey primary key (tenant_id, id),
  constraint external_links_version_fkey foreign key (tenant_id, version_id) references agreement_versions (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_links_party_fkey foreign key (tenant_id, party_id) references external_parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_links_office_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_links_purpose check (purpose in ('consent', 'sign')),
  constraint external_links_hashed check (secret_hash ~ '^[0-9a-f]{64}$'),
  constraint external_links_ends check (expires_at > created_at and expires_at <= created_at + interval '100 days')
);
create unique index external_links_secret_key on external_links (tenant_id, secret_hash);
create unique index external_links_one_open on external_links (tenant_id, party_id, version_id)
  where revoked_at is null and used_at is null;
create index external_links_version_idx on external_links (tenant_id, version_id);

-- What a party outside said of one text: it consents, or refuses and says why. The newest counts, while the text is that text.
create table external_answers (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  party_id uuid not null,
  answer text not null,
  words text not null default '',
  content_hash text not null,
  via text not null,
  -- Who entered it for the party; nobody where it came by the link.
  account_id uuid,
  at timestamptz(6) not null,
  constraint external_answers_pkey primary key (tenant_id, id),
  constraint external_answers_version_fkey foreign key (tenant_id, version_id) references agreement_versions (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_answers_party_fkey foreign key (tenant_id, party_id) references external_parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_answers_known check (answer in ('consented', 'refused') and via in ('link', 'office')),
  constraint external_answers_says_why check (answer = 'consented' or length(trim(words)) >= 5),
  constraint external_answers_words check (length(words) <= 500),
  constraint external_answers_by check ((account_id is null) = (via = 'link'))
);
create index external_answers_version_idx on external_answers (tenant_id, version_id, party_id, at);

create table external_signatures (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  round_id uuid not null,
  party_id uuid not null,
  document_id uuid not null,
  certificate_id uuid not null,
  field_name text not null,
  via text not null,
  account_id uuid,
  signed_at timestamptz(6) not null,
  constraint external_signatures_pkey primary key (tenant_id, id),
  constraint external_signatures_round_fkey foreign key (tenant_id, version_id, round_id)
    references signing_rounds (tenant_id, version_id, id) on delete restrict on update cascade,
  constraint external_signatures_party_fkey foreign key (tenant_id, party_id) references external_parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_signatures_document_fkey foreign key (tenant_id, document_id) references issued_documents (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_signatures_certificate_fkey foreign key (tenant_id, certificate_id) references certificates (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_signatures_via check (via in ('link', 'office') and (account_id is null) = (via = 'link'))
);
create unique index external_signatures_party_key on external_signatures (tenant_id, round_id, party_id);
create unique index external_signatures_document_key on external_signatures (tenant_id, document_id);

-- ---------- certificates and turns of parties outside ----------

alter table certificates add column body_id uuid,
  add constraint certificates_body_fkey foreign key (tenant_id, body_id) references external_bodies (tenant_id, id)
    on delete restrict on update cascade,
  drop constraint certificates_one_holder,
  add constraint certificates_one_holder check (num_nonnulls(person_id, office_id, body_id) = 1),
  -- The portal issues none to a body outside: it brings its own.
  add constraint certificates_body_registered check (body_id is null or authority_id is null);
create index certificates_body_idx on certificates (tenant_id, body_id) where body_id is not null;

alter table signing_turns alter column party_id drop not null, alter column person_id drop not null,
  alter column post_id drop not null, alter column account_id drop not null,
  add column external_party_id uuid,
  add constraint signing_turns_external_fkey foreign key (tenant_id, external_party_id) references external_parties (tenant_id, id)
    on delete restrict on update cascade,
  add constraint signing_turns_one_party check (num_nonnulls(party_id, external_party_id) = 1
    and (party_id is null) = (person_id is null) and (party_id is null) = (post_id is null)
    and (party_id is null or account_id is not null));

-- ---------- rights and row security ----------

grant select, insert, delete on external_parties to portal_app;
grant select (tenant_id, id, version_id, party_id, purpose, office_id, account_id, created_at, expires_at, revoked_at, used_at),
  insert, update (revoked_at) on external_links to portal_app;
grant select, insert on external_answers, external_signatures to portal_app;
grant select on external_parties, external_answers, external_signatures to portal_worker;
grant select (tenant_id, id, version_id, party_id, purpose, office_id, account_id, created_at, expires_at, revoked_at, used_at)
  on external_links to portal_worker;
grant select on external_parties to portal_definer;
grant select, insert on external_answers, external_signatures to portal_definer;
grant select, update (used_at) on external_links to portal_definer;
grant insert on signing_turns, issued_documents to portal_definer;
grant select (tenant_id, certificate_der) on certificate_authorities to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['external_parties', 'external_links', 'external_answers', 'external_signatures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['external_links', 'external_answers', 'external_signatures'] loop
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''agreement-version'', version_id))', t);
    execute format('create policy write_by_access on %I for insert to portal_app
      with check (tenant_id = (select current_tenant()) and can_read(''agreement-version'', version_id)
        and account_id = (select current_account()))', t);
  end loop;
end $$;
create policy read_by_access on external_parties for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement', agreement_id));
create policy write_by_access on external_parties for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('agreement', agreement_id) and account_id = (select current_account()));
create policy remove_by_access on external_parties for delete to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement', agreement_id));
create policy change_by_access on external_links for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id))
  with check (tenant_id = (select current_tenant()));
create policy register_for_body on certificates for insert to portal_app
  with check (tenant_id = (select current_tenant()) and authority_id is null and revoked_at is null and body_id is not null
    and registered_by = (select current_account())
    and exists (select 1 from external_parties p where p.tenant_id = certificates.tenant_id and p.body_id = certificates.body_id
      and p.office_id = (select current_office())));

create trigger insert_only before update or delete on external_answers for each row execute function refuse_rewriting();
create trigger insert_only_whole before truncate on external_answers for each statement execute function refuse_rewriting();
create trigger insert_only before update or delete on external_signatures for each row execute function refuse_rewriting();
create trigger insert_only_whole before truncate on external_signatures for each statement execute function refuse_rewriting();
create trigger never_removed before delete on external_links for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on external_links for each statement execute function refuse_rewriting();
create trigger never_emptied before truncate on external_parties for each statement execute function refuse_rewriting();

-- ---------- who is a party, who speaks for it ----------

-- Named and taken out by the contact office while the first version is its draft: after that parties are part of every text.
create function guard_external_party() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_row external_parties;
  v agreement_versions;
  v_contact uuid;
  v_detail jsonb;
begin
  if tg_op = 'DELETE' then v_row := old; else v_row := new; end if;
  v_detail := jsonb_build_object('act', 'nameOutside', 'kind', 'agreement', 'id', v_row.agreement_id);
  perform assert_tenant(v_row.tenant_id);
  if tg_op = 'UPDATE' then perform refuse_state('frozen', v_detail); end if;
  select contact_office_id into v_contact from agreements where tenant_id = v_row.tenant_id and id = v_row.agreement_id;
  if not is_system() then
    perform assert_acting();
    if v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
  end if;
  select * into v from agreement_versions where tenant_id = v_row.tenant_id and agreement_id = v_row.agreement_id
    order by number desc limit 1 for update;
  if v.state is distinct from 'draft' then perform refuse_state('frozen', v_detail); end if;
  if tg_op = 'DELETE' then return old; end if;
  if not is_party(new.tenant_id, new.agreement_id, new.office_id) then perform refuse_state('represents', v_detail); end if;
  if not exists (select 1 from external_bodies b where b.tenant_id = new.tenant_id and b.id = new.body_id and b.active
      and b.name = new.name) then
    perform refuse_state('body-not-kept', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update or delete on external_parties for each row execute function guard_external_party();

-- The party outside and its version, for whoever speaks for it: the link (portal_public), or the office that represents it.
create function assert_speaks_for(p_tenant uuid, p_version uuid, p_party uuid, p_account uuid, p_detail jsonb) returns agreement_versions
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v agreement_versions;
  v_party external_parties;
begin
  select * into v from agreement_versions where tenant_id = p_tenant and id = p_version for update;
  select * into v_party from external_parties where tenant_id = p_tenant and id = p_party;
  if v_party.agreement_id is distinct from v.agreement_id or v.id is null then perform refuse('part', p_detail); end if;
  if session_user = 'portal_public' then
    if p_account is not null then perform refuse('part', p_detail); end if;
  else
    perform assert_acting();
    if v_party.office_id is distinct from current_office() or p_account is distinct from current_account() then
      perform refuse('part', p_detail);
    end if;
  end if;
  return v;
end $$;

create function guard_external_link() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'speakOutside', 'kind', 'agreement-version', 'id', new.version_id);
  v agreement_versions;
begin
  perform assert_tenant(new.tenant_id);
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - array['revoked_at', 'used_at']) is distinct from (to_jsonb(old) - array['revoked_at', 'used_at'])
        or old.revoked_at is not null or old.used_at is not null or num_nonnulls(new.revoked_at, new.used_at) <> 1
        or (new.used_at is not null) <> (session_user = 'portal_public') then
      perform refuse_state('frozen', v_detail);
    end if;
    if session_user = 'portal_public' then return new; end if;
    perform assert_acting();
    if not exists (select 1 from external_parties p where p.tenant_id = new.tenant_id and p.id = new.party_id
        and p.office_id = current_office()) then
      perform refuse('part', v_detail);
    end if;
    return new;
  end if;
  v := assert_speaks_for(new.tenant_id, new.version_id, new.party_id, new.account_id, v_detail);
  if new.office_id is distinct from current_office() then perform refuse('part', v_detail); end if;
  if (v.state, new.purpose) not in (('negotiating', 'consent'), ('awaiting-signatures', 'sign')) or new.revoked_at is not null
      or new.used_at is not null then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on external_links for each row execute function guard_external_link();

create function guard_external_answer() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'speakOutside', 'kind', 'agreement-version', 'id', new.version_id);
  v agreement_versions;
begin
  perform assert_tenant(new.tenant_id);
  v := assert_speaks_for(new.tenant_id, new.version_id, new.party_id, new.account_id, v_detail);
  if v.state <> 'negotiating' then perform refuse_state('state', v_detail); end if;
  if new.content_hash is distinct from version_content_hash(new.tenant_id, new.version_id) then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on external_answers for each row execute function guard_external_answer();

-- How many parties outside there are, and how many of them consent to the text that stands: the newest word of each counts.
create function external_party_count(p_tenant uuid, p_agreement uuid) returns integer language sql stable security definer
  set search_path = pg_catalog, public as $$
  select count(*)::integer from external_parties where tenant_id = p_tenant and agreement_id = p_agreement
$$;
create function external_consent_count(p_tenant uuid, p_version uuid, p_hash text) returns integer language sql stable security definer
  set search_path = pg_catalog, public as $$
  select count(*)::integer from (
    select distinct on (party_id) answer, content_hash from external_answers
    where tenant_id = p_tenant and version_id = p_version order by party_id, at desc, id desc) newest
  where answer = 'consented' and content_hash = p_hash
$$;
-- Signatures of persons in a round, of parties in the portal and outside.
create function signature_count(p_tenant uuid, p_round uuid) returns integer language sql stable security definer
  set search_path = pg_catalog, public as $$
  select (select count(*)::integer from signatures where tenant_id = p_tenant and round_id = p_round)
    + (select count(*)::integer from external_signatures where tenant_id = p_tenant and round_id = p_round)
$$;
create function signer_count(p_tenant uuid, p_agreement uuid) returns integer language sql stable security definer
  set search_path = pg_catalog, public as $$
  select (select count(*)::integer from agreement_parties where tenant_id = p_tenant and agreement_id = p_agreement)
    + external_party_count(p_tenant, p_agreement)
$$;

-- The signature of a party outside: under its own certificate, over the very file that was handed out in its turn.
create function guard_external_signature() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v agreement_versions;
  v_detail constant jsonb := jsonb_build_object('act', 'speakOutside', 'kind', 'agreement-version', 'id', new.version_id);
begin
  perform assert_tenant(new.tenant_id);
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  v := assert_speaks_for(new.tenant_id, new.version_id, new.party_id, new.account_id, v_detail);
  if v_round.version_id is distinct from v.id or v_round.state <> 'open' or v.state <> 'awaiting-signatures' then
    perform refuse_state('state', v_detail);
  end if;
  if not exists (select 1 from certificates c
      join external_parties p on p.tenant_id = c.tenant_id and p.body_id = c.body_id and p.id = new.party_id
      join signing_roots r on r.tenant_id = c.tenant_id and r.id = c.root_id and r.removed_at is null
      where c.tenant_id = new.tenant_id and c.id = new.certificate_id and c.revoked_at is null and c.not_before <= now()
        and c.not_after > now()) then
    perform refuse('certificate', v_detail);
  end if;
  if not exists (select 1 from issued_documents d
      join issued_documents handed on handed.tenant_id = d.tenant_id and handed.round_id = d.round_id and handed.seq = d.seq - 1
      join signing_turns t on t.tenant_id = handed.tenant_id and t.document_id = handed.id and t.external_party_id = new.party_id
        and t.account_id is not distinct from new.account_id and t.ended_at is null and t.until > clock_timestamp()
      where d.tenant_id = new.tenant_id and d.id = new.document_id and d.round_id = new.round_id) then
    perform refuse_state('no-turn', v_detail);
  end if;
  if (select seq from issued_documents where tenant_id = new.tenant_id and id = new.document_id and round_id = new.round_id)
      is distinct from signature_count(new.tenant_id, new.round_id) + 1 then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on external_signatures for each row execute function guard_external_signature();

create function end_external_turn() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update signing_turns set ended_at = clock_timestamp(), outcome = 'signed'
    where tenant_id = new.tenant_id and round_id = new.round_id and external_party_id = new.party_id and ended_at is null
      and until > clock_timestamp();
  return null;
end $$;
create trigger ends_turn after insert on external_signatures for each row execute function end_external_turn();

-- ---------- what else asks for signatures and consents ----------

-- A party outside takes the turn as anybody does, while it has not signed; no step waits for it, and it for none.
create function assert_external_turn(p_turn signing_turns, p_detail jsonb) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v agreement_versions;
begin
  select * into v_round from signing_rounds where tenant_id = p_turn.tenant_id and id = p_turn.round_id for update;
  v := assert_speaks_for(p_turn.tenant_id, p_turn.version_id, p_turn.external_party_id, p_turn.account_id, p_detail);
  if v_round.state <> 'open' or v.state <> 'awaiting-signatures' then perform refuse_state('state', p_detail); end if;
  if exists (select 1 from external_signatures s where s.tenant_id = p_turn.tenant_id and s.round_id = p_turn.round_id
      and s.party_id = p_turn.external_party_id) then
    perform refuse_state('already-signed', p_detail);
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
      if new.outcome <> 'signed' or not exists (select 1 from external_signatures s where s.tenant_id = new.tenant_id
          and s.round_id = new.round_id and s.party_id = new.external_party_id) then
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

create or replace function guard_signature() returns trigger language plpgsql security definer
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
  if new.post_id is distinct from assert_named_signer(new.tenant_id, new.round_id, new.party_id, v_detail)
      or new.account_id is distinct from current_account()
      or new.person_id is distinct from person_of_account(new.tenant_id) then
    perform refuse('signing-post', v_detail);
  end if;
  if v_round.state <> 'open' or v_version.state <> 'awaiting-signatures' then perform refuse_state('state', v_detail); end if;
  if not exists (select 1 from certificates c where c.tenant_id = new.tenant_id and c.id = new.certificate_id
      and c.person_id = new.person_id and c.revoked_at is null and c.not_before <= now() and c.not_after > now()) then
    perform refuse('certificate', v_detail);
  end if;
  select seq into v_seq from issued_documents where tenant_id = new.tenant_id and id = new.document_id and round_id = new.round_id;
  if v_seq is distinct from signature_count(new.tenant_id, new.round_id) + 1 then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;

create or replace function guard_organisation_signature() returns trigger language plpgsql security definer
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
      is distinct from signature_count(new.tenant_id, new.round_id) + 1 + (select count(*)::integer from organisation_signatures o where o.tenant_id = new.tenant_id and o.round_id = new.round_id) then
    perform refuse_state('stale', v_detail);
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
    if new.state <> 'completed' then perform refuse('part', v_detail); end if;
  elsif not is_system() then
    perform assert_acting();
    if new.state in ('withdrawn', 'lapsed') and v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
    if not is_party(old.tenant_id, v_agreement, current_office()) then perform refuse('part', v_detail); end if;
  end if;
  if new.state = 'completed' and signature_count(old.tenant_id, old.id) <> signer_count(old.tenant_id, v_agreement) then
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
  if session_user = 'portal_public' then
    if new.seq = 0 or v_round.state <> 'open' then perform refuse('part', v_detail); end if;
  elsif not is_system() then
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
      and not exists (select 1 from external_signatures e where e.tenant_id = new.tenant_id and e.document_id = new.id)
      and not exists (select 1 from organisation_signatures o where o.tenant_id = new.tenant_id and o.document_id = new.id) then
    perform refuse_state('no-signature', jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id));
  end if;
  return null;
end $$;

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
    -- The signature of a party outside may be the last: it puts the version in force and cuts the one before, nothing else.
    if new.state <> 'signed' then perform refuse('part', v_detail); end if;
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
    if not exists (select 1 from signing_declines d where d.tenant_id = old.tenant_id and d.version_id = old.id) then
      perform refuse_state('no-decline', v_detail);
    end if;
  end if;
  return new;
end $$;

create or replace function version_content_hash(p_tenant uuid, p_version uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public as $$
  select encode(sha256(convert_to((jsonb_build_array(
    (select jsonb_build_array(a.title, a.contact_office_id, v.number, v.abstract, v.mark, v.bases, v.planned_from, v.planned_until)
        || case when v.form = 'joint' then '[]'::jsonb else jsonb_build_array(v.form, v.recipients) end
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
  ) || coalesce((select jsonb_build_array(jsonb_agg(jsonb_build_array(p.body_id, p.name, p.office_id, p.signing_title)
      order by p.ordinal))
    from external_parties p join agreement_versions v on v.tenant_id = p.tenant_id and v.agreement_id = p.agreement_id
    where v.tenant_id = p_tenant and v.id = p_version having count(*) > 0), '[]'::jsonb))::text, 'UTF8')), 'hex')
$$;

-- An end before the term is agreed to by all parties, and one outside cannot say so yet: such an agreement is ended by a new version,
-- which all sign.
create function guard_ending_outside() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  if external_party_count(new.tenant_id, new.agreement_id) > 0 then
    perform refuse_state('outside', jsonb_build_object('act', 'proposeEnding', 'kind', 'agreement', 'id', new.agreement_id));
  end if;
  return new;
end $$;
create trigger guard_outside before insert on agreement_endings for each row execute function guard_ending_outside();

-- ---------- what portal_public may call ----------

create function party_event(p_name text, p_version uuid, p_payload jsonb) returns void language sql security definer
  set search_path = pg_catalog, public as $$
  select append_events(jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', p_name, 'subjectKind', 'agreement-version',
    'subjectId', p_version, 'payload', p_payload)))
$$;

-- What a link opens: null for one that is none, is over, was used or taken back, or whose version is past its purpose.
create function party_link_of(p_hash text) returns external_links language sql stable security definer
  set search_path = pg_catalog, public as $$
  select l.* from external_links l
    join agreement_versions v on v.tenant_id = l.tenant_id and v.id = l.version_id
      and v.state = case l.purpose when 'consent' then 'negotiating' else 'awaiting-signatures' end
  where l.tenant_id = current_tenant() and l.secret_hash = p_hash and l.revoked_at is null and l.used_at is null
    and l.expires_at > clock_timestamp()
$$;

create function party_turn_of(p_link external_links) returns signing_turns language sql stable security definer
  set search_path = pg_catalog, public as $$
  select t.* from signing_turns t where t.tenant_id = p_link.tenant_id and t.version_id = p_link.version_id
    and t.external_party_id = p_link.party_id and t.account_id is null and t.ended_at is null and t.until > clock_timestamp()
  order by t.until desc limit 1
$$;

create function party_words(p_slug text, p_hash text) returns jsonb language plpgsql security definer
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
      'turnUntil', v_turn.until,
      'takenUntil', (select max(t.until) from signing_turns t where t.tenant_id = v_tenant and t.round_id = v_round.id
        and t.ended_at is null and t.until > clock_timestamp() and t.id is distinct from v_turn.id)) end);
end $$;

-- The province of an address, and what the link opens there, if it opens anything.
create function party_page(p_slug text, p_hash text) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_tenant constant uuid := citizen_enter(p_slug);
begin
  return (select jsonb_build_object('tenantName', t.name, 'demo', t.demo, 'link', party_words(p_slug, p_hash)) from tenants t
    where t.id = v_tenant);
end $$;

-- Consent to the text as the page showed it, or a refusal that says why: once, and the link is used up.
create function party_answer(p_slug text, p_hash text, p jsonb) returns text language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v_answer constant text := p ->> 'answer';
  l external_links;
begin
  if v_tenant is null then return 'gone'; end if;
  l := party_link_of(p_hash);
  if l.id is null or l.purpose <> 'consent' then return 'gone'; end if;
  -- The version first, as every command locks it; then the link as it stands now.
  perform 1 from agreement_versions v where v.tenant_id = v_tenant and v.id = l.version_id for update;
  l := party_link_of(p_hash);
  if l.id is null then return 'gone'; end if;
  if p ->> 'contentHash' is distinct from version_content_hash(v_tenant, l.version_id) then return 'stale'; end if;
  if v_answer is null or v_answer not in ('consented', 'refused') then return 'gone'; end if;
  insert into external_answers (tenant_id, id, version_id, party_id, answer, words, content_hash, via, at)
  values (v_tenant, gen_random_uuid(), l.version_id, l.party_id, v_answer, coalesce(p ->> 'words', ''), p ->> 'contentHash', 'link', clock_timestamp());
  update external_links x set used_at = clock_timestamp() where x.tenant_id = v_tenant and x.id = l.id;
  perform party_event('agreements.externalAnswered', l.version_id,
    jsonb_build_object('partyId', l.party_id, 'answer', v_answer, 'via', 'link'));
  return 'done';
end $$;

create function party_take_turn(p_slug text, p_hash text) returns text language plpgsql security definer
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

-- In its turn, and only then: the file that was handed out, and what a signed one is judged by.
create function party_file(p_slug text, p_hash text) returns table (bytes bytea, number integer, symbol text, issued_length integer,
  issued_sha256 text, place integer, signers jsonb, certificates jsonb, roots bytea[])
  language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  l external_links;
  v_turn signing_turns;
  v_party external_parties;
begin
  if v_tenant is null then return; end if;
  l := party_link_of(p_hash);
  if l.id is null or l.purpose <> 'sign' then return; end if;
  v_turn := party_turn_of(l);
  if v_turn.id is null then return; end if;
  select * into v_party from external_parties x where x.tenant_id = v_tenant and x.id = l.party_id;
  return query
    select d.bytes, r.number, r.symbol, length(first.bytes), first.sha256,
      -- As drawn on the paper: after the parties of the portal, in their order.
      (select count(*)::integer from agreement_parties p where p.tenant_id = v_tenant and p.agreement_id = v_party.agreement_id)
        + (select count(*)::integer from external_parties p where p.tenant_id = v_tenant and p.agreement_id = v_party.agreement_id
          and p.ordinal <= v_party.ordinal),
      (select coalesce(jsonb_agg(jsonb_build_object('fieldName', s.field_name, 'receivedAt', s.signed_at, 'certificateSha256', c.sha256)
          order by f.seq), '[]')
        from (select tenant_id, document_id, certificate_id, field_name, signed_at from signatures x where x.tenant_id = v_tenant and x.round_id = r.id
          union all select tenant_id, document_id, certificate_id, field_name, signed_at from external_signatures x
            where x.tenant_id = v_tenant and x.round_id = r.id) s
        join issued_documents f on f.tenant_id = s.tenant_id and f.id = s.document_id
        join certificates c on c.tenant_id = s.tenant_id and c.id = s.certificate_id),
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'sha256', c.sha256)), '[]') from certificates c
        join signing_roots o on o.tenant_id = c.tenant_id and o.id = c.root_id and o.removed_at is null
        where c.tenant_id = v_tenant and c.body_id = v_party.body_id and c.revoked_at is null and c.not_before <= now() and c.not_after > now()),
      (select array_agg(o.certificate_der) from signing_roots o where o.tenant_id = v_tenant)
        || coalesce((select array_agg(a.certificate_der) from certificate_authorities a where a.tenant_id = v_tenant), '{}')
    from issued_documents d
    join signing_rounds r on r.tenant_id = d.tenant_id and r.id = d.round_id
    join issued_documents first on first.tenant_id = d.tenant_id and first.round_id = d.round_id and first.seq = 0
    where d.tenant_id = v_tenant and d.id = v_turn.document_id;
end $$;

-- The last signature completes the round and puts the version in force by its date, cutting the one before it.
create function complete_round(p_tenant uuid, p_round uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v agreement_versions;
  v_from date;
begin
  select * into v_round from signing_rounds where tenant_id = p_tenant and id = p_round;
  select * into v from agreement_versions where tenant_id = p_tenant and id = v_round.version_id;
  if signature_count(p_tenant, p_round) <> signer_count(p_tenant, v.agreement_id) then return; end if;
  v_from := greatest(v.planned_from, portal_today());
  update signing_rounds set state = 'completed', ended_at = now() where tenant_id = p_tenant and id = p_round;
  update agreement_versions set effective_until = v_from where tenant_id = p_tenant and agreement_id = v.agreement_id
    and state = 'signed' and (effective_until is null or effective_until > v_from);
  update agreement_versions set state = 'signed', signed_at = now(), effective_from = v_from, effective_until = planned_until
    where tenant_id = p_tenant and id = v.id;
  perform party_event('agreements.signed', v.id,
    jsonb_build_object('roundId', p_round, 'effectiveFrom', v_from, 'effectiveUntil', v.planned_until));
end $$;

-- Keeps the file a party outside signed in its turn, judged before; answers the file's id. The link is used up.
create function party_sign(p_slug text, p_hash text, p_bytes bytea, p_field text, p_certificate uuid) returns jsonb language plpgsql
  security definer set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v_document constant uuid := gen_random_uuid();
  l external_links;
  v_turn signing_turns;
  v_planned date;
begin
  if v_tenant is null then return null; end if;
  l := party_link_of(p_hash);
  if l.id is null or l.purpose <> 'sign' then return null; end if;
  select v.planned_until into v_planned from agreement_versions v where v.tenant_id = v_tenant and v.id = l.version_id for update;
  l := party_link_of(p_hash);
  v_turn := party_turn_of(l);
  -- What was agreed is over before it was signed: nobody signs it any more.
  if l.id is null or v_turn.id is null or v_planned <= portal_today() then return null; end if;
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
  foreach f in array array['guard_external_party()', 'assert_speaks_for(uuid, uuid, uuid, uuid, jsonb)', 'guard_external_link()',
      'guard_external_answer()', 'external_party_count(uuid, uuid)', 'external_consent_count(uuid, uuid, text)',
      'signature_count(uuid, uuid)', 'signer_count(uuid, uuid)', 'guard_external_signature()', 'end_external_turn()',
      'assert_external_turn(signing_turns, jsonb)', 'party_event(text, uuid, jsonb)', 'party_link_of(text)',
      'party_turn_of(external_links)', 'complete_round(uuid, uuid)', 'party_words(text, text)', 'guard_ending_outside()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach f in array array['party_page(text, text)', 'party_answer(text, text, jsonb)', 'party_take_turn(text, text)',
      'party_file(text, text)', 'party_sign(text, text, bytea, text, uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to portal_public', f);
  end loop;
end $$;
