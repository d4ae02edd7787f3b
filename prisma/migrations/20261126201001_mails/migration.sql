-- CreateTable
CREATE TABLE "mails" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "code" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "next_at" TIMESTAMPTZ(6),
    "settled_at" TIMESTAMPTZ(6),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "mail_contents" (
    "tenant_id" UUID NOT NULL,
    "mail_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "calendar" TEXT,
    "method" TEXT,

    CONSTRAINT "mail_contents_pkey" PRIMARY KEY ("tenant_id","mail_id")
);

-- CreateIndex
CREATE INDEX "mails_tenant_id_created_at_id_idx" ON "mails"("tenant_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mails_tenant_id_account_id_created_at_id_idx" ON "mails"("tenant_id", "account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mails_tenant_id_state_created_at_id_idx" ON "mails"("tenant_id", "state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mails_tenant_id_subject_kind_subject_id_idx" ON "mails"("tenant_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "mails_tenant_id_occasion_key" ON "mails"("tenant_id", "occasion");

-- AddForeignKey
ALTER TABLE "mail_contents" ADD CONSTRAINT "mail_contents_tenant_id_mail_id_fkey" FOREIGN KEY ("tenant_id", "mail_id") REFERENCES "mails"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Letters to people. The worker writes them and their states; the receiver reads what they say, an administrator of the tenant
-- only that they are there and what became of them.

alter table mails add constraint mails_kind_known check (kind in ('invitation', 'invitation-changed', 'invitation-withdrawn', 'notice')),
  add constraint mails_subject_known check (subject_kind in ('meeting', 'notice')),
  add constraint mails_state_known check (state in ('queued', 'sent', 'kept', 'failed', 'dropped')),
  add constraint mails_attempts check (attempts >= 0),
  -- Never an answer's text, which repeats addresses.
  add constraint mails_code_is_a_code check (code ~ '^[A-Z0-9]{1,20}$'),
  add constraint mails_queued_has_its_time check ((state = 'queued') = (next_at is not null) and (state = 'queued') = (settled_at is null));
alter table mail_contents add constraint mail_contents_calendar_names_its_method check ((calendar is null) = (method is null)),
  add constraint mail_contents_method_known check (method in ('REQUEST', 'CANCEL'));

grant select on mails, mail_contents to portal_app;
grant update (state, attempts, next_at, settled_at) on mails to portal_app;
grant select, insert, update on mails to portal_worker;
grant select, insert, delete on mail_contents to portal_worker;

-- Whether the account acts for an office in which it holds the administrator's post.
create function administers() returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public as $$
begin
  return exists (
    select 1 from people pe
    join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
    join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where pe.tenant_id = current_tenant() and pe.account_id = current_account() and p.office_id = current_office()
      and p.role = 'tenant-administrator'
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today()));
end $$;

do $$
declare t text;
begin
  foreach t in array array['mails', 'mail_contents'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy by_tenant_worker on %I to portal_worker
      using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('create policy own on %I for select to portal_app
      using (tenant_id = (select current_tenant()) and account_id = (select current_account()))', t);
  end loop;
end $$;
create policy administrator_reads on mails for select to portal_app
  using (tenant_id = (select current_tenant()) and (select administers()));
-- Whoever reads one may be told why it is not theirs to send again: the trigger says it.
create policy resend_what_is_read on mails for update to portal_app
  using (tenant_id = (select current_tenant()) and (account_id = (select current_account()) or (select administers())))
  with check (tenant_id = (select current_tenant()) and (account_id = (select current_account()) or (select administers())));

-- What was given up is queued again by an administrator; everything else about a letter is the system's.
create function guard_mail() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'resend', 'kind', 'mail', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  if not administers() then perform refuse('role', v_detail); end if;
  if old.state <> 'failed' or new.state <> 'queued' then perform refuse_state('state', v_detail); end if;
  return new;
end $$;
create trigger guard_update before update on mails for each row execute function guard_mail();

-- Where a letter to an account goes; nothing once it is disabled or holds no post in the tenant any more.
create function mail_address(p_account uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public as $$
  select a.email from accounts a
  where a.id = p_account and a.disabled_at is null and exists (
    select 1 from people pe
    join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
    where pe.tenant_id = current_tenant() and pe.account_id = a.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today()))
$$;

do $$
declare f text;
begin
  foreach f in array array['administers()', 'guard_mail()', 'mail_address(uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function administers() to portal_app;
grant execute on function mail_address(uuid) to portal_worker;
