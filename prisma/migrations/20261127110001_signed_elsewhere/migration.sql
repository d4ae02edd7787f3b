-- Signing with a certificate that the portal did not issue: registered for one person before, under a listed root; the file signed
-- by another tool comes back while its signer has the turn.

create table signing_roots (
  tenant_id uuid not null,
  id uuid not null,
  subject text not null,
  sha256 text not null,
  certificate_der bytea not null,
  listed_at timestamptz(6) not null,
  -- From then on nothing new is signed under it; what was signed before stays.
  removed_at timestamptz(6),
  constraint signing_roots_pkey primary key (tenant_id, id),
  constraint signing_roots_hash check (sha256 = encode(sha256(certificate_der), 'hex'))
);
create unique index signing_roots_sha256_key on signing_roots (tenant_id, sha256);

-- Listed and removed by the operator alone (npm run signing:roots), as everything about the portal's own authorities is.
grant select on signing_roots to portal_app, portal_worker, portal_definer;
alter table signing_roots enable row level security;
alter table signing_roots force row level security;
create policy by_tenant_worker on signing_roots to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on signing_roots to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_in_tenant on signing_roots for select to portal_app using (tenant_id = (select current_tenant()));

-- ---------- certificates that their holders registered ----------

alter table certificates alter column authority_id drop not null,
  add column root_id uuid,
  add column registered_by uuid,
  add column registered_at timestamptz(6),
  add column issuer text not null default '',
  -- The issuers between it and its root, each DER, nearest first.
  add column chain bytea[] not null default '{}',
  add constraint certificates_root_fkey foreign key (tenant_id, root_id) references signing_roots (tenant_id, id)
    on delete restrict on update cascade,
  add constraint certificates_issued_or_registered check ((authority_id is null) = (root_id is not null)
    and (authority_id is null) = (registered_by is not null) and (authority_id is null) = (registered_at is not null));
-- One certificate is one person's, whoever names it again.
create unique index certificates_sha256_key on certificates (tenant_id, sha256);

grant insert on certificates to portal_app;
create policy register_own on certificates for insert to portal_app
  with check (tenant_id = (select current_tenant()) and authority_id is null and revoked_at is null
    and registered_by = (select current_account())
    and exists (select 1 from people p where p.tenant_id = certificates.tenant_id and p.id = certificates.person_id
      and p.account_id = (select current_account())));

create function guard_registered_certificate() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'registerCertificate', 'kind', 'certificate', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if new.sha256 is distinct from encode(sha256(new.certificate_der), 'hex') then perform refuse_state('certificate', v_detail); end if;
  if not exists (select 1 from signing_roots r where r.tenant_id = new.tenant_id and r.id = new.root_id and r.removed_at is null) then
    perform refuse_state('root', v_detail);
  end if;
  return new;
end $$;
create trigger guard_registered before insert on certificates for each row when (new.authority_id is null)
  execute function guard_registered_certificate();

-- ---------- the turn in which a signer signs elsewhere ----------

create table signing_turns (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  round_id uuid not null,
  party_id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  -- The file that was handed out: what comes back begins with its bytes.
  document_id uuid not null,
  taken_at timestamptz(6) not null,
  -- It lapses by itself: no job ends it.
  until timestamptz(6) not null,
  ended_at timestamptz(6),
  outcome text,
  constraint signing_turns_pkey primary key (tenant_id, id),
  constraint signing_turns_round_fkey foreign key (tenant_id, version_id, round_id)
    references signing_rounds (tenant_id, version_id, id) on delete restrict on update cascade,
  constraint signing_turns_party_fkey foreign key (tenant_id, party_id) references agreement_parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_turns_person_fkey foreign key (tenant_id, person_id) references people (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_turns_post_fkey foreign key (tenant_id, post_id) references posts (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_turns_document_fkey foreign key (tenant_id, document_id) references issued_documents (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_turns_half_an_hour check (until = taken_at + interval '30 minutes'),
  constraint signing_turns_outcome check ((ended_at is null) = (outcome is null) and outcome in ('signed', 'given-back'))
);
create index signing_turns_round_idx on signing_turns (tenant_id, round_id, until);

grant select, insert on signing_turns to portal_app;
grant update (ended_at, outcome) on signing_turns to portal_app;
grant select on signing_turns to portal_worker;
grant select, update on signing_turns to portal_definer;
alter table signing_turns enable row level security;
alter table signing_turns force row level security;
create policy by_tenant_worker on signing_turns to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on signing_turns to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on signing_turns for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));
create policy write_by_access on signing_turns for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));
create policy change_by_access on signing_turns for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id))
  with check (tenant_id = (select current_tenant()));

-- Who would sign now, the round locked: raises as signing itself would, before anything is handed out.
create function assert_may_sign_now(p_tenant uuid, p_round uuid, p_party uuid, p_detail jsonb) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v_version agreement_versions;
  v_party agreement_parties;
