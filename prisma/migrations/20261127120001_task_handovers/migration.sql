-- An open task whose lead an amendment moves is handed over or kept, one by one, and only by what both chiefs say. What was
-- said stays; on acceptance the task goes on under the duty of the text in force, led by the office that duty names.

create table task_handovers (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  from_office_id uuid not null,
  to_office_id uuid not null,
  -- The duty the task was led under, and the one of the text in force when this was said.
  from_duty_id uuid not null,
  to_duty_id uuid not null,
  state text not null,
  -- What the leading office says to it: the word of an offer, the reason for keeping.
  word text not null,
  made_by uuid not null,
  made_at timestamptz(6) not null,
  reason text,
  answered_by uuid,
  answered_at timestamptz(6),
  constraint task_handovers_pkey primary key (tenant_id, id),
  constraint task_handovers_task_fkey foreign key (tenant_id, task_id) references tasks (tenant_id, id)
    on delete restrict on update cascade,
  constraint task_handovers_from_fkey foreign key (tenant_id, from_office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint task_handovers_to_fkey foreign key (tenant_id, to_office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint task_handovers_from_duty_fkey foreign key (tenant_id, from_duty_id) references coordination_duties (tenant_id, id)
    on delete restrict on update cascade,
  constraint task_handovers_to_duty_fkey foreign key (tenant_id, to_duty_id) references coordination_duties (tenant_id, id)
    on delete restrict on update cascade,
  constraint task_handovers_state check (state in ('offered', 'kept', 'accepted', 'declined', 'lapsed')),
  constraint task_handovers_moves check (from_office_id <> to_office_id),
  constraint task_handovers_word check (length(btrim(word)) > 0),
  constraint task_handovers_answered check (
    (state in ('accepted', 'declined')) = (answered_by is not null) and (state in ('accepted', 'declined', 'lapsed')) = (answered_at is not null)
    and (state = 'declined') = (reason is not null) and length(btrim(coalesce(reason, 'x'))) > 0)
);
create index task_handovers_task_idx on task_handovers (tenant_id, task_id, made_at desc, id desc);
create unique index task_handovers_open_key on task_handovers (tenant_id, task_id) where state = 'offered';
create index task_handovers_to_idx on task_handovers (tenant_id, to_office_id, state, task_id);

grant select, insert on task_handovers to portal_app;
grant update (state, reason, answered_by, answered_at) on task_handovers to portal_app;
grant select on task_handovers to portal_worker;
grant select, update on task_handovers to portal_definer;
grant update, delete on task_assists to portal_definer;
grant delete on task_informed to portal_definer;

alter table task_handovers enable row level security;
alter table task_handovers force row level security;
create policy by_tenant_worker on task_handovers to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_definer on task_handovers to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on task_handovers for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('task', task_id));
create policy write_by_access on task_handovers for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('task', task_id));
create policy change_by_access on task_handovers for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('task', task_id)) with check (tenant_id = (select current_tenant()));

