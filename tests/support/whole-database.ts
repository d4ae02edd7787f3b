import type { Province } from "@/tests/support/builders/province";

/** One fingerprint for every table, the queue's among them. */
export type WholeDatabase = ReadonlyMap<string, string>;

/** Reads every row of every table. Files are told apart by their own hash. */
export async function readWholeDatabase(province: Province): Promise<WholeDatabase> {
  const tables = await province.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss') order by 1`,
  );
  const one = (name: string) => {
    const row = name === "public.issued_documents" ? "(id, sha256, seq, round_id)::text" : "t::text";
    return `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(${row}, 0)::numeric), 0)
      as print from ${name} t`;
  };
  const prints = await province.rows<{ name: string; print: string }>(
    tables.map(({ name }) => one(name)).join(" union all "),
  );
  return new Map(prints.map(({ name, print }) => [name.replace(/^public\./, ""), print]));
}

/** Names of the tables in which anything is different. */
export function changedTables(before: WholeDatabase, after: WholeDatabase): string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort();
}
