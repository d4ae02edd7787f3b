-- CreateTable
CREATE TABLE "work_programmes" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "parent_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "paper_number" TEXT,
    "creator_account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "issued_at" TIMESTAMPTZ(6),
    "issued_by" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_programmes_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "programme_items" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "parent_item_id" UUID,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "version_id" UUID,
    "duty_id" UUID,
    "body_id" UUID,
    "host_post_id" UUID,
    "subject_key" TEXT,
    "lead_office_id" UUID NOT NULL,
    "others" TEXT NOT NULL DEFAULT '',
    "submitted_body_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "precision" TEXT NOT NULL,
    "leader_post_id" UUID,
    "meeting_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "approval_number" TEXT,
    "approved_on" DATE,
    "approved_by" TEXT,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_items_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "programme_changes" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "item_revision" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "decided_by" TEXT NOT NULL,
    "before" JSONB,
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_changes_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "overlap_settlements" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "other_programme_id" UUID,
    "other_item_id" UUID,
    "basis" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "overlap_settlements_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "work_programmes_tenant_id_parent_id_idx" ON "work_programmes"("tenant_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_programmes_tenant_id_body_id_starts_on_ends_on_key" ON "work_programmes"("tenant_id", "body_id", "starts_on", "ends_on");

-- CreateIndex
CREATE INDEX "programme_items_tenant_id_parent_item_id_idx" ON "programme_items"("tenant_id", "parent_item_id");

-- CreateIndex
CREATE INDEX "programme_items_tenant_id_starts_on_ends_on_idx" ON "programme_items"("tenant_id", "starts_on", "ends_on");

-- CreateIndex
CREATE INDEX "programme_items_tenant_id_meeting_id_idx" ON "programme_items"("tenant_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_items_tenant_id_programme_id_id_key" ON "programme_items"("tenant_id", "programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_items_tenant_id_programme_id_parent_item_id_key" ON "programme_items"("tenant_id", "programme_id", "parent_item_id");

-- CreateIndex
CREATE INDEX "programme_changes_tenant_id_programme_id_at_idx" ON "programme_changes"("tenant_id", "programme_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "programme_changes_tenant_id_item_id_item_revision_key" ON "programme_changes"("tenant_id", "item_id", "item_revision");

-- CreateIndex
CREATE INDEX "overlap_settlements_tenant_id_other_programme_id_other_item_idx" ON "overlap_settlements"("tenant_id", "other_programme_id", "other_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "overlap_settlements_tenant_id_item_id_basis_key" ON "overlap_settlements"("tenant_id", "item_id", "basis");

-- AddForeignKey
ALTER TABLE "work_programmes" ADD CONSTRAINT "work_programmes_tenant_id_body_id_fkey" FOREIGN KEY ("tenant_id", "body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_programmes" ADD CONSTRAINT "work_programmes_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_programmes" ADD CONSTRAINT "work_programmes_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "work_programmes"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_programme_id_fkey" FOREIGN KEY ("tenant_id", "programme_id") REFERENCES "work_programmes"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_parent_item_id_fkey" FOREIGN KEY ("tenant_id", "parent_item_id") REFERENCES "programme_items"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_version_id_duty_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "duty_id") REFERENCES "coordination_duties"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_body_id_fkey" FOREIGN KEY ("tenant_id", "body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_submitted_body_id_fkey" FOREIGN KEY ("tenant_id", "submitted_body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_host_post_id_fkey" FOREIGN KEY ("tenant_id", "host_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_leader_post_id_fkey" FOREIGN KEY ("tenant_id", "leader_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_lead_office_id_fkey" FOREIGN KEY ("tenant_id", "lead_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meetings"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_changes" ADD CONSTRAINT "programme_changes_tenant_id_programme_id_fkey" FOREIGN KEY ("tenant_id", "programme_id") REFERENCES "work_programmes"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_changes" ADD CONSTRAINT "programme_changes_tenant_id_programme_id_item_id_fkey" FOREIGN KEY ("tenant_id", "programme_id", "item_id") REFERENCES "programme_items"("tenant_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_changes" ADD CONSTRAINT "programme_changes_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlap_settlements" ADD CONSTRAINT "overlap_settlements_tenant_id_programme_id_item_id_fkey" FOREIGN KEY ("tenant_id", "programme_id", "item_id") REFERENCES "programme_items"("tenant_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlap_settlements" ADD CONSTRAINT "overlap_settlements_tenant_id_other_programme_id_other_ite_fkey" FOREIGN KEY ("tenant_id", "other_programme_id", "other_item_id") REFERENCES "programme_items"("tenant_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlap_settlements" ADD CONSTRAINT "overlap_settlements_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
