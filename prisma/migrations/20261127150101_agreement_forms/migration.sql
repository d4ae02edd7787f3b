-- The form in which a version's paper is drawn, and to whom copies go: joint (the names of the parties over the title), the
-- State's (NĐ 30/2020/NĐ-CP) or the Party's (Hướng dẫn 36-HD/VPTW). Part of what is consented to and signed.

alter table agreement_versions add column form text not null default 'joint';
alter table agreement_versions add column recipients text[] not null default '{}';
alter table agreement_versions add constraint agreement_versions_form_check check (form in ('joint', 'state', 'party'));
-- The joint form names nobody; the other two name at least one (NĐ 30/2020/NĐ-CP art. 8).
alter table agreement_versions add constraint agreement_versions_recipients_check
  check (case when form = 'joint' then recipients = '{}' else cardinality(recipients) between 1 and 40 end);

-- As it was for the joint form, byte for byte, so that every hash that was consented to and signed stays what it is.
create or replace function version_content_hash(p_tenant uuid, p_version uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public as $$
  select encode(sha256(convert_to(jsonb_build_array(
    (select jsonb_build_array(a.title, a.contact_office_id, v.number, v.abstract, v.mark, v.bases, v.planned_from, v.planned_until)
        || case when v.form = 'joint' then '[]'::jsonb else jsonb_build_array(v.form, v.recipients) end
      from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
      where v.tenant_id = p_tenant and v.id = p_version),
    (select jsonb_agg(jsonb_build_array(p.office_id, p.body_id, p.signing_post_id) order by p.ordinal)
      from agreement_parties p join agreement_versions v on v.tenant_id = p.tenant_id and v.agreement_id = p.agreement_id
      where v.tenant_id = p_tenant and v.id = p_version),
    (select jsonb_agg(jsonb_build_array(article_key, ordinal, chapter_ordinal, chapter_title, heading, clauses) order by ordinal)
      from agreement_articles where tenant_id = p_tenant and version_id = p_version),
    (select jsonb_agg(jsonb_build_array(area_key, ordinal, title, article_key) order by ordinal)
      from coordination_areas where tenant_id = p_tenant and version_id = p_version),
    (select jsonb_agg(jsonb_build_array(duty_key, area_key, ordinal, clause, text, short_text, lead_rule, lead_office_id, basis,
        fixed_by_law, notice_days, paper_days, opinion_days, silence) order by ordinal)
      from coordination_duties where tenant_id = p_tenant and version_id = p_version),
    (select jsonb_agg(jsonb_build_array(d.duty_key, r.subject_key, r.ordinal, r.label, r.office_id, r.basis) order by d.ordinal, r.ordinal)
      from duty_lead_rows r join coordination_duties d on d.tenant_id = r.tenant_id and d.id = r.duty_id
      where r.tenant_id = p_tenant and r.version_id = p_version),
    (select jsonb_agg(jsonb_build_array(d.duty_key, o.office_id, o.part, o.responsible_post_id, o.substitute_post_id)
        order by d.ordinal, o.office_id)
      from duty_offices o join coordination_duties d on d.tenant_id = o.tenant_id and d.id = o.duty_id
      where o.tenant_id = p_tenant and o.version_id = p_version)
  )::text, 'UTF8')), 'hex')
$$;

-- A change of form is a change of text: it counts the revision on, and with that guard_update asks who may, in which state, and
-- clears the consents.
create function guard_form() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(old.tenant_id);
  if (new.form, new.recipients) is distinct from (old.form, old.recipients) and new.revision <= old.revision then
    perform refuse_state(case when old.state in ('draft', 'negotiating') then 'revision' else 'frozen' end,
      jsonb_build_object('act', 'edit', 'kind', 'agreement-version', 'id', old.id));
  end if;
  return new;
end $$;
create trigger guard_form before update on agreement_versions for each row execute function guard_form();

alter function guard_form() owner to portal_definer;
revoke execute on function guard_form() from public;
