-- CreateTable
CREATE TABLE "calendar_settings" (
    "tenant_id" UUID NOT NULL,
    "exchange_weekday" INTEGER NOT NULL DEFAULT 4,
    "morning_from" INTEGER NOT NULL DEFAULT 450,
    "morning_until" INTEGER NOT NULL DEFAULT 690,
    "afternoon_from" INTEGER NOT NULL DEFAULT 810,
    "afternoon_until" INTEGER NOT NULL DEFAULT 1020,
    "hold_days" INTEGER NOT NULL DEFAULT 14,
    "travel_minutes" INTEGER NOT NULL DEFAULT 30,
    "sheet_columns" TEXT[],

    CONSTRAINT "calendar_settings_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "meeting_kinds" (
    "tenant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "duty_key" TEXT,
    "built_in" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "meeting_kinds_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "resources" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "person_id" UUID,
    "office_id" UUID,
    "site" TEXT,
    "setup_minutes" INTEGER NOT NULL DEFAULT 0,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "resources_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT,
    "title" TEXT NOT NULL,
    "kind_key" TEXT NOT NULL,
    "variant" TEXT,
    "version_id" UUID,
    "duty_id" UUID,
    "body_id" UUID,
    "host_post_id" UUID,
    "subject_key" TEXT,
    "lead_office_id" UUID NOT NULL,
    "filing_office_id" UUID NOT NULL,
    "filing_account_id" UUID,
    "state" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "room_id" UUID,
    "place_text" TEXT,
    "chair_post_id" UUID,
    "chair_text" TEXT,
    "participants" TEXT NOT NULL DEFAULT '',
    "preparing" TEXT NOT NULL DEFAULT '',
    "mode" TEXT NOT NULL DEFAULT 'in-person',
    "visibility" TEXT NOT NULL DEFAULT 'common',
    "note" TEXT NOT NULL DEFAULT '',
    "points" INTEGER,
    "delegates" INTEGER,
    "hold_until" DATE NOT NULL,
    "override_reason" TEXT,
    "return_reason" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "approved_at" TIMESTAMPTZ(6),
    "confirmed_at" TIMESTAMPTZ(6),
    "changed_at" TIMESTAMPTZ(6) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting_leaders" (
    "tenant_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "meeting_leaders_pkey" PRIMARY KEY ("tenant_id","meeting_id","person_id")
);

-- CreateTable
CREATE TABLE "meeting_bodies" (
    "tenant_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "members" INTEGER,
    "quorum" INTEGER,
    "present" INTEGER,

    CONSTRAINT "meeting_bodies_pkey" PRIMARY KEY ("tenant_id","meeting_id","body_id")
);

-- CreateTable
CREATE TABLE "meeting_offices" (
    "tenant_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "meeting_offices_pkey" PRIMARY KEY ("tenant_id","meeting_id","office_id")
);

