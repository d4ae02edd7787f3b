-- Citizens without an account: they send a letter on line, look it up by code and secret, add to it, move, and withdraw it. All of
-- it by functions that portal_public may call; it reads no table.

create table petition_secrets (
  tenant_id uuid not null,
  petition_id uuid not null,
  secret_hash text not null,
  ticket_hash text,
  issues integer not null default 1,
  account_id uuid,
  issued_at timestamptz(6) not null,
  primary key (tenant_id, petition_id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  constraint petition_secrets_hashed check (secret_hash ~ '^[0-9a-f]{64}$' and (ticket_hash is null or ticket_hash ~ '^[0-9a-f]{64}$')),
  constraint petition_secrets_issues check (issues > 0)
);
-- Code and secret are one hash: a wrong code and a wrong secret are the same miss in the same index.
create unique index petition_secrets_tenant_id_secret_hash_key on petition_secrets (tenant_id, secret_hash);
create unique index petition_secrets_tenant_id_ticket_hash_key on petition_secrets (tenant_id, ticket_hash);

-- What a citizen sent after the letter: sealed under the letter's key, whatever the letter is.
create table petition_additions (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  kind text not null,
  sealed bytea,
  files integer not null default 0,
  created_at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  constraint petition_additions_kind_known check (kind in ('page', 'contact', 'withdrawal')),
  constraint petition_additions_page_says check (kind <> 'page' or sealed is not null or files > 0),
  constraint petition_additions_size check (octet_length(sealed) <= 100000 and files between 0 and 5)
);
create index petition_additions_tenant_id_petition_id_id_idx on petition_additions (tenant_id, petition_id, id);

-- What is typed waits here between two pages, sealed under a key that only a cookie of that browser holds.
create table citizen_drafts (
  tenant_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  created_at timestamptz(6) not null,
  changed_at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenants (id) on update cascade on delete restrict,
  constraint citizen_drafts_size check (octet_length(sealed) <= 200000)
);
create index citizen_drafts_tenant_id_changed_at_idx on citizen_drafts (tenant_id, changed_at);

-- Failures by a small number made of the code (so that there are never more rows than numbers), and tickets that were used.
create table citizen_tries (
  tenant_id uuid not null,
  bucket integer not null,
  failures integer not null,
  window_start timestamptz(6) not null,
  primary key (tenant_id, bucket),
  foreign key (tenant_id) references tenants (id) on update cascade on delete restrict,
  constraint citizen_tries_bucket check (bucket between -1 and 65535 and failures >= 0)
);
create table citizen_tickets (
  tenant_id uuid not null,
  ticket text not null,
  used_at timestamptz(6) not null,
  primary key (tenant_id, ticket),
  foreign key (tenant_id) references tenants (id) on update cascade on delete restrict,
  constraint citizen_tickets_hashed check (ticket ~ '^[0-9a-f]{64}$')
);
create index citizen_tickets_tenant_id_used_at_idx on citizen_tickets (tenant_id, used_at);

-- Who stands behind whom, where somebody wrote for another.
alter table petition_people add column relation text,
  add constraint petition_people_relation_known check (relation is null
    or relation in ('child', 'spouse', 'parent', 'relative', 'neighbour', 'lawyer', 'other') and part = 'representative');

alter table files drop constraint files_subject_kind_known;
alter table files add constraint files_subject_kind_known check (subject_kind in ('task', 'petition'));

-- ---------- rights and row security ----------

-- The hash is nobody's to read: an office gives a new secret, the function below asks for it.
grant select (tenant_id, petition_id, issues, account_id, issued_at), insert (tenant_id, petition_id, secret_hash, issues, account_id, issued_at),
  update (secret_hash, issues, account_id, issued_at) on petition_secrets to portal_app;
grant select on petition_additions to portal_app;
grant select on petition_secrets, petition_additions to portal_worker;
grant select, insert on petition_secrets, petition_additions to portal_definer;
grant select, insert, update, delete on citizen_drafts, citizen_tries, citizen_tickets to portal_definer;
grant insert on petitions, petition_people, petition_keys, tenant_keys to portal_definer;
grant update (state, outcome, outcome_on, closed_at, changed_at, revision) on petitions to portal_definer;
grant update (address, phone, phone_hash, sealed) on petition_people to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['petition_secrets', 'petition_additions', 'citizen_drafts', 'citizen_tries', 'citizen_tickets'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['petition_secrets', 'petition_additions'] loop
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''petition'', petition_id))', t);
  end loop;
