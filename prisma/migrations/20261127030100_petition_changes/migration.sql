-- A letter filed away is opened again, and what was typed when it came is corrected: each with its reason, and the old words kept.
-- Reason and words are sealed under the letter's key whatever the letter is now: it may become a denunciation later.

create table petition_changes (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  -- The revision of the letter the change made.
  revision integer not null,
  kind text not null,
  fields text[] not null default '{}',
  sealed bytea not null,
  office_id uuid not null,
  account_id uuid not null,
  at timestamptz(6) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references petitions (tenant_id, id) on update cascade on delete restrict,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint petition_changes_kind_known check (kind in ('reopened', 'amended')),
  constraint petition_changes_says_why check (octet_length(sealed) between 30 and 200000),
  constraint petition_changes_amended_what check ((kind = 'amended') = (cardinality(fields) > 0)),
  constraint petition_changes_fields_known check (fields <@ array['receivedOn', 'channel', 'forwarderKind', 'forwarderName', 'fullName',
    'address', 'phone', 'idNumber', 'subject', 'content', 'peopleCount', 'settledBefore', 'note'])
);
create unique index petition_changes_one_a_revision on petition_changes (tenant_id, petition_id, revision);

grant select on petition_changes to portal_app, portal_worker, portal_definer;
grant insert on petition_changes to portal_app;
alter table petition_changes enable row level security;
alter table petition_changes force row level security;
create policy by_tenant_definer on petition_changes to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy by_tenant_worker on petition_changes to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on petition_changes for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id));
create policy write_in_tenant on petition_changes for insert to portal_app
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()) and office_id = (select current_office()));

create trigger append_only before update or delete on petition_changes for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on petition_changes for each statement execute function refuse_rewriting();

-- Written before the letter itself is, by who may do it then.
create function guard_petition_change() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_detail constant jsonb := jsonb_build_object('act', case new.kind when 'amended' then 'amend' else 'reopen' end, 'kind', 'petition',
    'id', new.petition_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = new.tenant_id and id = new.petition_id;
  if v.id is null or current_office() is distinct from v.lead_office_id and not (new.kind = 'amended' and v.state = 'received'
      and current_office() in (v.filing_office_id, v.receiving_office_id)) then
    perform refuse('part', v_detail);
  end if;
  if v.destroyed_at is not null or not (case new.kind when 'amended' then v.state in ('received', 'classified') else v.state = 'filed-away' end) then
    perform refuse_state('state', v_detail);
  end if;
  if new.revision <> v.revision + 1 then perform refuse_state('stale', v_detail); end if;
  return new;
end $$;
create trigger guard_write before insert on petition_changes for each row execute function guard_petition_change();

-- Neither is done without its row. What is written of a letter when it comes changes in no other way than by an amendment; becoming a
-- denunciation its texts are masked, and destroyed they are gone.
create function guard_petition_correction() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_act constant text := petition_act(old, new);
  v_kind constant text := case
    when v_act = 'reopen' then 'reopened'
    when v_act in ('amend', 'note') and (new.received_on, new.channel, new.forwarder_kind, new.forwarder_name, new.subject, new.content,
        new.sealed_content, new.people_count, new.settled_before)
      is distinct from (old.received_on, old.channel, old.forwarder_kind, old.forwarder_name, old.subject, old.content,
        old.sealed_content, old.people_count, old.settled_before) then 'amended' end;
begin
  if is_system() or session_user = 'portal_public' or v_kind is null then return new; end if;
  if not exists (select 1 from petition_changes c where c.tenant_id = new.tenant_id and c.petition_id = new.id
      and c.revision = new.revision and c.kind = v_kind) then
    perform refuse_state('without-reason', jsonb_build_object('act', v_act, 'kind', 'petition', 'id', new.id));
  end if;
  return new;
end $$;
-- After guard_update and guard_way, which say first whose act it is.
create trigger guard_way_of_correction before update on petitions for each row execute function guard_petition_correction();

do $$
declare f text;
begin
  foreach f in array array['guard_petition_change()', 'guard_petition_correction()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
