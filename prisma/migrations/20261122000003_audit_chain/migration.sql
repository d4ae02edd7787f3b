-- History cannot be rewritten: append-only for every role, chained per tenant, written as the last act of the change.

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only' using errcode = 'PH009';
end $$;
create trigger append_only before update or delete on audit_events for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on audit_events for each statement execute function refuse_rewriting();
create trigger append_only before update or delete on refusals for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on refusals for each statement execute function refuse_rewriting();

-- The exact text that is hashed; `npm run audit:export` writes it out so that anyone can hash it again without us.
create function audit_record(p_prev text, p_seq bigint, e audit_events) returns text language sql stable as $$
  select concat_ws(E'\n', p_prev, e.tenant_id, p_seq, e.id,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.name, e.subject_kind, e.subject_id,
    coalesce(e.account_id::text, '-'), coalesce(e.office_id::text, '-'), e.payload::text)
$$;

-- p_events: [{ id, name, subjectKind, subjectId, payload }]. Tenant, account and office come from the transaction's
-- settings, never from the caller. The head row is locked here, at the end of the transaction, so that writers of one
-- tenant queue for the commit only. Answers the new head.
create function append_events(p_events jsonb) returns text language plpgsql security definer
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
  perform assert_acting();
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

alter function audit_record(text, bigint, audit_events) owner to portal_definer;
alter function append_events(jsonb) owner to portal_definer;
revoke execute on function append_events(jsonb), audit_record(text, bigint, audit_events) from public;
grant execute on function append_events(jsonb) to portal_app, portal_worker;
