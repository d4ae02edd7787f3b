import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { postOf } from "@/prisma/seed/caller";
import { tenantTables } from "@/tests/integration/platform/support/catalogue";
import { tableRights } from "@/tests/integration/platform/support/grants";
import {
  outcomeOf,
  type Settings,
  trying,
  writtenColumns,
} from "@/tests/integration/platform/support/session";
import { addStrangers, type Strangers } from "@/tests/integration/platform/support/strangers";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

// Every statement here is written by hand and sent as portal_app: the product's code is not asked.

let database: SeededDatabase;
let strangers: Strangers;
let tables: readonly string[];

beforeAll(async () => {
  database = await seededDatabase();
  strangers = await addStrangers(database);
  tables = await tenantTables(database.pool("owner"));
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

const council = "VP ĐĐBQH&HĐND";

function settingsOf(office: string, role: "chief" | "specialist" = "chief"): Settings {
  const post = postOf(strangers.phuTho, office, role);
  return { tenantId: strangers.phuTho.tenant.id, officeId: post.officeId, accountId: post.accountId };
}

function everyOffice(): Settings[] {
  return [...strangers.phuTho.offices.keys()].map((office) => settingsOf(office));
}

// Where a role reads some columns only, the rows are told apart by their id instead of their place in the table.
function placeOf(table: string): string {
  if (table === "petition_secrets") return "petition_id";
  return [
    "calendar_feeds",
    "certificate_authorities",
    "external_links",
    "forward_links",
    "meeting_undos",
  ].includes(table)
    ? "id"
    : "ctid";
}

async function visible(table: string, settings: Settings, where = "true"): Promise<string[]> {
  const sql = `select ${placeOf(table)}::text as place from ${table} where ${where} order by 1`;
  return trying(database.pool("app"), settings, async (client) =>
    (await client.query(sql)).rows.map((row) => row.place),
  );
}

async function ask<Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await database.pool("owner").query<Row>(sql, values)).rows;
}

