import type pg from "pg";

/** What the application tells the database about who asks. */
export type Settings = { tenantId?: string; officeId?: string; accountId?: string };

/** Runs raw statements in one transaction with these settings and rolls it back, whatever happened. */
export async function trying<T>(
  pool: pg.Pool,
  settings: Settings,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    for (const [name, value] of [
      ["app.tenant_id", settings.tenantId],
      ["app.office_id", settings.officeId],
      ["app.account_id", settings.accountId],
    ] as const) {
      if (value !== undefined) await client.query("select set_config($1, $2, true)", [name, value]);
    }
    return await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** PostgreSQL's code of why a statement was refused, with the reason our own triggers give; "done" when it was not. */
export async function outcomeOf(
  pool: pg.Pool,
  settings: Settings,
  sql: string,
  values: unknown[] = [],
): Promise<string> {
  try {
    const { rowCount } = await trying(pool, settings, (client) => client.query(sql, values));
    return rowCount === 0 ? "no row" : "done";
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  const { code, detail } = error as { code?: string; detail?: string };
  if (!code) throw error;
  if (!code.startsWith("PH") || !detail) return code;
  const { reason } = JSON.parse(detail) as { reason: string };
  return `${code} ${reason}`;
}

/** The columns of a table somebody writes: all but those that follow from others. */
export async function writtenColumns(pool: pg.Pool, table: string): Promise<string> {
  const { rows } = await pool.query<{ written: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as written from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.written ?? "";
}
