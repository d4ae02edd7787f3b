-- Who may touch which table, and which rows of it. Roles themselves are made by `npm run db:migrate -- roles`.

-- ---------- the question every policy asks ----------

-- nullif: after a first transaction-local set_config a connection reports '' instead of null.
create function current_tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;
create function current_office() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.office_id', true), '')::uuid $$;
create function current_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;

-- The day in Viet Nam, whatever zone the server or the session has.
create function portal_today() returns date language sql stable parallel safe
  as $$ select (now() at time zone 'Asia/Ho_Chi_Minh')::date $$;

-- May the acting office read this item? One look-up by the key of access. plpgsql on purpose: a plain EXISTS in a
-- policy is turned into a hash of everything visible, whose cost grows with the data.
create function can_read(p_kind text, p_subject uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (
    select 1 from public.access
    where tenant_id = current_tenant() and office_id = current_office() and kind = p_kind and subject_id = p_subject
      and (until is null or until >= portal_today()));
end $$;

-- ---------- rights ----------

revoke all on schema public from public;
revoke execute on all functions in schema public from public;
grant usage on schema public to portal_app, portal_worker, portal_auth, portal_public, portal_operator, portal_definer;
grant execute on function current_tenant(), current_office(), current_account(), portal_today(), can_read(text, uuid)
  to portal_app, portal_worker, portal_definer;
alter default privileges in schema public revoke execute on functions from public;

grant select, insert, update, delete on accounts, account_tenants, sessions, sign_in_throttle to portal_auth;
grant select, insert on sign_in_events to portal_auth;
grant select on tenants to portal_app, portal_worker, portal_auth, portal_operator;
grant insert, update on tenants to portal_operator;

grant select, insert, update on worker_heartbeats to portal_worker;
grant select on worker_heartbeats to portal_app;

grant select on access, audit_heads, audit_events, bodies, offices, office_bodies, posts, people, post_holdings,
  agreements, agreement_parties, agreement_versions, agreement_articles, coordination_areas, coordination_duties,
  duty_lead_rows, duty_offices, consents, register_entries, signing_rounds, issued_documents, signatures,
  signing_declines, document_checks, certificates, tasks, task_assists, task_informed
  to portal_app, portal_worker;
grant select, insert on refusals to portal_app;
grant select on refusals to portal_worker;
-- The authority's wrapped key is no business of the web's: enrolment is an operator's act.
grant select (tenant_id, id, certificate_der, created_at) on certificate_authorities to portal_app, portal_worker;
grant select on signing_keys to portal_app;
grant update (failures, locked_at) on signing_keys to portal_app;

grant insert on agreements, agreement_parties, agreement_versions, consents, register_entries, signing_rounds,
  issued_documents, signatures, signing_declines, tasks to portal_app;
grant insert, update, delete on agreement_articles, coordination_areas, coordination_duties, duty_lead_rows, duty_offices
  to portal_app;
grant update on agreement_versions, register_entries, signing_rounds, tasks, task_assists to portal_app;
grant update on agreement_versions, register_entries, signing_rounds to portal_worker;
grant insert on document_checks to portal_worker;

-- What the definer's functions must reach across offices.
grant select on offices, office_bodies, posts, people, post_holdings, agreements, agreement_parties, agreement_versions,
  agreement_articles, coordination_areas, coordination_duties, duty_lead_rows, duty_offices, consents, signing_rounds,
  issued_documents, signatures, signing_declines, certificates, tasks, task_assists, task_informed, access, audit_events,
  audit_heads to portal_definer;
grant insert, update, delete on access to portal_definer;
grant insert on audit_events, task_assists, task_informed to portal_definer;
grant insert, update on audit_heads to portal_definer;
grant delete on consents to portal_definer;
-- Row locks need the right to update.
grant update on agreement_versions, signing_rounds, tasks to portal_definer;

-- ---------- row security on every table of a tenant ----------

do $$
declare
  tenant_tables constant text[] := array[
    'access', 'audit_heads', 'audit_events', 'refusals', 'bodies', 'offices', 'office_bodies', 'posts', 'people',
    'post_holdings', 'agreements', 'agreement_parties', 'agreement_versions', 'agreement_articles', 'coordination_areas',
    'coordination_duties', 'duty_lead_rows', 'duty_offices', 'consents', 'register_entries', 'signing_rounds',
    'issued_documents', 'signatures', 'signing_declines', 'document_checks', 'certificate_authorities', 'certificates',
    'signing_keys', 'tasks', 'task_assists', 'task_informed'];
  t text;
begin
  foreach t in array tenant_tables loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- The worker acts as the system: by tenant alone. The definer's functions take the tenant from the setting.
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
end $$;

alter table tenants enable row level security;
alter table tenants force row level security;
create policy own_tenant on tenants for select to portal_app using (id = (select current_tenant()));
create policy all_tenants on tenants to portal_worker, portal_auth, portal_operator using (true) with check (true);

-- Reference data: read in the whole tenant.
do $$
declare t text;
begin
  foreach t in array array['bodies', 'offices', 'office_bodies', 'posts', 'people', 'post_holdings', 'certificates',
      'certificate_authorities', 'audit_heads'] loop
    execute format('create policy read_in_tenant on %I for select to portal_app using (tenant_id = (select current_tenant()))', t);
  end loop;
end $$;

create policy own_office_access on access for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));

