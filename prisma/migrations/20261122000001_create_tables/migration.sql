-- CreateTable
CREATE TABLE "agreements" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "contact_office_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "agreements_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "agreement_parties" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "body_id" UUID,
    "signing_post_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "agreement_parties_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "agreement_versions" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "abstract" TEXT NOT NULL,
    "mark" TEXT,
    "bases" TEXT[],
    "planned_from" DATE,
    "planned_until" DATE,
    "effective_from" DATE,
    "effective_until" DATE,
    "copied_from_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_by" UUID,
    "signed_at" TIMESTAMPTZ(6),

    CONSTRAINT "agreement_versions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "agreement_articles" (
    "tenant_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "article_key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "chapter_ordinal" INTEGER NOT NULL,
    "chapter_title" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "clauses" TEXT[],

    CONSTRAINT "agreement_articles_pkey" PRIMARY KEY ("tenant_id","version_id","article_key")
);

-- CreateTable
CREATE TABLE "coordination_areas" (
    "tenant_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "area_key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "article_key" TEXT NOT NULL,

    CONSTRAINT "coordination_areas_pkey" PRIMARY KEY ("tenant_id","version_id","area_key")
);

-- CreateTable
CREATE TABLE "coordination_duties" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "duty_key" TEXT NOT NULL,
    "area_key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "clause" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "short_text" TEXT NOT NULL,
    "lead_rule" TEXT NOT NULL,
    "lead_office_id" UUID,
    "basis" TEXT,
    "fixed_by_law" BOOLEAN NOT NULL DEFAULT false,
    "notice_days" INTEGER,
    "paper_days" INTEGER,
    "opinion_days" INTEGER NOT NULL,
    "silence" TEXT NOT NULL,

    CONSTRAINT "coordination_duties_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "duty_lead_rows" (
    "tenant_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "duty_id" UUID NOT NULL,
    "subject_key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,

    CONSTRAINT "duty_lead_rows_pkey" PRIMARY KEY ("tenant_id","duty_id","subject_key")
);

-- CreateTable
CREATE TABLE "duty_offices" (
    "tenant_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "duty_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "responsible_post_id" UUID,
    "substitute_post_id" UUID,

    CONSTRAINT "duty_offices_pkey" PRIMARY KEY ("tenant_id","duty_id","office_id")
);

-- CreateTable
CREATE TABLE "consents" (
    "tenant_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("tenant_id","version_id","party_id")
);

-- CreateTable
CREATE TABLE "register_entries" (
    "tenant_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "round_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "register_entries_pkey" PRIMARY KEY ("tenant_id","office_id","year","number")
);

-- CreateTable
CREATE TABLE "signing_rounds" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "symbol" TEXT NOT NULL,
    "issue_date" DATE NOT NULL,
    "content_hash" TEXT NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "end_reason" TEXT,

    CONSTRAINT "signing_rounds_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "issued_documents" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "issued_documents_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "signatures" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "field_name" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "signatures_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "signing_declines" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "signing_declines_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "document_checks" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "problems" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "document_checks_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "certificate_authorities" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "certificate_der" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "certificate_authorities_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "certificate_der" BYTEA NOT NULL,
    "not_before" TIMESTAMPTZ(6) NOT NULL,
    "not_after" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "signing_keys" (
    "tenant_id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_at" TIMESTAMPTZ(6),

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("tenant_id","certificate_id")
);

-- CreateTable
CREATE TABLE "bodies" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "bodies_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "offices" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "tint" INTEGER NOT NULL DEFAULT 0,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "offices_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "office_bodies" (
    "tenant_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,

    CONSTRAINT "office_bodies_pkey" PRIMARY KEY ("tenant_id","body_id")
);

