-- A signed agreement ends before its term when every party agreed to one day. From that day it decides nothing: the range in
-- force of what is signed ends there. Open items keep the rules they were made under.

create table agreement_endings (
  tenant_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  -- The first day on which it decides nothing.
  ends_on date not null,
  reason text not null,
  state text not null,
  office_id uuid not null,
  made_by uuid not null,
  made_at timestamptz(6) not null,
  closing_office_id uuid,
  closed_by uuid,
  closed_at timestamptz(6),
  close_reason text,
  constraint agreement_endings_pkey primary key (tenant_id, id),
  constraint agreement_endings_agreement_fkey foreign key (tenant_id, agreement_id) references agreements (tenant_id, id)
    on delete restrict on update cascade,
  constraint agreement_endings_office_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint agreement_endings_closing_fkey foreign key (tenant_id, closing_office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint agreement_endings_state check (state in ('proposed', 'agreed', 'refused', 'withdrawn', 'lapsed')),
  constraint agreement_endings_reason check (length(btrim(reason)) > 0),
  constraint agreement_endings_closed check ((state = 'proposed') = (closed_at is null) and (closed_at is null) = (closed_by is null)
    and (closed_at is null) = (closing_office_id is null)),
  constraint agreement_endings_says_why check ((state in ('refused', 'withdrawn')) = (close_reason is not null)
    and length(btrim(coalesce(close_reason, 'x'))) > 0)
);
create unique index agreement_endings_open_key on agreement_endings (tenant_id, agreement_id) where state = 'proposed';
create index agreement_endings_agreement_idx on agreement_endings (tenant_id, agreement_id, made_at desc, id desc);
create index agreement_endings_state_idx on agreement_endings (tenant_id, state, agreement_id);

create table ending_consents (
  tenant_id uuid not null,
  ending_id uuid not null,
  party_id uuid not null,
  account uuid not null,
  at timestamptz(6) not null,
  constraint ending_consents_pkey primary key (tenant_id, ending_id, party_id),
  constraint ending_consents_ending_fkey foreign key (tenant_id, ending_id) references agreement_endings (tenant_id, id)
    on delete restrict on update cascade,
  constraint ending_consents_party_fkey foreign key (tenant_id, party_id) references agreement_parties (tenant_id, id)
    on delete restrict on update cascade
);

grant select, insert on agreement_endings, ending_consents to portal_app;
grant update (state, closing_office_id, closed_by, closed_at, close_reason) on agreement_endings to portal_app;
grant select on agreement_endings, ending_consents to portal_worker, portal_definer;
grant update on agreement_endings to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['agreement_endings', 'ending_consents'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
end $$;

-- What the parties say to each other of ending it is theirs to read, also where everybody reads the agreement.
create function is_own_agreement(p_agreement uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select exists (select 1 from access a where a.tenant_id = current_tenant() and a.office_id = current_office()
    and a.kind = 'agreement' and a.subject_id = p_agreement and a.level = 'party')
$$;
create policy read_by_party on agreement_endings for select to portal_app
  using (tenant_id = (select current_tenant()) and is_own_agreement(agreement_id));
create policy write_by_party on agreement_endings for insert to portal_app
  with check (tenant_id = (select current_tenant()) and is_own_agreement(agreement_id));
create policy change_by_party on agreement_endings for update to portal_app
  using (tenant_id = (select current_tenant()) and is_own_agreement(agreement_id)) with check (tenant_id = (select current_tenant()));
create policy read_by_party on ending_consents for select to portal_app
  using (tenant_id = (select current_tenant()) and exists (select 1 from agreement_endings e
    where e.tenant_id = ending_consents.tenant_id and e.id = ending_consents.ending_id));
create policy write_in_tenant on ending_consents for insert to portal_app with check (tenant_id = (select current_tenant()));

-- The day agreed on, while no text the parties signed after it stands in its place.
create function ending_that_stands(p_tenant uuid, p_agreement uuid) returns date language sql stable security definer
  set search_path = pg_catalog, public as $$
  select e.ends_on from agreement_endings e
  where e.tenant_id = p_tenant and e.agreement_id = p_agreement and e.state = 'agreed'
    and not exists (select 1 from agreement_versions v where v.tenant_id = e.tenant_id and v.agreement_id = e.agreement_id
      and v.state = 'signed' and v.signed_at > e.closed_at)
  order by e.closed_at desc limit 1
$$;

-- A day that cuts the newest signed text short, with no paper on its way that would say otherwise.
create function assert_may_end(p_tenant uuid, p_agreement uuid, p_day date, p_detail jsonb) returns void language plpgsql
  security definer set search_path = pg_catalog, public as $$
declare v agreement_versions;
begin
  select * into v from agreement_versions
  where tenant_id = p_tenant and agreement_id = p_agreement and state = 'signed' order by number desc limit 1 for update;
  if v.id is null then perform refuse_state('state', p_detail); end if;
  if p_day <= portal_today() or p_day <= v.effective_from or p_day >= coalesce(v.effective_until, 'infinity') then
    perform refuse_state('dates', p_detail);
  end if;
  if exists (select 1 from agreement_versions w where w.tenant_id = p_tenant and w.agreement_id = p_agreement
      and w.state = 'awaiting-signatures') then
    perform refuse_state('round-open', p_detail);
  end if;
end $$;

create function guard_ending() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_act constant text := case when tg_op = 'INSERT' then 'proposeEnding' else case new.state when 'agreed' then 'agreeEnding'
    when 'withdrawn' then 'withdrawEnding' else 'refuseEnding' end end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'agreement', 'id', new.agreement_id);
  v_closing constant text[] := array['state', 'closing_office_id', 'closed_by', 'closed_at', 'close_reason'];
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if not is_party(new.tenant_id, new.agreement_id, current_office()) then perform refuse('part', v_detail); end if;
  if tg_op = 'INSERT' then
    if new.office_id is distinct from current_office() or new.made_by is distinct from current_account() then
      perform refuse('part', v_detail);
    end if;
    if new.state <> 'proposed' then perform refuse_state('state', v_detail); end if;
    perform assert_may_end(new.tenant_id, new.agreement_id, new.ends_on, v_detail);
    update agreement_endings set state = 'lapsed', closing_office_id = current_office(), closed_by = current_account(),
      closed_at = now()
    where tenant_id = new.tenant_id and agreement_id = new.agreement_id and state = 'proposed' and ends_on <= portal_today();
    return new;
  end if;
  if (to_jsonb(new) - v_closing) is distinct from (to_jsonb(old) - v_closing) then perform refuse_state('frozen', v_detail); end if;
  if old.state <> 'proposed' or new.state = 'proposed' then perform refuse_state('state', v_detail); end if;
  if new.closing_office_id is distinct from current_office() or new.closed_by is distinct from current_account() then
    perform refuse('part', v_detail);
  end if;
  -- Who proposed takes back; another party refuses; anybody's consent may be the last; a day that passed ends it by itself.
  if new.state = 'lapsed' then
    if old.ends_on > portal_today() then perform refuse_state('state', v_detail); end if;
    return new;
  end if;
  if (new.state = 'withdrawn') <> (old.office_id = current_office()) then perform refuse('part', v_detail); end if;
  if new.state = 'agreed' then
    perform assert_may_end(new.tenant_id, new.agreement_id, new.ends_on, v_detail);
    if exists (select 1 from agreement_parties p where p.tenant_id = new.tenant_id and p.agreement_id = new.agreement_id
        and not exists (select 1 from ending_consents c where c.tenant_id = p.tenant_id and c.ending_id = new.id
          and c.party_id = p.id)) then
      perform refuse_state('consents-missing', v_detail);
    end if;
  end if;
  return new;
end $$;
create trigger guard_ending before insert or update on agreement_endings for each row execute function guard_ending();
create trigger never_removed before delete on agreement_endings for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on agreement_endings for each statement execute function refuse_rewriting();

create function guard_ending_consent() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_ending agreement_endings;
  v_detail jsonb := jsonb_build_object('act', 'agreeEnding', 'kind', 'agreement');
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  select * into v_ending from agreement_endings where tenant_id = new.tenant_id and id = new.ending_id for update;
  v_detail := v_detail || jsonb_build_object('id', v_ending.agreement_id);
  if new.account is distinct from current_account() or not exists (select 1 from agreement_parties p
      where p.tenant_id = new.tenant_id and p.id = new.party_id and p.agreement_id = v_ending.agreement_id
        and p.office_id = current_office()) then
    perform refuse('part', v_detail);
  end if;
  if v_ending.state <> 'proposed' or v_ending.ends_on <= portal_today() then perform refuse_state('state', v_detail); end if;
  return new;
end $$;
create trigger guard_consent before insert on ending_consents for each row execute function guard_ending_consent();
create trigger append_only before update or delete on ending_consents for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on ending_consents for each statement execute function refuse_rewriting();

-- The one other way the range in force of a signed version becomes shorter: to the day all parties agreed on.
create function is_agreed_end(o agreement_versions, n agreement_versions) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select coalesce(o.state = 'signed' and (to_jsonb(n) - 'effective_until') = (to_jsonb(o) - 'effective_until')
    and n.effective_until < coalesce(o.effective_until, 'infinity')
    and exists (select 1 from agreement_endings e where e.tenant_id = o.tenant_id and e.agreement_id = o.agreement_id
      and e.state = 'agreed' and o.signed_at <= e.closed_at and n.effective_until = greatest(o.effective_from, e.ends_on)), false)
$$;
drop trigger guard_update on agreement_versions;
create trigger guard_update before update on agreement_versions for each row when (not is_agreed_end(old, new))
  execute function guard_version_update();

create function follow_ending() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update agreement_versions set effective_until = greatest(effective_from, new.ends_on)
  where tenant_id = new.tenant_id and agreement_id = new.agreement_id and state = 'signed'
    and (effective_until is null or effective_until > greatest(effective_from, new.ends_on));
  return null;
end $$;
create trigger follow_ending after update of state on agreement_endings for each row when (new.state = 'agreed')
  execute function follow_ending();

-- An amendment says how a text goes on: where its parties agreed that it ends, only a whole text signed anew goes on.
create function guard_ended_round() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v agreement_versions;
begin
  perform assert_tenant(new.tenant_id);
  select * into v from agreement_versions where tenant_id = new.tenant_id and id = new.version_id;
  if v.amends_id is not null and ending_that_stands(v.tenant_id, v.agreement_id) is not null then
    perform refuse_state('ended', jsonb_build_object('act', 'openRound', 'kind', 'agreement-version', 'id', v.id));
  end if;
  return new;
end $$;
create trigger guard_ended before insert on signing_rounds for each row execute function guard_ended_round();

do $$
declare f text;
begin
  foreach f in array array['is_own_agreement(uuid)', 'ending_that_stands(uuid, uuid)',
      'assert_may_end(uuid, uuid, date, jsonb)', 'guard_ending()', 'guard_ending_consent()',
      'is_agreed_end(agreement_versions, agreement_versions)', 'follow_ending()', 'guard_ended_round()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function is_own_agreement(uuid), ending_that_stands(uuid, uuid) to portal_app;
grant execute on function is_agreed_end(agreement_versions, agreement_versions) to portal_app, portal_worker;
