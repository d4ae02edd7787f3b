-- Negotiation clause by clause: remarks and proposed wordings, and every text that a party ever consented to.

-- ---------- what a party says of a clause ----------

create table clause_points (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  article_key text not null,
  clause integer not null,
  kind text not null,
  state text not null,
  office_id uuid not null,
  account_id uuid not null,
  words text not null,
  -- Of a proposal: the clause as it stood, and as it is to be.
  before_text text,
  proposed_text text,
  raised_at timestamptz(6) not null,
  answer text,
  answer_office_id uuid,
  answer_account_id uuid,
  answered_at timestamptz(6),
  closed_at timestamptz(6),
  constraint clause_points_pkey primary key (tenant_id, id),
  constraint clause_points_version_fkey foreign key (tenant_id, version_id) references agreement_versions (tenant_id, id)
    on delete restrict on update cascade,
  constraint clause_points_office_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint clause_points_answer_office_fkey foreign key (tenant_id, answer_office_id) references offices (tenant_id, id)
    on delete restrict on update cascade,
  constraint clause_points_kind_and_state check (
    (kind = 'remark' and state in ('open', 'answered', 'settled'))
    or (kind = 'proposal' and state in ('open', 'accepted', 'rejected', 'withdrawn'))),
  constraint clause_points_texts check (
    ((kind = 'proposal') = (before_text is not null)) and ((kind = 'proposal') = (proposed_text is not null))
    and (kind = 'remark' or proposed_text is distinct from before_text)),
  constraint clause_points_answer check (
    (answer_office_id is null) = (answered_at is null) and (answer_office_id is null) = (answer_account_id is null)
    and (state in ('answered', 'accepted', 'rejected')) <= (answer_office_id is not null)
    and (state in ('answered', 'rejected')) <= (length(btrim(coalesce(answer, ''))) > 0)
    and answer_office_id is distinct from office_id),
  constraint clause_points_closed check ((state in ('settled', 'accepted', 'rejected', 'withdrawn')) = (closed_at is not null))
);
create index clause_points_version_idx on clause_points (tenant_id, version_id, raised_at, id);

grant select, insert on clause_points to portal_app;
grant update (state, answer, answer_office_id, answer_account_id, answered_at, closed_at) on clause_points to portal_app;
grant select on clause_points to portal_worker;

-- ---------- the texts that were consented to ----------

create table consented_texts (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  party_id uuid not null,
  content_hash text not null,
  content jsonb not null,
  consented_at timestamptz(6) not null,
  constraint consented_texts_pkey primary key (tenant_id, id),
  constraint consented_texts_version_fkey foreign key (tenant_id, version_id) references agreement_versions (tenant_id, id)
    on delete restrict on update cascade,
  constraint consented_texts_party_fkey foreign key (tenant_id, party_id) references agreement_parties (tenant_id, id)
    on delete restrict on update cascade
);
create index consented_texts_version_idx on consented_texts (tenant_id, version_id, party_id, consented_at);

grant select on consented_texts to portal_app, portal_worker;
grant select, insert on consented_texts to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['clause_points', 'consented_texts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''agreement-version'', version_id))', t);
  end loop;
end $$;
create policy write_by_access on clause_points for insert to portal_app
  with check (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));
create policy change_by_access on clause_points for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id))
  with check (tenant_id = (select current_tenant()) and can_read('agreement-version', version_id));

-- ---------- who may say, answer and close ----------

-- A party, while its text is negotiated. The version stays locked, as for every act on its text.
create function assert_may_negotiate(p_tenant uuid, p_version uuid, p_act text) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v agreement_versions;
  v_contact uuid;
  v_detail jsonb;
begin
  perform assert_tenant(p_tenant);
  select * into v from agreement_versions where tenant_id = p_tenant and id = p_version for update;
  select contact_office_id into v_contact from agreements where tenant_id = p_tenant and id = v.agreement_id;
  v_detail := jsonb_build_object('act', p_act, 'kind', 'agreement-version', 'id', p_version, 'contactOfficeId', v_contact);
  if not is_system() then
    perform assert_acting();
    if current_office() is distinct from v_contact and not is_party(p_tenant, v.agreement_id, current_office()) then
      perform refuse('part', v_detail);
    end if;
  end if;
  if v.state is distinct from 'negotiating' then perform refuse_state('state', v_detail); end if;
