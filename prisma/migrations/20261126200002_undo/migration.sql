-- CreateTable
CREATE TABLE "meeting_undos" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "act_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "before" JSONB,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "meeting_undos_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "meeting_undos_tenant_id_act_id_idx" ON "meeting_undos"("tenant_id", "act_id");

-- CreateIndex
CREATE INDEX "meeting_undos_tenant_id_meeting_id_revision_idx" ON "meeting_undos"("tenant_id", "meeting_id", "revision");

-- CreateIndex
CREATE INDEX "meeting_undos_tenant_id_account_id_at_idx" ON "meeting_undos"("tenant_id", "account_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "meeting_undos" ADD CONSTRAINT "meeting_undos_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_undos" ADD CONSTRAINT "meeting_undos_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An act on meetings can be taken back by its own person, from the same office, within a minute, as long as nobody went on.

alter table meeting_undos add constraint meeting_undos_act_known check (act in ('file', 'edit', 'change', 'postpone', 'cancel')),
  add constraint meeting_undos_before check ((act = 'file') = (before is null));

-- What a meeting was is read by the functions below alone: the person has seen it, another account has not.
grant select (tenant_id, id, act_id, act, meeting_id, office_id, account_id, revision, at, undone_at) on meeting_undos to portal_app;
grant select, insert, update, delete on meeting_undos to portal_definer;
grant insert, delete on meeting_leaders, meeting_bodies to portal_definer;

alter table meeting_undos enable row level security;
alter table meeting_undos force row level security;
create policy by_tenant_definer on meeting_undos to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy own_acts on meeting_undos for select to portal_app
  using (tenant_id = (select current_tenant()) and account_id = (select current_account()) and office_id = (select current_office()));

create function undo_seconds() returns integer language sql immutable as $$ select 60 $$;

-- Keeps what the meetings are before an act of the acting person, or after it where they were filed by it. What is older than an
-- hour is of no use and goes. Times are kept as UTC, so that what is compared later is written alike.
create function remember_meetings(p_ids uuid[], p_act text) returns void language plpgsql security definer
  set search_path = pg_catalog, public set timezone = 'UTC' as $$
declare v_act_id constant uuid := gen_random_uuid();
begin
  perform assert_acting();
  delete from meeting_undos where tenant_id = current_tenant() and account_id = current_account() and at < now() - interval '1 hour';
  insert into meeting_undos (tenant_id, id, act_id, act, meeting_id, office_id, account_id, revision, before)
  select current_tenant(), gen_random_uuid(), v_act_id, p_act, m.id, current_office(), current_account(),
    case p_act when 'file' then m.revision else m.revision + 1 end,
    case when p_act <> 'file' then jsonb_build_object('meeting', to_jsonb(m),
      'leaders', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from meeting_leaders l where l.tenant_id = m.tenant_id and l.meeting_id = m.id),
      'bodies', (select coalesce(jsonb_agg(to_jsonb(b)), '[]') from meeting_bodies b where b.tenant_id = m.tenant_id and b.meeting_id = m.id)) end
  from meetings m where m.tenant_id = current_tenant() and m.id = any (p_ids)
    and current_office() in (m.lead_office_id, m.filing_office_id);
end $$;

-- Whether a change puts a meeting back exactly as it was before the last act on it, by that act's own person and in time. Such a
-- change is no act of article 4: it may lead out of a state that no act leads out of.
create function is_undo(o meetings, n meetings) returns boolean language sql stable security definer
  set search_path = pg_catalog, public set timezone = 'UTC' as $$
  select exists (
    select 1 from meeting_undos u
    where u.tenant_id = current_tenant() and u.tenant_id = o.tenant_id and u.meeting_id = o.id and u.revision = o.revision
      and u.account_id = current_account() and u.office_id = current_office() and u.undone_at is null
      and u.at >= clock_timestamp() - make_interval(secs => undo_seconds()) and n.revision = o.revision + 1
      and to_jsonb(n) - array['revision', 'changed_at'] = (u.before -> 'meeting') - array['revision', 'changed_at'])
$$;

drop trigger guard_update on meetings;
create trigger guard_update before update on meetings for each row when (not is_undo(old, new))
  execute function guard_meeting_update();

/*
 Takes back an act of the acting person on all its meetings, or on none: their rows, leaders, bodies and claims are as before.
 Answers null, or why it cannot be:
   gone      there is no such act, or it was taken back before;
   late      a minute has passed;
   built-on  somebody has done something to one of them since, or the act took a place from others or answered for a lost one;
   published a week sheet that prints one of them has been published since;
   taken     what a meeting gave back is taken by another (also PH004 from place_claims, which rolls everything back).
*/
create function undo_meetings(p_act uuid, p_reason text) returns text language plpgsql security definer
  set search_path = pg_catalog, public set timezone = 'UTC' as $$
declare
  v_ids uuid[];
  v_columns text;
  v_since timestamptz;
  v record;
