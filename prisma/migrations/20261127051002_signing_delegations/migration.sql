-- Signing on behalf (NĐ 30/2020/NĐ-CP art. 13): KT., a standing right of a named deputy with dates; TUQ., for one agreement.
-- Who signs for a party is fixed with the round, since the paper names them before anybody signs.

create table signing_delegations (
  tenant_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  kind text not null,
  -- The post signed for; who holds it makes and revokes the delegation.
  post_id uuid not null,
  to_post_id uuid not null,
  to_person_id uuid not null,
  agreement_id uuid,
  basis text not null,
  from_date date not null,
  until_date date not null,
  made_by uuid not null,
  made_at timestamptz(6) not null,
  revoked_at timestamptz(6),
  revoked_by uuid,
  revoke_reason text,
  constraint signing_delegations_pkey primary key (tenant_id, id),
  constraint signing_delegations_office_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_delegations_post_fkey foreign key (tenant_id, post_id) references posts (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_delegations_to_post_fkey foreign key (tenant_id, to_post_id) references posts (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_delegations_person_fkey foreign key (tenant_id, to_person_id) references people (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_delegations_agreement_fkey foreign key (tenant_id, agreement_id) references agreements (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_delegations_kind check (kind in ('KT', 'TUQ') and (kind = 'TUQ') = (agreement_id is not null)),
  constraint signing_delegations_dates check (until_date >= from_date),
  constraint signing_delegations_basis check (length(btrim(basis)) > 0),
  constraint signing_delegations_other check (to_post_id <> post_id),
  constraint signing_delegations_revoked check ((revoked_at is null) = (revoked_by is null)
    and (revoked_at is null) = (revoke_reason is null) and length(btrim(coalesce(revoke_reason, 'x'))) > 0)
);
create index signing_delegations_office_idx on signing_delegations (tenant_id, office_id, made_at desc, id desc);
create index signing_delegations_post_idx on signing_delegations (tenant_id, post_id, until_date);

grant select, insert on signing_delegations to portal_app;
grant update (revoked_at, revoked_by, revoke_reason) on signing_delegations to portal_app;
grant select on signing_delegations to portal_worker, portal_definer;

alter table signing_delegations enable row level security;
alter table signing_delegations force row level security;
create policy by_tenant_worker on signing_delegations to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on signing_delegations to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
-- The whole tenant reads who may sign for whom; of one agreement those who read that agreement.
create policy read_in_tenant on signing_delegations for select to portal_app
  using (tenant_id = (select current_tenant()) and (agreement_id is null or can_read('agreement', agreement_id)));
create policy write_in_tenant on signing_delegations for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office()));
create policy change_by_office on signing_delegations for update to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()))
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office()));

create function holds_post(p_tenant uuid, p_post uuid, p_person uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select exists (select 1 from post_holdings h where h.tenant_id = p_tenant and h.post_id = p_post and h.person_id = p_person
    and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today()))
$$;

create function person_of_account(p_tenant uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$
  select id from people where tenant_id = p_tenant and account_id = current_account()
$$;

-- Only who holds the post today gives its signature to another of the office, and takes it back.
create function guard_delegation() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'delegate', 'kind', 'signing-delegation', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - array['revoked_at', 'revoked_by', 'revoke_reason'])
        is distinct from (to_jsonb(old) - array['revoked_at', 'revoked_by', 'revoke_reason']) or old.revoked_at is not null then
      perform refuse_state('frozen', v_detail);
    end if;
  elsif new.revoked_at is not null then
    perform refuse_state('state', v_detail);
  end if;
  if not is_system() and (new.office_id is distinct from current_office()
      or not holds_post(new.tenant_id, new.post_id, person_of_account(new.tenant_id))
      or coalesce(new.revoked_by, new.made_by) is distinct from current_account()) then
    perform refuse('signing-post', v_detail || jsonb_build_object('postId', new.post_id));
  end if;
  if tg_op = 'UPDATE' then return new; end if;
  if (select count(*) from posts p where p.tenant_id = new.tenant_id and p.id in (new.post_id, new.to_post_id)
        and p.office_id = new.office_id) <> 2
      or not holds_post(new.tenant_id, new.to_post_id, new.to_person_id) then
    perform refuse('delegate', v_detail);
  end if;
  return new;