end $$;
create policy write_in_tenant on petition_secrets for insert to portal_app
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()) and ticket_hash is null);
create policy change_by_access on petition_secrets for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id))
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()));

create trigger guard_write before insert or update on petition_secrets for each row execute function guard_petition_part();

-- A file of a letter without an office was sent by a citizen, by the functions below and in no other way.
create function guard_citizen_file() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if not is_system() and session_user <> 'portal_public' then
    perform refuse('part', jsonb_build_object('act', 'attach', 'kind', 'petition', 'id', new.subject_id));
  end if;
  return new;
end $$;
create trigger guard_citizen_file before insert on files for each row when (new.subject_kind = 'petition' and new.office_id is null)
  execute function guard_citizen_file();

-- Like an office's, an act of a citizen is an event; nobody is named in it.
create or replace function append_events(p_events jsonb) returns text language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := current_tenant();
  v_seq bigint;
  v_hash text;
  v_item jsonb;
  v_event audit_events;
begin
  if v_tenant is null then raise exception 'no tenant' using errcode = 'PH003'; end if;
  -- Nothing is put on record in the name of an office by who holds no post there.
  if session_user = 'portal_public' then
    if current_account() is not null or current_office() is not null then perform refuse('acting-post-not-held', '{}'); end if;
  else
    perform assert_acting();
  end if;
  insert into audit_heads (tenant_id, seq, hash) values (v_tenant, 0, repeat('0', 64)) on conflict do nothing;
  select seq, hash into v_seq, v_hash from audit_heads where tenant_id = v_tenant for update;
  for v_item in select * from jsonb_array_elements(p_events) loop
    v_event.tenant_id := v_tenant;
    v_event.id := (v_item ->> 'id')::uuid;
    v_event.at := clock_timestamp();
    v_event.name := v_item ->> 'name';
    v_event.subject_kind := v_item ->> 'subjectKind';
    v_event.subject_id := (v_item ->> 'subjectId')::uuid;
    v_event.account_id := current_account();
    v_event.office_id := current_office();
    v_event.payload := coalesce(v_item -> 'payload', '{}'::jsonb);
    v_event.seq := v_seq + 1;
    v_event.prev_hash := v_hash;
    v_event.hash := encode(sha256(convert_to(audit_record(v_hash, v_event.seq, v_event), 'UTF8')), 'hex');
    insert into audit_events select v_event.*;
    v_seq := v_event.seq;
    v_hash := v_event.hash;
  end loop;
  update audit_heads set seq = v_seq, hash = v_hash where tenant_id = v_tenant;
  return v_hash;
end $$;

-- ---------- inside ----------

-- The tenant of an address, from here to the end of the transaction; null where there is none. Nobody acts in an office here.
create function citizen_enter(p_slug text) returns uuid language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_tenant uuid;
begin
  perform set_config('app.account_id', '', true), set_config('app.office_id', '', true), set_config('app.tenant_id', '', true);
  perform set_config('app.feed_tenant', p_slug, true);
  select t.id into v_tenant from tenants t where t.slug = p_slug;
  perform set_config('app.feed_tenant', '', true);
  if v_tenant is not null then perform set_config('app.tenant_id', v_tenant::text, true); end if;
  return v_tenant;
end $$;

create function citizen_event(p_name text, p_petition uuid, p_payload jsonb) returns void language sql security definer
  set search_path = pg_catalog, public as $$
  select append_events(jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', p_name, 'subjectKind', 'petition',
    'subjectId', p_petition, 'payload', p_payload)))
$$;

