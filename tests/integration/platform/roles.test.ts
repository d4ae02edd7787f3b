import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callers, tableRights } from "@/tests/integration/platform/support/grants";
import { type TestDatabase, type TestRole, testDatabase } from "@/tests/support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

async function rows<Row extends Record<string, unknown>>(sql: string): Promise<Row[]> {
  return (await database.pool("superuser").query<Row>(sql)).rows;
}

// Grants on whole tables and on columns; an owner's rights to its own things are left out.
const grantsSql = `
  select coalesce(r.rolname, 'PUBLIC') as role,
    case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as table,
    array_agg(x.privilege_type || coalesce('(' || x.attname || ')', '')
      order by x.privilege_type || coalesce('(' || x.attname || ')', '')) as rights
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (
    select grantee, privilege_type, null::text as attname from aclexplode(c.relacl)
    union all select e.grantee, e.privilege_type, a.attname from pg_attribute a, aclexplode(a.attacl) e where a.attrelid = c.oid
  ) x
  left join pg_roles r on r.oid = x.grantee
  where n.nspname in ('public', 'pgboss') and x.grantee <> c.relowner
  group by 1, 2`;

const functionsSql = `
  select p.oid::regprocedure::text as name, o.rolname as owner, p.prosecdef as definer, coalesce(p.proconfig, '{}') as settings,
    array(select coalesce(r.rolname, 'PUBLIC') from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
      left join pg_roles r on r.oid = x.grantee where x.grantee <> p.proowner order by 1)::text[] as callers
  from pg_proc p join pg_roles o on o.oid = p.proowner
  where p.pronamespace = 'public'::regnamespace
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

type FunctionRow = { name: string; owner: string; definer: boolean; settings: string[]; callers: string[] };

describe("rights", () => {
  test("on tables are exactly those of the matrix", async () => {
    const found: Record<string, Record<string, string[]>> = {};
    for (const role of Object.keys(tableRights)) found[role] = {};
    for (const row of await rows<{ role: string; table: string; rights: string[] }>(grantsSql)) {
      found[row.role] = { ...found[row.role], [row.table]: row.rights };
    }
    expect(found).toEqual(tableRights);
  });

  test("on functions are exactly those of the list, and none is everybody's", async () => {
    const found = await rows<FunctionRow>(functionsSql);
    const called = found.filter((each) => each.callers.length > 0);
    expect(Object.fromEntries(called.map((each) => [each.name, each.callers]))).toEqual(callers);
  });

  test("to make things in a schema are the owner's and the definer's, of the queue's schema the worker's", async () => {
    const found = await rows<{ schema: string; role: string }>(`
      select n.nspname as schema, coalesce(r.rolname, 'PUBLIC') as role from pg_namespace n, aclexplode(n.nspacl) x
        left join pg_roles r on r.oid = x.grantee
        where n.nspname in ('public', 'pgboss') and x.privilege_type = 'CREATE' and r.rolname <> 'pg_database_owner' order by 1, 2`);
    expect(found).toEqual([
      { schema: "pgboss", role: "portal_worker" },
      { schema: "public", role: "portal_definer" },
      { schema: "public", role: "portal_owner" },
    ]);
  });

  test("to enter the database are named, and temporary tables are nobody's but the owner's", async () => {
    const found = await rows<{ role: string; rights: string[] }>(`
      select coalesce(r.rolname, 'PUBLIC') as role, array_agg(x.privilege_type order by x.privilege_type) as rights
        from pg_database d, aclexplode(d.datacl) x left join pg_roles r on r.oid = x.grantee
        where d.datname = current_database() and r.rolname is distinct from 'portal_owner' group by 1 order by 1`);
    expect(found).toEqual(
      ["portal_app", "portal_auth", "portal_operator", "portal_public", "portal_worker"].map((role) => ({
        role,
        rights: ["CONNECT"],
      })),
    );
  });
});

describe("functions with their owner's rights", () => {
  test("belong to portal_definer and look names up in fixed schemas, the system's first", async () => {
    const found = (await rows<FunctionRow>(functionsSql)).filter((each) => each.definer);
    expect(found.length).toBeGreaterThan(20);
    for (const each of found) {
      expect(each, each.name).toMatchObject({
        owner: "portal_definer",
        settings: expect.arrayContaining(["search_path=pg_catalog, public"]),
      });
    }
  });
});

describe("roles", () => {
  test("have no attribute beyond their part", async () => {
    const found = await rows(`
      select rolname as role, rolcanlogin as login, rolbypassrls as bypass,
        rolsuper or rolcreaterole or rolcreatedb or rolreplication as more
      from pg_roles where rolname like 'portal\\_%' order by 1`);
    const plain = { login: true, bypass: false, more: false };
    expect(found).toEqual([
      { role: "portal_app", ...plain },
      { role: "portal_auth", ...plain },
      { role: "portal_definer", ...plain, login: false },
      { role: "portal_operator", ...plain },
      { role: "portal_owner", ...plain, bypass: true },
      { role: "portal_public", ...plain },
      { role: "portal_worker", ...plain },
    ]);
  });

  test("are members of nothing, save the owner of the definer", async () => {
    const found = await rows(`
      select m.rolname as member, g.rolname as of from pg_auth_members a join pg_roles m on m.oid = a.member
        join pg_roles g on g.oid = a.roleid where m.rolname like 'portal\\_%'`);
    expect(found).toEqual([{ member: "portal_owner", of: "portal_definer" }]);
  });

  test("own nothing in schema public but the owner its tables and the definer its functions", async () => {
    const found = await rows(`
      select distinct r.rolname as owner, c.relkind::text as kind from pg_class c join pg_roles r on r.oid = c.relowner
        where c.relnamespace = 'public'::regnamespace order by 1, 2`);
    expect([...new Set(found.map((row) => row.owner))]).toEqual(["portal_owner"]);
    const functions = await rows<FunctionRow>(functionsSql);
    expect([...new Set(functions.map((row) => row.owner))].sort()).toEqual([
      "portal_definer",
      "portal_owner",
    ]);
  });
});

// What the catalogue says, tried: the code of PostgreSQL for "not allowed" is 42501.
describe.each<[TestRole, string]>([
  ["app", "select wrapped_key from certificate_authorities"],
  ["app", "select * from certificate_authorities"],
  ["app", "insert into access select * from access"],
  ["app", "update access set level = 'lead'"],
  ["app", "delete from access"],
  ["app", "insert into audit_events select * from audit_events"],
  ["app", "update audit_heads set seq = 0"],
  ["app", "insert into task_assists select * from task_assists"],
  ["app", "delete from tasks"],
  ["app", "update agreements set title = ''"],
  ["app", "select * from accounts"],
  ["app", "select * from sessions"],
  ["app", "select * from pgboss.job_common"],
  ["app", "create temporary table access (tenant_id uuid)"],
  ["app", "create table public.planted ()"],
  ["app", "create function public.planted() returns int language sql as 'select 1'"],
  ["app", "create schema planted"],
  ["app", "set role portal_definer"],
  ["app", "set row_security = off; select * from tasks"],
  ["app", "alter table tasks disable row level security"],
  ["app", "alter table audit_events disable trigger all"],
  ["app", "truncate refusals"],
  ["app", "select refuse('part', '{}')"],
  ["app", "select sync_task_access(gen_random_uuid(), gen_random_uuid())"],
  ["app", "set session_replication_role = replica"],
  ["worker", "insert into tasks select * from tasks"],
  ["worker", "insert into signatures select * from signatures"],
  ["worker", "select * from signing_keys"],
  ["worker", "create temporary table access (tenant_id uuid)"],
  ["worker", "select * from accounts"],
  ["auth", "select * from tasks"],
  ["auth", "select * from people"],
  ["auth", "select can_read('task', gen_random_uuid())"],
  ["public", "select * from tenants"],
  ["public", "select current_tenant()"],
  ["operator", "select * from offices"],
])("%s is refused", (role, sql) => {
  test(sql, async () => {
    await expect(database.pool(role).query(sql)).rejects.toMatchObject({ code: "42501" });
  });
});
