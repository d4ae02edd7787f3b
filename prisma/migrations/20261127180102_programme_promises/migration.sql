-- Programmes of work: a draft is the keeping office's, an issued one is read by all offices and changes only by a named decision.

-- ---------- words that columns may hold ----------

alter table work_programmes add constraint work_programmes_state_known check (state in ('draft', 'issued')),
  add constraint work_programmes_issued_says_when check ((state = 'issued') = (issued_at is not null and issued_by is not null)),
  add constraint work_programmes_number_once_issued check (paper_number is null or (state = 'issued' and length(btrim(paper_number)) > 0)),
  -- A term is whole years, 2 to 10 of them; the others are the year, the quarter and the month of the calendar.
  add constraint work_programmes_time_of_kind check (case kind
    when 'term' then starts_on = date_trunc('year', starts_on::timestamp)::date
      and extract(year from ends_on) - extract(year from starts_on) between 1 and 9
      and ends_on = (date_trunc('year', ends_on::timestamp) + interval '1 year')::date - 1
    when 'year' then starts_on = date_trunc('year', starts_on::timestamp)::date and ends_on = (starts_on + interval '1 year')::date - 1
    when 'quarter' then starts_on = date_trunc('quarter', starts_on::timestamp)::date
      and ends_on = (starts_on + interval '3 months')::date - 1
    when 'month' then starts_on = date_trunc('month', starts_on::timestamp)::date and ends_on = (starts_on + interval '1 month')::date - 1
    else false end);
alter table programme_items add constraint programme_items_state_known check (state in ('active', 'stopped')),
  add constraint programme_items_title check (length(btrim(title)) > 0),
  add constraint programme_items_duty_of_version check ((version_id is null) = (duty_id is null)),
  add constraint programme_items_approval_whole check (
    (approval_number is null) = (approved_on is null) and (approval_number is null) = (approved_by is null)
    and length(btrim(coalesce(approval_number, 'x'))) > 0 and length(btrim(coalesce(approved_by, 'x'))) > 0),
  add constraint programme_items_time check (case precision
    when 'days' then ends_on between starts_on and starts_on + 365
    when 'month' then starts_on = date_trunc('month', starts_on::timestamp)::date and ends_on = (starts_on + interval '1 month')::date - 1
    when 'quarter' then starts_on = date_trunc('quarter', starts_on::timestamp)::date
      and ends_on = (starts_on + interval '3 months')::date - 1
    when 'year' then starts_on = date_trunc('year', starts_on::timestamp)::date and ends_on = (starts_on + interval '1 year')::date - 1
    else false end);
alter table programme_changes add constraint programme_changes_act_known check (act in ('add', 'change', 'stop')),
  add constraint programme_changes_before check ((act = 'add') = (before is null) and (act = 'add') = (item_revision = 0)),
  add constraint programme_changes_decision check (length(btrim(decision_number)) > 0 and length(btrim(decided_by)) > 0);
alter table overlap_settlements add constraint overlap_settlements_kind_known check (kind in ('leader', 'title', 'meeting')),
  add constraint overlap_settlements_sides check ((kind = 'meeting') = (other_item_id is null)
    and (other_item_id is null) = (other_programme_id is null) and item_id is distinct from other_item_id),
  add constraint overlap_settlements_reason check (length(btrim(reason)) > 0 and length(basis) between 1 and 500);

-- ---------- rights and row security ----------

grant select on work_programmes, programme_items, programme_changes, overlap_settlements to portal_app, portal_worker, portal_definer;
grant insert on work_programmes, programme_items, programme_changes, overlap_settlements to portal_app;
grant update (state, paper_number, issued_at, issued_by, revision) on work_programmes to portal_app;
grant update, delete on programme_items to portal_app;
-- Row locks need the right to update.
grant update on work_programmes to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['work_programmes', 'programme_items', 'programme_changes', 'overlap_settlements'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
end $$;

create policy read_by_access on work_programmes for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('work-programme', id));
create policy write_in_tenant on work_programmes for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_by_access on work_programmes for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('work-programme', id)) with check (tenant_id = (select current_tenant()));
create policy read_by_access on programme_items for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('work-programme', programme_id));
create policy write_by_access on programme_items for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('work-programme', programme_id));
create policy change_by_access on programme_items for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('work-programme', programme_id)) with check (tenant_id = (select current_tenant()));
create policy remove_by_access on programme_items for delete to portal_app
  using (tenant_id = (select current_tenant()) and can_read('work-programme', programme_id));
