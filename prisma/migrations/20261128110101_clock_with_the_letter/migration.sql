-- A letter sent on line has the clock of its first answer (Luật Tiếp công dân, art. 28(1)) from the moment it is sent: reckoned by the
-- page that takes it, by the law it is given here, and written with the letter. The job that compares it reckons it once more.

-- As before, but with the days off of the whole year it begins in: a year of which some day is known is a year that is known.
create or replace function first_answer_law(p_tenant uuid, p_from date) returns jsonb language sql stable security definer
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
      from legal_days d where d.tenant_id = p_tenant and d.day >= date_trunc('year', p_from)::date));
$$;

-- The law of a letter that is sent now: of the province, of no letter.
create function citizen_first_law(p_slug text) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_tenant constant uuid := citizen_enter(p_slug);
begin
  if v_tenant is null then return null; end if;
  return jsonb_build_object('today', portal_today(),
    'revision', coalesce((select s.revision from clock_settings s where s.tenant_id = v_tenant), 1),
    'law', first_answer_law(v_tenant, portal_today()));
end $$;
alter function citizen_first_law(text) owner to portal_definer;
revoke execute on function citizen_first_law(text) from public;
grant execute on function citizen_first_law(text) to portal_public;

grant insert on petition_clocks to portal_definer;

-- As before, but for whoever sends on line: of the letter that came in the same transaction, the one clock it begins with.
create or replace function guard_clock() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'keep', 'kind', 'petition-clock', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  if session_user = 'portal_public' then
    if tg_op <> 'INSERT' or new.step <> 'reception-outcome' or new.status <> 'running' or not exists (
      select 1 from petitions p where p.tenant_id = new.tenant_id and p.id = new.petition_id and p.origin = 'online'
        and p.created_at = now() and p.lead_office_id = new.office_id and p.received_on = new.started_on) then
      perform refuse('part', v_detail);
    end if;
    return new;
  end if;
  perform assert_acting();
  if tg_op = 'INSERT' then
    if not is_system() and new.office_id is distinct from current_office() and not can_read('petition', new.petition_id) then
      perform refuse('part', v_detail);
    end if;
    return new;
  end if;
  if old.status not in ('running', 'stopped') then perform refuse_state('state', v_detail); end if;
  return new;
end $$;

-- As before, with that clock. One that does not fit the day or the law as it stands by now is left to the job: no letter fails for it.
create or replace function citizen_submit(p_slug text, p jsonb) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v_petition constant uuid := (p ->> 'petitionId')::uuid;
  v_draft citizen_drafts;
  v_code text;
  v_body uuid;
  v_office uuid;
  v_recent integer;
  v_wait integer;
  v_files integer;
begin
  if v_tenant is null then return null; end if;
  select * into v_draft from citizen_drafts d where d.tenant_id = v_tenant and d.id = (p ->> 'draftId')::uuid for update;
  if v_draft.id is null then
    select pe.code into v_code from petition_secrets s join petitions pe on pe.tenant_id = s.tenant_id and pe.id = s.petition_id
    where s.tenant_id = v_tenant and s.ticket_hash = p ->> 'ticketHash' and s.issued_at > now() - interval '15 minutes';
    return case when v_code is null then jsonb_build_object('gone', true) else jsonb_build_object('code', v_code, 'again', true) end;
  end if;
  -- Where very many come, everybody's draft has to be a little older; nobody is shut out.
  select t.failures into v_recent from citizen_tries t
  where t.tenant_id = v_tenant and t.bucket = -1 and t.window_start > now() - interval '1 hour';
  v_wait := citizen_wait(coalesce(v_recent, 0), 300) - extract(epoch from now() - v_draft.created_at)::integer;
  if v_wait > 0 then return jsonb_build_object('wait', v_wait); end if;
  insert into citizen_tries as t (tenant_id, bucket, failures, window_start) values (v_tenant, -1, 1, now())
  on conflict (tenant_id, bucket) do update set
    failures = case when t.window_start > now() - interval '1 hour' then t.failures + 1 else 1 end,
    window_start = case when t.window_start > now() - interval '1 hour' then t.window_start else now() end;
  select ob.body_id, ob.office_id into v_body, v_office from office_bodies ob
  where ob.tenant_id = v_tenant and ob.body_id = (p ->> 'bodyId')::uuid;
  if v_body is null then return jsonb_build_object('gone', true); end if;
  insert into petitions (tenant_id, id, code, kind, receiving_body_id, receiving_office_id, filing_office_id, lead_office_id, origin,
    channel, received_on, denounces, identity, subject, sealed_content, state, created_at, changed_at)
  values (v_tenant, v_petition, p ->> 'code', 'letter', v_body, v_office, v_office, v_office, 'online', 'online', portal_today(), 'unsure',
    'sealed', p ->> 'subject', decode(p ->> 'content', 'base64'), 'received', now(), now());
  insert into petition_keys (tenant_id, petition_id, tenant_key_id, wrapped, created_at)
  values (v_tenant, v_petition, (p ->> 'tenantKeyId')::uuid, decode(p ->> 'key', 'base64'), now());
  insert into petition_people (tenant_id, id, petition_id, identity, ordinal, part, relation, sealed)
  select v_tenant, w.id, v_petition, 'sealed', w.ordinal, w.part, w.relation, decode(w.sealed, 'base64')
  from jsonb_to_recordset(p -> 'people') w (id uuid, ordinal integer, part text, relation text, sealed text);
  insert into petition_secrets (tenant_id, petition_id, secret_hash, ticket_hash, issued_at)
  values (v_tenant, v_petition, p ->> 'secretHash', p ->> 'ticketHash', now());
  insert into petition_clocks (tenant_id, id, petition_id, office_id, step, start_event, started_on, facts, status, due_on, rule_key,
    rule_version, why, revision, created_at)
  select v_tenant, c."id", v_petition, v_office, 'reception-outcome', 'received', portal_today(), c."facts", 'running', c."dueOn",
    c."ruleKey", c."ruleVersion", c."why", c."revision", now()
  from jsonb_to_record(p -> 'clock') c ("id" uuid, "startedOn" date, "facts" jsonb, "dueOn" date, "ruleKey" text, "ruleVersion" integer,
    "why" jsonb, "revision" integer)
  where c."startedOn" = portal_today() and c."dueOn" >= portal_today() and jsonb_typeof(c."why") = 'array' and jsonb_typeof(c."facts") = 'object'
    and c."revision" = coalesce((select s.revision from clock_settings s where s.tenant_id = v_tenant), 1)
    and exists (select 1 from clock_rules r where r.tenant_id = v_tenant and r.key = c."ruleKey" and r.version = c."ruleVersion" and r.current
      and r.step = 'reception-outcome');
  v_files := citizen_files(v_petition, p -> 'files');
  delete from citizen_drafts d where d.tenant_id = v_tenant and d.id = v_draft.id;
  perform citizen_event('petitions.sentOnline', v_petition, jsonb_build_object('bodyId', v_body, 'leadOfficeId', v_office, 'files', v_files));
  return jsonb_build_object('code', p ->> 'code');
end $$;
