-- Lead and assist on a letter: who handles it asks offices that the agreement in force names to assist, each by a day; they accept,
-- decline or contribute, and the lead takes over what came (articles 3 and of duty "letters").

create table petition_contributions (
  tenant_id uuid not null,
  petition_id uuid not null,
  -- Who handled the letter when it asked. Given over, the letter's next lead asks anew.
  lead_office_id uuid not null,
  office_id uuid not null,
  -- The clause by which it assists, as it was in force when it was asked first.
  version_id uuid not null,
  duty_id uuid not null,
  state text not null,
  due_on date not null,
  -- Texts are sealed with the letter's key, whatever the letter is: it may denounce later.
  request bytea not null,
  contribution bytea,
  decline_reason bytea,
  -- One of them says who wrote the letter: none opens any more once that is sealed.
  names boolean not null,
  asked_at timestamptz(6) not null,
  answered_at timestamptz(6),
  contributed_at timestamptz(6),
  contributed_by uuid,
  taken_over_at timestamptz(6),
  primary key (tenant_id, petition_id, lead_office_id, office_id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, lead_office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, version_id, duty_id) references coordination_duties (tenant_id, version_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, contributed_by) references people (tenant_id, id) on update cascade on delete restrict,
  constraint petition_contributions_state_known check (state in ('asked', 'accepted', 'declined', 'contributed', 'taken-over')),
  constraint petition_contributions_of_another check (lead_office_id <> office_id),
  constraint petition_contributions_by_whom check ((contribution is null) = (contributed_at is null)
    and (contributed_at is null) = (contributed_by is null)),
  constraint petition_contributions_given check (state not in ('contributed', 'taken-over') or contribution is not null),
  constraint petition_contributions_declined check (state <> 'declined' or decline_reason is not null),
  constraint petition_contributions_taken_over check ((state = 'taken-over') = (taken_over_at is not null))
);
create index petition_contributions_owed_idx on petition_contributions (tenant_id, office_id, state, due_on, petition_id);
create index petition_contributions_given_idx on petition_contributions (tenant_id, lead_office_id, state, due_on, petition_id);
create index petition_contributions_duty_idx on petition_contributions (tenant_id, version_id, duty_id);
create index petition_contributions_by_idx on petition_contributions (tenant_id, contributed_by);

-- ---------- rights and row security ----------

grant select on petition_contributions to portal_app, portal_worker, portal_definer;
grant insert, update (state, due_on, request, contribution, decline_reason, names, asked_at, answered_at, contributed_at, contributed_by,
  taken_over_at) on petition_contributions to portal_app;
-- Who is asked reads the letter: the trigger below names the office.
grant insert, update (part) on petition_offices to portal_definer;

alter table petition_contributions enable row level security;
alter table petition_contributions force row level security;
create policy by_tenant_worker on petition_contributions to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on petition_contributions to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on petition_contributions for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id));
create policy write_in_tenant on petition_contributions for insert to portal_app
  with check (tenant_id = (select current_tenant()) and lead_office_id = (select current_office()));
create policy change_by_access on petition_contributions for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id)) with check (tenant_id = (select current_tenant()));

-- ---------- who is named ----------

-- Offices that duty "letters" of the agreement in force names to assist the office that handles a letter, a party to that agreement. Where
-- two agreements speak of letters, the newer one does.
create function letter_assistants(p_lead uuid) returns table (version_id uuid, duty_id uuid, office_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with duty as (
    select v.id as version_id, d.id as duty_id
    from agreement_versions v
    join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'letters'
    join agreement_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id and p.office_id = p_lead
    where v.tenant_id = current_tenant() and v.state = 'signed'
      and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)
    order by v.effective_from desc limit 1)
  select duty.version_id, duty.duty_id, o.office_id from duty
  join duty_offices o on o.tenant_id = current_tenant() and o.duty_id = duty.duty_id and o.part = 'assist' and o.office_id <> p_lead
$$;

-- ---------- who asks, who answers ----------

create function petition_part_act(o petition_contributions, n petition_contributions) returns text language sql immutable as $$
  select case
    when n.state = 'asked' and o.state in ('asked', 'declined', 'contributed') then 'askPart'
    when n.state = 'taken-over' and o.state = 'contributed' then 'takeOverPart'
    when n.state = 'accepted' and o.state = 'asked' then 'acceptPart'
    when n.state = 'declined' and o.state in ('asked', 'accepted') then 'declinePart'
    when n.state = 'contributed' and o.state in ('asked', 'accepted', 'contributed') then 'givePart'
  end