function appTables(right: string): string[] {
  return tables.filter((table) =>
    (tableRights.portal_app?.[table] ?? []).some((each) => each.replace(/\(.*/, "") === right),
  );
}

describe("tenants apart", () => {
  test("every table holds rows of both provinces, or the proofs below would be empty", async () => {
    for (const table of tables) {
      const [row] = await ask<{ tenants: number }>(
        `select count(distinct tenant_id)::int as tenants from ${table}`,
      );
      expect(row?.tenants, table).toBe(2);
    }
  });

  test("with nothing set no table shows a row", async () => {
    for (const table of appTables("SELECT")) expect(await visible(table, {}), table).toEqual([]);
    expect(await visible("tenants", {})).toEqual([]);
  });

  test("an empty setting, as a connection has it after its first transaction, is the same as none", async () => {
    const empty = { tenantId: "", officeId: "", accountId: "" };
    for (const table of appTables("SELECT")) expect(await visible(table, empty), table).toEqual([]);
  });

  test("with one province set no row of the other is there, even when asked for by name", async () => {
    const foreign = `tenant_id <> '${strangers.phuTho.tenant.id}'`;
    for (const settings of everyOffice()) {
      for (const table of appTables("SELECT"))
        expect(await visible(table, settings, foreign), table).toEqual([]);
    }
    expect(await visible("tenants", settingsOf("VPTU"))).toHaveLength(1);
  });

  test("an office of one province under the other's name shows only what the whole province reads", async () => {
    const mixed = { ...settingsOf("VPTU"), tenantId: database.haGiang.tenant.id };
    for (const table of [
      "tasks",
      "task_assists",
      "agreements",
      "agreement_versions",
      "access",
      "audit_events",
    ]) {
      expect(await visible(table, mixed), table).toEqual([]);
    }
  });

  test("no row of another province can be put in", async () => {
    for (const table of appTables("INSERT")) {
      const [row] = await ask<{ row: unknown }>(
        `select to_jsonb(t) as row from ${table} t where tenant_id = $1 limit 1`,
        [database.haGiang.tenant.id],
      );
      const written = await writtenColumns(database.pool("owner"), table);
      const outcome = await outcomeOf(
        database.pool("app"),
        settingsOf("VPTU"),
        `insert into ${table} (${written}) select ${written} from jsonb_populate_record(null::${table}, $1)`,
        [JSON.stringify(row?.row)],
      );
      expect(outcome, table).toMatch(/^(42501|PH003|PH00[12] .*)$/);
    }
  });

  test("no row of another province is changed or removed, and none is moved there", async () => {
    const here = settingsOf("VPTU");
    const there = database.haGiang.tenant.id;
    // Where only some columns may be written at all.
    const writable: Readonly<Record<string, string>> = {
      calendar_feeds: "revoked_at",
      clock_settings: "moves_off_day",
      competence_rows: "valid_until",
      legal_days: "name",
      petition_clocks: "status",
      displacements: "answer",
      mails: "state",
      national_handovers: "receipt_number",
      files: "removed_at",
      notices: "received_at",
      petition_keys: "destroyed_at",
      petition_offices: "part",
      petition_contributions: "state",
      petition_forwards: "state",
      forward_links: "revoked_at",
      external_links: "revoked_at",
      petition_additions: "seen_at",
      petition_joins: "undone_at",
      petition_cases: "answer",
      petition_case_members: "told_how",
      petition_case_representatives: "end_reason",
      clause_points: "state",
      signing_delegations: "revoked_at",
      task_handovers: "state",
      signing_turns: "ended_at",
      signing_key_requests: "answered_at",
      agreement_endings: "state",
      petition_secrets: "issues",
      signing_keys: "failures",
      work_programmes: "state",
    };
    for (const table of appTables("UPDATE")) {
      const column = writable[table] ?? "tenant_id";
      const touch = `update ${table} set ${column} = ${column} where tenant_id = '${there}'`;
      expect(await outcomeOf(database.pool("app"), here, touch), table).toBe("no row");
      const move = `update ${table} set tenant_id = '${there}'`;
      expect(await outcomeOf(database.pool("app"), here, move), table).toMatch(
        /^(42501|PH003|PH00[12] .*|23503)$/,
      );
    }
    for (const table of appTables("DELETE")) {
      const remove = `delete from ${table} where tenant_id = '${there}'`;
      expect(await outcomeOf(database.pool("app"), here, remove), table).toBe("no row");
    }
  });

  test("a row cannot point at a row of another province, not even the owner's", async () => {
    const { tenant } = strangers.phuTho;
    const foreignOffice = database.haGiang.offices.get("VPTU");
    const outcome = await outcomeOf(
      database.pool("owner"),
      {},
      "insert into posts (tenant_id, id, office_id, role, title) values ($1, gen_random_uuid(), $2, 'chief', 'x')",
      [tenant.id, foreignOffice],
    );
    expect(outcome).toBe("23503");
    const task = await outcomeOf(
      database.pool("app"),
      settingsOf("VPTU"),
      `insert into tasks (tenant_id, id, title, description, version_id, duty_id, lead_office_id, creator_office_id,
          creator_account_id, state, created_at)
        select tenant_id, gen_random_uuid(), title, '', version_id, duty_id, $1, current_office(), current_account(), 'open', now()
        from tasks limit 1`,
      [foreignOffice],
    );
    expect(task).toBe("PH001 lead-not-as-signed");
    const agreement = await outcomeOf(
      database.pool("app"),
      settingsOf("VPTU"),
      "insert into agreements (tenant_id, id, title, contact_office_id, created_at) values ($1, gen_random_uuid(), 'x', $2, now())",
      [tenant.id, foreignOffice],
    );
    expect(agreement).toBe("PH001 not-own-office");
  });
});

// Which rows of a table an office reads: $1 tenant, $2 office, $3 account. What is not named is read by the whole tenant.
const has = (kind: string, id: string) =>
  `exists (select 1 from access a where a.tenant_id = $1 and a.office_id = $2 and a.kind = ${kind} and a.subject_id = ${id})`;
const ownAgreement = (id: string) => `${has("'agreement'", id).slice(0, -1)} and a.level = 'party')`;
const byVersion = has("'agreement-version'", "t.version_id");
const byMeeting = has("'meeting'", "t.meeting_id");
const byPetition = has("'petition'", "t.petition_id");
const byCase = has("'petition-case'", "t.case_id");
const byProgramme = has("'work-programme'", "t.programme_id");
const readable: Readonly<Record<string, string>> = {
  access: "t.office_id = $2",
  refusals: "t.office_id = $2",
  audit_events: has("t.subject_kind", "t.subject_id"),
  tasks: has("'task'", "t.id"),
  task_assists: has("'task'", "t.task_id"),
  task_handovers: has("'task'", "t.task_id"),
  task_informed: has("'task'", "t.task_id"),
  agreements: has("'agreement'", "t.id"),
  agreement_endings: ownAgreement("t.agreement_id"),
  ending_consents: `exists (select 1 from agreement_endings e where e.tenant_id = $1 and e.id = t.ending_id
    and ${ownAgreement("e.agreement_id")})`,
  agreement_parties: has("'agreement'", "t.agreement_id"),
  agreement_versions: has("'agreement-version'", "t.id"),
  agreement_articles: byVersion,
  coordination_areas: byVersion,
  coordination_duties: byVersion,
  duty_lead_rows: byVersion,
  duty_offices: byVersion,
  clause_points: byVersion,
  consented_texts: byVersion,
  consents: byVersion,
  signing_rounds: byVersion,
  round_signers: byVersion,
  signing_turns: byVersion,
  organisation_signatures: byVersion,
  external_answers: byVersion,
  external_declines: byVersion,
  external_links: byVersion,
  external_signatures: byVersion,
  external_signers: byVersion,
  external_parties: has("'agreement'", "t.agreement_id"),
  signing_delegations: `t.agreement_id is null or ${has("'agreement'", "t.agreement_id")}`,
  issued_documents: byVersion,
  signatures: byVersion,
  signing_declines: byVersion,
  document_checks: byVersion,
  register_entries: `t.office_id = $2 or exists (select 1 from signing_rounds r where r.tenant_id = $1 and r.id = t.round_id
    and ${has("'agreement-version'", "r.version_id")})`,
  meetings: has("'meeting'", "t.id"),
  meeting_bodies: byMeeting,
  meeting_answers: byMeeting,
  meeting_invitations: byMeeting,
  meeting_presences: byMeeting,
  meeting_kits: byMeeting,
  meeting_leaders: byMeeting,
  meeting_offices: byMeeting,
  meeting_series: `exists (select 1 from meetings m where m.tenant_id = $1 and m.series_id = t.id and ${has("'meeting'", "m.id")})`,
  displacements: byMeeting,
  meeting_undos: "t.office_id = $2 and t.account_id = $3",
  notices: "t.office_id = $2 and (t.account_id is null or t.account_id = $3)",
  petitions: has("'petition'", "t.id"),
  petition_people: byPetition,
  petition_keys: byPetition,
  petition_offices: byPetition,
  petition_contributions: byPetition,
  petition_checks: byPetition,
  petition_forwards: byPetition,
  forward_links: byPetition,
  petition_changes: byPetition,
  petition_looks: "t.office_id = $2",
  petition_handlers: "t.office_id = $2",
  look_up_reviews: "t.office_id = $2",
  national_handovers: "t.office_id = $2",
  petition_sketches: byPetition,
  petition_marks: byPetition,
  petition_joins: `${byPetition} or ${has("'petition'", "t.other_id")}`,
  petition_matches: byPetition,
  petition_case_matches: byPetition,
  petition_cases: has("'petition-case'", "t.id"),
  petition_case_members: byCase,
  petition_case_representatives: byCase,
  petition_case_steps: byCase,
  petition_papers: byPetition,
  look_ups: "t.office_id = $2",
  petition_secrets: byPetition,
  petition_additions: byPetition,
  petition_entries: "t.office_id = $2",
  petition_grams: "t.office_id = $2",
  calendar_feeds: "t.office_id = $2",
  // An administrator also sees that there are others': resend-mail.test.ts.
  mails: "t.account_id = $3",
  mail_contents: "t.account_id = $3",
  files: `${has("t.subject_kind", "t.subject_id")} or t.subject_kind = 'petition-part' and ${has("'petition'", "t.subject_id")}
    and (t.office_id = $2 or exists (select 1 from petitions p where p.tenant_id = $1 and p.id = t.subject_id and p.lead_office_id = $2))`,
  returned_forms: "t.account_id = $3",
  petition_milestones: byPetition,
  petition_clocks: `t.office_id = $2 or ${has("'petition'", "t.petition_id")}`,
  work_programmes: has("'work-programme'", "t.id"),
  programme_items: byProgramme,
  programme_changes: byProgramme,
  overlap_settlements: `${byProgramme} and (t.other_programme_id is null or ${has("'work-programme'", "t.other_programme_id")})`,
  signing_key_requests: "t.office_id is null and t.account_id = $3",
  signing_keys:
    "exists (select 1 from people p where p.tenant_id = $1 and p.id = t.person_id and p.account_id = $3)",
};
const wholeTenant = [
  "audit_heads",
  "bodies",
  "calendar_settings",
  "certificate_authorities",
  "certificates",
  "clock_rules",
  "clock_settings",
  "competence_rows",
  "external_bodies",
  "external_body_names",
  "legal_days",
  "meeting_kinds",
  "office_bodies",
  "offices",
  "people",
  "post_holdings",
  "posts",
  "quorum_rules",
  // Who or what is taken when, and no word of what for.
  "resource_claims",
  "resources",
  "signing_roots",
  // Wrapped by a key that is not in the database.
  "tenant_keys",
  "week_sheets",
  "week_sheet_versions",
];

// Written and read by functions for citizens alone.
const nobodys = ["citizen_drafts", "citizen_tickets", "citizen_tries", "petition_sketches_due"];

describe("offices apart", () => {
  test("each office reads exactly the rows it has a part in, of every table", async () => {
    expect([...Object.keys(readable), ...wholeTenant, ...nobodys].sort()).toEqual([...tables]);
    for (const table of nobodys) {
      await expect(visible(table, settingsOf("VPTU")), table).rejects.toMatchObject({ code: "42501" });
    }
    for (const settings of everyOffice()) {
      for (const table of appTables("SELECT")) {
        const expected = await ask<{ place: string }>(
          `select t.${placeOf(table)}::text as place from ${table} t
            where t.tenant_id = $1 and (${readable[table] ?? "true"}) and $2::uuid is not null and $3::uuid is not null order by 1`,
          [settings.tenantId, settings.officeId, settings.accountId],
        );
        expect(await visible(table, settings), table).toEqual(expected.map((row) => row.place));
      }
    }
  });

  test("a task, its offices and its history are not there for an office without a part", async () => {
    const id = strangers.taskWithoutCouncil;
    const seen = async (settings: Settings) => ({
      tasks: (await visible("tasks", settings, `id = '${id}'`)).length,
      assists: (await visible("task_assists", settings, `task_id = '${id}'`)).length,
      access: (await visible("access", settings, `subject_id = '${id}'`)).length,
      events: (await visible("audit_events", settings, `subject_id = '${id}'`)).length,
    });
    expect(await seen(settingsOf("VPTU"))).toEqual({ tasks: 1, assists: 1, access: 1, events: 1 });
    expect(await seen(settingsOf("VP UBND"))).toEqual({ tasks: 1, assists: 1, access: 1, events: 1 });
    const nothing = { tasks: 0, assists: 0, access: 0, events: 0 };
    expect(await seen(settingsOf(council))).toEqual(nothing);
    expect(await seen(settingsOf(strangers.fourth.officeCode))).toEqual(nothing);
  });

  test("a restricted meeting is not there for an office without a part: it sees that somebody is busy, not what for", async () => {
    const id = strangers.restrictedMeeting;
    const seen = async (settings: Settings) => ({
      meetings: (await visible("meetings", settings, `id = '${id}'`)).length,
      leaders: (await visible("meeting_leaders", settings, `meeting_id = '${id}'`)).length,
      events: (await visible("audit_events", settings, `subject_id = '${id}'`)).length,
      claims: (await visible("resource_claims", settings, `meeting_id = '${id}'`)).length,
    });
    expect(await seen(settingsOf("VPTU"))).toEqual({ meetings: 1, leaders: 1, events: 1, claims: 1 });
    for (const office of [council, strangers.fourth.officeCode]) {
      expect(await seen(settingsOf(office))).toEqual({ meetings: 0, leaders: 0, events: 0, claims: 1 });
      const busy = await trying(database.pool("app"), settingsOf(office), async (client) => {
        const { rows } = await client.query(
          `select b.kind, b.meeting_id from resource_claims c, busy(array[c.resource_id], c.starts_at, c.ends_at, null) b
            where c.meeting_id = $1`,
          [id],
        );
        return rows;
      });
      expect(busy).toEqual([{ kind: "hold", meeting_id: null }]);
    }
  });

  test("a policy that forgets the office is noticed by the same question", async () => {
    const owner = database.pool("owner");
    const hidden = `id = '${strangers.taskWithoutCouncil}'`;
    await owner.query(
      "create policy planted on tasks for select to portal_app using (tenant_id = (select current_tenant()))",
    );
    expect(await visible("tasks", settingsOf(council), hidden)).toHaveLength(1);
    await owner.query("drop policy planted on tasks");
    expect(await visible("tasks", settingsOf(council), hidden)).toEqual([]);
  });

  test("an office without a part changes nothing of a task, and is not told that it is there", async () => {
    const change = `update tasks set title = 'x' where id = '${strangers.taskWithoutCouncil}'`;
    const assist = `update task_assists set state = 'asked' where task_id = '${strangers.taskWithoutCouncil}'`;
    for (const office of [council, strangers.fourth.officeCode]) {
      expect(await outcomeOf(database.pool("app"), settingsOf(office), change)).toBe("no row");
      expect(await outcomeOf(database.pool("app"), settingsOf(office), assist)).toBe("no row");
    }
  });

  test("drafts and rounds are the parties' own; what was signed the whole province reads, also an office made later", async () => {
    const states = async (office: string) =>
      trying(database.pool("app"), settingsOf(office), async (client) =>
        (await client.query("select distinct state from agreement_versions order by 1")).rows.map(
          (row) => row.state,
        ),
      );
    expect(await states(council)).toEqual([
      "awaiting-signatures",
      "declined",
      "draft",
      "negotiating",
      "signed",
    ]);
    expect(await states(strangers.fourth.officeCode)).toEqual(["signed"]);
    const [register] = await ask<{ void: number }>(
      "select count(*)::int as void from register_entries where state = 'void'",
    );
    expect(register?.void).toBe(2);
    expect(
      await visible("register_entries", settingsOf(strangers.fourth.officeCode), "state = 'void'"),
    ).toEqual([]);
  });

  test("a signing key is its person's alone, to read and to unlock", async () => {
    const chief = settingsOf("VPTU");
    expect(await visible("signing_keys", chief)).toHaveLength(1);
    expect(
      await visible("signing_keys", { ...chief, accountId: settingsOf(council).accountId ?? "" }),
    ).not.toEqual(await visible("signing_keys", chief));
    expect(await visible("signing_keys", settingsOf("VPTU", "specialist"))).toEqual([]);
    const reset = await trying(database.pool("app"), chief, (client) =>
      client.query("update signing_keys set failures = 0, locked_at = null"),
    );
    expect(reset.rowCount).toBe(1);
  });
});

describe("tricks with the session", () => {
  test("another search path shows nothing more: it fails", async () => {
    for (const path of ["pg_catalog", "pgboss, pg_catalog", "pg_temp"]) {
      const outcome = await trying(database.pool("app"), settingsOf(council), async (client) => {
        await client.query(`set local search_path = ${path}`);
        const { rows } = await client.query("select id from public.tasks").catch(() => ({ rows: [] }));
        return rows.map((row: { id: string }) => row.id);
      });
      expect(outcome).not.toContain(strangers.taskWithoutCouncil);
    }
  });

  test("a tenant that is no id is an error, not everything", async () => {
    const outcome = await outcomeOf(
      database.pool("app"),
      { tenantId: "' or true --" },
      "select * from tasks",
    );
    expect(outcome).toBe("22P02");
  });

  test("settings end with the transaction", async () => {
    await trying(database.pool("app"), settingsOf("VPTU"), (client) => client.query("select 1"));
    for (const table of ["tasks", "offices"]) expect(await visible(table, {}), table).toEqual([]);
  });
});

// Row security guards against a forgotten condition, not against who holds the connection of portal_app: such a person
// can name any office and read what it reads. Writing is another matter: the account must hold a post there today.
describe("an office where the account holds no post", () => {
  function borrowed(): Settings {
    return { ...settingsOf("VPTU"), accountId: settingsOf(council).accountId ?? "" };
  }

  test("can be named for reading, which is a known limit", async () => {
    const seen = await visible("tasks", borrowed(), `id = '${strangers.taskWithoutCouncil}'`);
    expect(seen).toHaveLength(1);
  });

  const acts: readonly [string, string][] = [
    ["a task", "update tasks set title = 'x' where state = 'open'"],
    [
      "what is said of a task whose lead moves",
      `insert into task_handovers (tenant_id, id, task_id, from_office_id, to_office_id, from_duty_id, to_duty_id, state, word, made_by, made_at)
        select t.tenant_id, gen_random_uuid(), t.id, t.lead_office_id, o.id, t.duty_id, t.duty_id, 'kept', 'Lý do', current_account(), now()
        from tasks t join offices o on o.tenant_id = t.tenant_id and o.id <> t.lead_office_id limit 1`,
    ],
    [
      "an end of an agreement",
      `insert into agreement_endings (tenant_id, id, agreement_id, ends_on, reason, state, office_id, made_by, made_at)
        select tenant_id, gen_random_uuid(), id, portal_today() + 9, 'Lý do', 'proposed', current_office(), current_account(), now()
        from agreements limit 1`,
    ],
    [
      "an agreement to an end",
      `insert into ending_consents (tenant_id, ending_id, party_id, account, at)
        select e.tenant_id, e.id, p.id, current_account(), now() from agreement_endings e join agreement_parties p
          on p.agreement_id = e.agreement_id limit 1`,
    ],
    ["an asked contribution", "update task_assists set state = 'accepted' where state = 'asked'"],
    ["a text", "update agreement_articles set heading = 'x'"],
    ["a version", "update agreement_versions set state = 'withdrawn' where state = 'awaiting-signatures'"],
    [
      "a round",
      "update signing_rounds set state = 'withdrawn', ended_at = now(), end_reason = 'x' where state = 'open'",
    ],
    [
      "an agreement",
      "insert into agreements (tenant_id, id, title, contact_office_id, created_at) values (current_tenant(), gen_random_uuid(), 'x', current_office(), now())",
    ],
    [
      "a refusal",
      "insert into refusals (tenant_id, id, account_id, office_id, act, subject_kind, reason) values (current_tenant(), gen_random_uuid(), current_account(), current_office(), 'x', 'portal', '{}')",
    ],
    [
      "a letter",
      "update petitions set note = 'x', revision = revision + 1 where lead_office_id = current_office()",
    ],
    ["who wrote a letter", "delete from petition_people"],
    ["the key of a letter", "update petition_keys set wrapped = null, destroyed_at = now()"],
    [
      "the offices of a letter",
      "insert into petition_offices (tenant_id, petition_id, office_id, part) select tenant_id, id, current_office(), 'informed' from petitions",
    ],
    [
      "a judgement of a letter",
      "insert into petition_checks (tenant_id, petition_id, condition_key, met, basis, account_id, checked_at) select tenant_id, id, 'x', true, 'x', current_account(), now() from petitions",
    ],
    [
      "a look at who wrote",
      "insert into petition_looks (tenant_id, id, petition_id, office_id, account_id, reason, at) select tenant_id, gen_random_uuid(), id, current_office(), current_account(), 'Lý do', now() from petitions",
    ],
    [
      "who works on a letter",
      "insert into petition_handlers (tenant_id, id, petition_id, ordinal, office_id, names, account_id, at) select tenant_id, gen_random_uuid(), id, 0, current_office(), false, current_account(), now() from petitions",
    ],
    ["what a letter is found by", "delete from petition_sketches"],
    ["a case", "update petition_cases set answer_document = 'x', revision = revision + 1"],
    [
      "a letter of a case",
      "update petition_case_members set told_on = portal_today(), told_how = 'post', told_by = current_account()",
    ],
    [
      "who speaks in a case",
      "update petition_case_representatives set ended_at = now(), ended_by = current_account(), end_reason = 'Lý do'",
    ],
    [
      "a step of a case",
      "insert into petition_case_steps (tenant_id, id, case_id, kind, on_day, document, office_id, account_id, at) select tenant_id, gen_random_uuid(), id, 'settled', portal_today(), 'x/y', current_office(), current_account(), now() from petition_cases",
    ],
    ["what was said of a pair", "update petition_joins set undone_at = now(), undone_by = current_account()"],
    [
      "the secret of a letter",
      "update petition_secrets set issues = issues + 1, account_id = current_account()",
    ],
    [
      "a body outside",
      "update external_bodies set name = name || 'x', revision = revision + 1, account_id = current_account()",
    ],
    ["the link of a slip", "update forward_links set revoked_at = now()"],
    [
      "a correction of a letter",
      "insert into petition_changes (tenant_id, id, petition_id, revision, kind, sealed, office_id, account_id, at) select tenant_id, gen_random_uuid(), id, revision + 1, 'reopened', repeat('x', 40)::bytea, current_office(), current_account(), now() from petitions",
    ],
    ["what a sender added", "update petition_additions set seen_at = now(), seen_by = current_account()"],
    [
      "what came back for a hand-over",
      "update national_handovers set refusal_reason = 'Thiếu mã', answered_by = current_account()",
    ],
    ["the end of a row of the table", "update competence_rows set ended_by = current_account()"],
    ["an answer of an assisting office", "update petition_contributions set names = true"],
    ["an answer to a slip", "update petition_forwards set result = 'x'"],
    [
      "a key of the province",
      "insert into tenant_keys (tenant_id, id, purpose, wrapped, wrapped_by, created_at) values (current_tenant(), gen_random_uuid(), 'letters', '', 'x', now())",
    ],
    ["a meeting", "update meetings set title = 'x' where lead_office_id = current_office()"],
    ["the leaders of a meeting", "delete from meeting_leaders"],
    ["an answer to a displacement", "update displacements set answer = 'moved', answered_at = now()"],
    [
      "claims",
      "select place_claims(id, null, null) from meetings where lead_office_id = current_office() and state = 'confirmed'",
    ],
    [
      "a week sheet",
      "insert into week_sheets (tenant_id, id, monday, created_at) values (current_tenant(), gen_random_uuid(), '2030-01-07', now())",
    ],
    [
      "a notice",
      "insert into notices (tenant_id, id, office_id, kind, subject_kind, subject_id, payload, created_at) values (current_tenant(), gen_random_uuid(), current_office(), 'x', 'meeting', gen_random_uuid(), '{}', now())",
    ],
    [
      "a series of meetings",
      "insert into meeting_series (tenant_id, id, office_id, account_id, rule, first_day, except_days, created_at) values (current_tenant(), gen_random_uuid(), current_office(), current_account(), 'FREQ=WEEKLY;COUNT=2', '2030-01-07', '{}', now())",
    ],
    [
      "a calendar feed",
      "insert into calendar_feeds (tenant_id, id, office_id, account_id, scope, token_hash, created_at) values (current_tenant(), gen_random_uuid(), current_office(), current_account(), 'office', repeat('0', 64), now())",
    ],
    ["the end of a calendar feed", "update calendar_feeds set revoked_at = now()"],
    [
      "a file",
      `insert into files (tenant_id, id, subject_kind, subject_id, office_id, account_id, name, type, size, sha256, text_read, created_at)
        select tenant_id, gen_random_uuid(), 'task', id, current_office(), current_account(), 'x.pdf', 'application/pdf', 1,
          repeat('0', 64), true, now() from tasks limit 1`,
    ],
    ["a file that is taken back", "update files set removed_at = now()"],
    [
      "a programme of work",
      `insert into work_programmes (tenant_id, id, kind, body_id, office_id, starts_on, ends_on, state, creator_account_id, created_at)
        select tenant_id, gen_random_uuid(), 'year', body_id, office_id, '2050-01-01', '2050-12-31', 'draft', current_account(), now()
        from office_bodies where office_id = current_office() limit 1`,
    ],
    [
      "the issue of a programme",
      "update work_programmes set state = 'issued', issued_at = now(), issued_by = current_account(), revision = revision + 1 where state = 'draft'",
    ],
    ["an item of a programme", "update programme_items set note = 'x', revision = revision + 1"],
    [
      "a decision on a programme",
      `insert into programme_changes (tenant_id, id, programme_id, item_id, item_revision, act, decision_number, decided_on, decided_by,
          office_id, account_id)
        select tenant_id, gen_random_uuid(), programme_id, id, revision, 'stop', '1', portal_today(), 'x', current_office(), current_account()
        from programme_items where state = 'active' limit 1`,
    ],
    [
      "a word about an overlap",
      `insert into overlap_settlements (tenant_id, id, kind, programme_id, item_id, basis, reason, office_id, account_id)
        select tenant_id, gen_random_uuid(), 'meeting', programme_id, id, 'x', 'x', current_office(), current_account()
        from programme_items limit 1`,
    ],
    [
      "what became of a letter",
      `insert into petition_milestones (tenant_id, id, petition_id, kind, on_day, office_id, account_id, at)
        select tenant_id, gen_random_uuid(), id, 'outcome-told', received_on, current_office(), current_account(), now() from petitions`,
    ],
    ["a clock of a letter", "update petition_clocks set status = 'ended', closed_at = now()"],
    [
      "a day off",
      "update legal_days set name = 'x', account_id = current_account() where day = '2026-11-24'",
    ],
    [
      "how last days are reckoned",
      "update clock_settings set moves_off_day = false, account_id = current_account()",
    ],
    [
      "a limit",
      `insert into clock_rules select * from jsonb_populate_record(null::clock_rules, (select to_jsonb(r) || jsonb_build_object(
        'id', gen_random_uuid(), 'version', 2, 'reason', 'x', 'account_id', current_account()) from clock_rules r
        where key = 'denunciation.publish'))`,
    ],
    [
      "an event",
      `select append_events('[{"id": "00000000-0000-4000-8000-000000000001", "name": "x", "subjectKind": "task", "subjectId": "00000000-0000-4000-8000-000000000001"}]')`,
    ],
  ];

  test.each(acts)("does not let them write %s", async (_, sql) => {
    expect(await outcomeOf(database.pool("app"), borrowed(), sql)).toBe("PH001 acting-post-not-held");
  });

  test("is one they held until yesterday", async () => {
    const chief = postOf(strangers.phuTho, council, "chief");
    const owner = database.pool("owner");
    await owner.query("update post_holdings set until_date = portal_today() - 1 where post_id = $1", [
      chief.postId,
    ]);
    const outcome = await outcomeOf(
      database.pool("app"),
      settingsOf(council),
      "update tasks set title = 'x' where lead_office_id = current_office() and state = 'open'",
    );
    await owner.query("update post_holdings set until_date = null where post_id = $1", [chief.postId]);
    expect(outcome).toBe("PH001 acting-post-not-held");
  });
});

describe("refusals", () => {
  test("are put down in one's own office and one's own name only", async () => {
    const put =
      "insert into refusals (tenant_id, id, account_id, office_id, act, subject_kind, reason) values ($1, $2, $3, $4, 'x', 'portal', '{}')";
    const here = settingsOf("VPTU");
    const { tenantId, accountId, officeId } = here;
    const app = database.pool("app");
    expect(await outcomeOf(app, here, put, [tenantId, randomUUID(), accountId, officeId])).toBe("done");
    const other = settingsOf(council);
    expect(await outcomeOf(app, here, put, [tenantId, randomUUID(), other.accountId, officeId])).toBe(
      "42501",
    );
    expect(await outcomeOf(app, here, put, [tenantId, randomUUID(), accountId, other.officeId])).toBe(
      "42501",
    );
  });
});
