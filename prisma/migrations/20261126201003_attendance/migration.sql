-- AlterTable
ALTER TABLE "meeting_bodies" ADD COLUMN     "other_members" INTEGER,
ADD COLUMN     "other_present" INTEGER,
ADD COLUMN     "quorum_basis" TEXT,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "meeting_answers" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID,
    "office_id" UUID,
    "answer" TEXT NOT NULL,
    "substitute" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL,
    "account_id" UUID NOT NULL,
    "by_office_id" UUID NOT NULL,

    CONSTRAINT "meeting_answers_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting_presences" (
    "tenant_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "meeting_presences_pkey" PRIMARY KEY ("tenant_id","meeting_id","body_id","post_id")
);

-- CreateTable
CREATE TABLE "quorum_rules" (
    "tenant_id" UUID NOT NULL,
    "body_kind" TEXT NOT NULL,
    "meeting_kind" TEXT NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER NOT NULL,
    "reaches" BOOLEAN NOT NULL,
    "basis" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "quorum_rules_pkey" PRIMARY KEY ("tenant_id","body_kind","meeting_kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_answers_tenant_id_meeting_id_person_id_key" ON "meeting_answers"("tenant_id", "meeting_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_answers_tenant_id_meeting_id_office_id_key" ON "meeting_answers"("tenant_id", "meeting_id", "office_id");

-- AddForeignKey
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "people"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_tenant_id_by_office_id_fkey" FOREIGN KEY ("tenant_id", "by_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_presences" ADD CONSTRAINT "meeting_presences_tenant_id_meeting_id_body_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id", "body_id") REFERENCES "meeting_bodies"("tenant_id", "meeting_id", "body_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_presences" ADD CONSTRAINT "meeting_presences_tenant_id_post_id_fkey" FOREIGN KEY ("tenant_id", "post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_presences" ADD CONSTRAINT "meeting_presences_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "people"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quorum_rules" ADD CONSTRAINT "quorum_rules_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who comes, who came, and whether that is enough.

alter table meeting_answers add constraint meeting_answers_of_a_leader_or_an_office check ((person_id is null) <> (office_id is null)),
  add constraint meeting_answers_answer_known check (answer in ('attends', 'absent', 'substitute')),
  add constraint meeting_answers_substitute_is_named
    check ((answer = 'substitute') = (substitute is not null) and (substitute is null or length(trim(substitute)) > 0));
alter table meeting_presences add constraint meeting_presences_state_known check (state in ('present', 'excused', 'absent'));
alter table meeting_bodies add constraint meeting_bodies_others check (0 <= other_present and other_present <= other_members),
  add constraint meeting_bodies_counted_whole check (present <= members
    and (recorded_at is null) = (members is null) and (recorded_at is null) = (present is null) and (recorded_at is null) = (quorum is null)
    and (recorded_at is null) = (quorum_basis is null));
alter table quorum_rules add constraint quorum_rules_share check (numerator > 0 and denominator >= numerator),
  add constraint quorum_rules_basis check (length(trim(basis)) > 0);

grant select on meeting_answers, meeting_presences, quorum_rules to portal_app, portal_worker, portal_definer;
grant insert, update on meeting_answers, meeting_presences to portal_app;
grant insert on quorum_rules to portal_definer;

do $$
declare t text;
begin
  foreach t in array array['meeting_answers', 'meeting_presences', 'quorum_rules'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy by_tenant_definer on %I to portal_definer
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
  end loop;
  foreach t in array array['meeting_answers', 'meeting_presences'] loop
    execute format('create policy read_by_access on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''meeting'', meeting_id))', t);
    execute format('create policy write_by_access on %I for insert to portal_app
      with check (tenant_id = (select current_tenant()) and can_read(''meeting'', meeting_id))', t);
    execute format('create policy change_by_access on %I for update to portal_app
      using (tenant_id = (select current_tenant()) and can_read(''meeting'', meeting_id))
      with check (tenant_id = (select current_tenant()) and can_read(''meeting'', meeting_id))', t);
  end loop;
end $$;
create policy read_in_tenant on quorum_rules for select to portal_app using (tenant_id = (select current_tenant()));

-- ---------- how many are enough, until somebody says otherwise ----------

-- Which share the law and the bodies' own working rules ask for nobody has held against their text yet: defaults, and marked so.
create function begin_quorum_rules(p_tenant uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  insert into quorum_rules (tenant_id, body_kind, meeting_kind, numerator, denominator, reaches, basis)
  select p_tenant, k.body_kind, k.meeting_kind, k.numerator, k.denominator, k.reaches, k.basis from (values
    ('*', '*', 1, 2, false, 'Mặc định của cổng: quá nửa tổng số thành viên'),
    ('peoples-council', 'council-session', 2, 3, true, 'Ít nhất hai phần ba tổng số đại biểu Hội đồng nhân dân (Luật Tổ chức chính quyền địa phương)'),
    ('peoples-committee', 'committee-sitting', 2, 3, true, 'Ít nhất hai phần ba tổng số thành viên Ủy ban nhân dân (Luật Tổ chức chính quyền địa phương)'),
    ('party-committee', 'party-plenum', 2, 3, true, 'Ít nhất hai phần ba tổng số cấp ủy viên (quy chế làm việc của cấp ủy)')
  ) k (body_kind, meeting_kind, numerator, denominator, reaches, basis);
  perform set_config('app.tenant_id', v_before, true);
end $$;
create function begin_quorum_rules_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform begin_quorum_rules(new.id);
  return null;
end $$;
create trigger begin_quorum_rules after insert on tenants for each row execute function begin_quorum_rules_after();

-- ---------- who writes ----------

-- For a leader: the leader's own account, or the office that serves the leader's body; for an office: itself, when it has a part.
create function guard_answer() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_meeting meetings;
  v_detail constant jsonb := jsonb_build_object('act', 'answer', 'kind', 'meeting', 'id', new.meeting_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  if new.account_id is distinct from current_account() or new.by_office_id is distinct from current_office() then
    perform refuse('not-own-office', v_detail);
  end if;
  if tg_op = 'UPDATE' and (new.tenant_id, new.id, new.meeting_id, new.person_id, new.office_id)
      is distinct from (old.tenant_id, old.id, old.meeting_id, old.person_id, old.office_id) then
    perform refuse_state('frozen', v_detail);
  end if;
  if new.person_id is not null and not exists (
      select 1 from meeting_leaders l
      join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
      join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
      join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
      where l.tenant_id = new.tenant_id and l.meeting_id = new.meeting_id and l.person_id = new.person_id
        and (pe.account_id = current_account() or ob.office_id = current_office()))
    or new.office_id is not null and (new.office_id is distinct from current_office() or not exists (
      select 1 from access a where a.tenant_id = new.tenant_id and a.office_id = new.office_id and a.kind = 'meeting'
        and a.subject_id = new.meeting_id and a.level <> 'reader')) then
    perform refuse('part', v_detail);
  end if;
  select * into v_meeting from meetings where tenant_id = new.tenant_id and id = new.meeting_id;
  if v_meeting.state <> 'confirmed' then perform refuse_state('state', v_detail); end if;
  return new;
end $$;
create trigger guard_write before insert or update on meeting_answers for each row execute function guard_answer();

-- Presence is the business of the office that serves the body, from the day of the meeting on.
create function assert_may_count(p_tenant uuid, p_meeting uuid, p_body uuid) returns void language plpgsql stable security definer
  set search_path = pg_catalog, public as $$
declare
  v_meeting meetings;
  v_detail constant jsonb := jsonb_build_object('act', 'recordPresence', 'kind', 'meeting', 'id', p_meeting);
begin
  perform assert_tenant(p_tenant);
  if is_system() then return; end if;
  perform assert_acting();
  if not exists (
    select 1 from office_bodies ob where ob.tenant_id = p_tenant and ob.body_id = p_body and ob.office_id = current_office()) then
    perform refuse('part', v_detail);
  end if;
  select * into v_meeting from meetings where tenant_id = p_tenant and id = p_meeting;
  if v_meeting.state <> 'confirmed' then perform refuse_state('state', v_detail); end if;
  if portal_today() < (v_meeting.starts_at at time zone 'Asia/Ho_Chi_Minh')::date then perform refuse_state('early', v_detail); end if;
end $$;
create function guard_presence() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_may_count(new.tenant_id, new.meeting_id, new.body_id);
  return new;
end $$;
create trigger guard_write before insert or update on meeting_presences for each row execute function guard_presence();

-- Which bodies meet is the filing office's and the lead's to say; what a body counts is its own office's.
create function guard_body_count() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if (new.tenant_id, new.meeting_id, new.body_id) is distinct from (old.tenant_id, old.meeting_id, old.body_id) then
    perform refuse_state('frozen', jsonb_build_object('act', 'recordPresence', 'kind', 'meeting', 'id', old.meeting_id));
  end if;
  perform assert_may_count(new.tenant_id, new.meeting_id, new.body_id);
  return new;
end $$;
drop trigger guard_write on meeting_bodies;
create trigger guard_write before insert or delete on meeting_bodies for each row execute function guard_meeting_part();
create trigger guard_count before update on meeting_bodies for each row execute function guard_body_count();

do $$
declare f text;
begin
  foreach f in array array['begin_quorum_rules(uuid)', 'begin_quorum_rules_after()', 'guard_answer()',
      'assert_may_count(uuid, uuid, uuid)', 'guard_presence()', 'guard_body_count()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

-- Tenants that were there before this migration.
do $$
declare t record;
begin
  for t in select id from tenants loop perform begin_quorum_rules(t.id); end loop;
end $$;