-- A key of the tenant, wrapped: useless without the installation's.
create function citizen_key(p_purpose text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public as $$
  select jsonb_build_object('id', k.id, 'wrapped', encode(k.wrapped, 'base64')) from tenant_keys k
  where k.tenant_id = current_tenant() and k.purpose = p_purpose and k.retired_at is null
$$;

-- Which letter a hash opens; as the row stands, locked where something is to be written.
create function citizen_letter_of(p_hash text) returns petitions language sql stable security definer
  set search_path = pg_catalog, public as $$
  select p.* from petition_secrets s join petitions p on p.tenant_id = s.tenant_id and p.id = s.petition_id
  where s.tenant_id = current_tenant() and s.secret_hash = p_hash
$$;

-- Seconds to wait after so many failures: none for the first, then five, doubling, at most a minute.
create function citizen_wait(p_failures integer, p_free integer) returns integer language sql immutable as $$
  select case when p_failures < p_free then 0 else least(60, 5 * power(2, least(p_failures - p_free, 6)))::integer end
$$;

create function citizen_files(p_petition uuid, p_files jsonb) returns integer language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_count integer;
begin
  insert into files (tenant_id, id, subject_kind, subject_id, name, type, size, sha256, text_read, sealed, created_at)
  select current_tenant(), f.id, 'petition', p_petition, f.name, 'application/octet-stream', f.size, f.sha256, f.text_read, true, now()
  from jsonb_to_recordset(p_files) f (id uuid, name text, size integer, sha256 text, text_read boolean);
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- ---------- what portal_public may call ----------

-- What the pages of a province need before anything is asked: its name, whom one may write to, its keys (wrapped).
create function citizen_portal(p_slug text) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_tenant constant uuid := citizen_enter(p_slug);
begin
  if v_tenant is null then return null; end if;
  return (select jsonb_build_object('tenantId', t.id, 'name', t.name, 'demo', t.demo,
      'bodies', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.rank, b.id), '[]')
        from bodies b where b.tenant_id = v_tenant and exists (
          select 1 from office_bodies ob where ob.tenant_id = v_tenant and ob.body_id = b.id)),
      'letters', citizen_key('letters'), 'lookup', citizen_key('lookup'))
    from tenants t where t.id = v_tenant);
end $$;

-- A tenant's key at its first use; whoever came first stays.
create function citizen_make_key(p_slug text, p_key jsonb) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_tenant constant uuid := citizen_enter(p_slug);
begin
  if v_tenant is null then return; end if;
  insert into tenant_keys (tenant_id, id, purpose, wrapped, wrapped_by, created_at)
  values (v_tenant, (p_key ->> 'id')::uuid, p_key ->> 'purpose', decode(p_key ->> 'wrapped', 'base64'), p_key ->> 'wrappedBy', now())
  on conflict do nothing;
end $$;

create function citizen_keep_draft(p_slug text, p_id uuid, p_sealed bytea) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_tenant constant uuid := citizen_enter(p_slug);
begin
  if v_tenant is null then return; end if;
  -- Old ones go as new ones come: there is never more than a day's.
  delete from citizen_drafts d using (
    select o.id from citizen_drafts o where o.tenant_id = v_tenant and o.changed_at < now() - interval '1 day'
    order by o.changed_at limit 50 for update skip locked) old
  where d.tenant_id = v_tenant and d.id = old.id;
  insert into citizen_drafts (tenant_id, id, sealed, created_at, changed_at) values (v_tenant, p_id, p_sealed, now(), now())
  on conflict (tenant_id, id) do update set sealed = excluded.sealed, changed_at = excluded.changed_at;
end $$;

create function citizen_draft(p_slug text, p_id uuid) returns bytea language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_tenant constant uuid := citizen_enter(p_slug);
begin
  return (select d.sealed from citizen_drafts d where d.tenant_id = v_tenant and d.id = p_id and d.changed_at > now() - interval '1 day');
end $$;

-- A letter sent on line: once for each draft, by whichever try comes first. Answers its code, or how long to wait, or that the
-- draft is gone. Sealed until somebody has judged whether it denounces (Luật Tố cáo 2018, art. 8(3)).
create function citizen_submit(p_slug text, p jsonb) returns jsonb language plpgsql security definer
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
  v_files := citizen_files(v_petition, p -> 'files');
  delete from citizen_drafts d where d.tenant_id = v_tenant and d.id = v_draft.id;
  perform citizen_event('petitions.sentOnline', v_petition, jsonb_build_object('bodyId', v_body, 'leadOfficeId', v_office, 'files', v_files));
  return jsonb_build_object('code', p ->> 'code');