-- CreateTable
CREATE TABLE "posts" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID,
    "body_id" UUID,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "posts_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "people" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID,
    "full_name" TEXT NOT NULL,

    CONSTRAINT "people_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "post_holdings" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "until_date" DATE,

    CONSTRAINT "post_holdings_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tenants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'province',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "disabled_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_tenants" (
    "account_id" UUID NOT NULL,
    "tenant" UUID NOT NULL,

    CONSTRAINT "account_tenants_pkey" PRIMARY KEY ("account_id","tenant")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "acting_post_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "window_start" TIMESTAMPTZ(6) NOT NULL,
    "locked_until" TIMESTAMPTZ(6),

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sign_in_events" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access" (
    "tenant_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "sort_key" TIMESTAMPTZ(6) NOT NULL,
    "level" TEXT NOT NULL,
    "until" DATE,

    CONSTRAINT "access_pkey" PRIMARY KEY ("tenant_id","office_id","kind","subject_id")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "tenant_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "name" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "account_id" UUID,
    "office_id" UUID,
    "payload" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "refusals" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "reason" JSONB NOT NULL,

    CONSTRAINT "refusals_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "duty_id" UUID NOT NULL,
    "body_id" UUID,
    "host_post_id" UUID,
    "subject_key" TEXT,
    "lead_office_id" UUID NOT NULL,
    "lead_post_id" UUID,
    "creator_office_id" UUID NOT NULL,
    "creator_account_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" DATE,
    "result" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "task_assists" (
    "tenant_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "responsible_post_id" UUID,
    "request" TEXT,
    "due_on" DATE,
    "contribution" TEXT,
    "decline_reason" TEXT,
    "asked_at" TIMESTAMPTZ(6),
    "answered_at" TIMESTAMPTZ(6),
    "contributed_at" TIMESTAMPTZ(6),
    "contributed_by" UUID,
    "taken_over_at" TIMESTAMPTZ(6),

    CONSTRAINT "task_assists_pkey" PRIMARY KEY ("tenant_id","task_id","office_id")
);

-- CreateTable
CREATE TABLE "task_informed" (
    "tenant_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,

    CONSTRAINT "task_informed_pkey" PRIMARY KEY ("tenant_id","task_id","office_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_parties_tenant_id_agreement_id_office_id_key" ON "agreement_parties"("tenant_id", "agreement_id", "office_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_parties_tenant_id_agreement_id_ordinal_key" ON "agreement_parties"("tenant_id", "agreement_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_versions_tenant_id_agreement_id_number_key" ON "agreement_versions"("tenant_id", "agreement_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_articles_tenant_id_version_id_ordinal_key" ON "agreement_articles"("tenant_id", "version_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "coordination_duties_tenant_id_version_id_duty_key_key" ON "coordination_duties"("tenant_id", "version_id", "duty_key");

-- CreateIndex
CREATE UNIQUE INDEX "coordination_duties_tenant_id_version_id_id_key" ON "coordination_duties"("tenant_id", "version_id", "id");

-- CreateIndex
CREATE INDEX "duty_lead_rows_tenant_id_version_id_idx" ON "duty_lead_rows"("tenant_id", "version_id");

-- CreateIndex
CREATE INDEX "duty_offices_tenant_id_version_id_idx" ON "duty_offices"("tenant_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_entries_tenant_id_round_id_key" ON "register_entries"("tenant_id", "round_id");

-- CreateIndex
CREATE UNIQUE INDEX "signing_rounds_tenant_id_version_id_id_key" ON "signing_rounds"("tenant_id", "version_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "issued_documents_tenant_id_round_id_seq_key" ON "issued_documents"("tenant_id", "round_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "issued_documents_tenant_id_version_id_id_key" ON "issued_documents"("tenant_id", "version_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "signatures_tenant_id_round_id_party_id_key" ON "signatures"("tenant_id", "round_id", "party_id");

-- CreateIndex
CREATE UNIQUE INDEX "signatures_tenant_id_document_id_key" ON "signatures"("tenant_id", "document_id");

-- CreateIndex
CREATE UNIQUE INDEX "signing_declines_tenant_id_round_id_key" ON "signing_declines"("tenant_id", "round_id");

-- CreateIndex
CREATE INDEX "document_checks_tenant_id_document_id_at_idx" ON "document_checks"("tenant_id", "document_id", "at");

-- CreateIndex
CREATE INDEX "certificates_tenant_id_person_id_idx" ON "certificates"("tenant_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "bodies_tenant_id_code_key" ON "bodies"("tenant_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "offices_tenant_id_code_key" ON "offices"("tenant_id", "code");

-- CreateIndex
CREATE INDEX "office_bodies_tenant_id_office_id_idx" ON "office_bodies"("tenant_id", "office_id");

-- CreateIndex
CREATE INDEX "agreement_versions_tenant_id_state_effective_until_idx" ON "agreement_versions"("tenant_id", "state", "effective_until");

-- CreateIndex
CREATE INDEX "signatures_tenant_id_certificate_id_idx" ON "signatures"("tenant_id", "certificate_id");

-- CreateIndex
CREATE INDEX "signing_keys_tenant_id_person_id_idx" ON "signing_keys"("tenant_id", "person_id");

-- CreateIndex
CREATE INDEX "posts_tenant_id_body_id_idx" ON "posts"("tenant_id", "body_id");

-- CreateIndex
CREATE INDEX "posts_tenant_id_office_id_idx" ON "posts"("tenant_id", "office_id");

-- CreateIndex
CREATE UNIQUE INDEX "people_tenant_id_account_id_key" ON "people"("tenant_id", "account_id");

-- CreateIndex
CREATE INDEX "post_holdings_tenant_id_person_id_idx" ON "post_holdings"("tenant_id", "person_id");

-- CreateIndex
CREATE INDEX "post_holdings_tenant_id_post_id_idx" ON "post_holdings"("tenant_id", "post_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_slug_key" ON "tenants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_events_account_id_at_idx" ON "sign_in_events"("account_id", "at");

-- CreateIndex
CREATE INDEX "access_list_idx" ON "access"("tenant_id", "office_id", "kind", "sort_key" DESC, "subject_id" DESC);

-- CreateIndex
CREATE INDEX "access_tenant_id_kind_subject_id_idx" ON "access"("tenant_id", "kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_subject_kind_subject_id_seq_idx" ON "audit_events"("tenant_id", "subject_kind", "subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_tenant_id_seq_key" ON "audit_events"("tenant_id", "seq");

-- CreateIndex
CREATE INDEX "refusals_tenant_id_office_id_at_id_idx" ON "refusals"("tenant_id", "office_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tasks_tenant_id_version_id_idx" ON "tasks"("tenant_id", "version_id");

-- CreateIndex
CREATE INDEX "tasks_tenant_id_lead_office_id_state_due_on_id_idx" ON "tasks"("tenant_id", "lead_office_id", "state", "due_on", "id");

-- CreateIndex
CREATE INDEX "task_assists_tenant_id_office_id_state_due_on_task_id_idx" ON "task_assists"("tenant_id", "office_id", "state", "due_on", "task_id");

-- AddForeignKey
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_tenant_id_contact_office_id_fkey" FOREIGN KEY ("tenant_id", "contact_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_tenant_id_agreement_id_fkey" FOREIGN KEY ("tenant_id", "agreement_id") REFERENCES "agreements"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_tenant_id_body_id_fkey" FOREIGN KEY ("tenant_id", "body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_tenant_id_signing_post_id_fkey" FOREIGN KEY ("tenant_id", "signing_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_tenant_id_agreement_id_fkey" FOREIGN KEY ("tenant_id", "agreement_id") REFERENCES "agreements"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_articles" ADD CONSTRAINT "agreement_articles_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_areas" ADD CONSTRAINT "coordination_areas_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_areas" ADD CONSTRAINT "coordination_areas_tenant_id_version_id_article_key_fkey" FOREIGN KEY ("tenant_id", "version_id", "article_key") REFERENCES "agreement_articles"("tenant_id", "version_id", "article_key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_duties" ADD CONSTRAINT "coordination_duties_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_duties" ADD CONSTRAINT "coordination_duties_tenant_id_version_id_area_key_fkey" FOREIGN KEY ("tenant_id", "version_id", "area_key") REFERENCES "coordination_areas"("tenant_id", "version_id", "area_key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_duties" ADD CONSTRAINT "coordination_duties_tenant_id_lead_office_id_fkey" FOREIGN KEY ("tenant_id", "lead_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_lead_rows" ADD CONSTRAINT "duty_lead_rows_tenant_id_version_id_duty_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "duty_id") REFERENCES "coordination_duties"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_lead_rows" ADD CONSTRAINT "duty_lead_rows_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_offices" ADD CONSTRAINT "duty_offices_tenant_id_version_id_duty_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "duty_id") REFERENCES "coordination_duties"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_offices" ADD CONSTRAINT "duty_offices_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_offices" ADD CONSTRAINT "duty_offices_tenant_id_responsible_post_id_fkey" FOREIGN KEY ("tenant_id", "responsible_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_offices" ADD CONSTRAINT "duty_offices_tenant_id_substitute_post_id_fkey" FOREIGN KEY ("tenant_id", "substitute_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_tenant_id_party_id_fkey" FOREIGN KEY ("tenant_id", "party_id") REFERENCES "agreement_parties"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_tenant_id_round_id_fkey" FOREIGN KEY ("tenant_id", "round_id") REFERENCES "signing_rounds"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_rounds" ADD CONSTRAINT "signing_rounds_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_tenant_id_version_id_round_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "round_id") REFERENCES "signing_rounds"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_tenant_id_version_id_round_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "round_id") REFERENCES "signing_rounds"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_tenant_id_party_id_fkey" FOREIGN KEY ("tenant_id", "party_id") REFERENCES "agreement_parties"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_tenant_id_document_id_fkey" FOREIGN KEY ("tenant_id", "document_id") REFERENCES "issued_documents"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "people"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_tenant_id_certificate_id_fkey" FOREIGN KEY ("tenant_id", "certificate_id") REFERENCES "certificates"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_declines" ADD CONSTRAINT "signing_declines_tenant_id_version_id_round_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "round_id") REFERENCES "signing_rounds"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_declines" ADD CONSTRAINT "signing_declines_tenant_id_party_id_fkey" FOREIGN KEY ("tenant_id", "party_id") REFERENCES "agreement_parties"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_checks" ADD CONSTRAINT "document_checks_tenant_id_version_id_document_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "document_id") REFERENCES "issued_documents"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_tenant_id_authority_id_fkey" FOREIGN KEY ("tenant_id", "authority_id") REFERENCES "certificate_authorities"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "people"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_tenant_id_certificate_id_fkey" FOREIGN KEY ("tenant_id", "certificate_id") REFERENCES "certificates"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "people"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offices" ADD CONSTRAINT "offices_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_bodies" ADD CONSTRAINT "office_bodies_tenant_id_body_id_fkey" FOREIGN KEY ("tenant_id", "body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_bodies" ADD CONSTRAINT "office_bodies_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_tenant_id_body_id_fkey" FOREIGN KEY ("tenant_id", "body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_holdings" ADD CONSTRAINT "post_holdings_tenant_id_post_id_fkey" FOREIGN KEY ("tenant_id", "post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_holdings" ADD CONSTRAINT "post_holdings_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "people"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_tenants" ADD CONSTRAINT "account_tenants_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "agreement_versions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_tenant_id_version_id_duty_id_fkey" FOREIGN KEY ("tenant_id", "version_id", "duty_id") REFERENCES "coordination_duties"("tenant_id", "version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_tenant_id_body_id_fkey" FOREIGN KEY ("tenant_id", "body_id") REFERENCES "bodies"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_tenant_id_host_post_id_fkey" FOREIGN KEY ("tenant_id", "host_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_tenant_id_lead_post_id_fkey" FOREIGN KEY ("tenant_id", "lead_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_tenant_id_lead_office_id_fkey" FOREIGN KEY ("tenant_id", "lead_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_tenant_id_creator_office_id_fkey" FOREIGN KEY ("tenant_id", "creator_office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_assists" ADD CONSTRAINT "task_assists_tenant_id_task_id_fkey" FOREIGN KEY ("tenant_id", "task_id") REFERENCES "tasks"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_assists" ADD CONSTRAINT "task_assists_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_assists" ADD CONSTRAINT "task_assists_tenant_id_responsible_post_id_fkey" FOREIGN KEY ("tenant_id", "responsible_post_id") REFERENCES "posts"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_informed" ADD CONSTRAINT "task_informed_tenant_id_task_id_fkey" FOREIGN KEY ("tenant_id", "task_id") REFERENCES "tasks"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_informed" ADD CONSTRAINT "task_informed_tenant_id_office_id_fkey" FOREIGN KEY ("tenant_id", "office_id") REFERENCES "offices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