-- The duty an open task has in the text in force and the office that would lead it there; no row where the lead does not move.
create function moved_lead(p_tenant uuid, p_task uuid) returns table (duty_id uuid, version_id uuid, office_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select d.id, d.version_id, n.office_id
  from tasks t
  join agreement_versions v on v.tenant_id = t.tenant_id and v.id = t.version_id
  join coordination_duties was on was.tenant_id = t.tenant_id and was.id = t.duty_id
  join coordination_duties d on d.tenant_id = t.tenant_id and d.duty_key = was.duty_key
    and d.version_id = version_on(t.tenant_id, v.agreement_id, portal_today())
  cross join lateral (select resolve_lead(t.tenant_id, d.id, t.body_id, t.host_post_id, t.subject_key) as office_id) n
  where t.tenant_id = p_tenant and t.id = p_task and t.state = 'open' and d.version_id <> t.version_id
    and n.office_id <> t.lead_office_id
$$;

create function guard_handover() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_task tasks;
  v_moved record;
  v_now text;
  v_act constant text := case when tg_op = 'INSERT' then case new.state when 'kept' then 'keepTask' else 'offerHandover' end
    else case new.state when 'accepted' then 'acceptHandover' when 'declined' then 'declineHandover' else 'keepTask' end end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'task', 'id', new.task_id);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  select * into v_task from tasks where tenant_id = new.tenant_id and id = new.task_id for update;
  select * into v_moved from moved_lead(new.tenant_id, new.task_id);
  if tg_op = 'INSERT' then
    if v_task.id is null or current_office() is distinct from v_task.lead_office_id or new.made_by is distinct from current_account() then
      perform refuse('part', v_detail);
    end if;
    if new.state not in ('offered', 'kept') or v_moved.duty_id is null then perform refuse_state('state', v_detail); end if;
    if (new.from_office_id, new.from_duty_id, new.to_office_id, new.to_duty_id)
        is distinct from (v_task.lead_office_id, v_task.duty_id, v_moved.office_id, v_moved.duty_id) then
      perform refuse_state('lead-not-as-signed', v_detail);
    end if;
    select h.state into v_now from task_handovers h
    where h.tenant_id = new.tenant_id and h.task_id = new.task_id and h.to_duty_id = new.to_duty_id
    order by h.made_at desc, h.id desc limit 1;
    if v_now = new.state then perform refuse_state('state', v_detail); end if;
    -- An offer under a text that is no longer in force, or one that is taken back.
    update task_handovers set state = 'lapsed', answered_at = now()
    where tenant_id = new.tenant_id and task_id = new.task_id and state = 'offered';
    return new;
  end if;
  if (to_jsonb(new) - array['state', 'reason', 'answered_by', 'answered_at'])
      is distinct from (to_jsonb(old) - array['state', 'reason', 'answered_by', 'answered_at']) then
    perform refuse_state('frozen', v_detail);
  end if;
  if current_office() is distinct from (case when new.state = 'lapsed' then v_task.lead_office_id else old.to_office_id end) then
    perform refuse('part', v_detail);
  end if;
  if new.answered_by is distinct from (case when new.state <> 'lapsed' then current_account() end) then
    perform refuse('part', v_detail);
  end if;
  if old.state <> 'offered' or new.state not in ('accepted', 'declined', 'lapsed') then perform refuse_state('state', v_detail); end if;
  if new.state = 'accepted' and (v_task.lead_office_id, v_task.duty_id, v_moved.office_id, v_moved.duty_id)
      is distinct from (old.from_office_id, old.from_duty_id, old.to_office_id, old.to_duty_id) then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_handover before insert or update on task_handovers for each row execute function guard_handover();
create trigger never_removed before delete on task_handovers for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on task_handovers for each statement execute function refuse_rewriting();

