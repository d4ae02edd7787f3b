import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { globalTables, tablesOf, tenantFindings } from "@/tests/integration/platform/support/catalogue";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

describe("every table of schema public", () => {
  test("keeps tenants apart by key, by foreign key and by row security", async () => {
    expect(await tenantFindings(database.pool("owner"))).toEqual([]);
  });

  test("is a table of a tenant or named as global", async () => {
    const tables = await tablesOf(database.pool("owner"));
    expect(tables.filter((table) => globalTables.includes(table))).toEqual([...globalTables]);
    expect(tables.length - globalTables.length).toBeGreaterThanOrEqual(31);
  });
});

// The check itself can be wrong: each planted fault must be found by name.
describe("the check finds", () => {
  const planted = [
    ["a table without tenant", "create table planted (id uuid primary key)", "planted: has no tenant_id"],
    [
      "a global table with a tenant",
      "alter table accounts add column tenant_id uuid not null default gen_random_uuid()",
      "accounts: global, yet has tenant_id",
    ],
    [
      "a table without FORCE",
      "create table planted (tenant_id uuid not null, id uuid, primary key (tenant_id, id)); alter table planted enable row level security",
      "planted: row security is not forced",
    ],
    [
      "row security switched off",
      "alter table tasks disable row level security",
      "tasks: row security is off",
    ],
    [
      "a key without tenant",
      "create unique index planted on tasks (title)",
      "tasks: planted is unique without tenant_id",
    ],
    [
      "a foreign key across tenants",
      "create unique index planted on offices (id); alter table tasks add column planted_id uuid references offices (id)",
      "tasks: tasks_planted_id_fkey crosses tenants",
    ],
    [
      "a column that names a row without a foreign key",
      "alter table tasks add column planted_id uuid",
      "tasks.planted_id: names a row without a foreign key",
    ],
    [
      "a policy that forgets the tenant",
      "create policy planted on tasks for select to portal_app using (can_read('task', id))",
      "tasks: policy planted does not ask for the tenant",
    ],
    [
      "a policy for everybody",
      "create policy planted on tasks for select using (tenant_id = (select current_tenant()))",
      "tasks: policy planted is for everybody",
    ],
    [
      "a right without a policy",
      "grant delete on tasks to portal_app",
      "tasks: portal_app has DELETE without a policy",
    ],
    [
      "an enum",
      "create type planted as enum ('a')",
      "planted: an enum, which no index serves under row security",
    ],
    [
      "a view",
      "create view planted as select * from tasks",
      "planted: a view or the like, which reads with its owner's rights",
    ],
  ] as const;

  test.each(planted)("%s", async (_, sql, finding) => {
    const pool = database.pool("owner");
    // Planted in a transaction of one connection, so that nothing of it stays.
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query(sql);
      // The findings only need query(), which a client has as well.
      expect(await tenantFindings(client)).toContain(finding);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});
