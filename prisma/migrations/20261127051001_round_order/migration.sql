-- Every party has its turn in a round, fixed when the round is opened: one turn for all, one after another, or in groups.

create table round_signers (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  round_id uuid not null,
  party_id uuid not null,
  -- Parties of one step sign in any order; a step comes when every step before it has signed.
  step integer not null,
  constraint round_signers_pkey primary key (tenant_id, id),
  constraint round_signers_round_fkey foreign key (tenant_id, version_id, round_id)
    references signing_rounds (tenant_id, version_id, id) on delete restrict on update cascade,
  constraint round_signers_party_fkey foreign key (tenant_id, party_id) references agreement_parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint round_signers_step check (step between 1 and 50)
);
create unique index round_signers_party_key on round_signers (tenant_id, round_id, party_id);

-- Rounds opened before had no order.
insert into round_signers (tenant_id, id, version_id, round_id, party_id, step)
  select r.tenant_id, gen_random_uuid(), r.version_id, r.id, p.id, 1
  from signing_rounds r
  join agreement_versions v on v.tenant_id = r.tenant_id and v.id = r.version_id
  join agreement_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id;

grant select, insert on round_signers to portal_app;
grant select on round_signers to portal_worker, portal_definer;

alter table round_signers enable row level security;
alter table round_signers force row level security;
create policy by_tenant_worker on round_signers to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on round_signers to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on round_signers for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));
create policy write_by_access on round_signers for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));

-- The contact office fixes the order with the round, before the file is issued to anybody.
create function guard_round_signer() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_round signing_rounds;
  v_version agreement_versions;
  v_contact uuid;
  v_detail constant jsonb := jsonb_build_object('act', 'openRound', 'kind', 'agreement-version', 'id', new.version_id);
begin
  perform assert_tenant(new.tenant_id);
  select * into v_round from signing_rounds where tenant_id = new.tenant_id and id = new.round_id for update;
  select * into v_version from agreement_versions where tenant_id = new.tenant_id and id = new.version_id;
  select contact_office_id into v_contact from agreements where tenant_id = new.tenant_id and id = v_version.agreement_id;
  if not is_system() then
    perform assert_acting();
    if v_contact is distinct from current_office() then perform refuse('part', v_detail); end if;
  end if;
  if v_round.state is distinct from 'open' or v_version.state is distinct from 'negotiating' then
    perform refuse_state('frozen', v_detail);
  end if;
  if not exists (select 1 from agreement_parties where tenant_id = new.tenant_id and id = new.party_id
      and agreement_id = v_version.agreement_id) then
    perform refuse('part', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on round_signers for each row execute function guard_round_signer();

-- No round waits for signatures while a party has no turn in it.
create function round_has_order() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (select count(*) from round_signers s join signing_rounds r on r.tenant_id = s.tenant_id and r.id = s.round_id
        where s.tenant_id = new.tenant_id and s.version_id = new.id and r.state = 'open')
      <> (select count(*) from agreement_parties where tenant_id = new.tenant_id and agreement_id = new.agreement_id) then
    perform refuse_state('turns-missing', jsonb_build_object('act', 'openRound', 'kind', 'agreement-version', 'id', new.id));
  end if;
  return null;
end $$;
create trigger has_order after update of state on agreement_versions for each row
  when (new.state = 'awaiting-signatures' and old.state <> new.state) execute function round_has_order();

-- Asked after guard_insert has locked the round, so that two who sign at once are judged one after the other.
create function guard_turn() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (
      select 1 from round_signers mine
      join round_signers before on before.tenant_id = mine.tenant_id and before.round_id = mine.round_id and before.step < mine.step
      where mine.tenant_id = new.tenant_id and mine.round_id = new.round_id and mine.party_id = new.party_id
        and not exists (select 1 from signatures s where s.tenant_id = before.tenant_id and s.round_id = before.round_id
          and s.party_id = before.party_id)) then
    perform refuse('turn', jsonb_build_object('act', 'sign', 'kind', 'agreement-version', 'id', new.version_id));
  end if;
  return new;
end $$;
create trigger guard_turn before insert on signatures for each row execute function guard_turn();

do $$
declare f text;
begin
  foreach f in array array['guard_round_signer()', 'round_has_order()', 'guard_turn()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

create trigger insert_only before update or delete on round_signers for each row execute function refuse_rewriting();
create trigger insert_only_whole before truncate on round_signers for each statement execute function refuse_rewriting();
