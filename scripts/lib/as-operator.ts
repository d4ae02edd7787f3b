import pg from "pg";
import type { OwnerQuery } from "@/lib/agreements/signing-roots";
import { Fault } from "./fault.mjs";
import { withDatabase } from "./owner-database.mjs";

export type OperatorTenant = { id: string; name: string };

/** An act of the operator: one transaction as the database's owner in the name of one tenant, or a fault that says there is none. */
export async function asOperator(
  slug: string,
  act: (query: OwnerQuery, tenant: OperatorTenant) => Promise<void>,
): Promise<void> {
  await withDatabase(async (urls: Record<string, string | undefined>) => {
    const client = new pg.Client({ connectionString: urls["DATABASE_OWNER_URL"] ?? "" });
    await client.connect();
    try {
      await client.query("begin");
      const query: OwnerQuery = async <Row>(sql: string, values: readonly unknown[] = []) =>
        (await client.query(sql, [...values])).rows as Row[];
      const [tenant] = await query<OperatorTenant>("select id, name from tenants where slug = $1", [slug]);
      if (!tenant) throw new Fault(`Không có tỉnh nào ở địa chỉ “${slug}”.`, 1);
      await query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
      await act(query, tenant);
      await client.query("commit");
    } finally {
      // Ends what was not committed as well.
      await client.end();
    }
  });
}
