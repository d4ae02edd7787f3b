import { afterAll, beforeAll, expect, test } from "vitest";
import { listAgreements } from "@/lib/agreements/queries/list-agreements";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { getRefusals } from "@/lib/desk/queries/get-refusals";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { type Query, runQuery } from "@/lib/platform/queries/run-query";
import { getTaskLog } from "@/lib/tasks/queries/get-task-log";
import { getTaskOptions } from "@/lib/tasks/queries/get-task-options";
import { listTasks, type TaskListInput } from "@/lib/tasks/queries/list-tasks";
import { as, postOf } from "@/prisma/seed/caller";
import { filledRows } from "@/tests/integration/platform/support/fill";
import { fillWithTasks } from "@/tests/support/many-tasks";
import { recordStatements, type Statement } from "@/tests/support/recorded-statements";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

const office = "VPTU";
const role = "chief";
/** The deep test asks with four times as many. */
const rowsPerTable = filledRows;

// A handful of rows in every tenant: reading such a table from end to end is the right plan.
const smallTables = new Set([
  "agreements",
  "agreement_articles",
  "agreement_parties",
  "agreement_versions",
  "bodies",
  "consents",
  "displacements",
  "external_answers",
  "external_declines",
  "external_links",
  "external_parties",
  "external_signatures",
  "files",
  "meeting_answers",
  "meeting_leaders",
  "meetings",
  "petitions",
  "petition_entries",
  "petition_forwards",
  "petition_additions",
  "petition_cases",
  "petition_case_members",
  "petition_contributions",
  "petition_joins",
  "coordination_areas",
  "coordination_duties",
  "duty_lead_rows",
  "duty_offices",
  "issued_documents",
  "office_bodies",
  "offices",
  "people",
  "post_holdings",
  "posts",
  "signatures",
  "round_signers",
  "signing_delegations",
  "task_handovers",
  "agreement_endings",
  "ending_consents",
  "signing_rounds",
  "task_informed",
  "tenants",
]);

let database: SeededDatabase;

beforeAll(async () => {
  database = await seededDatabase();
  await fillWithTasks(database, database.phuTho, rowsPerTable);
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Plan[] };

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** The plan PostgreSQL makes for `portal_app` in this office: row security is part of it. */
async function explain(statement: Statement): Promise<Plan[]> {
  const client = await database.pool("app").connect();
  const { accountId, officeId } = postOf(database.phuTho, office, role);
  try {
    await client.query("begin");
    await client.query(
      `select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true),
        set_config('app.office_id', $3, true)`,
      [database.phuTho.tenant.id, accountId, officeId],
    );
    const { rows } = await client.query(`explain (format json) ${statement.text}`, statement.values);
    await client.query("rollback");
    return nodesOf(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    client.release();
  }
}

/** The reads of one page: what it selects from tables, without the settings of its transaction. */
async function readsOf<Input, View>(query: Query<Input, View>, input: Input): Promise<Statement[]> {
  const statements = await recordStatements(async () => {
    expect(await runQuery(query, as(database.phuTho, office, role), input)).not.toBeNull();
  });
  return statements.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && /\bfrom\b/i.test(text));
}

async function expectIndexes<Input, View>(query: Query<Input, View>, input: Input): Promise<Plan[]> {
  const statements = await readsOf(query, input);
  expect(statements.length).toBeGreaterThan(0);
  const nodes = (await Promise.all(statements.map(explain))).flat();
  const scanned = nodes
    .filter((node) => node["Node Type"] === "Seq Scan")
    .map((node) => node["Relation Name"] ?? "");
  expect(scanned.filter((name) => !smallTables.has(name))).toEqual([]);
  return nodes;
}

const lists: TaskListInput[] = [
  { part: "all", state: "open" },
  { part: "lead", state: "open" },
  { part: "assist", state: "closed" },
  { part: "all", state: "closed" },
];

test.each(lists)(
  "the list of tasks drives from access in the order of its index: $part, $state",
  async (input) => {
    const first = await expectIndexes(listTasks, input);
    expect(first.map((node) => node["Index Name"])).toContain("access_open_idx");
    const found = await runQuery(listTasks, as(database.phuTho, office, role), input);
    expect(found?.view.items).toHaveLength(30);
    const after = found?.view.next ?? "";
    expect(after).not.toBe("");
    await expectIndexes(listTasks, { ...input, after });
  },
);

test("pages by key give every task once, newest first", async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const found = await runQuery(listTasks, as(database.phuTho, office, role), {
      part: "lead",
      state: "open",
      after,
    });
    seen.push(...(found?.view.items.map((item) => item.id) ?? []));
    after = found?.view.next ?? undefined;
  } while (after !== undefined);
  const { rows } = await database
    .pool("owner")
    .query(
      "select count(*)::integer as count from tasks where tenant_id = $1 and lead_office_id = $2 and state = 'open'",
      [database.phuTho.tenant.id, postOf(database.phuTho, office, role).officeId],
    );
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(rows[0].count);
});

test("a count past 1,000 is not said", async () => {
  const found = await runQuery(listTasks, as(database.phuTho, office, role), {
    part: "all",
    state: "closed",
  });
  expect(found?.view.count).toBeNull();
});

test("the desk reads no table from end to end", async () => {
  await expectIndexes(getDesk, {});
});

test("the refusal log reads its index", async () => {
  const nodes = await expectIndexes(getRefusals, {});
  expect(nodes.map((node) => node["Index Name"])).toContain("refusals_tenant_id_office_id_at_id_idx");
});

test("a task with its history, the options of a new one and the list of agreements use indexes", async () => {
  const found = await runQuery(listTasks, as(database.phuTho, office, role), { part: "all", state: "open" });
  await expectIndexes(getTaskLog, { taskId: found?.view.items[0]?.id ?? "" });
  await expectIndexes(getTaskOptions, {});
  await expectIndexes(listAgreements, {});
});
