-- The law of the first answer comes with the letter it is asked for: a page of citizens asks twice at most.
drop function citizen_first_law(text);

-- Its rule, and the days off from the day the letter came: of the province, of no letter.
create function first_answer_law(p_tenant uuid, p_from date) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public as $$
  select jsonb_build_object(
    'movesOffDay', coalesce((select s.moves_off_day from clock_settings s where s.tenant_id = p_tenant), true),
    'rules', (select coalesce(jsonb_agg(jsonb_build_object('key', r.key, 'version', r.version, 'step', r.step, 'when', '{}'::jsonb,
        'start', r.start_event, 'direction', r.direction, 'limit', r.days, 'unit', r.unit, 'movesOffDay', r.moves_off_day,
        'extension', null, 'stopsFrom', null, 'basis', r.basis, 'validFrom', r.valid_from, 'validUntil', r.valid_until,
        'mark', r.mark) order by r.ordinal, r.key), '[]')
      from clock_rules r where r.tenant_id = p_tenant and r.current and r.step = 'reception-outcome'),
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name, 'source', d.source,
        'decidedOn', d.decided_on, 'active', d.active, 'mark', d.mark) order by d.day), '[]')
      from legal_days d where d.tenant_id = p_tenant and d.day >= p_from));
$$;
alter function first_answer_law(uuid, date) owner to portal_definer;
revoke execute on function first_answer_law(uuid, date) from public;

-- As before, with that.
create or replace function citizen_letter(p_slug text, p_hash text) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v petitions;
  v_forward petition_forwards;
begin
  if v_tenant is null then return null; end if;
  v := citizen_letter_of(p_hash);
  if v.id is null then return null; end if;
  if v.identity = 'sealed' then
    return jsonb_build_object('code', v.code, 'state', v.state, 'open', v.closed_at is null,
      'askedOn', (select max(a.created_at) from petition_additions a
        where a.tenant_id = v_tenant and a.petition_id = v.id and a.kind = 'withdrawal'),
      -- Nobody judged it yet, so nothing is told of what it is: whom it went to, and when the law has that office answer first.
      'first', case when v.class is null and v.denounces = 'unsure' and v.state = 'received' then jsonb_build_object(
        'receivedOn', v.received_on,
        'body', (select b.name from bodies b where b.tenant_id = v_tenant and b.id = v.receiving_body_id),
        'office', (select o.name from offices o where o.tenant_id = v_tenant and o.id = v.lead_office_id),
        'reckoned', exists (select 1 from petition_clocks c where c.tenant_id = v_tenant and c.petition_id = v.id
          and c.step = 'reception-outcome'),
        'dueOn', (select min(c.due_on) from petition_clocks c where c.tenant_id = v_tenant and c.petition_id = v.id
          and c.status = 'running' and c.step = 'reception-outcome'),
        'law', first_answer_law(v_tenant, v.received_on)) end);
  end if;
  select * into v_forward from petition_forwards f where f.tenant_id = v_tenant and f.petition_id = v.id and f.state <> 'taken-back';
  return jsonb_build_object('code', v.code, 'state', v.state, 'open', v.closed_at is null,
    'askedOn', (select max(a.created_at) from petition_additions a
      where a.tenant_id = v_tenant and a.petition_id = v.id and a.kind = 'withdrawal'),
    'detail', jsonb_build_object(
      'receivedOn', v.received_on, 'channel', v.channel,
      'body', (select b.name from bodies b where b.tenant_id = v_tenant and b.id = v.receiving_body_id),
      'office', (select o.name from offices o where o.tenant_id = v_tenant and o.id = v.lead_office_id),
      'outcomeOn', v.outcome_on, 'outcomeBody', v.outcome_body, 'document', v.outcome_document,
      'acceptedOn', (select min(m.on_day) from petition_milestones m
        where m.tenant_id = v_tenant and m.petition_id = v.id and m.kind = 'accepted'),
      'forward', case when v_forward.id is null then null else jsonb_build_object('on', v_forward.sent_on,
        'office', (select o.name from offices o where o.tenant_id = v_tenant and o.id = v_forward.to_office_id),
        'document', v_forward.document_number) end,
      'dueOn', (select min(c.due_on) from petition_clocks c where c.tenant_id = v_tenant and c.petition_id = v.id
        and c.status = 'running' and c.step in ('complaint-accept', 'complaint-settle', 'discipline-accept', 'discipline-settle',
          'proposal-settle', 'voters-petition-answer', 'reception-outcome'))));
end $$;
