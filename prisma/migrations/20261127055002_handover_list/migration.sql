-- Which open tasks another office would lead by the text in force: both chiefs are shown the list, nothing moves by itself.
-- A title and a day are shown to the office that would lead even where it has no part in the task yet.

grant execute on function version_on(uuid, uuid, date) to portal_definer;

create function tasks_to_hand_over(p_agreement uuid) returns table (
  task_id uuid, title text, due_on date, article integer, clause integer, short_text text, lead_office_id uuid,
  next_office_id uuid, readable boolean
) language sql stable security definer set search_path = pg_catalog, public as $$
  with acting as (
    select current_office() as office_id where exists (
      select 1 from people pe
      join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
      join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
      where pe.tenant_id = current_tenant() and pe.account_id = current_account() and p.office_id = current_office()
        and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today()))
  ),
  moved as (
    select t.id, t.title, t.due_on, t.lead_office_id, a.ordinal, d.clause, d.short_text,
      resolve_lead(t.tenant_id, d.id, t.body_id, t.host_post_id, t.subject_key) as next_office_id
    from agreement_versions v
    join tasks t on t.tenant_id = v.tenant_id and t.version_id = v.id and t.state = 'open'
    join coordination_duties was on was.tenant_id = t.tenant_id and was.id = t.duty_id
    join coordination_duties d on d.tenant_id = t.tenant_id and d.duty_key = was.duty_key
      and d.version_id = version_on(current_tenant(), p_agreement, portal_today())
    join coordination_areas s on s.tenant_id = d.tenant_id and s.version_id = d.version_id and s.area_key = d.area_key
    join agreement_articles a on a.tenant_id = s.tenant_id and a.version_id = s.version_id and a.article_key = s.article_key
    where v.tenant_id = current_tenant() and v.agreement_id = p_agreement and d.version_id <> v.id
  )
  select m.id, m.title, m.due_on, m.ordinal, m.clause, m.short_text, m.lead_office_id, m.next_office_id, can_read('task', m.id)
  from moved m join acting on acting.office_id in (m.lead_office_id, m.next_office_id)
  where m.next_office_id <> m.lead_office_id
  order by m.due_on nulls last, m.id
$$;

alter function tasks_to_hand_over(uuid) owner to portal_definer;
revoke execute on function tasks_to_hand_over(uuid) from public;
grant execute on function tasks_to_hand_over(uuid) to portal_app;
