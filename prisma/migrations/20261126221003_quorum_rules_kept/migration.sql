-- How many are enough is kept by an administrator: by the kind of body and of meeting, with what it rests on.

-- More than all nobody can be.
alter table quorum_rules add constraint quorum_rules_can_be check (reaches or denominator > numerator),
  add constraint quorum_rules_small check (denominator <= 100);

grant insert, update, delete on quorum_rules to portal_app;
create policy add_in_tenant on quorum_rules for insert to portal_app with check (tenant_id = (select current_tenant()));
create policy change_in_tenant on quorum_rules for update to portal_app
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy remove_in_tenant on quorum_rules for delete to portal_app using (tenant_id = (select current_tenant()));

-- The one for everybody at every meeting stays: without it nobody could be counted. What was counted keeps its own number.
create function guard_quorum_rule() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_tenant constant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  v_act constant text := case tg_op when 'DELETE' then 'removeQuorum' else 'setQuorum' end;
  v_detail constant jsonb := jsonb_build_object('act', v_act, 'kind', 'calendar-settings', 'id', v_tenant);
begin
  -- A tenant begins with its rules, made by the owner, who names none.
  if is_system() then return case when tg_op = 'DELETE' then old else new end; end if;
  perform assert_tenant(v_tenant);
  perform assert_acting();
  if not administers() then perform refuse('role', v_detail); end if;
  if tg_op = 'DELETE' then
    if old.body_kind = '*' and old.meeting_kind = '*' then perform refuse_state('built-in', v_detail); end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and (new.tenant_id, new.body_kind, new.meeting_kind)
      is distinct from (old.tenant_id, old.body_kind, old.meeting_kind) then
    perform refuse_state('frozen', v_detail);
  end if;
  if new.meeting_kind <> '*' and not exists (
      select 1 from meeting_kinds k where k.tenant_id = new.tenant_id and k.key = new.meeting_kind)
    or new.body_kind <> '*' and not exists (
      select 1 from bodies b where b.tenant_id = new.tenant_id and b.kind = new.body_kind) then
    perform refuse_state('unknown', v_detail);
  end if;
  return new;
end $$;
alter function guard_quorum_rule() owner to portal_definer;
revoke execute on function guard_quorum_rule() from public;
create trigger guard_write before insert or update or delete on quorum_rules for each row execute function guard_quorum_rule();