create policy read_by_access on programme_changes for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('work-programme', programme_id));
create policy write_by_access on programme_changes for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('work-programme', programme_id));
-- Who may not read both sides sees no overlap, and no word about it.
create policy read_by_access on overlap_settlements for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('work-programme', programme_id)
    and (other_programme_id is null or can_read('work-programme', other_programme_id)));
create policy write_by_access on overlap_settlements for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('work-programme', programme_id)
    and (other_programme_id is null or can_read('work-programme', other_programme_id)));

-- ---------- who reads a programme ----------

-- The keeping office; once it is issued, every office. Sorted by the day it begins.
create function sync_programme_access() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, o.id, 'work-programme', new.id, new.starts_on::timestamp at time zone 'Asia/Ho_Chi_Minh',
    case when o.id = new.office_id then 'lead' else 'reader' end, new.state = 'draft'
  from offices o where o.tenant_id = new.tenant_id and (o.id = new.office_id or new.state = 'issued')
  on conflict (tenant_id, office_id, kind, subject_id) do update set open = excluded.open where access.open <> excluded.open;
  return null;
end $$;
create trigger sync_access after insert or update of state on work_programmes for each row execute function sync_programme_access();

-- An office made later reads what was issued before it was there.
create function open_issued_programmes() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
begin
  perform set_config('app.tenant_id', new.tenant_id::text, true);
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  select new.tenant_id, new.id, 'work-programme', p.id, p.starts_on::timestamp at time zone 'Asia/Ho_Chi_Minh', 'reader', false
  from work_programmes p where p.tenant_id = new.tenant_id and p.state = 'issued'
  on conflict do nothing;
  perform set_config('app.tenant_id', v_before, true);
  return null;
end $$;
create trigger open_issued_programmes after insert on offices for each row execute function open_issued_programmes();

-- ---------- who writes a programme ----------

create function programme_level(p_kind text) returns integer language sql immutable as $$
  select array_position(array['term', 'year', 'quarter', 'month'], p_kind)
$$;

create function guard_programme_insert() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_parent work_programmes;
  v_detail constant jsonb := jsonb_build_object('act', 'draft', 'kind', 'work-programme');
begin
  perform assert_tenant(new.tenant_id);
  if not is_system() then
    perform assert_acting();
    if new.office_id is distinct from current_office() or new.creator_account_id is distinct from current_account() or not exists (
        select 1 from office_bodies b where b.tenant_id = new.tenant_id and b.body_id = new.body_id and b.office_id = new.office_id) then
      perform refuse('part', v_detail);
    end if;
    if new.state <> 'draft' or new.revision <> 1 then perform refuse_state('state', v_detail); end if;
  end if;
  if new.parent_id is not null then
    select * into v_parent from work_programmes where tenant_id = new.tenant_id and id = new.parent_id;
    if v_parent.id is null or v_parent.state <> 'issued' or v_parent.body_id <> new.body_id
        or programme_level(v_parent.kind) >= programme_level(new.kind)
        or v_parent.starts_on > new.starts_on or v_parent.ends_on < new.ends_on then
      perform refuse_state('parent', v_detail);
    end if;
  end if;
  return new;
end $$;
create trigger guard_insert before insert on work_programmes for each row execute function guard_programme_insert();

