-- A draft made by mistake goes with its items; what was issued, or spoken about in an overlap that was settled, stays.

drop trigger never_removed on work_programmes;
grant delete on work_programmes to portal_app;
create policy remove_by_access on work_programmes for delete to portal_app
  using (tenant_id = (select current_tenant()) and can_read('work-programme', id));

create function guard_programme_delete() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'discard', 'kind', 'work-programme', 'id', old.id);
begin
  perform assert_tenant(old.tenant_id);
  perform assert_acting();
  if not is_system() and current_office() is distinct from old.office_id then perform refuse('part', v_detail); end if;
  if old.state <> 'draft' then perform refuse_state('state', v_detail); end if;
  return old;
end $$;
create trigger guard_delete before delete on work_programmes for each row execute function guard_programme_delete();

-- Nobody reads what is not there.
create function drop_programme_access() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  delete from access where tenant_id = old.tenant_id and kind = 'work-programme' and subject_id = old.id;
  return null;
end $$;
create trigger drop_access after delete on work_programmes for each row execute function drop_programme_access();

do $$
declare f text;
begin
  foreach f in array array['guard_programme_delete()', 'drop_programme_access()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
