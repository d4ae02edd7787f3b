import pg from "pg";

const id = (kind: string) => `md5('${kind}' || n)::uuid`;

/**
 * So many letters with one open clock each, by plain SQL with triggers off: complaints accepted over two months, as the
 * default law reckons them (30 days; here without the move from days off, which the first reckoning puts right).
 */
export async function fillClocks(superuserUrl: string, tenantId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    const rows = `generate_series(1, ${count}) n, (select id from offices where tenant_id = $1 order by ordinal limit 1) o`;
    await client.query(
      `insert into petitions (tenant_id, id, code, kind, receiving_body_id, receiving_office_id, filing_office_id, lead_office_id,
          channel, received_on, class, denounces, identity, subject, content, state, created_at, changed_at)
        select $1, ${id("letter")}, 'B-' || n, 'letter', (select id from bodies where tenant_id = $1 order by rank limit 1), o.id, o.id,
          o.id, 'post', date '2026-10-01' + n % 60, 'complaint', 'no', 'plain', 'Đơn thứ ' || n, '', 'accepted', now(), now()
        from ${rows}`,
      [tenantId],
    );
    await client.query(
      `insert into petition_clocks (tenant_id, id, petition_id, office_id, step, start_event, started_on, facts, status, due_on,
          rule_key, rule_version, why, revision, created_at)
        select $1, ${id("clock")}, ${id("letter")}, o.id, 'complaint-settle', 'accepted', date '2026-10-01' + n % 60, '{}', 'running',
          date '2026-10-31' + n % 60, 'complaint.settle.1', 1, '[]', 1, now()
        from ${rows}`,
      [tenantId],
    );
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
