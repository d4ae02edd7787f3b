-- Exactly one lead office per task, resolved from the signed duty; row policies say who sees, these triggers who writes.

-- The lead office of an item under a duty, by its rule. Null when the rule cannot tell.
create function resolve_lead(p_tenant uuid, p_duty uuid, p_body uuid, p_host_post uuid, p_subject text)
  returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select case d.lead_rule
    when 'fixed' then d.lead_office_id
    when 'office-serving' then
      (select ob.office_id from office_bodies ob where ob.tenant_id = p_tenant and ob.body_id = p_body)
    when 'host-of' then
      (select ob.office_id from posts p join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
        where p.tenant_id = p_tenant and p.id = p_host_post)
    when 'by-table' then
      (select r.office_id from duty_lead_rows r
        where r.tenant_id = p_tenant and r.duty_id = p_duty and r.subject_key = p_subject)
    end
  from coordination_duties d where d.tenant_id = p_tenant and d.id = p_duty
$$;

-- Who reads a task: one row an office, the strongest part.
create function sync_task_access(p_tenant uuid, p_task uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level)
  select distinct on (part.office_id) p_tenant, part.office_id, 'task', p_task, t.created_at, part.level
  from tasks t
  cross join lateral (
    select t.lead_office_id as office_id, 'lead' as level, 1 as strength
    union all select a.office_id, 'assist', 2 from task_assists a where a.tenant_id = p_tenant and a.task_id = p_task
    union all select t.creator_office_id, 'creator', 3
    union all select i.office_id, 'informed', 4 from task_informed i where i.tenant_id = p_tenant and i.task_id = p_task
  ) part
  where t.tenant_id = p_tenant and t.id = p_task
  order by part.office_id, part.strength
  on conflict (tenant_id, office_id, kind, subject_id) do update set level = excluded.level, sort_key = excluded.sort_key;
end $$;

create function guard_task_insert() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_lead uuid;
begin
  if not is_system() then
    perform assert_acting();
    if new.creator_office_id is distinct from current_office() or new.creator_account_id is distinct from current_account() then
      perform refuse('not-own-office', jsonb_build_object('act', 'create', 'kind', 'task'));
    end if;
    if not exists (
      select 1 from agreement_parties p join agreement_versions v on v.tenant_id = p.tenant_id and v.agreement_id = p.agreement_id
      where v.tenant_id = new.tenant_id and v.id = new.version_id and p.office_id = current_office()) then
      perform refuse('part', jsonb_build_object('act', 'create', 'kind', 'task'));
    end if;
    if not exists (
      select 1 from agreement_versions v where v.tenant_id = new.tenant_id and v.id = new.version_id and v.state = 'signed'
        and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)) then
      perform refuse_state('not-in-force', jsonb_build_object('act', 'create', 'kind', 'task'));
    end if;
  end if;
  v_lead := resolve_lead(new.tenant_id, new.duty_id, new.body_id, new.host_post_id, new.subject_key);
  if v_lead is null or new.lead_office_id is distinct from v_lead then
    perform refuse('lead-not-as-signed', jsonb_build_object('act', 'create', 'kind', 'task', 'leadOfficeId', v_lead));
  end if;
  if new.state <> 'open' and not is_system() then
    perform refuse_state('state', jsonb_build_object('act', 'create', 'kind', 'task'));
  end if;
  return new;
end $$;
create trigger guard_insert before insert on tasks for each row execute function guard_task_insert();

-- The signed duty itself names the assisting and informed offices; the application cannot.
create function name_task_offices() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into task_assists (tenant_id, task_id, office_id, state, responsible_post_id)
  select o.tenant_id, new.id, o.office_id, 'named', o.responsible_post_id
  from duty_offices o
  where o.tenant_id = new.tenant_id and o.duty_id = new.duty_id and o.part = 'assist' and o.office_id <> new.lead_office_id;
  insert into task_informed (tenant_id, task_id, office_id)
  select o.tenant_id, new.id, o.office_id from duty_offices o
  where o.tenant_id = new.tenant_id and o.duty_id = new.duty_id and o.part = 'informed' and o.office_id <> new.lead_office_id;
  perform sync_task_access(new.tenant_id, new.id);
  return null;
end $$;
create trigger name_offices after insert on tasks for each row execute function name_task_offices();

