import pg from "pg";
import type { Tries } from "./actors";

export type Statement = readonly [sql: string, values: readonly unknown[]];

export type DatabaseVerdict = { accepted: true } | { accepted: false; because: string };

/**
 * SQLSTATEs by which PostgreSQL itself says no: our triggers (PH001, PH002, PH004), row security (42501), keys, checks and exclusions.
 * Any other error is a mistake of the test and comes out.
 */
const refusals = ["PH001", "PH002", "PH004", "42501", "23503", "23505", "23514", "23P01"];

/**
 * Tries the statements as `portal_app` with nothing but this person's settings: no policy, no command, no runner. A
 * statement that finds no row was refused by row security. Leaves nothing behind.
 */
export async function judgeByDatabase(
  pool: pg.Pool,
  who: Tries,
  statements: readonly Statement[],
): Promise<DatabaseVerdict> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      `select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true),
        set_config('app.office_id', $3, true)`,
      [who.tenant.id, who.accountId, who.post.officeId],
    );
    for (const [sql, values] of statements) {
      const { rowCount } = await client.query(sql, [...values]);
      if (rowCount === 0) return { accepted: false, because: `no row: ${sql.slice(0, 40)}` };
    }
    await client.query("set constraints all immediate");
    return { accepted: true };
  } catch (error) {
    if (error instanceof pg.DatabaseError && refusals.includes(error.code ?? "")) {
      return { accepted: false, because: `${error.code} ${error.message}` };
    }
    throw error;
  } finally {
    await client.query("rollback");
    client.release();
  }
}
