-- A condition the law puts only where something is the case (somebody represents; the denunciation comes out of a settled complaint) is
-- neither met nor unmet where it is not: `met` is null. Every other condition is judged one way or the other.
alter table petition_checks alter column met drop not null;
alter table petition_checks add constraint petition_checks_may_not_apply
  check (met is not null or condition_key in ('represented', 'evidence-after-complaint'));

-- As before, but that nobody represents is not said against the record.
create or replace function guard_petition_check() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_tenant constant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  v_petition constant uuid := case when tg_op = 'DELETE' then old.petition_id else new.petition_id end;
  v_detail jsonb;
begin
  perform assert_tenant(v_tenant);
  if is_system() then return case when tg_op = 'DELETE' then old else new end; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = v_tenant and id = v_petition;
  v_detail := jsonb_build_object('act', 'assess', 'kind', 'petition', 'id', v_petition, 'leadOfficeId', v.lead_office_id);
  if current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if v.state <> 'classified' then perform refuse_state('state', v_detail); end if;
  if tg_op = 'INSERT' and new.met is null and new.condition_key = 'represented' and exists (select 1 from petition_people pe
      where pe.tenant_id = v_tenant and pe.petition_id = v_petition and pe.part = 'representative') then
    perform refuse_state('state', v_detail);
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