begin
  perform assert_acting();
  v_ids := array(select u.meeting_id from meeting_undos u where u.tenant_id = current_tenant() and u.act_id = p_act
    and u.account_id = current_account() and u.office_id = current_office() and u.undone_at is null);
  if cardinality(v_ids) = 0 then return 'gone'; end if;
  -- The one order of locks: everything the meetings take and took, then their rows.
  perform lock_resources(array(
    select resource_id from resource_claims where tenant_id = current_tenant() and meeting_id = any (v_ids)
    union select r.id from meeting_leaders l join resources r on r.tenant_id = l.tenant_id and r.person_id = l.person_id
      where l.tenant_id = current_tenant() and l.meeting_id = any (v_ids)
    union select room_id from meetings where tenant_id = current_tenant() and id = any (v_ids) and room_id is not null
    union select r.id from meeting_undos u
      cross join lateral jsonb_array_elements(u.before -> 'leaders') l
      join resources r on r.tenant_id = u.tenant_id and r.person_id = (l ->> 'person_id')::uuid
      where u.tenant_id = current_tenant() and u.act_id = p_act
    union select (u.before -> 'meeting' ->> 'room_id')::uuid from meeting_undos u
      where u.tenant_id = current_tenant() and u.act_id = p_act and u.before -> 'meeting' ->> 'room_id' is not null));
  perform 1 from meetings where tenant_id = current_tenant() and id = any (v_ids) order by id for no key update;
  perform 1 from meeting_undos where tenant_id = current_tenant() and act_id = p_act order by id for no key update;
  select min(u.at) into v_since from meeting_undos u where u.tenant_id = current_tenant() and u.act_id = p_act and u.undone_at is null;
  if v_since is null then return 'gone'; end if;
  if v_since < clock_timestamp() - make_interval(secs => undo_seconds()) then return 'late'; end if;
  if exists (select 1 from meeting_undos u join meetings m on m.tenant_id = u.tenant_id and m.id = u.meeting_id
      where u.tenant_id = current_tenant() and u.act_id = p_act and u.revision <> m.revision)
    or exists (select 1 from displacements d where d.tenant_id = current_tenant() and d.by_meeting_id = any (v_ids) and d.at >= v_since)
    -- An answer carries the clock of who gave it, which may be a little behind.
    or exists (select 1 from displacements d where d.tenant_id = current_tenant() and d.meeting_id = any (v_ids)
      and (d.at >= v_since or d.answered_at >= v_since - interval '1 second')) then
    return 'built-on';
  end if;
  if exists (select 1 from (
        select m.starts_at from meetings m where m.tenant_id = current_tenant() and m.id = any (v_ids)
        union select (u.before -> 'meeting' ->> 'starts_at')::timestamptz from meeting_undos u
          where u.tenant_id = current_tenant() and u.act_id = p_act and u.before is not null) printed
      join week_sheets s on s.tenant_id = current_tenant()
        and s.monday = date_trunc('week', printed.starts_at at time zone 'Asia/Ho_Chi_Minh')::date
      join week_sheet_versions w on w.tenant_id = s.tenant_id and w.sheet_id = s.id and w.published_at >= v_since) then
    return 'published';
  end if;

  -- Every column but those that count the changes, whatever columns a meeting comes to have.
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into v_columns from pg_attribute a
  where a.attrelid = 'meetings'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.attname not in ('tenant_id', 'id', 'revision', 'changed_at');
  for v in select u.meeting_id as id, u.before from meeting_undos u where u.tenant_id = current_tenant() and u.act_id = p_act order by u.meeting_id
  loop
    if v.before is null then
      update meetings set state = 'cancelled', reason = p_reason, revision = revision + 1, changed_at = clock_timestamp()
        where tenant_id = current_tenant() and id = v.id;
    else
      execute format('update meetings m set (%1$s) = (select %1$s from jsonb_populate_record(null::meetings, $1)),
        revision = m.revision + 1, changed_at = clock_timestamp() where m.tenant_id = current_tenant() and m.id = $2', v_columns)
        using v.before -> 'meeting', v.id;
      -- Cancelled and put off it kept its parts; their guard would let nobody write them.
      if (select coalesce(jsonb_agg(to_jsonb(l) order by l.person_id), '[]') from meeting_leaders l
          where l.tenant_id = current_tenant() and l.meeting_id = v.id)
        is distinct from (select coalesce(jsonb_agg(l order by (l ->> 'person_id')::uuid), '[]') from jsonb_array_elements(v.before -> 'leaders') l) then
        delete from meeting_leaders where tenant_id = current_tenant() and meeting_id = v.id;
        insert into meeting_leaders select * from jsonb_populate_recordset(null::meeting_leaders, v.before -> 'leaders');
      end if;
      delete from meeting_bodies b where b.tenant_id = current_tenant() and b.meeting_id = v.id and not exists (
        select 1 from jsonb_array_elements(v.before -> 'bodies') k where (k ->> 'body_id')::uuid = b.body_id);
      insert into meeting_bodies select k.* from jsonb_populate_recordset(null::meeting_bodies, v.before -> 'bodies') k
        where not exists (select 1 from meeting_bodies b where b.tenant_id = k.tenant_id and b.meeting_id = k.meeting_id and b.body_id = k.body_id);
    end if;
    perform place_claims(v.id, null, 'as before');
  end loop;
  update meeting_undos set undone_at = clock_timestamp() where tenant_id = current_tenant() and act_id = p_act;
  return null;
end $$;

do $$
declare f text;
begin
  foreach f in array array['undo_seconds()', 'remember_meetings(uuid[], text)', 'is_undo(meetings, meetings)', 'undo_meetings(uuid, text)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function remember_meetings(uuid[], text), undo_meetings(uuid, text), undo_seconds() to portal_app;
-- The trigger's condition is asked as whoever writes.
grant execute on function is_undo(meetings, meetings) to portal_app, portal_worker;