create function guard_programme_update() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'issue', 'kind', 'work-programme', 'id', old.id);
begin
  if (to_jsonb(new) - array['state', 'paper_number', 'issued_at', 'issued_by', 'revision'])
      is distinct from (to_jsonb(old) - array['state', 'paper_number', 'issued_at', 'issued_by', 'revision']) then
    perform refuse_state('frozen', v_detail);
  end if;
  perform assert_acting();
  if not is_system() and current_office() is distinct from old.office_id then perform refuse('part', v_detail); end if;
  if old.state <> 'draft' or new.state <> 'issued' then perform refuse_state('state', v_detail); end if;
  if not is_system() and new.issued_by is distinct from current_account() then perform refuse('part', v_detail); end if;
  if new.revision <> old.revision + 1 then perform refuse_state('stale', v_detail); end if;
  if not exists (select 1 from programme_items i where i.tenant_id = old.tenant_id and i.programme_id = old.id) then
    perform refuse_state('empty', v_detail);
  end if;
  if old.parent_id is not null and exists (select 1 from programme_items i where i.tenant_id = old.tenant_id and i.programme_id = old.id
      and i.parent_item_id is null and i.approved_on is null) then
    perform refuse_state('unapproved', v_detail);
  end if;
  return new;
end $$;
create trigger guard_update before update on work_programmes for each row execute function guard_programme_update();
create trigger never_removed before delete on work_programmes for each row execute function refuse_rewriting();

-- Items are the keeping office's; the lead is as the signed duty says. In an issued programme each change needs its decision, put down
-- in the same transaction.
create function guard_programme_item() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_row constant programme_items := case when tg_op = 'DELETE' then old else new end;
  v_programme work_programmes;
  v_lead uuid;
  v_detail constant jsonb := jsonb_build_object('act', case tg_op when 'INSERT' then 'addItem' when 'UPDATE' then 'editItem' else 'removeItem' end,
    'kind', 'work-programme', 'id', v_row.programme_id);
begin
  perform assert_tenant(v_row.tenant_id);
  perform assert_acting();
  select * into v_programme from work_programmes where tenant_id = v_row.tenant_id and id = v_row.programme_id for share;
  if v_programme.id is null or (not is_system() and current_office() is distinct from v_programme.office_id) then
    perform refuse('part', v_detail);
  end if;
  if tg_op = 'DELETE' then
    if v_programme.state <> 'draft' then perform refuse_state('state', v_detail); end if;
    return old;
  end if;
  if new.starts_on > v_programme.ends_on or new.ends_on < v_programme.starts_on then perform refuse_state('outside', v_detail); end if;
  if tg_op = 'INSERT' then
    if new.state <> 'active' or new.revision <> 1 then perform refuse_state('state', v_detail); end if;
    if new.parent_item_id is not null and not exists (select 1 from programme_items i where i.tenant_id = new.tenant_id
        and i.id = new.parent_item_id and i.programme_id = v_programme.parent_id and i.state = 'active') then
      perform refuse_state('parent', v_detail);
    end if;
  else
    if (new.tenant_id, new.id, new.programme_id, new.parent_item_id, new.ordinal, new.created_at)
        is distinct from (old.tenant_id, old.id, old.programme_id, old.parent_item_id, old.ordinal, old.created_at) then
      perform refuse_state('frozen', v_detail);
    end if;
    if old.state <> 'active' or (new.state = 'stopped' and v_programme.state = 'draft') then perform refuse_state('state', v_detail); end if;
    if new.revision <> old.revision + 1 then perform refuse_state('stale', v_detail); end if;
    if v_programme.state = 'issued' and not exists (select 1 from programme_changes c where c.tenant_id = old.tenant_id
        and c.item_id = old.id and c.item_revision = old.revision and c.at = now()
        and c.act = case new.state when 'stopped' then 'stop' else 'change' end) then
      perform refuse_state('decision', v_detail);
    end if;
    if new.state = 'stopped' and (to_jsonb(new) - array['state', 'revision']) is distinct from (to_jsonb(old) - array['state', 'revision']) then
      perform refuse_state('frozen', v_detail);
    end if;
  end if;
  if new.meeting_id is not null and (tg_op = 'INSERT' or new.meeting_id is distinct from old.meeting_id) and not is_system()
      and not can_read('meeting', new.meeting_id) then
    perform refuse('part', v_detail);
  end if;
  if tg_op = 'UPDATE' and (new.version_id, new.duty_id, new.body_id, new.host_post_id, new.subject_key, new.lead_office_id)
      is not distinct from (old.version_id, old.duty_id, old.body_id, old.host_post_id, old.subject_key, old.lead_office_id) then
    return new;
  end if;
  if new.parent_item_id is not null and tg_op = 'INSERT' and exists (select 1 from programme_items i where i.tenant_id = new.tenant_id
      and i.id = new.parent_item_id and (i.version_id, i.duty_id, i.body_id, i.host_post_id, i.subject_key, i.lead_office_id)
        is not distinct from (new.version_id, new.duty_id, new.body_id, new.host_post_id, new.subject_key, new.lead_office_id)) then
    -- Carried down with the lead it was issued under.
    return new;
  end if;
  if new.duty_id is null then
    if new.lead_office_id <> v_programme.office_id then perform refuse('lead-not-as-signed', v_detail); end if;
    return new;
  end if;
  if not is_system() and not exists (
    select 1 from agreement_parties p join agreement_versions v on v.tenant_id = p.tenant_id and v.agreement_id = p.agreement_id
    where v.tenant_id = new.tenant_id and v.id = new.version_id and p.office_id = current_office()) then
    perform refuse('part', v_detail);
  end if;
  if not exists (
    select 1 from agreement_versions v where v.tenant_id = new.tenant_id and v.id = new.version_id and v.state = 'signed'
      and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)) then
    perform refuse_state('not-in-force', v_detail);
  end if;
  v_lead := resolve_lead(new.tenant_id, new.duty_id, new.body_id, new.host_post_id, new.subject_key);
  if v_lead is null or new.lead_office_id is distinct from v_lead then
    perform refuse('lead-not-as-signed', v_detail || jsonb_build_object('leadOfficeId', v_lead));
  end if;
  return new;
