import type { OwnerQuery } from "@/lib/agreements/signing-roots";
import type { Province } from "./province";

/** As the operator's commands: one transaction as the owner, in the name of Phú Thọ. */
export async function asOperator<T>(
  province: Province,
  act: (query: OwnerQuery, tenantId: string) => Promise<T>,
): Promise<T> {
  const client = await province.pool("owner").connect();
  const { id } = province.phuTho.tenant;
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [id]);
    const query: OwnerQuery = async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, [...values])).rows as Row[];
    const answer = await act(query, id);
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
