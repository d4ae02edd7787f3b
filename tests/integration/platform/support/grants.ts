/** What a role may do to which tables, in the letters of PostgreSQL: the whole matrix, nothing else is granted. */
type Rights = Readonly<Record<string, readonly string[]>>;

const content = [
  "agreement_articles",
  "coordination_areas",
  "coordination_duties",
  "duty_lead_rows",
  "duty_offices",
] as const;

const reference = ["bodies", "certificates", "office_bodies", "offices", "people", "post_holdings", "posts"];

const calendarReading = [
  "calendar_settings",
  "meeting_kinds",
  "meeting_offices",
  "quorum_rules",
  "resource_claims",
  "resources",
] as const;

const authority = [
  "SELECT(certificate_der)",
  "SELECT(created_at)",
  "SELECT(id)",
  "SELECT(tenant_id)",
] as const;

function each(tables: readonly string[], rights: readonly string[]): Rights {
  return Object.fromEntries(tables.map((table) => [table, rights]));
}

// Nobody but the definer reads what a feed is looked up by.
const feedColumns = [
  "account_id",
  "created_at",
  "id",
  "office_id",
  "resource_id",
  "revoked_at",
  "scope",
  "tenant_id",
];

// Like a secret of a letter: the hash is nobody's to read.
const linkColumns = [
  "account_id",
  "created_at",
  "expires_at",
  "forward_id",
  "id",
  "office_id",
  "petition_id",
  "revoked_at",
  "tenant_id",
];

const answerColumns = [
  "answered_at",
  "answered_via",
  "back_ground",
  "back_reason",
  "result",
  "result_document",
  "result_on",
  "state",
];

const partColumns = [
  "answered_at",
  "asked_at",
  "contributed_at",
  "contributed_by",
  "contribution",
  "decline_reason",
  "due_on",
  "names",
  "request",
  "state",
  "taken_over_at",
];

// A date that was told is never written over; a clock is met, ended, replaced, or said anew.
const clockRights = [
  "INSERT",
  "SELECT",
  ...["closed_at", "met_on", "reminded_at", "replaced_by_id", "revision", "status", "why"].map(
    (column) => `UPDATE(${column})`,
  ),
];

// A secret is given and never read: not even its hash.
const secretColumns = [
  ...["account_id", "issued_at", "issues", "petition_id", "secret_hash", "tenant_id"].map(
    (column) => `INSERT(${column})`,
  ),
  ...["account_id", "issued_at", "issues", "petition_id", "tenant_id"].map((column) => `SELECT(${column})`),
  ...["account_id", "issued_at", "issues", "secret_hash"].map((column) => `UPDATE(${column})`),
];

// What a meeting was before an act is for the function that takes the act back.
const undoColumns = [
  "account_id",
  "act",
  "act_id",
  "at",
  "id",
  "meeting_id",
  "office_id",
  "revision",
  "tenant_id",
  "undone_at",
];

