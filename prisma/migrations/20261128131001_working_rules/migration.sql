-- Working rules are edited while a text is open: the same bounds as the form has, whoever writes them.
alter table coordination_duties add constraint coordination_duties_days_bounds check (
  opinion_days between 1 and 60 and (notice_days is null or notice_days between 1 and 60)
  and (paper_days is null or paper_days between 1 and 60) and (notice_days is null or paper_days is null or paper_days <= notice_days));

-- The text that is consented to is kept with them, so that a party whose consent fell away is told which changed.
create or replace function version_words(p_tenant uuid, p_version uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public as $$
  select jsonb_build_object(
    'paper', (select jsonb_build_object('form', v.form, 'recipients', v.recipients)
      from agreement_versions v where v.tenant_id = p_tenant and v.id = p_version),
    'articles', (select coalesce(jsonb_agg(jsonb_build_object('articleKey', a.article_key, 'ordinal', a.ordinal,
        'chapterOrdinal', a.chapter_ordinal, 'chapterTitle', a.chapter_title, 'heading', a.heading, 'clauses', a.clauses)
        order by a.ordinal), '[]')
      from agreement_articles a where a.tenant_id = p_tenant and a.version_id = p_version),
    'duties', (select coalesce(jsonb_agg(jsonb_build_object('dutyKey', d.duty_key, 'article', t.ordinal, 'clause', d.clause,
        'shortText', d.short_text, 'noticeDays', d.notice_days, 'paperDays', d.paper_days, 'opinionDays', d.opinion_days,
        'silence', d.silence, 'leadRule', jsonb_build_object('kind', d.lead_rule, 'officeId', d.lead_office_id, 'rows',
          (select coalesce(jsonb_agg(jsonb_build_object('subjectKey', r.subject_key, 'label', r.label, 'officeId', r.office_id,
              'basis', r.basis) order by r.ordinal), '[]')
            from duty_lead_rows r where r.tenant_id = d.tenant_id and r.version_id = d.version_id and r.duty_id = d.id)),
        'offices', (select coalesce(jsonb_agg(jsonb_build_object('officeId', o.office_id, 'part', o.part,
              'responsiblePostId', o.responsible_post_id) order by o.office_id), '[]')
            from duty_offices o where o.tenant_id = d.tenant_id and o.duty_id = d.id)) order by d.ordinal), '[]')
      from coordination_duties d
      join coordination_areas s on s.tenant_id = d.tenant_id and s.version_id = d.version_id and s.area_key = d.area_key
      join agreement_articles t on t.tenant_id = s.tenant_id and t.version_id = s.version_id and t.article_key = s.article_key
      where d.tenant_id = p_tenant and d.version_id = p_version))
$$;
