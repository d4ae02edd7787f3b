import "server-only";
import { readInTenant, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor, SessionScope, TenantRef } from "@/lib/platform/tenancy/actor";
import { resolveActor } from "@/lib/platform/tenancy/resolve-actor";

export type QueryScope<Input> = { tx: TenantTx; actor: Actor; input: Input; now: Date };

/** One read: everything a page needs, or null when there is nothing this actor may see. */
export type Query<Input, View> = (scope: QueryScope<Input>) => Promise<View | null>;

/**
 * Runs a read in one read-only transaction with row security on. Null when the account holds no post in the tenant
 * or the query found nothing: a caller cannot tell the two, and both are the same 404.
 */
export async function runQuery<Input, View>(
  query: Query<Input, View>,
  caller: { tenant: TenantRef; session: SessionScope },
  input: Input,
): Promise<{ actor: Actor; view: View } | null> {
  return readInTenant({ tenantId: caller.tenant.id, accountId: caller.session.accountId }, async (tx) => {
    const actor = await resolveActor(tx, caller.tenant, caller.session);
    if (!actor) return null;
    const view = await query({ tx, actor, input, now: new Date() });
    return view === null ? null : { actor, view };
  });
}
