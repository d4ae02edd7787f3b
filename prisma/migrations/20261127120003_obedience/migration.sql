-- How an agreement is followed, by duty and office: every figure is a number of facts that can be listed again. The parties read
-- the figures of their agreement; a task is named only to who may read it.

grant select on refusals to portal_definer;

-- One row a fact about a task created in the span under a duty of the agreement, and whose fact it is.
create function obedience_facts(p_agreement uuid, p_from date, p_until date)
  returns table (duty_key text, office_id uuid, figure text, task_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with mine as materialized (
    select t.id, d.duty_key, t.lead_office_id, t.state, t.due_on, (t.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as closed_on
    from agreement_versions v
    join tasks t on t.tenant_id = v.tenant_id and t.version_id = v.id
      and t.created_at >= p_from::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and t.created_at < (p_until + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    join coordination_duties d on d.tenant_id = t.tenant_id and d.id = t.duty_id
    where v.tenant_id = current_tenant() and v.agreement_id = p_agreement
  )
  select duty_key, lead_office_id, 'items', id from mine
  union all
  select duty_key, lead_office_id, 'onTime', id from mine where state = 'closed' and (due_on is null or closed_on <= due_on)
  union all
  select duty_key, lead_office_id, 'late', id from mine where coalesce(closed_on, portal_today()) > due_on
  union all
  select m.duty_key, a.office_id, 'parts', m.id from mine m
  join task_assists a on a.tenant_id = current_tenant() and a.task_id = m.id and a.asked_at is not null
  union all
  select m.duty_key, a.office_id, 'partsLate', m.id from mine m
  join task_assists a on a.tenant_id = current_tenant() and a.task_id = m.id and a.asked_at is not null and a.state <> 'declined'
    and coalesce((a.contributed_at at time zone 'Asia/Ho_Chi_Minh')::date, m.closed_on, portal_today()) > a.due_on
  union all
  select m.duty_key, r.office_id, 'refused', m.id
  from agreement_parties p
  join refusals r on r.tenant_id = p.tenant_id and r.office_id = p.office_id and r.subject_kind = 'task'
    and r.at >= p_from::timestamp at time zone 'Asia/Ho_Chi_Minh'
  join mine m on m.id = r.subject_id
  where p.tenant_id = current_tenant() and p.agreement_id = p_agreement
  union all
  select m.duty_key, e.office_id, case e.name when 'tasks.described' then 'dayChanges' else 'leadChanges' end, m.id
  from mine m
  join audit_events e on e.tenant_id = current_tenant() and e.subject_kind = 'task' and e.subject_id = m.id
    and (e.name = 'tasks.handedOver' or e.name = 'tasks.described' and e.payload ->> 'dueChanged' = 'true')
$$;

-- The figures, for a party of the agreement: words and place of a duty are those of the newest signed text that has it.
create function obedience_of(p_agreement uuid, p_from date, p_until date) returns table (duty_key text, article integer,
    clause integer, short_text text, office_id uuid, figure text, count integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with known as (
    select distinct on (d.duty_key) d.duty_key, a.ordinal, d.clause, d.short_text
    from agreement_versions v
    join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id
    join coordination_areas s on s.tenant_id = d.tenant_id and s.version_id = d.version_id and s.area_key = d.area_key
    join agreement_articles a on a.tenant_id = s.tenant_id and a.version_id = s.version_id and a.article_key = s.article_key
    where v.tenant_id = current_tenant() and v.agreement_id = p_agreement and v.state = 'signed'
    order by d.duty_key, v.number desc
  )
  select k.duty_key, k.ordinal, k.clause, k.short_text, f.office_id, f.figure, count(*)::integer
  from obedience_facts(p_agreement, p_from, p_until) f join known k on k.duty_key = f.duty_key
  where (select is_own_agreement(p_agreement) and acting_holds_post())
  group by 1, 2, 3, 4, 5, 6
$$;

-- The facts behind one figure, one row each; of what the acting office may not read there is a row and no word.
create function obedience_records(p_agreement uuid, p_from date, p_until date, p_duty text, p_office uuid, p_figure text)
  returns table (task_id uuid, title text, due_on date, closed_on date)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case when r.readable then t.id end, case when r.readable then t.title end, case when r.readable then t.due_on end,
    case when r.readable then (t.closed_at at time zone 'Asia/Ho_Chi_Minh')::date end
  from obedience_facts(p_agreement, p_from, p_until) f
  join tasks t on t.tenant_id = current_tenant() and t.id = f.task_id
  cross join lateral (select can_read('task', t.id) as readable) r
  where (select is_own_agreement(p_agreement) and acting_holds_post())
    and f.duty_key = p_duty and f.office_id = p_office and f.figure = p_figure
  order by r.readable desc, t.created_at desc, t.id
  limit 500
$$;

do $$
declare f text;
begin
  foreach f in array array['obedience_facts(uuid, date, date)', 'obedience_of(uuid, date, date)',
      'obedience_records(uuid, date, date, text, uuid, text)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function obedience_of(uuid, date, date), obedience_records(uuid, date, date, text, uuid, text) to portal_app;
