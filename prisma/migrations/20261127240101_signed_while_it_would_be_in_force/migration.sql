-- No round is opened and nothing signed that would never be in force: a text whose last day is over, and an amendment that would
-- begin when what it amends has run out or is to end. Days pass between consent, round and signature, so each asks anew.
create function guard_would_be_in_force() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v agreement_versions;
  v_amended_until date;
  v_from date;
  v_detail constant jsonb := jsonb_build_object('act', case when tg_table_name = 'signing_rounds' then 'openRound' else 'sign' end,
    'kind', 'agreement-version', 'id', new.version_id);
begin
  perform assert_tenant(new.tenant_id);
  select * into v from agreement_versions where tenant_id = new.tenant_id and id = new.version_id;
  v_from := greatest(v.planned_from, portal_today());
  if v.planned_until <= v_from then perform refuse_state('term-over', v_detail); end if;
  if v.amends_id is null then return new; end if;
  select effective_until into v_amended_until from agreement_versions where tenant_id = new.tenant_id and id = v.amends_id;
  if v_amended_until <= v_from then perform refuse_state('amends', v_detail); end if;
  return new;
end $$;
alter function guard_would_be_in_force() owner to portal_definer;
revoke execute on function guard_would_be_in_force() from public;
create trigger guard_would_be_in_force before insert on signing_rounds for each row execute function guard_would_be_in_force();
create trigger guard_would_be_in_force before insert on signatures for each row execute function guard_would_be_in_force();
create trigger guard_would_be_in_force before insert on external_signatures for each row execute function guard_would_be_in_force();
