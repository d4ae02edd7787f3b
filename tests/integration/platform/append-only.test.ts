import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { postOf } from "@/prisma/seed/caller";
import { outcomeOf, type Settings, writtenColumns } from "@/tests/integration/platform/support/session";
import { addStrangers } from "@/tests/integration/platform/support/strangers";
import type { TestRole } from "@/tests/support/database";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

let database: SeededDatabase;
let settings: Settings;

beforeAll(async () => {
  database = await seededDatabase();
  const { phuTho } = await addStrangers(database);
  const chief = postOf(phuTho, "VPTU", "chief");
  settings = { tenantId: phuTho.tenant.id, officeId: chief.officeId, accountId: chief.accountId };
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

const tables = [
  "audit_events",
  "document_checks",
  "external_answers",
  "external_declines",
  "external_signatures",
  "external_signers",
  "issued_documents",
  "look_up_reviews",
  "meeting_series",
  "organisation_signatures",
  "overlap_settlements",
  "petition_case_steps",
  "petition_changes",
  "petition_handlers",
  "petition_looks",
  "petition_papers",
  "programme_changes",
  "refusals",
  "round_signers",
  "signatures",
  "signing_declines",
  "week_sheet_versions",
] as const;

// The owner can switch a trigger off, as who owns a table always can; that leaves the chain of events broken, which
// audit:verify finds. These proofs are about every statement short of that.
const roles: readonly [TestRole, string][] = [
  ["superuser", "PH009"],
  ["owner", "PH009"],
  ["app", "42501"],
  ["worker", "42501"],
];

describe.each(tables)("%s", (table) => {
  test.each(roles)("as %s no row is changed", async (role, code) => {
    expect(await outcomeOf(database.pool(role), settings, `update ${table} set id = gen_random_uuid()`)).toBe(
      code,
    );
    expect(await outcomeOf(database.pool(role), settings, `update ${table} set tenant_id = tenant_id`)).toBe(
      code,
    );
  });

  test.each(roles)("as %s no row is removed", async (role, code) => {
    expect(await outcomeOf(database.pool(role), settings, `delete from ${table}`)).toBe(code);
  });

  test.each(roles)("as %s it is not emptied", async (role, code) => {
    expect(await outcomeOf(database.pool(role), settings, `truncate ${table} cascade`)).toBe(code);
  });

  test("an upsert is no way round", async () => {
    const columns = table === "issued_documents" ? "sha256" : "id";
    const written = await writtenColumns(database.pool("owner"), table);
    const upsert = `insert into ${table} (${written}) select ${written} from ${table} limit 1
      on conflict (tenant_id, id) do update set ${columns} = excluded.${columns}`;
    expect(await outcomeOf(database.pool("owner"), settings, upsert)).toMatch(/^PH00[129]/);
    expect(await outcomeOf(database.pool("app"), settings, upsert)).toMatch(/^(42501|PH00[129])/);
  });

  test("a merge is no way round", async () => {
    const merge = `merge into ${table} t using (select 1) s on true when matched then delete`;
    expect(await outcomeOf(database.pool("owner"), settings, merge)).toBe("PH009");
    expect(await outcomeOf(database.pool("app"), settings, merge)).toBe("42501");
  });
});

describe("register_entries", () => {
  test.each(roles)("as %s no number is given back", async (role, code) => {
    expect(await outcomeOf(database.pool(role), settings, "delete from register_entries")).toBe(code);
    expect(await outcomeOf(database.pool(role), settings, "truncate register_entries")).toBe(code);
  });
});
