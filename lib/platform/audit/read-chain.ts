import { type AuditLine, emptyHead } from "./chain";

/** Asks one statement of a connection as `portal_owner`; the connection is the caller's. */
export type Ask = (sql: string, values: readonly unknown[]) => Promise<{ rows: unknown[] }>;

const pageSize = 1_000;

/** The tenant's id; null when nobody has this slug. */
export async function findTenant(ask: Ask, slug: string): Promise<string | null> {
  const { rows } = await ask("select id from tenants where slug = $1", [slug]);
  const [row] = rows as { id: string }[];
  return row?.id ?? null;
}

/** The head row beside the events; a tenant without one has no event yet. */
export async function readHead(ask: Ask, tenantId: string): Promise<{ seq: number; hash: string }> {
  const { rows } = await ask("select seq, hash from audit_heads where tenant_id = $1", [tenantId]);
  const [row] = rows as { seq: string; hash: string }[];
  return row ? { seq: Number(row.seq), hash: row.hash } : { seq: 0, hash: emptyHead };
}

/**
 * The tenant's events in their order, a page at a time over a cursor: needs a transaction, one of repeatable reads if the
 * head is asked too. The hashed text is made by the database's own function from the stored columns, so that a changed
 * column is a changed text.
 */
export async function* readChain(ask: Ask, tenantId: string): AsyncGenerator<AuditLine> {
  await ask(
    `declare audit_chain no scroll cursor for
     select e.hash, audit_record(e.prev_hash, e.seq, e) as record from audit_events e where e.tenant_id = $1 order by e.seq`,
    [tenantId],
  );
  try {
    let page: AuditLine[];
    do {
      page = (await ask(`fetch ${pageSize} from audit_chain`, [])).rows as AuditLine[];
      yield* page;
    } while (page.length === pageSize);
  } finally {
    // Also when the reader stopped at a fault; a broken connection has no cursor left to close.
    await ask("close audit_chain", []).catch(() => undefined);
  }
}