-- CreateTable
CREATE TABLE "resource_claims" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "during" tstzrange,
    "kind" TEXT NOT NULL,
    "hold_until" DATE,

    CONSTRAINT "resource_claims_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "displacements" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "by_meeting_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "displacements_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "week_sheets" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "monday" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "week_sheets_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "week_sheet_versions" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL,
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "duty_id" UUID NOT NULL,
    "signer" JSONB NOT NULL,
    "audit_head" TEXT NOT NULL,
    "rows" JSONB NOT NULL,

    CONSTRAINT "week_sheet_versions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "notices" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6),
    "received_by" UUID,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "resources_tenant_id_kind_idx" ON "resources"("tenant_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "resources_tenant_id_person_id_key" ON "resources"("tenant_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "resources_tenant_id_code_key" ON "resources"("tenant_id", "code");

-- CreateIndex
CREATE INDEX "meetings_tenant_id_starts_at_idx" ON "meetings"("tenant_id", "starts_at");

-- CreateIndex
CREATE INDEX "meetings_tenant_id_lead_office_id_state_starts_at_idx" ON "meetings"("tenant_id", "lead_office_id", "state", "starts_at");

-- CreateIndex
CREATE INDEX "meetings_tenant_id_filing_office_id_state_starts_at_idx" ON "meetings"("tenant_id", "filing_office_id", "state", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_tenant_id_filing_office_id_code_key" ON "meetings"("tenant_id", "filing_office_id", "code");

-- CreateIndex
CREATE INDEX "meeting_leaders_tenant_id_person_id_idx" ON "meeting_leaders"("tenant_id", "person_id");

-- CreateIndex
CREATE INDEX "resource_claims_tenant_id_resource_id_starts_at_idx" ON "resource_claims"("tenant_id", "resource_id", "starts_at");

-- CreateIndex
CREATE INDEX "resource_claims_tenant_id_meeting_id_idx" ON "resource_claims"("tenant_id", "meeting_id");

-- CreateIndex
CREATE INDEX "displacements_tenant_id_meeting_id_idx" ON "displacements"("tenant_id", "meeting_id");

-- CreateIndex
CREATE INDEX "displacements_tenant_id_by_meeting_id_idx" ON "displacements"("tenant_id", "by_meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "week_sheets_tenant_id_monday_key" ON "week_sheets"("tenant_id", "monday");

-- CreateIndex
CREATE UNIQUE INDEX "week_sheet_versions_tenant_id_sheet_id_number_key" ON "week_sheet_versions"("tenant_id", "sheet_id", "number");

-- CreateIndex
CREATE INDEX "notices_tenant_id_office_id_created_at_id_idx" ON "notices"("tenant_id", "office_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notices_tenant_id_subject_kind_subject_id_idx" ON "notices"("tenant_id", "subject_kind", "subject_id");

-- AddForeignKey
ALTER TABLE "calendar_settings" ADD CONSTRAINT "calendar_settings_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_kinds" ADD CONSTRAINT "meeting_kinds_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "people"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_kind_key_fkey" FOREIGN KEY ("tenant_id", "kind_key") REFERENCES "meeting_kinds"("tenant_id", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_version_id_duty_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "duty_id") REFERENCES "coordination_duties"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_body_id_fkey" FOREIGN KEY ("tenant_id", "body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_host_post_id_fkey" FOREIGN KEY ("tenant_id", "host_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_chair_post_id_fkey" FOREIGN KEY ("tenant_id", "chair_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_lead_office_id_fkey" FOREIGN KEY ("tenant_id", "lead_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_filing_office_id_fkey" FOREIGN KEY ("tenant_id", "filing_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_room_id_fkey" FOREIGN KEY ("tenant_id", "room_id") REFERENCES "resources"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_leaders" ADD CONSTRAINT "meeting_leaders_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_leaders" ADD CONSTRAINT "meeting_leaders_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "people"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_leaders" ADD CONSTRAINT "meeting_leaders_tenant_id_post_id_fkey" FOREIGN KEY ("tenant_id", "post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_bodies" ADD CONSTRAINT "meeting_bodies_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_bodies" ADD CONSTRAINT "meeting_bodies_tenant_id_body_id_fkey" FOREIGN KEY ("tenant_id", "body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_offices" ADD CONSTRAINT "meeting_offices_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_offices" ADD CONSTRAINT "meeting_offices_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_claims" ADD CONSTRAINT "resource_claims_tenant_id_resource_id_fkey" FOREIGN KEY ("tenant_id", "resource_id") REFERENCES "resources"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_claims" ADD CONSTRAINT "resource_claims_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "displacements" ADD CONSTRAINT "displacements_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "displacements" ADD CONSTRAINT "displacements_tenant_id_by_meeting_id_fkey" FOREIGN KEY ("tenant_id", "by_meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "week_sheet_versions" ADD CONSTRAINT "week_sheet_versions_tenant_id_sheet_id_fkey" FOREIGN KEY ("tenant_id", "sheet_id") REFERENCES "week_sheets"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "week_sheet_versions" ADD CONSTRAINT "week_sheet_versions_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "week_sheet_versions" ADD CONSTRAINT "week_sheet_versions_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "week_sheet_versions" ADD CONSTRAINT "week_sheet_versions_tenant_id_version_id_duty_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "duty_id") REFERENCES "coordination_duties"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
