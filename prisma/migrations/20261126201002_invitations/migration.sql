-- CreateTable
CREATE TABLE "meeting_invitations" (
    "tenant_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "person_ids" UUID[],
    "state" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "meeting_invitations_pkey" PRIMARY KEY ("tenant_id","meeting_id","account_id")
);

-- AddForeignKey
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who was invited by mail to what, and with which words last. The worker's own book; read by who reads the meeting.

alter table meeting_invitations add constraint meeting_invitations_state_known check (state in ('invited', 'withdrawn')),
  add constraint meeting_invitations_digest check (digest ~ '^[0-9a-f]{64}$');

grant select on meeting_invitations to portal_app;
grant select, insert, update on meeting_invitations to portal_worker;

alter table meeting_invitations enable row level security;
alter table meeting_invitations force row level security;
create policy by_tenant_worker on meeting_invitations to portal_worker
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy read_by_access on meeting_invitations for select to portal_app
  using (tenant_id = (select current_tenant()) and can_read('meeting', meeting_id));
