import type { Province } from "@/tests/support/builders/province";

/** One fingerprint for every table, the queue's among them. */
export type WholeDatabase = ReadonlyMap<string, string>;

const statements = new WeakMap<Province, string>();

/** Every row bears the number of the transaction that wrote it, so that none need be read whole. */
async function statementFor(province: Province): Promise<string> {
  const known = statements.get(province);
  if (known) return known;
  const tables = await province.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss') order by 1`,
  );
  const statement = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || sum(xmin::text::bigint) as print from ${name}`,
    )
    .join(" union all ");
  statements.set(province, statement);
  return statement;
}

/** Asks every table of what it consists. A row written anew with what it held before counts as changed. */
export async function readWholeDatabase(province: Province): Promise<WholeDatabase> {
  const prints = await province.rows<{ name: string; print: string }>(await statementFor(province));
  return new Map(prints.map(({ name, print }) => [name.replace(/^public\./, ""), print]));
}

/** Names of the tables in which anything is different. */
export function changedTables(before: WholeDatabase, after: WholeDatabase): string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort();
}
