-- CreateTable
CREATE TABLE "calendar_feeds" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "resource_id" UUID,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "calendar_feeds_tenant_id_office_id_created_at_id_idx" ON "calendar_feeds"("tenant_id", "office_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_tenant_id_token_hash_key" ON "calendar_feeds"("tenant_id", "token_hash");

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_tenant_id_resource_id_fkey" FOREIGN KEY ("tenant_id", "resource_id") REFERENCES "resources"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A calendar outside the portal reads what its maker's office may read, by an address that can be revoked.

alter table calendar_feeds add constraint calendar_feeds_scope_known check (scope in ('office', 'leader', 'room')),
  add constraint calendar_feeds_scope_names_its_resource check ((scope = 'office') = (resource_id is null)),
  add constraint calendar_feeds_token_is_hashed check (token_hash ~ '^[0-9a-f]{64}$');

-- Nobody reads the hash but the function below: who makes a feed has seen its address once.
grant select (tenant_id, id, office_id, account_id, scope, resource_id, created_at, revoked_at), insert, update (revoked_at)
  on calendar_feeds to portal_app;
grant select on calendar_feeds to portal_definer;

alter table calendar_feeds enable row level security;
alter table calendar_feeds force row level security;
create policy by_tenant_definer on calendar_feeds to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy own_office on calendar_feeds for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));
create policy make_own on calendar_feeds for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office()) and account_id = (select current_account()));
create policy revoke_own_office on calendar_feeds for update to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()))
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office()));

-- The tenant is known by its slug alone before anything else is.
create policy tenant_of_a_feed on tenants for select to portal_definer
  using (slug = nullif(current_setting('app.feed_tenant', true), ''));

create function guard_feed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', tg_argv[0], 'kind', 'calendar-feed', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if is_system() then return new; end if;
  if new.office_id is distinct from current_office() then perform refuse('not-own-office', v_detail); end if;
  if tg_op = 'UPDATE' then
    -- What is revoked stays so.
    if old.revoked_at is not null or new.revoked_at is null then perform refuse_state('state', v_detail); end if;
    return new;
  end if;
  if new.account_id is distinct from current_account() then perform refuse('not-own-office', v_detail); end if;
  if new.revoked_at is not null then perform refuse_state('state', v_detail); end if;
  if new.resource_id is not null and not exists (
    select 1 from resources r where r.tenant_id = new.tenant_id and r.id = new.resource_id and r.kind = new.scope) then
    perform refuse_state('scope', v_detail);
  end if;
  return new;
end $$;
create trigger guard_insert before insert on calendar_feeds for each row execute function guard_feed('create');
create trigger guard_update before update on calendar_feeds for each row execute function guard_feed('revoke');

-- The history of a feed is its office's to read.
create function sync_feed_access() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
  values (new.tenant_id, new.office_id, 'calendar-feed', new.id, new.created_at, 'creator', new.revoked_at is null)
  on conflict (tenant_id, office_id, kind, subject_id) do update set open = excluded.open;
  return null;
end $$;
create trigger sync_access after insert or update of revoked_at on calendar_feeds
  for each row execute function sync_feed_access();

-- The meetings of a feed: what its office may read today, and of a leader or a room beyond that only when they are taken.
create function feed_rows(p_office uuid, p_scope text, p_resource uuid, p_person uuid, p_from timestamptz, p_until timestamptz)
  returns table (kind text, id uuid, title text, starts_at timestamptz, ends_at timestamptz, place text, state text, revision integer,
    changed_at timestamptz)
  language sql stable rows 1000 security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
  with seen as materialized (
    select acc.subject_id as id from access acc
    where acc.tenant_id = current_tenant() and acc.office_id = p_office and acc.kind = 'meeting'
      and acc.sort_key >= p_from and acc.sort_key < p_until and (acc.until is null or acc.until >= portal_today()))
  select 'meeting', m.id, m.title, m.starts_at, m.ends_at,
    coalesce(m.place_text, (select r.name || coalesce(', ' || r.site, '') from resources r
      where r.tenant_id = m.tenant_id and r.id = m.room_id), ''),
    m.state, m.revision, m.changed_at
  from seen join meetings m on m.tenant_id = current_tenant() and m.id = seen.id
  where p_scope = 'office' or p_scope = 'room' and m.room_id = p_resource
    or p_scope = 'leader' and exists (
      select 1 from meeting_leaders l where l.tenant_id = m.tenant_id and l.meeting_id = m.id and l.person_id = p_person)
  union all
  -- Of what it may not read an office knows when, not what nor how often it changed.
  select 'busy', c.meeting_id, null, c.starts_at, c.ends_at, null, case c.kind when 'hold' then 'approved' else 'confirmed' end, 0, null
  from resource_claims c
  where c.tenant_id = current_tenant() and c.resource_id = p_resource and c.starts_at >= p_from and c.starts_at < p_until
    and (c.hold_until is null or c.hold_until >= portal_today())
    and not exists (
      select 1 from access acc where acc.tenant_id = c.tenant_id and acc.office_id = p_office and acc.kind = 'meeting'
        and acc.subject_id = c.meeting_id and (acc.until is null or acc.until >= portal_today()))
  order by 4, 2
$$;

-- What an address of a feed answers: a first row that names it, then its meetings. No row at all for an address that is none,
-- for one that was revoked, and once its maker holds no post in the office any more.
create function calendar_feed(p_slug text, p_token_hash text)
  returns table (kind text, id uuid, title text, starts_at timestamptz, ends_at timestamptz, place text, state text, revision integer,
    changed_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
  v_tenant uuid;
  v_feed record;
begin
  perform set_config('app.feed_tenant', p_slug, true);
  select t.id into v_tenant from tenants t where t.slug = p_slug;
  perform set_config('app.feed_tenant', '', true);
  if v_tenant is null then return; end if;
  perform set_config('app.tenant_id', v_tenant::text, true);
  select f.id, f.office_id, f.scope, f.resource_id, r.person_id, coalesce(r.name, o.code) as name into v_feed
  from calendar_feeds f
  join accounts a on a.id = f.account_id and a.disabled_at is null
  join offices o on o.tenant_id = f.tenant_id and o.id = f.office_id
  left join resources r on r.tenant_id = f.tenant_id and r.id = f.resource_id
  where f.tenant_id = v_tenant and f.token_hash = p_token_hash and f.revoked_at is null and exists (
    select 1 from people pe
    join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
    join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where pe.tenant_id = f.tenant_id and pe.account_id = f.account_id and p.office_id = f.office_id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today()));
  if v_feed.id is not null then
    return query select v_feed.scope, v_feed.id, v_feed.name, null::timestamptz, null::timestamptz, null::text, null::text, 0,
      null::timestamptz;
    return query select * from feed_rows(v_feed.office_id, v_feed.scope, v_feed.resource_id, v_feed.person_id,
      now() - interval '60 days', now() + interval '400 days');
  end if;
  perform set_config('app.tenant_id', v_before, true);
end $$;

do $$
declare f text;
begin
  foreach f in array array['guard_feed()', 'sync_feed_access()',
      'feed_rows(uuid, text, uuid, uuid, timestamptz, timestamptz)', 'calendar_feed(text, text)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function calendar_feed(text, text) to portal_public;