end $$;
create trigger guard_write before insert or update or delete on programme_items for each row execute function guard_programme_item();

-- What is added to an issued programme has its decision when the transaction ends.
create function guard_item_added() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
begin
  perform set_config('app.tenant_id', new.tenant_id::text, true);
  if exists (select 1 from work_programmes p where p.tenant_id = new.tenant_id and p.id = new.programme_id and p.state = 'issued')
      and exists (select 1 from programme_items i where i.tenant_id = new.tenant_id and i.id = new.id)
      and not exists (select 1 from programme_changes c where c.tenant_id = new.tenant_id and c.item_id = new.id and c.item_revision = 0) then
    perform refuse_state('decision', jsonb_build_object('act', 'addItem', 'kind', 'work-programme', 'id', new.programme_id));
  end if;
  perform set_config('app.tenant_id', v_before, true);
  return null;
end $$;
create constraint trigger added_by_decision after insert on programme_items
  deferrable initially deferred for each row execute function guard_item_added();

create function guard_programme_change() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_programme work_programmes;
  v_item programme_items;
  v_detail constant jsonb := jsonb_build_object('act', 'amend', 'kind', 'work-programme', 'id', new.programme_id);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  select * into v_programme from work_programmes where tenant_id = new.tenant_id and id = new.programme_id for share;
  if v_programme.id is null or (not is_system() and (current_office() is distinct from v_programme.office_id
      or new.office_id is distinct from current_office() or new.account_id is distinct from current_account())) then
    perform refuse('part', v_detail);
  end if;
  if v_programme.state <> 'issued' or new.decided_on > portal_today() then perform refuse_state('state', v_detail); end if;
  select * into v_item from programme_items where tenant_id = new.tenant_id and programme_id = new.programme_id and id = new.item_id;
  if v_item.id is null or v_item.state <> 'active' or new.item_revision <> (case new.act when 'add' then 0 else v_item.revision end)
      or (new.act = 'add' and v_item.revision <> 1) then
    perform refuse_state('stale', v_detail);
  end if;
  new.at := now();
  new.before := case when new.act = 'add' then null else to_jsonb(v_item) end;
  return new;
