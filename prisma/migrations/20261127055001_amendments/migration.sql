-- Amendments: a version that changes some clauses and cells of the newest signed one and whose paper holds nothing else.
-- Its rows are the text and the matrix as they read with it, so that whatever asks for the version in force has them.

alter table agreement_versions add column amends_id uuid;
alter table agreement_versions add constraint agreement_versions_amends_fkey
  foreign key (tenant_id, amends_id) references agreement_versions (tenant_id, id) on delete restrict on update cascade;
create index agreement_versions_amends_idx on agreement_versions (tenant_id, amends_id);

-- The version of an agreement in force on a day: the consolidated text and matrix of that day are its rows.
create function version_on(p_tenant uuid, p_agreement uuid, p_day date) returns uuid
  language sql stable set search_path = pg_catalog, public as $$
  select id from agreement_versions
  where tenant_id = p_tenant and agreement_id = p_agreement and state = 'signed'
    and effective_from <= p_day and (effective_until is null or p_day < effective_until)
$$;

-- Text and matrix of a version by their keys alone, and until when it is to be in force: what an amendment may change.
create function version_text(p_tenant uuid, p_version uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public as $$
  select jsonb_build_array(
    (select planned_until from agreement_versions where tenant_id = p_tenant and id = p_version),
    (select jsonb_agg(jsonb_build_array(article_key, ordinal, heading, clauses) order by ordinal)
      from agreement_articles where tenant_id = p_tenant and version_id = p_version),
    (select jsonb_agg(jsonb_build_array(duty_key, area_key, clause, text, lead_rule, lead_office_id, notice_days, paper_days,
        opinion_days, silence) order by ordinal)
      from coordination_duties where tenant_id = p_tenant and version_id = p_version),
    (select jsonb_agg(jsonb_build_array(d.duty_key, r.subject_key, r.office_id) order by d.ordinal, r.ordinal)
      from duty_lead_rows r join coordination_duties d on d.tenant_id = r.tenant_id and d.id = r.duty_id
      where r.tenant_id = p_tenant and r.version_id = p_version),
    (select jsonb_agg(jsonb_build_array(d.duty_key, o.office_id, o.part) order by d.ordinal, o.office_id)
      from duty_offices o join coordination_duties d on d.tenant_id = o.tenant_id and d.id = o.duty_id
      where o.tenant_id = p_tenant and o.version_id = p_version))
$$;

-- What is amended is the newest signed version while it is or will be in force. What follows a signed version that is not
-- yet in force does not begin before it: days are cut off at the end of a term, never at its beginning.
create function guard_amendment() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', case when tg_op = 'INSERT' then 'revise' else 'edit' end,
    'kind', 'agreement-version', 'id', new.id);
  v_signed agreement_versions;
begin
  perform assert_tenant(new.tenant_id);
  if tg_op = 'UPDATE' then
    if new.amends_id is distinct from old.amends_id then perform refuse_state('frozen', v_detail); end if;
    if (new.planned_from, new.planned_until) is not distinct from (old.planned_from, old.planned_until)
        or old.state not in ('draft', 'negotiating') then
      return new;
    end if;
  end if;
  select * into v_signed from agreement_versions
  where tenant_id = new.tenant_id and agreement_id = new.agreement_id and state = 'signed' and id <> new.id
  order by number desc limit 1;
  if tg_op = 'INSERT' and new.amends_id is not null
      and (v_signed.id is distinct from new.amends_id or v_signed.effective_until <= portal_today()) then
    perform refuse_state('amends', v_detail);
  end if;
  if v_signed.effective_from > portal_today() and coalesce(new.planned_from, portal_today()) < v_signed.effective_from then
    perform refuse_state('dates', v_detail);
  end if;
  if new.amends_id is not null and new.planned_from >= v_signed.effective_until then
    perform refuse_state('dates', v_detail);
  end if;
  return new;
end $$;
create trigger guard_amendment before insert or update on agreement_versions for each row execute function guard_amendment();

-- A paper that changes nothing is not signed.
create function guard_amendment_round() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_amends uuid;
begin
  perform assert_tenant(new.tenant_id);
  select amends_id into v_amends from agreement_versions where tenant_id = new.tenant_id and id = new.version_id;
  if v_amends is not null and version_text(new.tenant_id, new.version_id) = version_text(new.tenant_id, v_amends) then
    perform refuse_state('nothing-amended', jsonb_build_object('act', 'openRound', 'kind', 'agreement-version', 'id', new.version_id));
  end if;
  return new;
end $$;
create trigger guard_amendment before insert on signing_rounds for each row execute function guard_amendment_round();

do $$
declare f text;
begin
  foreach f in array array['version_text(uuid, uuid)', 'guard_amendment()', 'guard_amendment_round()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function version_on(uuid, uuid, date) from public;
grant execute on function version_on(uuid, uuid, date) to portal_app, portal_worker;