$$;

create function guard_petition_contribution() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_asks constant boolean := new.state in ('asked', 'taken-over');
  v_act constant text := case when tg_op = 'INSERT' then 'askPart' else petition_part_act(old, new) end;
  v_detail jsonb;
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id for share;
  v_detail := jsonb_build_object('act', coalesce(v_act, new.state), 'kind', 'petition', 'id', new.petition_id, 'dutyId', new.duty_id,
    'leadOfficeId', v.lead_office_id, 'assistOfficeId', new.office_id);
  if tg_op = 'UPDATE' and (new.tenant_id, new.petition_id, new.lead_office_id, new.office_id, new.version_id, new.duty_id)
      is distinct from (old.tenant_id, old.petition_id, old.lead_office_id, old.office_id, old.version_id, old.duty_id) then
    perform refuse_state('frozen', v_detail);
  end if;
  -- Whose act it would be is said first, also where the state forbids it as well.
  if current_office() is distinct from (case when v_asks then v.lead_office_id else new.office_id end) then
    perform refuse('part', v_detail);
  end if;
  if tg_op = 'UPDATE' then
    if v_asks and (new.contribution, new.decline_reason, new.answered_at, new.contributed_at, new.contributed_by)
        is distinct from (old.contribution, old.decline_reason, old.answered_at, old.contributed_at, old.contributed_by)
      or not v_asks and (new.request, new.due_on, new.asked_at, new.taken_over_at)
        is distinct from (old.request, old.due_on, old.asked_at, old.taken_over_at) then
      perform refuse('part', v_detail);
    end if;
    -- What the lead reads is what was given: taking it over changes neither request nor day.
    if new.state = 'taken-over' and (new.request, new.due_on, new.asked_at) is distinct from (old.request, old.due_on, old.asked_at) then
      perform refuse_state('frozen', v_detail);
    end if;
  end if;
  -- A contribution carries the name of the person who gave it.
  if v_act = 'givePart' and not exists (select 1 from people pe where pe.tenant_id = new.tenant_id and pe.id = new.contributed_by
      and pe.account_id = current_account()) then
    perform refuse('part', v_detail);
  end if;
  -- A letter that was joined is done with the first one; one that went to another lead is asked about anew.
  if v.state not in ('classified', 'accepted', 'suspended') or new.lead_office_id <> v.lead_office_id
    or exists (select 1 from petition_joins j where j.tenant_id = new.tenant_id and j.petition_id = new.petition_id
      and j.kind = 'joined' and j.undone_at is null) then
    perform refuse_state('state', v_detail);
  end if;
  if v_act is null or tg_op = 'INSERT' and (new.state <> 'asked' or new.contribution is not null or new.decline_reason is not null
      or not exists (select 1 from letter_assistants(v.lead_office_id) a
        where a.office_id = new.office_id and a.version_id = new.version_id and a.duty_id = new.duty_id)) then
    perform refuse_state('assist-state', v_detail);
  end if;
  if v_act = 'askPart' and new.due_on < portal_today() then perform refuse_state('day-past', v_detail); end if;
  -- Of who may be a denouncer nothing is said (Luật Tố cáo 2018, art. 8(3)).
  if v.identity = 'sealed' and new.names and (tg_op = 'INSERT' or not old.names) then
    perform refuse_state('names-denouncer', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on petition_contributions
  for each row execute function guard_petition_contribution();

-- Whom the lead asks reads the letter from then on.
create function name_petition_assistant() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into petition_offices (tenant_id, petition_id, office_id, part) values (new.tenant_id, new.petition_id, new.office_id, 'assist')
  on conflict (tenant_id, petition_id, office_id) do update set part = 'assist' where petition_offices.part = 'informed';
  return null;
end $$;
create trigger name_assistant after insert on petition_contributions
  for each row execute function name_petition_assistant();

do $$
declare f text;
begin
  foreach f in array array['letter_assistants(uuid)', 'petition_part_act(petition_contributions, petition_contributions)',
      'guard_petition_contribution()', 'name_petition_assistant()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  grant execute on function letter_assistants(uuid) to portal_app;
end $$;