create function guard_task_update() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_act constant text := case when new.state = 'closed' and old.state = 'open' then 'close' else 'describe' end;
begin
  if (new.tenant_id, new.id, new.version_id, new.duty_id, new.lead_office_id, new.creator_office_id, new.creator_account_id,
      new.created_at, new.body_id, new.host_post_id, new.subject_key)
    is distinct from (old.tenant_id, old.id, old.version_id, old.duty_id, old.lead_office_id, old.creator_office_id,
      old.creator_account_id, old.created_at, old.body_id, old.host_post_id, old.subject_key) then
    perform refuse_state('frozen', jsonb_build_object('act', v_act, 'kind', 'task', 'id', old.id));
  end if;
  if is_system() then return new; end if;
  perform assert_acting();
  if current_office() is distinct from old.lead_office_id then
    perform refuse('part', jsonb_build_object('act', v_act, 'kind', 'task', 'id', old.id, 'dutyId', old.duty_id,
      'leadOfficeId', old.lead_office_id));
  end if;
  if old.state = 'closed' then
    perform refuse_state('state', jsonb_build_object('act', v_act, 'kind', 'task', 'id', old.id));
  end if;
  return new;
end $$;
create trigger guard_update before update on tasks for each row execute function guard_task_update();

create function task_assist_act(o task_assists, n task_assists) returns text language sql immutable as $$
  select case
    when n.state = 'asked' and o.state in ('named', 'asked', 'declined', 'contributed') then 'ask'
    when n.state = 'taken-over' and o.state = 'contributed' then 'takeOver'
    when n.state = 'accepted' and o.state = 'asked' then 'accept'
    when n.state = 'declined' and o.state in ('asked', 'accepted') then 'decline'
    when n.state = 'contributed' and o.state in ('asked', 'accepted', 'contributed') then 'contribute'
  end
$$;

create function guard_task_assist() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_task tasks;
  v_act text;
  v_detail jsonb;
begin
  if (new.tenant_id, new.task_id, new.office_id) is distinct from (old.tenant_id, old.task_id, old.office_id) then
    perform refuse_state('frozen', jsonb_build_object('act', 'ask', 'kind', 'task', 'id', old.task_id));
  end if;
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v_task from tasks where tenant_id = old.tenant_id and id = old.task_id for share;
  v_act := task_assist_act(old, new);
  v_detail := jsonb_build_object('act', coalesce(v_act, new.state), 'kind', 'task', 'id', old.task_id, 'dutyId', v_task.duty_id,
    'leadOfficeId', v_task.lead_office_id, 'assistOfficeId', old.office_id);
  -- Whose act it would be is said first, also where the state forbids it as well.
  if new.state in ('asked', 'taken-over') then
    if current_office() is distinct from v_task.lead_office_id then perform refuse('part', v_detail); end if;
    if (new.contribution, new.decline_reason, new.contributed_at, new.contributed_by)
      is distinct from (old.contribution, old.decline_reason, old.contributed_at, old.contributed_by) then
      perform refuse('part', v_detail);
    end if;
  else
    if current_office() is distinct from old.office_id then perform refuse('part', v_detail); end if;
    if (new.request, new.due_on, new.asked_at, new.taken_over_at)
      is distinct from (old.request, old.due_on, old.asked_at, old.taken_over_at) then
      perform refuse('part', v_detail);
    end if;
  end if;
  -- A contribution carries the name of the person who gave it.
  if v_act = 'contribute' and not exists (select 1 from people pe where pe.tenant_id = old.tenant_id
      and pe.id = new.contributed_by and pe.account_id = current_account()) then
    perform refuse('part', v_detail);
  end if;
  if v_task.state <> 'open' then perform refuse_state('state', v_detail); end if;
  if v_act is null then perform refuse_state('assist-state', v_detail); end if;
  return new;
end $$;
create trigger guard_update before update on task_assists for each row execute function guard_task_assist();

do $$
declare f text;
begin
  foreach f in array array['resolve_lead(uuid, uuid, uuid, uuid, text)', 'sync_task_access(uuid, uuid)', 'guard_task_insert()',
      'name_task_offices()', 'guard_task_update()', 'guard_task_assist()', 'task_assist_act(task_assists, task_assists)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
