import type pg from "pg";

/** A pool, or one connection of it in a transaction. */
export type Queryable = Pick<pg.ClientBase, "query">;

/** Tables that belong to no province. They have no column tenant_id, so that the two kinds can never be confused. */
export const globalTables: readonly string[] = [
  "_prisma_migrations",
  "account_tenants",
  "accounts",
  "known_roots",
  "sessions",
  "sign_in_events",
  "sign_in_throttle",
  "tenants",
  "worker_heartbeats",
];

/**
 * Columns that name a row of a tenant without a foreign key, each for a reason: what they point at is of several kinds,
 * or a trigger compares them with the transaction's own settings, or with a column that has a foreign key.
 */
const withoutForeignKey: readonly string[] = [
  "access.office_id",
  "access.subject_id",
  "agreement_versions.copied_from_id",
  "audit_events.office_id",
  "clause_points.answer_account_id",
  "audit_events.subject_id",
  "mails.subject_id",
  "files.subject_id",
  "meeting_undos.act_id",
  "look_ups.in_charge_id",
  "meetings.filing_account_id",
  "petition_entries.body_id",
  "petition_entries.handler_person_id",
  "petition_entries.handler_post_id",
  "petition_entries.office_id",
  "petition_entries.receiving_office_id",
  "petition_grams.office_id",
  "petition_marks.petition_id",
  "petitions.filing_account_id",
  "notices.subject_id",
  "refusals.office_id",
  "refusals.subject_id",
  "signatures.post_id",
];

type Column = { table: string; columns: string[] };

async function rows<Row extends pg.QueryResultRow>(pool: Queryable, sql: string): Promise<Row[]> {
  return (await pool.query<Row>(sql)).rows;
}

