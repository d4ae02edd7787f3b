-- `access` says itself whether something is left to do (`open`) and what an office still owes of a task and until when
-- (`owed`, `owed_on`), so that lists of open tasks, their counts and the desk seek instead of passing over years of
-- closed work.

alter table access add column open boolean, add column owed text, add column owed_on date;

update access acc set open = t.state = 'open'
from tasks t where acc.kind = 'task' and t.tenant_id = acc.tenant_id and t.id = acc.subject_id;

update access acc set owed = a.state, owed_on = a.due_on
from task_assists a where acc.kind = 'task' and acc.open and acc.level = 'assist' and a.tenant_id = acc.tenant_id
  and a.task_id = acc.subject_id and a.office_id = acc.office_id and a.state in ('asked', 'accepted');

update access acc set open = v.state not in ('signed', 'withdrawn')
from agreement_versions v where acc.kind = 'agreement-version' and v.tenant_id = acc.tenant_id and v.id = acc.subject_id;

-- An agreement is as its newest version; who only reads what was signed has nothing to do with a newer one.
update access acc set open = acc.level = 'party' and coalesce((
  select v.state not in ('signed', 'withdrawn') from agreement_versions v
  where v.tenant_id = acc.tenant_id and v.agreement_id = acc.subject_id order by v.number desc limit 1), true)
where acc.kind = 'agreement';

update access set open = false where open is null;
alter table access alter column open set not null,
  add constraint access_owed_known check (owed in ('asked', 'accepted') and owed_on is not null or owed is null and owed_on is null),
  add constraint access_owed_is_open check (owed is null or open);

create index access_open_idx on access (tenant_id, office_id, kind, level, open, sort_key desc, subject_id desc);
create index access_owed_idx on access (tenant_id, office_id, kind, owed, owed_on, subject_id);

create or replace function sync_task_access(p_tenant uuid, p_task uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open, owed, owed_on)
  select distinct on (part.office_id) p_tenant, part.office_id, 'task', p_task, t.created_at, part.level, t.state = 'open',
    case when t.state = 'open' and part.state in ('asked', 'accepted') then part.state end,
    case when t.state = 'open' and part.state in ('asked', 'accepted') then part.due_on end
  from tasks t
  cross join lateral (
    select t.lead_office_id as office_id, 'lead' as level, 1 as strength, null as state, null::date as due_on
    union all select a.office_id, 'assist', 2, a.state, a.due_on from task_assists a
      where a.tenant_id = p_tenant and a.task_id = p_task
    union all select t.creator_office_id, 'creator', 3, null, null
    union all select i.office_id, 'informed', 4, null, null from task_informed i
      where i.tenant_id = p_tenant and i.task_id = p_task
  ) part
  where t.tenant_id = p_tenant and t.id = p_task
  order by part.office_id, part.strength
  on conflict (tenant_id, office_id, kind, subject_id) do update set level = excluded.level, sort_key = excluded.sort_key,
    open = excluded.open, owed = excluded.owed, owed_on = excluded.owed_on;
end $$;

create function sync_access_of_task() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform sync_task_access(new.tenant_id, new.id);
  return null;
end $$;
create trigger sync_access after update of state on tasks for each row
  when (new.state is distinct from old.state) execute function sync_access_of_task();

-- The part's own row and no other: two offices that answer at once do not write over each other.
create function sync_access_of_part() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_owes constant boolean := new.state in ('asked', 'accepted');
begin
  update access set owed = case when open and v_owes then new.state end, owed_on = case when open and v_owes then new.due_on end
  where tenant_id = new.tenant_id and office_id = new.office_id and kind = 'task' and subject_id = new.task_id
    and level = 'assist';
  return null;
end $$;
create trigger sync_access after update of state, due_on on task_assists for each row
  when ((new.state, new.due_on) is distinct from (old.state, old.due_on)) execute function sync_access_of_part();

create or replace function sync_agreement_access(p_tenant uuid, p_agreement uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_open constant boolean := coalesce((
    select v.state not in ('signed', 'withdrawn') from agreement_versions v
    where v.tenant_id = p_tenant and v.agreement_id = p_agreement order by v.number desc limit 1), true);
begin
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select distinct on (kind, subject, office) p_tenant, office, kind, subject, at, level, is_open from (
    select p.office_id as office, 'agreement' as kind, a.id as subject, a.created_at as at, 'party' as level, 1 as strength,
        v_open as is_open
      from agreements a join agreement_parties p on p.tenant_id = a.tenant_id and p.agreement_id = a.id
      where a.tenant_id = p_tenant and a.id = p_agreement
    union all select a.contact_office_id, 'agreement', a.id, a.created_at, 'party', 1, v_open
      from agreements a where a.tenant_id = p_tenant and a.id = p_agreement
    union all select p.office_id, 'agreement-version', v.id, v.created_at, 'party', 1, v.state not in ('signed', 'withdrawn')
      from agreement_versions v join agreement_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id
      where v.tenant_id = p_tenant and v.agreement_id = p_agreement
    union all select a.contact_office_id, 'agreement-version', v.id, v.created_at, 'party', 1,
        v.state not in ('signed', 'withdrawn')
      from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
      where v.tenant_id = p_tenant and v.agreement_id = p_agreement
    -- Once signed, every office of the tenant reads it.
    union all select o.id, 'agreement-version', v.id, v.created_at, 'reader', 2, false
      from agreement_versions v join offices o on o.tenant_id = v.tenant_id
      where v.tenant_id = p_tenant and v.agreement_id = p_agreement and v.state = 'signed'
    union all select o.id, 'agreement', a.id, a.created_at, 'reader', 2, false
      from agreements a join offices o on o.tenant_id = a.tenant_id
      where a.tenant_id = p_tenant and a.id = p_agreement and exists (
        select 1 from agreement_versions v where v.tenant_id = p_tenant and v.agreement_id = a.id and v.state = 'signed')
  ) reader order by kind, subject, office, strength
  on conflict (tenant_id, office_id, kind, subject_id) do update set level = excluded.level, open = excluded.open;
end $$;

do $$
declare f text;
begin
  foreach f in array array['sync_access_of_task()', 'sync_access_of_part()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
