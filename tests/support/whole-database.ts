import type pg from "pg";

/** One fingerprint for every table, the queue's among them. */
export type WholeDatabase = ReadonlyMap<string, string>;

const statements = new WeakMap<pg.Pool, string>();

/** Every row bears the number of the transaction that wrote it, so that none need be read whole. */
async function statementFor(superuser: pg.Pool): Promise<string> {
  const known = statements.get(superuser);
  if (known) return known;
  const { rows: tables } = await superuser.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss') order by 1`,
  );
  const statement = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || sum(xmin::text::bigint) as print from ${name}`,
    )
    .join(" union all ");
  statements.set(superuser, statement);
  return statement;
}

/**
 * Asks, as one who sees everything, every table of what it consists. A row written anew with what it held before counts as
 * changed. Named, for to plan it takes five times as long as to carry it out.
 */
export async function readWholeDatabase(superuser: pg.Pool): Promise<WholeDatabase> {
  const { rows: prints } = await superuser.query<{ name: string; print: string }>({
    name: "whole database",
    text: await statementFor(superuser),
  });
  return new Map(prints.map(({ name, print }) => [name.replace(/^public\./, ""), print]));
}

/** Names of the tables in which anything is different. */
export function changedTables(before: WholeDatabase, after: WholeDatabase): string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort();
}
