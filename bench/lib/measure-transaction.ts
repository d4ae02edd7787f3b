import pg from "pg";
import { type Query, runQuery } from "@/lib/platform/queries/run-query";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { recordStatements } from "@/tests/support/recorded-statements";

/**
 * One page's read as the portal does it (tenant and account set, who acts, the query), and its very statements straight
 * on `pg`, in turns. Durations in ms.
 */
export async function measureTransaction<Input>(
  query: Query<Input, unknown>,
  input: Input,
  caller: Caller,
  databaseUrl: string,
  times: number,
): Promise<{ portal: number[]; straight: number[] }> {
  const read = async () => {
    if (!(await runQuery(query, caller, input))) throw new Error("the query found nothing");
  };
  await read();
  const statements = await recordStatements(read);
  if (statements.length < 5) throw new Error(`only ${statements.length} statements were heard`);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const straightRead = async () => {
    for (const { text, values } of statements) await client.query(text, values);
  };
  const [portal, straight]: [number[], number[]] = [[], []];
  try {
    for (let warm = 0; warm < 20; warm += 1) {
      await read();
      await straightRead();
    }
    for (let turn = 0; turn < times; turn += 1) {
      for (const [work, durations] of [
        [read, portal],
        [straightRead, straight],
      ] as const) {
        const began = performance.now();
        await work();
        durations.push(performance.now() - began);
      }
    }
  } finally {
    await client.end();
  }
  return { portal, straight };
}