end $$;

create function clause_text(p_tenant uuid, p_version uuid, p_article text, p_clause integer) returns text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select clauses[p_clause] from agreement_articles where tenant_id = p_tenant and version_id = p_version and article_key = p_article
$$;

create function guard_point() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_act text := case when tg_op = 'INSERT' or new.state in ('settled', 'withdrawn') then 'raise' else 'answer' end;
  v_detail jsonb;
  v_now text;
begin
  perform assert_may_negotiate(new.tenant_id, new.version_id, v_act);
  v_detail := jsonb_build_object('act', v_act, 'kind', 'agreement-version', 'id', new.version_id);
  v_now := clause_text(new.tenant_id, new.version_id, new.article_key, new.clause);
  if tg_op = 'INSERT' then
    if not is_system() and (new.office_id, new.account_id) is distinct from (current_office(), current_account()) then
      perform refuse('part', v_detail);
    end if;
    if new.state <> 'open' or new.answered_at is not null then perform refuse_state('state', v_detail); end if;
    if v_now is null or (new.kind = 'proposal' and new.before_text is distinct from v_now) then
      perform refuse_state('stale', v_detail);
    end if;
    return new;
  end if;
  if (new.tenant_id, new.id, new.version_id, new.article_key, new.clause, new.kind, new.office_id, new.account_id, new.words,
      new.before_text, new.proposed_text, new.raised_at)
    is distinct from (old.tenant_id, old.id, old.version_id, old.article_key, old.clause, old.kind, old.office_id, old.account_id,
      old.words, old.before_text, old.proposed_text, old.raised_at) then
    perform refuse_state('frozen', v_detail);
  end if;
  if not ((old.kind, old.state, new.state) in (('remark', 'open', 'answered'), ('remark', 'open', 'settled'),
      ('remark', 'answered', 'settled'), ('proposal', 'open', 'accepted'), ('proposal', 'open', 'rejected'),
      ('proposal', 'open', 'withdrawn'))) then
    perform refuse_state('state', v_detail);
  end if;
  if v_act = 'raise' then
    -- Who said it closes it; the answer stands as it is.
    if not is_system() and old.office_id is distinct from current_office() then perform refuse('part', v_detail); end if;
    if (new.answer, new.answer_office_id, new.answer_account_id, new.answered_at)
      is distinct from (old.answer, old.answer_office_id, old.answer_account_id, old.answered_at) then
      perform refuse_state('frozen', v_detail);
    end if;
    return new;
  end if;
  -- Nobody answers the own word.
  if not is_system() and (old.office_id = current_office()
      or (new.answer_office_id, new.answer_account_id) is distinct from (current_office(), current_account())) then
    perform refuse('part', v_detail);
  end if;
  if new.state = 'accepted' and v_now is distinct from new.proposed_text then perform refuse_state('stale', v_detail); end if;
  return new;
end $$;

-- What stands in the text when a consent to it is put on record, so that its party is later shown what changed since.
create function keep_consented_text() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into consented_texts (tenant_id, id, version_id, party_id, content_hash, content, consented_at)
  values (new.tenant_id, gen_random_uuid(), new.version_id, new.party_id, new.content_hash, jsonb_build_object(
    'articles', (select coalesce(jsonb_agg(jsonb_build_object('articleKey', a.article_key, 'ordinal', a.ordinal,
        'chapterOrdinal', a.chapter_ordinal, 'chapterTitle', a.chapter_title, 'heading', a.heading, 'clauses', a.clauses)
        order by a.ordinal), '[]')
      from agreement_articles a where a.tenant_id = new.tenant_id and a.version_id = new.version_id),
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
      where d.tenant_id = new.tenant_id and d.version_id = new.version_id)), new.at);
  return null;
end $$;

do $$
declare f text;
begin
  foreach f in array array['assert_may_negotiate(uuid, uuid, text)', 'clause_text(uuid, uuid, text, integer)', 'guard_point()',
      'keep_consented_text()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

create trigger guard_point before insert or update on clause_points for each row execute function guard_point();
create trigger keep_consented_text after insert on consents for each row execute function keep_consented_text();
