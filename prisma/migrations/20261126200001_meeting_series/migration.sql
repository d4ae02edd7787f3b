-- CreateTable
CREATE TABLE "meeting_series" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "except_days" DATE[],
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("tenant_id","id")
);

-- AlterTable
ALTER TABLE "meetings" ADD COLUMN "series_id" UUID;

-- CreateIndex
CREATE INDEX "meetings_tenant_id_series_id_starts_at_idx" ON "meetings"("tenant_id", "series_id", "starts_at");

-- AddForeignKey
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_series_id_fkey" FOREIGN KEY ("tenant_id", "series_id") REFERENCES "meeting_series"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A repeating meeting as it was filed: each of its dates is a meeting of its own, judged, changed and ended by itself.

alter table meeting_series add constraint meeting_series_rule check (rule ~ '^FREQ=(WEEKLY|MONTHLY);' and length(rule) <= 200);

grant select, insert on meeting_series to portal_app;
grant select on meeting_series to portal_definer;

alter table meeting_series enable row level security;
alter table meeting_series force row level security;
create policy by_tenant_definer on meeting_series to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
-- Who may read one of its meetings may read how it repeats.
create policy read_by_its_meetings on meeting_series for select to portal_app
  using (tenant_id = (select current_tenant()) and exists (
    select 1 from meetings m where m.tenant_id = meeting_series.tenant_id and m.series_id = meeting_series.id));
create policy write_in_tenant on meeting_series for insert to portal_app with check (tenant_id = (select current_tenant()));

create function guard_series() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if is_system() then return new; end if;
  if new.office_id is distinct from current_office() or new.account_id is distinct from current_account() then
    perform refuse('not-own-office', jsonb_build_object('act', 'file', 'kind', 'meeting'));
  end if;
  return new;
end $$;
create trigger guard_insert before insert on meeting_series for each row execute function guard_series();
create trigger insert_only before update or delete on meeting_series for each row execute function refuse_rewriting();
create trigger insert_only_whole before truncate on meeting_series for each statement execute function refuse_rewriting();

-- A meeting is of the series it was filed with, by the office that filed both, or of none.
create function guard_meeting_series() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_detail constant jsonb := jsonb_build_object('act', 'file', 'kind', 'meeting');
begin
  if tg_op = 'UPDATE' then perform refuse_state('frozen', v_detail); end if;
  if not exists (select 1 from meeting_series s
      where s.tenant_id = new.tenant_id and s.id = new.series_id and s.office_id = new.filing_office_id) then
    perform refuse('not-own-office', v_detail);
  end if;
  return new;
end $$;
create trigger guard_series_insert before insert on meetings for each row
  when (new.series_id is not null) execute function guard_meeting_series();
create trigger guard_series_update before update of series_id on meetings for each row
  when (new.series_id is distinct from old.series_id) execute function guard_meeting_series();

do $$
declare f text;
begin
  foreach f in array array['guard_series()', 'guard_meeting_series()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
