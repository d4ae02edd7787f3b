import pg from "pg";

export type Statement = { text: string; values: unknown[] };

type Asked = string | { text: string; values?: unknown[] };

/** Everything the product asks of PostgreSQL while `work` runs, as it was sent. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]) {
    const [asked, values] = args as [Asked, unknown[] | undefined];
    if (typeof asked === "string")
      statements.push({ text: asked, values: Array.isArray(values) ? values : [] });
    else statements.push({ text: asked.text, values: asked.values ?? [] });
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}
