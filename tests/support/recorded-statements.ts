import pg from "pg";

export type Statement = { text: string; values: unknown[] };

type Asked = string | { text: string; values?: unknown[] };

/** Everything the product asks of PostgreSQL while `work` runs, as it was sent. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const query: unknown = Reflect.get(pg.Client.prototype, "query");
  if (typeof query !== "function") throw new Error("pg.Client has no query");
  Reflect.set(pg.Client.prototype, "query", function record(this: pg.Client, ...args: unknown[]): unknown {
    const [asked, values] = args as [Asked, unknown];
    if (typeof asked === "string")
      statements.push({ text: asked, values: Array.isArray(values) ? values : [] });
    else statements.push({ text: asked.text, values: asked.values ?? [] });
    return Reflect.apply(query, this, args);
  });
  try {
    await work();
  } finally {
    Reflect.set(pg.Client.prototype, "query", query);
  }
  return statements;
}