export async function tablesOf(pool: Queryable): Promise<string[]> {
  const found = await rows<{ name: string }>(
    pool,
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  return found.map((row) => row.name);
}

export async function tenantTables(pool: Queryable): Promise<string[]> {
  return (await tablesOf(pool)).filter((name) => !globalTables.includes(name));
}

async function columnFindings(pool: Queryable): Promise<string[]> {
  const known = new Set(
    (
      await rows<{ table: string }>(
        pool,
        `select table_name as table from information_schema.columns
          where table_schema = 'public' and column_name = 'tenant_id' and is_nullable = 'NO' and data_type = 'uuid'`,
      )
    ).map((row) => row.table),
  );
  return (await tablesOf(pool)).flatMap((table) => {
    if (globalTables.includes(table)) return known.has(table) ? [`${table}: global, yet has tenant_id`] : [];
    return known.has(table) ? [] : [`${table}: has no tenant_id`];
  });
}

async function uniqueFindings(pool: Queryable): Promise<string[]> {
  const uniques = await rows<Column & { index: string; primary: boolean }>(
    pool,
    `select t.relname as table, i.relname as index, x.indisprimary as primary,
        (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = t.oid and a.attnum = any (x.indkey)) as columns
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      where t.relnamespace = 'public'::regnamespace and (x.indisunique or x.indisexclusion)`,
  );
  const tables = await tenantTables(pool);
  const keyless = tables.filter((table) => !uniques.some((each) => each.primary && each.table === table));
  return [
    ...keyless.map((table) => `${table}: has no primary key`),
    ...uniques
      .filter((each) => tables.includes(each.table) && !each.columns.includes("tenant_id"))
      .map((each) => `${each.table}: ${each.index} is unique without tenant_id`),
  ];
}

async function foreignKeyFindings(pool: Queryable): Promise<string[]> {
  const keys = await rows<{ name: string; from: string; to: string; pairs: string[] }>(
    pool,
    `select k.conname as name, f.relname as from, t.relname as to,
        (select array_agg(a.attname || '>' || b.attname)
          from unnest(k.conkey, k.confkey) as pair(here, there)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there) as pairs
      from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
  );
  const tables = await tenantTables(pool);
  return keys
    .filter((key) => tables.includes(key.from) || tables.includes(key.to))
    .filter((key) => !key.pairs.includes(key.to === "tenants" ? "tenant_id>id" : "tenant_id>tenant_id"))
    .map((key) => `${key.from}: ${key.name} crosses tenants`);
}

async function looseColumnFindings(pool: Queryable): Promise<string[]> {
  const loose = await rows<{ name: string }>(
    pool,
    `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.atttypid = 'uuid'::regtype and a.attname like '%\\_id' and a.attname not in ('tenant_id', 'account_id', 'creator_account_id')
        and not exists (select 1 from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey))
      order by 1`,
  );
  const tables = await tenantTables(pool);
  return loose
    .filter(({ name }) => tables.includes(name.split(".")[0] ?? "") && !withoutForeignKey.includes(name))
    .map(({ name }) => `${name}: names a row without a foreign key`);
}

async function rowSecurityFindings(pool: Queryable): Promise<string[]> {
  const switches = await rows<{ table: string; on: boolean; forced: boolean }>(
    pool,
    `select relname as table, relrowsecurity as on, relforcerowsecurity as forced from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  const tables = await tenantTables(pool);
  return switches
    .filter((each) => tables.includes(each.table) || each.table === "tenants")
    .flatMap((each) => [
      ...(each.on ? [] : [`${each.table}: row security is off`]),
      ...(each.forced ? [] : [`${each.table}: row security is not forced`]),
    ]);
}

type Policy = { table: string; name: string; roles: string[]; command: string; using: string; check: string };

async function policyFindings(pool: Queryable): Promise<string[]> {
  const policies = await rows<Policy>(
    pool,
    `select tablename as table, policyname as name, roles::text[] as roles, cmd as command, coalesce(qual, '') as using,
        coalesce(with_check, '') as check
      from pg_policies where schemaname = 'public'`,
  );
  const rights = await rows<{ table: string; role: string; right: string }>(
    pool,
    `select distinct c.relname as table, r.rolname as role, x.privilege_type as right
      from pg_class c
      cross join lateral (
        select * from aclexplode(c.relacl)
        union all select e.* from pg_attribute a, aclexplode(a.attacl) e where a.attrelid = c.oid) x
      join pg_roles r on r.oid = x.grantee
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and r.rolname <> 'portal_owner'`,
  );
  const tables = await tenantTables(pool);
  const open = policies
    .filter((policy) => tables.includes(policy.table))
    .flatMap((policy) => {
      const expressions = [policy.using, policy.check].filter((expression) => expression !== "");
      const named = `${policy.table}: policy ${policy.name}`;
      return [
        ...(policy.roles.includes("public") ? [`${named} is for everybody`] : []),
        ...(expressions.length > 0 && expressions.every(isByTenant)
          ? []
          : [`${named} does not ask for the tenant`]),
      ];
    });
  const missing = rights
    .filter(
      (right) =>
        tables.includes(right.table) && ["SELECT", "INSERT", "UPDATE", "DELETE"].includes(right.right),
    )
    .filter(
      (right) =>
        !policies.some(
          (policy) =>
            policy.table === right.table &&
            policy.roles.includes(right.role) &&
            (policy.command === "ALL" || policy.command === right.right),
        ),
    )
    .map((right) => `${right.table}: ${right.role} has ${right.right} without a policy`);
  return [...open, ...missing];
}

// The tenant is asked once a statement, as an InitPlan; the column must stand on the left, whatever else is asked.
function isByTenant(expression: string): boolean {
  return /tenant_id = \( SELECT current_tenant\(\)/.test(expression);
}

async function shapeFindings(pool: Queryable): Promise<string[]> {
  const odd = await rows<{ finding: string }>(
    pool,
    `select typname || ': an enum, which no index serves under row security' as finding
        from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace
      union all select relname || ': a view or the like, which reads with its owner''s rights' from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')
      union all select c.relname || ': owned by ' || r.rolname from pg_class c join pg_roles r on r.oid = c.relowner
        where c.relnamespace = 'public'::regnamespace and r.rolname <> 'portal_owner' and not exists (
          select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      union all select n.nspname || ': a schema nobody named' from pg_namespace n
        where n.nspname not in ('public', 'pgboss', 'pg_catalog', 'information_schema', 'pg_toast')
          and n.nspname not like 'pg\\_temp\\_%' and n.nspname not like 'pg\\_toast\\_temp\\_%'`,
  );
  return odd.map((row) => row.finding);
}

/** Everything in schema public that would let one tenant see or touch another, in words; nothing when all is well. */
export async function tenantFindings(pool: Queryable): Promise<string[]> {
  const checks = [
    columnFindings,
    uniqueFindings,
    foreignKeyFindings,
    looseColumnFindings,
    rowSecurityFindings,
    policyFindings,
    shapeFindings,
  ];
  const found: string[] = [];
  for (const check of checks) found.push(...(await check(pool)));
  return found.sort();
}