end $$;
create trigger guard_delegation before insert or update on signing_delegations for each row execute function guard_delegation();
create trigger never_removed before delete on signing_delegations for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on signing_delegations for each statement execute function refuse_rewriting();

-- ---------- who signs for a party, fixed with the round ----------

alter table round_signers add column delegation_id uuid,
  add constraint round_signers_delegation_fkey foreign key (tenant_id, delegation_id)
    references signing_delegations (tenant_id, id) on delete restrict on update cascade;

create function delegation_stands(p_tenant uuid, p_delegation uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select exists (select 1 from signing_delegations d where d.tenant_id = p_tenant and d.id = p_delegation and d.revoked_at is null
    and d.from_date <= portal_today() and d.until_date >= portal_today())
$$;

-- A delegation fixed with a round stands that day, for this party's post and for this agreement.
create function guard_round_delegation() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if new.delegation_id is null then return new; end if;
  if not delegation_stands(new.tenant_id, new.delegation_id) or not exists (
      select 1 from signing_delegations d
      join agreement_parties p on p.tenant_id = d.tenant_id and p.id = new.party_id and p.signing_post_id = d.post_id
        and p.office_id = d.office_id
      where d.tenant_id = new.tenant_id and d.id = new.delegation_id
        and (d.agreement_id is null or d.agreement_id = p.agreement_id)
        and holds_post(d.tenant_id, d.to_post_id, d.to_person_id)) then
    perform refuse('delegation', jsonb_build_object('act', 'openRound', 'kind', 'agreement-version', 'id', new.version_id));
  end if;
  return new;
end $$;
create trigger guard_round_delegation before insert on round_signers for each row execute function guard_round_delegation();

-- Who the paper names for a party: the holder of the signing post, or the delegate, while the delegation stands. Raises when the
-- account of the transaction is not that person; answers the post signed from.
create function assert_named_signer(p_tenant uuid, p_round uuid, p_party uuid, p_detail jsonb) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  v_post uuid;
  v_person uuid;
  v_delegation uuid;
begin
  select coalesce(d.to_post_id, p.signing_post_id), d.to_person_id, d.id into v_post, v_person, v_delegation
  from agreement_parties p
  left join round_signers t on t.tenant_id = p.tenant_id and t.round_id = p_round and t.party_id = p.id
  left join signing_delegations d on d.tenant_id = t.tenant_id and d.id = t.delegation_id
  where p.tenant_id = p_tenant and p.id = p_party;
  if person_of_account(p_tenant) is distinct from coalesce(v_person, person_of_account(p_tenant))
      or not holds_post(p_tenant, v_post, person_of_account(p_tenant)) then
    perform refuse('signing-post', p_detail || jsonb_build_object('postId', v_post));
  end if;
  if v_delegation is not null and not delegation_stands(p_tenant, v_delegation) then
    perform refuse('delegation', p_detail);
  end if;
  return v_post;
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
  if v_seq is distinct from
      (select count(*)::integer + 1 from signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id) then
    perform refuse_state('stale', v_detail);
  end if;
  return new;
end $$;

create or replace function guard_decline() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v_party agreement_parties;
  v_detail constant jsonb := jsonb_build_object('act', 'declineToSign', 'kind', 'agreement-version', 'id', new.version_id);
begin
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  select * into v_party from agreement_parties where tenant_id = new.tenant_id and id = new.party_id;
  perform assert_acting();
  if v_party.office_id is distinct from current_office() or new.account_id is distinct from current_account() then
    perform refuse('signing-post', v_detail || jsonb_build_object('postId', v_party.signing_post_id));
  end if;
  perform assert_named_signer(new.tenant_id, new.round_id, new.party_id, v_detail);
  if v_round.state <> 'open' then perform refuse_state('state', v_detail); end if;
  if exists (select 1 from signatures s where s.tenant_id = new.tenant_id and s.round_id = new.round_id and s.party_id = new.party_id) then
    perform refuse_state('already-signed', v_detail);
  end if;
  return new;
end $$;

do $$
declare f text;
begin
  foreach f in array array['holds_post(uuid, uuid, uuid)', 'person_of_account(uuid)', 'guard_delegation()',
      'delegation_stands(uuid, uuid)', 'guard_round_delegation()', 'assert_named_signer(uuid, uuid, uuid, jsonb)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