end $$;

-- One try to open a letter. After several failures with one code each further try costs a wait of its own, which a ticket proves
-- that was given out with the wait before: whoever guesses waits, and shuts nobody out.
create function citizen_look_up(p_slug text, p_hash text, p_bucket integer, p_ticket text) returns jsonb language plpgsql
  security definer set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v_failures integer;
  v_used integer := 0;
begin
  if v_tenant is null then return null; end if;
  -- Counted before it is looked at: a thousand tries at once are a thousand tries.
  insert into citizen_tries as t (tenant_id, bucket, failures, window_start) values (v_tenant, p_bucket, 1, now())
  on conflict (tenant_id, bucket) do update set
    failures = case when t.window_start > now() - interval '1 day' then least(t.failures + 1, 1000) else 1 end,
    window_start = case when t.window_start > now() - interval '1 day' then t.window_start else now() end
  returning failures into v_failures;
  if citizen_wait(v_failures - 1, 5) > 0 then
    if p_ticket is not null then
      delete from citizen_tickets k where k.tenant_id = v_tenant and k.used_at < now() - interval '1 hour';
      insert into citizen_tickets (tenant_id, ticket, used_at) values (v_tenant, p_ticket, now()) on conflict do nothing;
      get diagnostics v_used = row_count;
    end if;
    if v_used = 0 then return jsonb_build_object('wait', citizen_wait(v_failures - 1, 5)); end if;
  end if;
  if (citizen_letter_of(p_hash)).id is null then
    return jsonb_build_object('found', false, 'wait', citizen_wait(v_failures, 5));
  end if;
  update citizen_tries t set failures = greatest(t.failures - 1, 0) where t.tenant_id = v_tenant and t.bucket = p_bucket;
  return jsonb_build_object('found', true);
end $$;

-- What who holds code and secret is told. Of a letter that denounces somebody, or may: its state and nothing more.
create function citizen_letter(p_slug text, p_hash text) returns jsonb language plpgsql security definer
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
        where a.tenant_id = v_tenant and a.petition_id = v.id and a.kind = 'withdrawal'));
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

-- What an act on a letter needs before it can be sealed: the key of the letter, wrapped, and who stands first in it.
create function citizen_letter_key(p_slug text, p_hash text) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v petitions;
begin
  if v_tenant is null then return null; end if;
  v := citizen_letter_of(p_hash);
  return (select jsonb_build_object('petitionId', v.id, 'identity', v.identity, 'state', v.state, 'open', v.closed_at is null,
      'key', encode(k.wrapped, 'base64'), 'tenantKey', jsonb_build_object('id', t.id, 'wrapped', encode(t.wrapped, 'base64')),
      'person', (select jsonb_build_object('id', pe.id, 'sealed', encode(pe.sealed, 'base64')) from petition_people pe
        where pe.tenant_id = v_tenant and pe.petition_id = v.id order by pe.ordinal limit 1))
    from petition_keys k join tenant_keys t on t.tenant_id = k.tenant_id and t.id = k.tenant_key_id
    where k.tenant_id = v_tenant and k.petition_id = v.id and k.wrapped is not null);
end $$;

-- A page more, of an open letter.
create function citizen_add_page(p_slug text, p_hash text, p jsonb) returns boolean language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v petitions;
  v_files integer;
begin
  if v_tenant is null then return false; end if;
  v := citizen_letter_of(p_hash);
  if v.id is null then return false; end if;
  select * into v from petitions x where x.tenant_id = v_tenant and x.id = v.id for no key update;
  if v.closed_at is not null or (select count(*) from petition_additions a where a.tenant_id = v_tenant and a.petition_id = v.id) >= 50 then
    return false;
  end if;
  v_files := citizen_files(v.id, p -> 'files');
  insert into petition_additions (tenant_id, id, petition_id, kind, sealed, files, created_at)
  values (v_tenant, (p ->> 'id')::uuid, v.id, 'page', decode(p ->> 'sealed', 'base64'), v_files, now());
  perform citizen_event('petitions.pageAdded', v.id, jsonb_build_object('files', v_files));
  return true;
