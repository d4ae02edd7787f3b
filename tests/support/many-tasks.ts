import type { SeededTenant } from "@/prisma/seed/create-tenant";
import type { SeededDatabase } from "@/tests/support/seeded";

/**
 * Many tasks, parts, access rows and refusals in one tenant, shaped as years of work leave them: nine in ten closed.
 * Written past the triggers, which would take minutes; what they would write is written here.
 */
export async function fillWithTasks(
  database: SeededDatabase,
  seeded: SeededTenant,
  count: number,
): Promise<void> {
  const client = await database.pool("superuser").connect();
  const tenantId = seeded.tenant.id;
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(
      `create temp table many on commit drop as
        select gen_random_uuid() as id, n, sample.tenant_id, sample.version_id, sample.duty_id, sample.creator_account_id,
          offices.ids[1 + n % 3] as lead, offices.ids[1 + (n + 1) % 3] as first, offices.ids[1 + (n + 2) % 3] as second,
          case when n % 10 = 0 then 'open' else 'closed' end as state,
          now() - n * interval '1 hour' as at
        from generate_series(1, $2::integer) n
        cross join (select * from tasks where tenant_id = $1 limit 1) sample
        cross join (select array_agg(id order by ordinal) as ids from offices where tenant_id = $1) offices`,
      [tenantId, count],
    );
    await client.query(
      `insert into tasks (tenant_id, id, title, description, version_id, duty_id, lead_office_id, creator_office_id,
          creator_account_id, state, due_on, created_at, revision, closed_at, result)
        select tenant_id, id, 'Việc ' || n, '', version_id, duty_id, lead, lead, creator_account_id, state,
          portal_today() + n % 60 - 20, at, 1, case when state = 'closed' then at end,
          case when state = 'closed' then 'Đã xong' end from many`,
    );
    await client.query(
      `insert into task_assists (tenant_id, task_id, office_id, state, due_on, request, asked_at, contribution, contributed_at,
          taken_over_at)
        select tenant_id, id, office, step, portal_today() + n % 40 - 10, 'Đề nghị', at, 'Góp ý', at,
          case when step = 'taken-over' then at end
        from many cross join lateral (values (first), (second)) part(office)
        cross join lateral (select case when state = 'closed' then 'taken-over'
          else (array['named', 'asked', 'accepted', 'contributed'])[1 + n / 10 % 4] end as step) step`,
    );
    await client.query(
      `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open, owed, owed_on)
        select many.tenant_id, office, 'task', id, at, level, many.state = 'open', owes.state, owes.due_on
        from many cross join lateral (values (lead, 'lead'), (first, 'assist'), (second, 'assist')) part(office, level)
        left join task_assists owes on many.state = 'open' and owes.tenant_id = many.tenant_id and owes.task_id = many.id
          and owes.office_id = office and owes.state in ('asked', 'accepted')`,
    );
    await client.query(
      `insert into refusals (tenant_id, id, at, account_id, office_id, act, subject_kind, subject_id, reason)
        select tenant_id, gen_random_uuid(), at, creator_account_id, first, 'tasks.close', 'task', id,
          '{"act": "task.close", "reason": "part"}' from many`,
    );
    await client.query("commit");
    await client.query("analyze");
  } finally {
    client.release();
  }
}