create policy read_by_access on audit_events for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read(subject_kind, subject_id));

create policy own_office_refusals on refusals for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));
create policy record_own_refusal on refusals for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and account_id = (select current_account()));

create policy own_keys on signing_keys to portal_app
  using (tenant_id = (select current_tenant()) and exists (
    select 1 from people p where p.tenant_id = signing_keys.tenant_id and p.id = signing_keys.person_id
      and p.account_id = (select current_account())));

-- Agreements: what hangs on the agreement itself.
create policy read_by_access on agreements for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement', id));
create policy write_in_tenant on agreements for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy read_by_access on agreement_parties for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement', agreement_id));
create policy write_in_tenant on agreement_parties for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy read_by_access on agreement_versions for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', id));
create policy write_in_tenant on agreement_versions for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_by_access on agreement_versions for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', id))
  with check (tenant_id = (select current_tenant()));

-- What hangs on a version of it. Row policies say who sees; triggers say who writes, with the reason.
do $$
declare t text;
begin
  foreach t in array array['agreement_articles', 'coordination_areas', 'coordination_duties', 'duty_lead_rows', 'duty_offices',
      'consents', 'signing_rounds', 'issued_documents', 'signatures', 'signing_declines', 'document_checks'] loop
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''agreement-version'', version_id))', t);
    execute format('create policy write_by_access on %I for insert to portal_app
      with check (tenant_id = (select current_tenant()) and can_read(''agreement-version'', version_id))', t);
  end loop;
  foreach t in array array['agreement_articles', 'coordination_areas', 'coordination_duties', 'duty_lead_rows', 'duty_offices',
      'signing_rounds'] loop
    execute format('create policy change_by_access on %I for update to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''agreement-version'', version_id))
      with check (tenant_id = (select current_tenant()) and can_read(''agreement-version'', version_id))', t);
  end loop;
  foreach t in array array['agreement_articles', 'coordination_areas', 'coordination_duties', 'duty_lead_rows', 'duty_offices'] loop
    execute format('create policy remove_by_access on %I for delete to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''agreement-version'', version_id))', t);
  end loop;
end $$;

-- A register is its office's own book; the parties of a round read that round's entry, since a void number is written by
-- the party whose refusal ended it. Its reason is no business of an office that may not read the round.
create function can_read_round(p_round uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from public.signing_rounds where tenant_id = current_tenant() and id = p_round);
end $$;
grant execute on function can_read_round(uuid) to portal_app;
create policy read_by_office_or_round on register_entries for select to portal_app
  using (tenant_id = (select current_tenant()) and (office_id = (select current_office()) or can_read_round(round_id)));
create policy write_in_tenant on register_entries for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_by_office_or_round on register_entries for update to portal_app
  using (tenant_id = (select current_tenant()) and (office_id = (select current_office()) or can_read_round(round_id)))
  with check (tenant_id = (select current_tenant()));

create policy read_by_access on tasks for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('task', id));
create policy write_in_tenant on tasks for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_by_access on tasks for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('task', id)) with check (tenant_id = (select current_tenant()));
create policy read_by_access on task_assists for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('task', task_id));
create policy change_by_access on task_assists for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('task', task_id)) with check (tenant_id = (select current_tenant()));
create policy read_by_access on task_informed for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('task', task_id));