end $$;
create trigger guard_insert before insert on programme_changes for each row execute function guard_programme_change();

create function guard_overlap_settlement() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'settle', 'kind', 'work-programme', 'id', new.programme_id);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if not is_system() and (new.office_id is distinct from current_office() or new.account_id is distinct from current_account()
      or not exists (select 1 from work_programmes p where p.tenant_id = new.tenant_id and p.office_id = current_office()
        and p.id in (new.programme_id, new.other_programme_id))) then
    perform refuse('part', v_detail);
  end if;
  if exists (select 1 from programme_items i where i.tenant_id = new.tenant_id and i.id in (new.item_id, new.other_item_id)
      and i.state <> 'active') then
    perform refuse_state('state', v_detail);
  end if;
  new.at := now();
  return new;
end $$;
create trigger guard_insert before insert on overlap_settlements for each row execute function guard_overlap_settlement();

do $$
declare t text;
begin
  foreach t in array array['programme_changes', 'overlap_settlements'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_rewriting()', t);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_rewriting()', t);
  end loop;
  foreach t in array array['work_programmes', 'programme_items'] loop
    execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_rewriting()', t);
  end loop;
end $$;

-- ---------- the calendar beside the programme ----------

-- Confirmed meetings on the days of items, of the item's leader (whoever holds the post today) or of the body it is submitted to, else
-- of the body whose programme it is; the meeting that carries the item out is none. Named only to who may read it: else it is "busy".
create function meetings_over_items(p_items uuid[])
  returns table (item_id uuid, busy_of text, starts_at timestamptz, ends_at timestamptz, meeting_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with asked as (
    select i.id, i.meeting_id, i.leader_post_id, coalesce(i.submitted_body_id, p.body_id) as body_id,
      i.starts_on::timestamp at time zone 'Asia/Ho_Chi_Minh' as from_at, (i.ends_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as until_at
    from programme_items i join work_programmes p on p.tenant_id = i.tenant_id and p.id = i.programme_id
    where i.tenant_id = current_tenant() and i.id = any(p_items) and i.precision = 'days' and i.state = 'active'
      and can_read('work-programme', i.programme_id)
  ), found as (
    select a.id, 'leader' as busy_of, 1 as strength, c.starts_at, c.ends_at, c.meeting_id
    from asked a
    join post_holdings h on h.tenant_id = current_tenant() and h.post_id = a.leader_post_id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join resources r on r.tenant_id = current_tenant() and r.person_id = h.person_id
    join resource_claims c on c.tenant_id = current_tenant() and c.resource_id = r.id and c.kind = 'confirmed'
      and c.starts_at < a.until_at and c.starts_at > a.from_at - interval '31 days' and c.ends_at > a.from_at
    where c.meeting_id is distinct from a.meeting_id
    union all
    select a.id, 'body', 2, m.starts_at, m.ends_at, m.id
    from asked a
    join meetings m on m.tenant_id = current_tenant() and m.state = 'confirmed' and m.starts_at < a.until_at
      and m.starts_at > a.from_at - interval '31 days' and m.ends_at > a.from_at
    join meeting_bodies b on b.tenant_id = m.tenant_id and b.meeting_id = m.id and b.body_id = a.body_id
    where m.id is distinct from a.meeting_id
  )
  select distinct on (f.id, f.meeting_id) f.id, f.busy_of, f.starts_at, f.ends_at,
    case when can_read('meeting', f.meeting_id) then f.meeting_id end
  from found f order by f.id, f.meeting_id, f.strength
$$;

do $$
declare f text;
begin
  foreach f in array array['sync_programme_access()', 'open_issued_programmes()', 'programme_level(text)', 'guard_programme_insert()',
      'guard_programme_update()', 'guard_programme_item()', 'guard_item_added()', 'guard_programme_change()',
      'guard_overlap_settlement()', 'meetings_over_items(uuid[])'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  grant execute on function meetings_over_items(uuid[]) to portal_app;
end $$;