export const tableRights: Readonly<Record<string, Rights>> = {
  portal_app: {
    ...each(reference, ["SELECT"]),
    ...each(
      ["access", "audit_events", "audit_heads", "document_checks", "task_informed", "tenants"],
      ["SELECT"],
    ),
    ...each(content, ["DELETE", "INSERT", "SELECT", "UPDATE"]),
    ...each(["agreement_parties", "agreements", "consents"], ["INSERT", "SELECT"]),
    ...each(
      [
        "issued_documents",
        "look_up_reviews",
        "petition_changes",
        "petition_looks",
        "petition_papers",
        "refusals",
        "round_signers",
        "signatures",
        "signing_declines",
      ],
      ["INSERT", "SELECT"],
    ),
    ...each(
      ["agreement_versions", "register_entries", "signing_rounds", "tasks"],
      ["INSERT", "SELECT", "UPDATE"],
    ),
    clause_points: [
      "INSERT",
      "SELECT",
      ...["answer", "answer_account_id", "answer_office_id", "answered_at", "closed_at", "state"].map(
        (column) => `UPDATE(${column})`,
      ),
    ],
    consented_texts: ["SELECT"],
    task_assists: ["SELECT", "UPDATE"],
    ...each(calendarReading, ["SELECT"]),
    calendar_settings: ["SELECT", "UPDATE"],
    ...each(["meeting_kinds", "quorum_rules"], ["DELETE", "INSERT", "SELECT", "UPDATE"]),
    meeting_kits: ["DELETE", "INSERT", "SELECT"],
    resources: ["INSERT", "SELECT", "UPDATE"],
    meetings: ["INSERT", "SELECT", "UPDATE"],
    ...each(["meeting_bodies", "meeting_leaders"], ["DELETE", "INSERT", "SELECT", "UPDATE"]),
    displacements: ["SELECT", "UPDATE(answer)", "UPDATE(answered_at)"],
    ...each(["meeting_series", "week_sheets", "week_sheet_versions"], ["INSERT", "SELECT"]),
    notices: ["INSERT", "SELECT", "UPDATE(received_at)", "UPDATE(received_by)"],
    petitions: ["INSERT", "SELECT", "UPDATE"],
    petition_people: ["DELETE", "INSERT", "SELECT", "UPDATE"],
    petition_keys: ["INSERT", "SELECT", "UPDATE(destroyed_at)", "UPDATE(tenant_key_id)", "UPDATE(wrapped)"],
    petition_offices: ["DELETE", "INSERT", "SELECT", "UPDATE(part)"],
    petition_checks: ["DELETE", "INSERT", "SELECT"],
    petition_forwards: ["INSERT", "SELECT", ...answerColumns.map((column) => `UPDATE(${column})`)],
    petition_contributions: ["INSERT", "SELECT", ...partColumns.map((column) => `UPDATE(${column})`)],
    external_bodies: ["INSERT", "SELECT", "UPDATE"],
    external_body_names: ["SELECT"],
    forward_links: ["INSERT", ...linkColumns.map((column) => `SELECT(${column})`), "UPDATE(revoked_at)"],
    ...each(["look_ups", "petition_entries", "petition_grams", "petition_marks"], ["SELECT"]),
    petition_joins: ["INSERT", "SELECT", "UPDATE(undone_at)", "UPDATE(undone_by)"],
    petition_sketches: ["DELETE", "INSERT", "SELECT"],
    petition_matches: ["INSERT", "SELECT"],
    tenant_keys: ["INSERT", "SELECT"],
    petition_secrets: secretColumns,
    petition_additions: ["SELECT", "UPDATE(seen_at)", "UPDATE(seen_by)"],
    calendar_feeds: ["INSERT", ...feedColumns.map((column) => `SELECT(${column})`), "UPDATE(revoked_at)"],
    meeting_invitations: ["SELECT"],
    ...each(["meeting_answers", "meeting_presences"], ["INSERT", "SELECT", "UPDATE"]),
    meeting_undos: undoColumns.map((column) => `SELECT(${column})`),
    mail_contents: ["SELECT"],
    mails: ["SELECT", "UPDATE(attempts)", "UPDATE(next_at)", "UPDATE(settled_at)", "UPDATE(state)"],
    files: ["INSERT", "SELECT", "UPDATE(removed_at)"],
    returned_forms: ["INSERT", "SELECT"],
    legal_days: [
      "INSERT",
      "SELECT",
      ...["account_id", "active", "changed_at", "decided_on", "kind", "mark", "name", "source"].map(
        (column) => `UPDATE(${column})`,
      ),
    ],
    clock_rules: ["INSERT", "SELECT"],
    clock_settings: [
      "SELECT",
      ...["account_id", "changed_at", "moves_off_day", "revision"].map((column) => `UPDATE(${column})`),
    ],
    petition_clocks: clockRights,
    petition_milestones: ["INSERT", "SELECT"],
    certificate_authorities: authority,
    signing_keys: ["SELECT", "UPDATE(failures)", "UPDATE(locked_at)"],
    worker_heartbeats: ["SELECT"],
    "pgboss.job_common": ["INSERT", "SELECT(id)", "SELECT(start_after)"],
    "pgboss.queue": ["SELECT"],
    "pgboss.version": ["SELECT"],
  },
  portal_worker: {
    ...each(reference, ["SELECT"]),
    ...each(content, ["SELECT"]),
    ...each(
      [
        "access",
        "agreement_parties",
        "agreements",
        "audit_events",
        "audit_heads",
        "clause_points",
        "consented_texts",
        "consents",
        "issued_documents",
        "round_signers",
      ],
      ["SELECT"],
    ),
    ...each(
      ["refusals", "signatures", "signing_declines", "task_assists", "task_informed", "tasks", "tenants"],
      ["SELECT"],
    ),
    ...each(["agreement_versions", "register_entries", "signing_rounds"], ["SELECT", "UPDATE"]),
    ...each([...calendarReading, "displacements"], ["SELECT"]),
    ...each(
      ["meeting_bodies", "meeting_kits", "meeting_leaders", "meetings", "notices", "week_sheets"],
      ["INSERT", "SELECT"],
    ),
    week_sheet_versions: ["SELECT"],
    meeting_invitations: ["INSERT", "SELECT", "UPDATE"],
    ...each(["meeting_answers", "meeting_presences"], ["SELECT"]),
    mail_contents: ["DELETE", "INSERT", "SELECT"],
    mails: ["INSERT", "SELECT", "UPDATE"],
    files: ["SELECT"],
    returned_forms: ["DELETE", "SELECT"],
    ...each(["petition_keys", "petition_people", "petitions", "tenant_keys"], ["INSERT", "SELECT"]),
    ...each(["clock_rules", "clock_settings", "legal_days", "petition_milestones"], ["SELECT"]),
    petition_clocks: clockRights,
    ...each(
      [
        "external_body_names",
        "petition_changes",
        "petition_checks",
        "petition_contributions",
        "petition_entries",
        "petition_grams",
        "petition_looks",
        "petition_offices",
        "petition_papers",
      ],
      ["SELECT"],
    ),
    external_bodies: ["INSERT", "SELECT"],
    forward_links: linkColumns.map((column) => `SELECT(${column})`),
    petition_forwards: ["SELECT", "UPDATE(escalated_at)"],
    ...each(["petition_additions", "petition_secrets"], ["SELECT"]),
    certificate_authorities: authority,
    ...each(["petition_matches", "petition_sketches"], ["INSERT"]),
    petition_joins: ["SELECT"],
    document_checks: ["INSERT", "SELECT"],
    worker_heartbeats: ["INSERT", "SELECT", "UPDATE"],
  },
  portal_auth: {
    ...each(
      ["account_tenants", "accounts", "sessions", "sign_in_throttle"],
      ["DELETE", "INSERT", "SELECT", "UPDATE"],
    ),
    sign_in_events: ["INSERT", "SELECT"],
    tenants: ["SELECT"],
  },
  portal_operator: { tenants: ["INSERT", "SELECT", "UPDATE"] },
  portal_public: {},
  portal_definer: {
    ...each(content, ["SELECT"]),
    ...each(["certificates", "office_bodies", "offices", "people", "post_holdings", "posts"], ["SELECT"]),
    ...each(
      [
        "agreement_parties",
        "agreements",
        "issued_documents",
        "round_signers",
        "signatures",
        "signing_declines",
      ],
      ["SELECT"],
    ),
    ...each(["agreement_versions", "signing_rounds", "tasks"], ["SELECT", "UPDATE"]),
    ...each(["audit_events", "task_assists", "task_informed"], ["INSERT", "SELECT"]),
    ...each(
      [
        "calendar_settings",
        "displacements",
        "meeting_kinds",
        "meeting_offices",
        "notices",
        "quorum_rules",
        "resources",
      ],
      ["INSERT", "SELECT"],
    ),
    ...each(["meeting_answers", "meeting_presences"], ["SELECT"]),
    ...each(["bodies", "calendar_feeds", "meeting_series", "week_sheets", "week_sheet_versions"], ["SELECT"]),
    ...each(["meeting_bodies", "meeting_kits", "meeting_leaders"], ["DELETE", "INSERT", "SELECT"]),
    meeting_undos: ["DELETE", "INSERT", "SELECT", "UPDATE"],
    meetings: ["SELECT", "UPDATE"],
    files: ["INSERT", "SELECT"],
    ...each(["clock_settings", "legal_days"], ["INSERT", "SELECT"]),
    clock_rules: ["INSERT", "SELECT", "UPDATE(current)"],
    ...each(["petition_clocks", "petition_milestones"], ["SELECT"]),
    resource_claims: ["DELETE", "INSERT", "SELECT"],
    ...each(["petition_entries", "petition_grams"], ["DELETE", "INSERT", "SELECT", "UPDATE"]),
    ...each(
      [
        "external_bodies",
        "forward_links",
        "petition_changes",
        "petition_checks",
        "petition_contributions",
        "petition_looks",
        "petition_papers",
      ],
      ["SELECT"],
    ),
    external_body_names: ["INSERT", "SELECT"],
    petition_forwards: ["SELECT", ...answerColumns.map((column) => `UPDATE(${column})`)],
    petition_joins: ["SELECT"],
    look_up_reviews: ["SELECT"],
    petition_marks: ["DELETE", "INSERT", "SELECT"],
    ...each(["petition_matches", "petition_sketches"], ["DELETE", "SELECT"]),
    look_ups: ["INSERT", "SELECT", "UPDATE"],
    petition_offices: ["INSERT", "SELECT", "UPDATE(part)"],
    ...each(["petition_additions", "petition_keys", "petition_secrets", "tenant_keys"], ["INSERT", "SELECT"]),
    petition_people: [
      "INSERT",
      "SELECT",
      ...["address", "phone", "phone_hash", "sealed"].map((column) => `UPDATE(${column})`),
    ],
    petitions: [
      "INSERT",
      "SELECT",
      ...["changed_at", "closed_at", "follow_up", "outcome", "outcome_on", "revision", "state"].map(
        (column) => `UPDATE(${column})`,
      ),
    ],
    ...each(["citizen_drafts", "citizen_tickets", "citizen_tries"], ["DELETE", "INSERT", "SELECT", "UPDATE"]),
    access: ["DELETE", "INSERT", "SELECT", "UPDATE"],
    accounts: ["SELECT(disabled_at)", "SELECT(email)", "SELECT(id)"],
    audit_heads: ["INSERT", "SELECT", "UPDATE"],
    consented_texts: ["INSERT", "SELECT"],
    consents: ["DELETE", "SELECT"],
    known_roots: ["INSERT", "SELECT"],
    tenants: ["SELECT"],
  },
};