-- ---------- words that columns may hold ----------

alter table tenants add constraint tenants_kind_known check (kind in ('province', 'commune')),
  add constraint tenants_slug_usable check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
    and slug not in ('api', 'operator', 'sign-in', 'verify', 'citizen', 'stories', 'en', 'vi'));
alter table access add constraint access_level_known
  check (level in ('lead', 'assist', 'creator', 'informed', 'party', 'reader', 'grant'));
alter table posts add constraint posts_role_known check (role in ('chief', 'deputy-chief', 'department-head', 'specialist',
    'records-clerk', 'reception-officer', 'secretary', 'inspector', 'tenant-administrator', 'leader')),
  add constraint posts_in_office_or_body check ((office_id is null) <> (body_id is null)),
  add constraint posts_leader_in_body check ((role = 'leader') = (body_id is not null));
alter table post_holdings add constraint post_holdings_in_order check (until_date is null or until_date >= from_date);
alter table agreement_versions add constraint agreement_versions_state_known
    check (state in ('draft', 'negotiating', 'awaiting-signatures', 'signed', 'declined', 'withdrawn')),
  add constraint agreement_versions_signed_says_when
    check ((state = 'signed') = (signed_at is not null) and (state = 'signed') = (effective_from is not null)),
  add constraint agreement_versions_term_in_order check (effective_until is null or effective_until >= effective_from),
  add constraint agreement_versions_plan_in_order check (planned_until is null or planned_from is null or planned_until > planned_from),
  add constraint agreement_versions_one_in_force exclude using gist
    (tenant_id with =, agreement_id with =, daterange(effective_from, effective_until, '[)') with &&) where (state = 'signed');
create unique index agreement_versions_one_open on agreement_versions (tenant_id, agreement_id)
  where state in ('draft', 'negotiating', 'awaiting-signatures');
alter table coordination_duties add constraint coordination_duties_rule_known
    check (lead_rule in ('fixed', 'office-serving', 'host-of', 'by-table')),
  add constraint coordination_duties_fixed_names_lead check ((lead_rule = 'fixed') = (lead_office_id is not null)),
  add constraint coordination_duties_silence_known check (silence in ('agree', 'remind', 'block')),
  add constraint coordination_duties_days check (opinion_days > 0 and notice_days >= 0 and paper_days >= 0);
alter table duty_offices add constraint duty_offices_part_known check (part in ('assist', 'informed'));
alter table register_entries add constraint register_entries_state_known
  check (state in ('used', 'void') and (state = 'void') = (reason is not null));
alter table signing_rounds add constraint signing_rounds_state_known
    check (state in ('open', 'completed', 'declined', 'withdrawn', 'lapsed') and (state = 'open') = (ended_at is null)),
  add constraint signing_rounds_number_positive check (number > 0);
create unique index signing_rounds_one_open on signing_rounds (tenant_id, version_id) where state = 'open';
alter table issued_documents add constraint issued_documents_seq check (seq >= 0),
  add constraint issued_documents_hash check (sha256 = encode(sha256(bytes), 'hex'));
alter table signatures add constraint signatures_method_known check (method in ('portal-key', 'own-certificate', 'signed-elsewhere'));
alter table signing_declines add constraint signing_declines_reason check (length(trim(reason)) > 0);
alter table tasks add constraint tasks_state_known check (state in ('open', 'closed')),
  add constraint tasks_closed_says_how check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (result is not null)),
  add constraint tasks_title check (length(trim(title)) > 0);
alter table task_assists add constraint task_assists_state_known
    check (state in ('named', 'asked', 'accepted', 'declined', 'contributed', 'taken-over')),
  add constraint task_assists_asked_says_what check (state = 'named' or (asked_at is not null and request is not null and due_on is not null)),
  add constraint task_assists_declined_says_why check (state <> 'declined' or length(trim(decline_reason)) > 0),
  add constraint task_assists_contributed_has_text
    check (state not in ('contributed', 'taken-over') or (length(trim(contribution)) > 0 and contributed_at is not null)),
  add constraint task_assists_taken_over_says_when check ((state = 'taken-over') = (taken_over_at is not null));
