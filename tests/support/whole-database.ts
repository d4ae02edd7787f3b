/** Asks as one who sees everything. */
type Asked = { rows: <Row>(sql: string, values?: unknown[]) => Promise<Row[]> };

/** One fingerprint for every table, the queue's among them. */
export type WholeDatabase = ReadonlyMap<string, string>;

const statements = new WeakMap<Asked, string>();

/** Every row bears the number of the transaction that wrote it, so that none need be read whole. */
async function statementFor(database: Asked): Promise<string> {
  const known = statements.get(database);
  if (known) return known;
  const tables = await database.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss') order by 1`,
  );
  const statement = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || sum(xmin::text::bigint) as print from ${name}`,
    )
    .join(" union all ");
  statements.set(database, statement);
  return statement;
}

/** Asks every table of what it consists. A row written anew with what it held before counts as changed. */
export async function readWholeDatabase(database: Asked): Promise<WholeDatabase> {
  const prints = await database.rows<{ name: string; print: string }>(await statementFor(database));
  return new Map(prints.map(({ name, print }) => [name.replace(/^public\./, ""), print]));
}

/** Names of the tables in which anything is different. */
export function changedTables(before: WholeDatabase, after: WholeDatabase): string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort();
}