-- While an offer is open the office it is made to reads the task. Accepted, the task moves: requests that run go on, the new
-- lead's own part is its own work now, offices the new duty names are added, and who led goes on reading.
create function follow_handover() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_version uuid;
begin
  if tg_op = 'INSERT' then
    if new.state = 'offered' then
      insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
      select t.tenant_id, new.to_office_id, 'task', t.id, t.created_at, 'informed', true
      from tasks t where t.tenant_id = new.tenant_id and t.id = new.task_id
      on conflict (tenant_id, office_id, kind, subject_id) do nothing;
    end if;
    return null;
  end if;
  if new.state <> 'accepted' then
    delete from access a
    where a.tenant_id = new.tenant_id and a.office_id = new.to_office_id and a.kind = 'task' and a.subject_id = new.task_id
      and a.level = 'informed' and not exists (select 1 from task_informed i
        where i.tenant_id = a.tenant_id and i.task_id = a.subject_id and i.office_id = a.office_id);
    return null;
  end if;
  select version_id into v_version from coordination_duties where tenant_id = new.tenant_id and id = new.to_duty_id;
  update tasks set version_id = v_version, duty_id = new.to_duty_id, lead_office_id = new.to_office_id, revision = revision + 1,
    lead_post_id = (select p.id from posts p where p.tenant_id = new.tenant_id and p.office_id = new.to_office_id
      and p.role in ('department-head', 'chief') order by p.role desc, p.title limit 1)
  where tenant_id = new.tenant_id and id = new.task_id;
  update task_assists set state = 'taken-over', taken_over_at = new.answered_at
  where tenant_id = new.tenant_id and task_id = new.task_id and office_id = new.to_office_id and state = 'contributed';
  delete from task_assists
  where tenant_id = new.tenant_id and task_id = new.task_id and office_id = new.to_office_id and state <> 'taken-over';
  insert into task_assists (tenant_id, task_id, office_id, state, responsible_post_id)
  select o.tenant_id, new.task_id, o.office_id, 'named', o.responsible_post_id from duty_offices o
  where o.tenant_id = new.tenant_id and o.duty_id = new.to_duty_id and o.part = 'assist' and o.office_id <> new.to_office_id
  on conflict (tenant_id, task_id, office_id) do nothing;
  insert into task_informed (tenant_id, task_id, office_id)
  select o.tenant_id, new.task_id, o.office_id from duty_offices o
  where o.tenant_id = new.tenant_id and o.duty_id = new.to_duty_id and o.part = 'informed' and o.office_id <> new.to_office_id
  union select new.tenant_id, new.task_id, new.from_office_id
  on conflict (tenant_id, task_id, office_id) do nothing;
  delete from task_informed i
  where i.tenant_id = new.tenant_id and i.task_id = new.task_id and (i.office_id = new.to_office_id or exists (select 1
    from task_assists a where a.tenant_id = i.tenant_id and a.task_id = i.task_id and a.office_id = i.office_id));
  perform sync_task_access(new.tenant_id, new.task_id);
  return null;
end $$;
create trigger follow_handover after insert or update on task_handovers for each row execute function follow_handover();

-- A closed task is offered to nobody.
create function lapse_handover() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update task_handovers set state = 'lapsed', answered_at = now()
  where tenant_id = new.tenant_id and task_id = new.id and state = 'offered';
  return null;
end $$;
create trigger lapse_handover after update of state on tasks for each row
  when (new.state = 'closed' and old.state = 'open') execute function lapse_handover();

-- As before, but for one way the lead changes: to the office that accepted, under the duty it accepted, nothing else with it.
create or replace function guard_task_update() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_act constant text := case when new.state = 'closed' and old.state = 'open' then 'close' else 'describe' end;
  v_may_move constant text[] := array['version_id', 'duty_id', 'lead_office_id', 'lead_post_id', 'revision'];
begin
  if (new.version_id, new.duty_id, new.lead_office_id) is distinct from (old.version_id, old.duty_id, old.lead_office_id)
      and (to_jsonb(new) - v_may_move) is not distinct from (to_jsonb(old) - v_may_move) and old.state = 'open'
      and current_office() is not distinct from new.lead_office_id
      and resolve_lead(new.tenant_id, new.duty_id, new.body_id, new.host_post_id, new.subject_key) = new.lead_office_id
      and exists (select 1 from task_handovers h where h.tenant_id = old.tenant_id and h.task_id = old.id and h.state = 'accepted'
        and (h.from_office_id, h.from_duty_id, h.to_office_id, h.to_duty_id)
          = (old.lead_office_id, old.duty_id, new.lead_office_id, new.duty_id)) then
    perform assert_acting();
    return new;
  end if;
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

-- Whether the account of the transaction holds a post in the office it acts in, today.
create function acting_holds_post() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select 1 from people pe
    join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
    join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where pe.tenant_id = current_tenant() and pe.account_id = current_account() and p.office_id = current_office()
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today()))
$$;