/** Functions that somebody other than their owner may call, and who; all others are called by triggers alone. */
export const callers: Readonly<Record<string, readonly string[]>> = {
  "administers()": ["portal_app"],
  "append_events(jsonb)": ["portal_app", "portal_worker"],
  "calendar_feed(text,text)": ["portal_public"],
  "citizen_add_page(text,text,jsonb)": ["portal_public"],
  "citizen_change_contact(text,text,jsonb)": ["portal_public"],
  "citizen_draft(text,uuid)": ["portal_public"],
  "citizen_keep_draft(text,uuid,bytea)": ["portal_public"],
  "citizen_letter_key(text,text)": ["portal_public"],
  "citizen_letter_page(text,text,uuid)": ["portal_public"],
  "citizen_look_up(text,text,integer,text)": ["portal_public"],
  "citizen_make_key(text,jsonb)": ["portal_public"],
  "citizen_portal(text)": ["portal_public"],
  "citizen_submit(text,jsonb)": ["portal_public"],
  "citizen_withdraw(text,text,jsonb)": ["portal_public"],
  "link_answer(text,text,jsonb)": ["portal_public"],
  "link_letter(text,text)": ["portal_public"],
  "link_page(text,text,uuid)": ["portal_public"],
  "letter_assistants(uuid)": ["portal_app"],
  "can_read(text,uuid)": ["portal_app", "portal_definer", "portal_worker"],
  "busy(uuid[],timestamp with time zone,timestamp with time zone,uuid)": ["portal_app", "portal_worker"],
  "can_read_round(uuid)": ["portal_app"],
  "look_up_answered(uuid,integer)": ["portal_app", "portal_worker"],
  "may_look_up_again_at()": ["portal_app"],
  "same_letter(uuid,text,uuid,integer,integer[],bigint[],uuid)": ["portal_app", "portal_worker"],
  "same_letters_of(uuid)": ["portal_app"],
  "matter_stations(uuid)": ["portal_app"],
  "competent_last_time(uuid)": ["portal_app"],
  "clashes(uuid[],timestamp with time zone,timestamp with time zone,uuid,text,text,timestamp with time zone)":
    ["portal_app", "portal_worker"],
  "current_account()": ["portal_app", "portal_definer", "portal_worker"],
  "current_office()": ["portal_app", "portal_definer", "portal_worker"],
  "current_tenant()": ["portal_app", "portal_definer", "portal_worker"],
  "demonstration_people()": ["portal_auth"],
  "free_slots(uuid[],timestamp with time zone,integer,integer,uuid,integer)": ["portal_app", "portal_worker"],
  "is_undo(meetings,meetings)": ["portal_app", "portal_worker"],
  "known_roots()": ["portal_public"],
  "lock_resources(uuid[])": ["portal_app", "portal_worker"],
  "mail_address(uuid)": ["portal_worker"],
  "meeting_lines(timestamp with time zone,timestamp with time zone,uuid[])": ["portal_app", "portal_worker"],
  "own_signatures()": ["portal_app"],
  "place_claims(uuid,text,text)": ["portal_app", "portal_worker"],
  "portal_today()": ["portal_app", "portal_definer", "portal_worker"],
  "release_expired_holds(uuid[])": ["portal_worker"],
  "remember_meetings(uuid[],text)": ["portal_app"],
  "tasks_to_hand_over(uuid)": ["portal_app"],
  "undo_meetings(uuid,text)": ["portal_app"],
  "undo_seconds()": ["portal_app"],
  "version_content_hash(uuid,uuid)": ["portal_app", "portal_worker"],
  "version_on(uuid,uuid,date)": ["portal_app", "portal_definer", "portal_worker"],
};
