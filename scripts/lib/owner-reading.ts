import pg from "pg";
import type { Ask } from "@/lib/platform/audit/read-chain";
import { withDatabase } from "./owner-database.mjs";

/** Hands over one read-only transaction as `portal_owner` in which everything read is of one moment. */
export async function withOwnerReading<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  return (await withDatabase(async (urls: Record<string, string | undefined>) => {
    const client = new pg.Client({ connectionString: urls["DATABASE_OWNER_URL"] });
    await client.connect();
    try {
      await client.query("begin transaction isolation level repeatable read read only");
      return await work((sql, values) => client.query(sql, [...values]));
    } finally {
      await client.end();
    }
  })) as T;
}
