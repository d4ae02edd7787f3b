-- The words of a version as two texts are compared: form of the paper, articles, duties with their offices.
create function version_words(p_tenant uuid, p_version uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public as $$
  select jsonb_build_object(
    'paper', (select jsonb_build_object('form', v.form, 'recipients', v.recipients)
      from agreement_versions v where v.tenant_id = p_tenant and v.id = p_version),
    'articles', (select coalesce(jsonb_agg(jsonb_build_object('articleKey', a.article_key, 'ordinal', a.ordinal,
        'chapterOrdinal', a.chapter_ordinal, 'chapterTitle', a.chapter_title, 'heading', a.heading, 'clauses', a.clauses)
        order by a.ordinal), '[]')
      from agreement_articles a where a.tenant_id = p_tenant and a.version_id = p_version),
    'duties', (select coalesce(jsonb_agg(jsonb_build_object('dutyKey', d.duty_key, 'article', t.ordinal, 'clause', d.clause,
        'shortText', d.short_text, 'leadRule', jsonb_build_object('kind', d.lead_rule, 'officeId', d.lead_office_id, 'rows',
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
alter function version_words(uuid, uuid) owner to portal_definer;
revoke execute on function version_words(uuid, uuid) from public;

-- The text that was consented to is kept with the form of its paper, which is part of it. Texts kept before have none: of them
-- no change of form is told.
create or replace function keep_consented_text() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into consented_texts (tenant_id, id, version_id, party_id, content_hash, content, consented_at)
  values (new.tenant_id, gen_random_uuid(), new.version_id, new.party_id, new.content_hash,
    version_words(new.tenant_id, new.version_id), new.at);
  return null;
end $$;