-- The list as before, of one task where one is named, with what was said of each under the text in force.
drop function tasks_to_hand_over(uuid);
create function tasks_to_hand_over(p_agreement uuid, p_task uuid) returns table (
  task_id uuid, title text, due_on date, article integer, clause integer, short_text text, duty_id uuid, lead_office_id uuid,
  next_duty_id uuid, next_office_id uuid, readable boolean, handover_id uuid, state text, word text, reason text,
  made_at timestamptz, answered_at timestamptz
) language sql stable security definer set search_path = pg_catalog, public as $$
  with moved as (
    select t.id, t.title, t.due_on, t.duty_id, t.lead_office_id, a.ordinal, d.clause, d.short_text, d.id as next_duty_id,
      resolve_lead(t.tenant_id, d.id, t.body_id, t.host_post_id, t.subject_key) as next_office_id
    from agreement_versions v
    join tasks t on t.tenant_id = v.tenant_id and t.version_id = v.id and t.state = 'open' and t.id = coalesce(p_task, t.id)
    join coordination_duties was on was.tenant_id = t.tenant_id and was.id = t.duty_id
    join coordination_duties d on d.tenant_id = t.tenant_id and d.duty_key = was.duty_key
      and d.version_id = version_on(current_tenant(), p_agreement, portal_today())
    join coordination_areas s on s.tenant_id = d.tenant_id and s.version_id = d.version_id and s.area_key = d.area_key
    join agreement_articles a on a.tenant_id = s.tenant_id and a.version_id = s.version_id and a.article_key = s.article_key
    where v.tenant_id = current_tenant() and v.agreement_id = p_agreement and d.version_id <> v.id
  )
  select m.id, m.title, m.due_on, m.ordinal, m.clause, m.short_text, m.duty_id, m.lead_office_id, m.next_duty_id,
    m.next_office_id, can_read('task', m.id), h.id, h.state, h.word, h.reason, h.made_at, h.answered_at
  from moved m
  left join lateral (
    select h.* from task_handovers h
    where h.tenant_id = current_tenant() and h.task_id = m.id and h.to_duty_id = m.next_duty_id and h.state <> 'lapsed'
    order by h.made_at desc, h.id desc limit 1) h on true
  where (select acting_holds_post()) and current_office() in (m.lead_office_id, m.next_office_id) and m.next_office_id <> m.lead_office_id
  order by m.due_on nulls last, m.id
$$;

-- What waits for the acting office, by agreement: tasks it leads of which nothing is said yet or whose offer was declined, and
-- tasks offered to it.
create function handovers_waiting() returns table (agreement_id uuid, title text, giving integer, taking integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with said as (
    select v.agreement_id, 1 as giving, 0 as taking
    from tasks t
    join agreement_versions v on v.tenant_id = t.tenant_id and v.id = t.version_id and v.effective_until <= portal_today()
    cross join lateral moved_lead(t.tenant_id, t.id) m
    where t.tenant_id = current_tenant() and t.lead_office_id = current_office() and t.state = 'open'
      and coalesce((select h.state from task_handovers h
        where h.tenant_id = t.tenant_id and h.task_id = t.id and h.to_duty_id = m.duty_id and h.state <> 'lapsed'
        order by h.made_at desc, h.id desc limit 1), 'declined') = 'declined'
    union all
    select v.agreement_id, 0, 1
    from task_handovers h
    join tasks t on t.tenant_id = h.tenant_id and t.id = h.task_id
    join agreement_versions v on v.tenant_id = t.tenant_id and v.id = t.version_id
    join lateral moved_lead(t.tenant_id, t.id) m on m.duty_id = h.to_duty_id
    where h.tenant_id = current_tenant() and h.to_office_id = current_office() and h.state = 'offered'
  )
  select s.agreement_id, a.title, sum(s.giving)::integer, sum(s.taking)::integer
  from said s join agreements a on a.tenant_id = current_tenant() and a.id = s.agreement_id
  where (select acting_holds_post())
  group by 1, 2 order by 2, 1
$$;

do $$
declare f text;
begin
  foreach f in array array['moved_lead(uuid, uuid)', 'guard_handover()', 'follow_handover()', 'lapse_handover()',
      'acting_holds_post()', 'tasks_to_hand_over(uuid, uuid)', 'handovers_waiting()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function tasks_to_hand_over(uuid, uuid), handovers_waiting() to portal_app;