begin
  select * into v_round from signing_rounds where tenant_id = p_tenant and id = p_round for update;
  select * into v_version from agreement_versions where tenant_id = p_tenant and id = v_round.version_id;
  select * into v_party from agreement_parties where tenant_id = p_tenant and id = p_party;
  if v_party.agreement_id is distinct from v_version.agreement_id then perform refuse('part', p_detail); end if;
  perform assert_acting();
  if v_party.office_id is distinct from current_office() then perform refuse('part', p_detail); end if;
  if v_round.state <> 'open' or v_version.state <> 'awaiting-signatures' then perform refuse_state('state', p_detail); end if;
  if exists (select 1 from signatures s where s.tenant_id = p_tenant and s.round_id = p_round and s.party_id = p_party) then
    perform refuse_state('already-signed', p_detail);
  end if;
  if exists (
      select 1 from round_signers mine
      join round_signers before on before.tenant_id = mine.tenant_id and before.round_id = mine.round_id and before.step < mine.step
      where mine.tenant_id = p_tenant and mine.round_id = p_round and mine.party_id = p_party
        and not exists (select 1 from signatures s where s.tenant_id = before.tenant_id and s.round_id = before.round_id
          and s.party_id = before.party_id)) then
    perform refuse('turn', p_detail);
  end if;
  return assert_named_signer(p_tenant, p_round, p_party, p_detail);
end $$;

create function guard_signing_turn() returns trigger language plpgsql security definer
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
    if new.outcome = 'given-back' then
      perform assert_acting();
      if new.account_id is distinct from current_account() then perform refuse('signing-post', v_detail); end if;
    elsif not exists (select 1 from signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id
        and s.party_id = new.party_id) then
      perform refuse_state('no-signature', v_detail);
    end if;
    return new;
  end if;
  if new.post_id is distinct from assert_may_sign_now(new.tenant_id, new.round_id, new.party_id, v_detail)
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
create trigger guard_turn before insert or update on signing_turns for each row execute function guard_signing_turn();
create trigger never_removed before delete on signing_turns for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on signing_turns for each statement execute function refuse_rewriting();

-- Nobody signs while another has the turn. What was signed elsewhere comes from who has it, over the very file that was handed out;
-- a key of the portal signs with a certificate of the portal, anything else with one registered under a root that is still listed.
create function guard_signing_method() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_turn signing_turns;
  v_issued boolean;
  v_detail constant jsonb := jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id);
begin
  select * into v_turn from signing_turns t where t.tenant_id = new.tenant_id and t.round_id = new.round_id and t.ended_at is null
    and t.until > clock_timestamp() order by t.until desc limit 1;
  if v_turn.id is not null and (v_turn.party_id, v_turn.account_id) is distinct from (new.party_id, new.account_id) then
    perform refuse_state('turn-taken', v_detail);
  end if;
  if new.method = 'signed-elsewhere' and not exists (select 1 from issued_documents d
      join issued_documents handed on handed.tenant_id = d.tenant_id and handed.round_id = d.round_id and handed.seq = d.seq - 1
      where d.tenant_id = new.tenant_id and d.id = new.document_id and handed.id = v_turn.document_id) then
    perform refuse_state('no-turn', v_detail);
  end if;
  select c.authority_id is not null into v_issued from certificates c
    left join signing_roots r on r.tenant_id = c.tenant_id and r.id = c.root_id
    where c.tenant_id = new.tenant_id and c.id = new.certificate_id and r.removed_at is null;
  if v_issued is distinct from (new.method = 'portal-key') then perform refuse('certificate', v_detail); end if;
  return new;
end $$;
create trigger guard_using before insert on signatures for each row execute function guard_signing_method();

create function end_signing_turn() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update signing_turns set ended_at = clock_timestamp(), outcome = 'signed'
    where tenant_id = new.tenant_id and round_id = new.round_id and party_id = new.party_id and ended_at is null
      and until > clock_timestamp();
  return null;
end $$;
create trigger ends_turn after insert on signatures for each row execute function end_signing_turn();

-- Every use of a certificate in the own name says of which version and in what capacity.
drop function own_signatures();
create function own_signatures() returns table (
  id uuid, certificate_id uuid, signed_at timestamptz, agreement_id uuid, agreement_title text, version_number integer,
  number integer, symbol text, round_state text, sha256 text, method text, signing_post_title text, delegation_kind text,
  delegate_post_title text, readable boolean
) language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.certificate_id, s.signed_at, a.id, a.title, v.number, r.number, r.symbol, r.state, d.sha256, s.method,
    named.title, g.kind, delegate.title, can_read('agreement-version', s.version_id)
  from people pe
  join certificates c on c.tenant_id = pe.tenant_id and c.person_id = pe.id
  join signatures s on s.tenant_id = c.tenant_id and s.certificate_id = c.id
  join signing_rounds r on r.tenant_id = s.tenant_id and r.id = s.round_id
  join issued_documents d on d.tenant_id = s.tenant_id and d.id = s.document_id
  join agreement_versions v on v.tenant_id = s.tenant_id and v.id = s.version_id
  join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
  join agreement_parties p on p.tenant_id = s.tenant_id and p.id = s.party_id
  join posts named on named.tenant_id = p.tenant_id and named.id = p.signing_post_id
  left join round_signers t on t.tenant_id = s.tenant_id and t.round_id = s.round_id and t.party_id = s.party_id
  left join signing_delegations g on g.tenant_id = t.tenant_id and g.id = t.delegation_id
  left join posts delegate on delegate.tenant_id = g.tenant_id and delegate.id = g.to_post_id
  where pe.tenant_id = current_tenant() and pe.account_id = current_account()
  order by s.signed_at desc, s.id desc
$$;

do $$
declare f text;
begin
  foreach f in array array['guard_registered_certificate()', 'assert_may_sign_now(uuid, uuid, uuid, jsonb)',
      'guard_signing_turn()', 'guard_signing_method()', 'end_signing_turn()', 'own_signatures()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function own_signatures() to portal_app;