end $$;

-- Where the sender can be reached now; kept as the letter keeps the name.
create function citizen_change_contact(p_slug text, p_hash text, p jsonb) returns boolean language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v petitions;
begin
  if v_tenant is null then return false; end if;
  v := citizen_letter_of(p_hash);
  if v.id is null then return false; end if;
  select * into v from petitions x where x.tenant_id = v_tenant and x.id = v.id for no key update;
  -- Sealed or opened meanwhile: to be asked again, since it would be kept in the other way.
  if v.closed_at is not null or v.identity is distinct from p ->> 'identity'
    or (select count(*) from petition_additions a where a.tenant_id = v_tenant and a.petition_id = v.id) >= 50 then
    return false;
  end if;
  update petition_people pe set
    address = case v.identity when 'plain' then coalesce(nullif(p ->> 'address', ''), pe.address) end,
    phone = case v.identity when 'plain' then coalesce(nullif(p ->> 'phone', ''), pe.phone) end,
    phone_hash = case v.identity when 'plain' then coalesce(nullif(p ->> 'phoneHash', ''), pe.phone_hash) end,
    sealed = case v.identity when 'sealed' then decode(p ->> 'sealed', 'base64') end
  where pe.tenant_id = v_tenant and pe.petition_id = v.id and pe.id = (p ->> 'personId')::uuid;
  if not found then return false; end if;
  insert into petition_additions (tenant_id, id, petition_id, kind, created_at) values (v_tenant, (p ->> 'id')::uuid, v.id, 'contact', now());
  perform citizen_event('petitions.contactChanged', v.id, '{}');
  return true;
end $$;

-- Before anybody began with it a letter is simply taken back. Later it is for who handles it to end it, by a decision of theirs
-- (Luật Khiếu nại 2011, art. 10; Luật Tố cáo 2018, art. 33): the wish is put on record.
create function citizen_withdraw(p_slug text, p_hash text, p jsonb) returns text language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := citizen_enter(p_slug);
  v petitions;
begin
  if v_tenant is null then return null; end if;
  v := citizen_letter_of(p_hash);
  if v.id is null then return null; end if;
  select * into v from petitions x where x.tenant_id = v_tenant and x.id = v.id for no key update;
  if v.closed_at is not null then return null; end if;
  insert into petition_additions (tenant_id, id, petition_id, kind, sealed, created_at)
  values (v_tenant, (p ->> 'id')::uuid, v.id, 'withdrawal', decode(p ->> 'sealed', 'base64'), now());
  if v.state = 'received' then
    update petitions x set state = 'withdrawn', outcome = 'withdrawn', outcome_on = portal_today(), closed_at = now(), changed_at = now(),
      revision = x.revision + 1
    where x.tenant_id = v_tenant and x.id = v.id;
    perform citizen_event('petitions.withdrawnBySender', v.id, '{}');
    return 'withdrawn';
  end if;
  perform citizen_event('petitions.withdrawalAsked', v.id, '{}');
  return 'asked';
end $$;

do $$
declare f text;
begin
  foreach f in array array['guard_citizen_file()', 'citizen_enter(text)', 'citizen_event(text, uuid, jsonb)', 'citizen_key(text)',
      'citizen_letter_of(text)', 'citizen_wait(integer, integer)', 'citizen_files(uuid, jsonb)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach f in array array['citizen_portal(text)', 'citizen_make_key(text, jsonb)', 'citizen_keep_draft(text, uuid, bytea)',
      'citizen_draft(text, uuid)', 'citizen_submit(text, jsonb)', 'citizen_look_up(text, text, integer, text)',
      'citizen_letter(text, text)', 'citizen_letter_key(text, text)', 'citizen_add_page(text, text, jsonb)',
      'citizen_change_contact(text, text, jsonb)', 'citizen_withdraw(text, text, jsonb)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to portal_public', f);
  end loop;
end $$;
