-- Who signs for a party outside may change while nothing is drawn yet: another person, or the same body by another post. A row beside
-- the party (its own is frozen), said of one version: the papers of versions before name whom they named.

create table external_signers (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  party_id uuid not null,
  signing_title text not null,
  signer_name text not null,
  reason text not null,
  account_id uuid not null,
  named_at timestamptz(6) not null,
  constraint external_signers_pkey primary key (tenant_id, id),
  constraint external_signers_version_fkey foreign key (tenant_id, version_id) references agreement_versions (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_signers_party_fkey foreign key (tenant_id, party_id) references external_parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint external_signers_words check (length(trim(signing_title)) between 2 and 200 and length(trim(signer_name)) between 2 and 200
    and length(trim(reason)) between 5 and 500)
);
create index external_signers_party_idx on external_signers (tenant_id, party_id, named_at);
create index external_signers_version_idx on external_signers (tenant_id, version_id);

grant select, insert on external_signers to portal_app;
grant select on external_signers to portal_worker, portal_definer;
alter table external_signers enable row level security;
alter table external_signers force row level security;
create policy by_tenant_worker on external_signers to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on external_signers to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on external_signers for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));
create policy write_by_access on external_signers for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id)
    and account_id = (select current_account()));
create trigger insert_only before update or delete on external_signers for each row execute function refuse_rewriting();
create trigger insert_only_whole before truncate on external_signers for each statement execute function refuse_rewriting();

-- Who signs for a party by a version: whom it or the newest version before it named last; null where nobody was named anew.
create function external_signer_of(p_tenant uuid, p_party uuid, p_version uuid) returns external_signers language sql stable
  security definer set search_path = pg_catalog, public as $$
  select s.* from external_signers s
  join agreement_versions named on named.tenant_id = s.tenant_id and named.id = s.version_id
  join agreement_versions v on v.tenant_id = s.tenant_id and v.id = p_version and v.agreement_id = named.agreement_id
    and named.number <= v.number
  where s.tenant_id = p_tenant and s.party_id = p_party
  order by named.number desc, s.named_at desc, s.id desc limit 1
$$;

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
  ) || coalesce((select jsonb_build_array(jsonb_agg(jsonb_build_array(p.body_id, p.name, p.office_id,
      coalesce((external_signer_of(p_tenant, p.id, p_version)).signing_title, p.signing_title)) order by p.ordinal))
    from external_parties p join agreement_versions v on v.tenant_id = p.tenant_id and v.agreement_id = p.agreement_id
    where v.tenant_id = p_tenant and v.id = p_version having count(*) > 0), '[]'::jsonb))::text, 'UTF8')), 'hex')
$$;

-- By the contact office, while the version is its draft or negotiated: a round's paper names whom it names. Another post is another text,
-- to which nobody has consented yet; another person in the same post is not.
create function guard_external_signer() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v agreement_versions;
  v_party external_parties;
  v_contact uuid;
  v_before external_signers;
  v_detail constant jsonb := jsonb_build_object('act', 'nameSigner', 'kind', 'agreement-version', 'id', new.version_id);
begin
  perform assert_tenant(new.tenant_id);
  select * into v from agreement_versions where tenant_id = new.tenant_id and id = new.version_id for update;
  select * into v_party from external_parties where tenant_id = new.tenant_id and id = new.party_id;
  select contact_office_id into v_contact from agreements where tenant_id = new.tenant_id and id = v.agreement_id;
  if v.id is null or v_party.agreement_id is distinct from v.agreement_id then perform refuse('part', v_detail); end if;
  if not is_system() then
    perform assert_acting();
    if v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
  end if;
  if v.state not in ('draft', 'negotiating') then perform refuse_state('frozen', v_detail); end if;
  v_before := external_signer_of(new.tenant_id, new.party_id, new.version_id);
  if coalesce(v_before.signing_title, v_party.signing_title) is distinct from new.signing_title then
    delete from consents where tenant_id = new.tenant_id and version_id = new.version_id;
  end if;
  return new;
end $$;
create trigger guard_insert before insert on external_signers for each row execute function guard_external_signer();

create or replace function party_words(p_slug text, p_hash text) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  l external_links;
  v agreement_versions;
  v_party external_parties;
  v_round signing_rounds;
  v_turn signing_turns;
  v_signer external_signers;
begin
  if v_tenant is null then return null; end if;
  l := party_link_of(p_hash);
  if l.id is null then return null; end if;
  select * into v from agreement_versions x where x.tenant_id = v_tenant and x.id = l.version_id;
  select * into v_party from external_parties x where x.tenant_id = v_tenant and x.id = l.party_id;
  v_signer := external_signer_of(v_tenant, l.party_id, l.version_id);
  if l.purpose = 'sign' then
    select * into v_round from signing_rounds r where r.tenant_id = v_tenant and r.version_id = v.id and r.state = 'open';
    v_turn := party_turn_of(l);
  end if;
  return jsonb_build_object('purpose', l.purpose, 'expiresAt', l.expires_at, 'party', v_party.name,
    'signingTitle', coalesce(v_signer.signing_title, v_party.signing_title),
    'signerName', coalesce(v_signer.signer_name, v_party.signer_name), 'office', (select o.name from offices o where o.tenant_id = v_tenant and o.id = v_party.office_id),
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

-- For whoever reads a version: who signs by it for each party outside for which somebody was named anew, in this version or before.
create function outside_signers(p_version uuid) returns table (party_id uuid, signing_title text, signer_name text, reason text,
  named_at timestamptz) language sql stable security definer set search_path = pg_catalog, public as $$
  select s.party_id, s.signing_title, s.signer_name, s.reason, s.named_at
  from agreement_versions v
  join external_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id
  cross join lateral external_signer_of(v.tenant_id, p.id, v.id) s
  where v.tenant_id = current_tenant() and v.id = p_version and s.id is not null and can_read('agreement-version', v.id)
$$;

do $$
declare f text;
begin
  foreach f in array array['external_signer_of(uuid, uuid, uuid)', 'guard_external_signer()', 'outside_signers(uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function outside_signers(uuid) to portal_app;
