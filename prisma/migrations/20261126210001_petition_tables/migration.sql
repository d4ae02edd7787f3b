-- CreateTable
CREATE TABLE "petitions" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "receiving_body_id" UUID NOT NULL,
    "receiving_office_id" UUID NOT NULL,
    "filing_office_id" UUID NOT NULL,
    "filing_account_id" UUID,
    "lead_office_id" UUID NOT NULL,
    "lead_why" TEXT NOT NULL DEFAULT 'receiving',
    "version_id" UUID,
    "duty_id" UUID,
    "subject_key" TEXT,
    "origin" TEXT NOT NULL DEFAULT 'portal',
    "channel" TEXT NOT NULL,
    "forwarder_kind" TEXT,
    "forwarder_name" TEXT NOT NULL DEFAULT '',
    "received_on" DATE NOT NULL,
    "class" TEXT,
    "denounces" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "content" TEXT,
    "sealed_content" BYTEA,
    "people_count" INTEGER NOT NULL DEFAULT 1,
    "settled_before" TEXT NOT NULL DEFAULT '',
    "competent" BOOLEAN,
    "state" TEXT NOT NULL,
    "outcome" TEXT,
    "outcome_on" DATE,
    "outcome_body" TEXT NOT NULL DEFAULT '',
    "outcome_document" TEXT NOT NULL DEFAULT '',
    "documents_issued" INTEGER NOT NULL DEFAULT 0,
    "refusal_ground" TEXT,
    "refusal_words" TEXT NOT NULL DEFAULT '',
    "follow_up" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "keep_until" DATE,
    "destroyed_at" TIMESTAMPTZ(6),
    "closed_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "petitions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "petition_people" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "identity" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "part" TEXT NOT NULL DEFAULT 'petitioner',
    "full_name" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "id_number" TEXT,
    "phone_hash" TEXT,
    "id_hash" TEXT,
    "sealed" BYTEA,

    CONSTRAINT "petition_people_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tenant_keys" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "wrapped_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "tenant_keys_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "petition_keys" (
    "tenant_id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "tenant_key_id" UUID NOT NULL,
    "wrapped" BYTEA,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "destroyed_at" TIMESTAMPTZ(6),

    CONSTRAINT "petition_keys_pkey" PRIMARY KEY ("tenant_id","petition_id")
);

-- CreateTable
CREATE TABLE "petition_offices" (
    "tenant_id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "petition_offices_pkey" PRIMARY KEY ("tenant_id","petition_id","office_id")
);

-- CreateTable
CREATE TABLE "petition_entries" (
    "tenant_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "received_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "receiving_office_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "petition_entries_pkey" PRIMARY KEY ("tenant_id","office_id","petition_id")
);

-- CreateTable
CREATE TABLE "petition_grams" (
    "tenant_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "gram" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "petition_id" UUID NOT NULL,

    CONSTRAINT "petition_grams_pkey" PRIMARY KEY ("tenant_id","office_id","gram","received_on","petition_id")
);

-- CreateIndex
CREATE INDEX "petitions_tenant_id_lead_office_id_state_received_on_id_idx" ON "petitions"("tenant_id", "lead_office_id", "state", "received_on", "id");

-- CreateIndex
CREATE INDEX "petitions_tenant_id_parent_id_idx" ON "petitions"("tenant_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "petitions_tenant_id_code_key" ON "petitions"("tenant_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "petitions_tenant_id_id_identity_key" ON "petitions"("tenant_id", "id", "identity");

-- CreateIndex
CREATE INDEX "petition_people_tenant_id_petition_id_identity_idx" ON "petition_people"("tenant_id", "petition_id", "identity");

-- CreateIndex
CREATE INDEX "petition_people_tenant_id_phone_hash_idx" ON "petition_people"("tenant_id", "phone_hash");

-- CreateIndex
CREATE INDEX "petition_people_tenant_id_id_hash_idx" ON "petition_people"("tenant_id", "id_hash");

-- CreateIndex
CREATE UNIQUE INDEX "petition_people_tenant_id_petition_id_ordinal_key" ON "petition_people"("tenant_id", "petition_id", "ordinal");

-- CreateIndex
CREATE INDEX "petition_keys_tenant_id_tenant_key_id_idx" ON "petition_keys"("tenant_id", "tenant_key_id");

-- CreateIndex
CREATE INDEX "petition_entries_tenant_id_petition_id_idx" ON "petition_entries"("tenant_id", "petition_id");

-- CreateIndex
CREATE INDEX "petition_entries_list_idx" ON "petition_entries"("tenant_id", "office_id", "received_on" DESC, "petition_id" DESC, "kind", "body_id", "receiving_office_id", "channel", "class", "state");

-- CreateIndex
CREATE INDEX "petition_grams_tenant_id_petition_id_idx" ON "petition_grams"("tenant_id", "petition_id");

-- AddForeignKey
ALTER TABLE "petitions" ADD CONSTRAINT "petitions_tenant_id_receiving_body_id_fkey" FOREIGN KEY ("tenant_id", "receiving_body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petitions" ADD CONSTRAINT "petitions_tenant_id_receiving_office_id_fkey" FOREIGN KEY ("tenant_id", "receiving_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petitions" ADD CONSTRAINT "petitions_tenant_id_filing_office_id_fkey" FOREIGN KEY ("tenant_id", "filing_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petitions" ADD CONSTRAINT "petitions_tenant_id_lead_office_id_fkey" FOREIGN KEY ("tenant_id", "lead_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petitions" ADD CONSTRAINT "petitions_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petitions" ADD CONSTRAINT "petitions_tenant_id_version_id_duty_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "duty_id") REFERENCES "coordination_duties"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petitions" ADD CONSTRAINT "petitions_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "petitions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_people" ADD CONSTRAINT "petition_people_tenant_id_petition_id_identity_fkey" FOREIGN KEY ("tenant_id", "petition_id", "identity") REFERENCES "petitions"("tenant_id", "id", "identity") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tenant_keys" ADD CONSTRAINT "tenant_keys_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_keys" ADD CONSTRAINT "petition_keys_tenant_id_petition_id_fkey" FOREIGN KEY ("tenant_id", "petition_id") REFERENCES "petitions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_keys" ADD CONSTRAINT "petition_keys_tenant_id_tenant_key_id_fkey" FOREIGN KEY ("tenant_id", "tenant_key_id") REFERENCES "tenant_keys"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_offices" ADD CONSTRAINT "petition_offices_tenant_id_petition_id_fkey" FOREIGN KEY ("tenant_id", "petition_id") REFERENCES "petitions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_offices" ADD CONSTRAINT "petition_offices_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_entries" ADD CONSTRAINT "petition_entries_tenant_id_petition_id_fkey" FOREIGN KEY ("tenant_id", "petition_id") REFERENCES "petitions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_grams" ADD CONSTRAINT "petition_grams_tenant_id_petition_id_fkey" FOREIGN KEY ("tenant_id", "petition_id") REFERENCES "petitions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
