import pg from "pg";
import { accessOf, type DutySpec, type GeneratedTask, generateTasks, type World } from "./generate-tasks";
import { randomFrom } from "./random";

const batchSize = 2_000;
const seed = 20_261_122;
const years = 5;

async function loadWorld(client: pg.Client, tenantId: string): Promise<World> {
  const duties = await client.query<DutySpec>(
    `select d.id, d.version_id as "versionId", d.lead_office_id as "leadOfficeId",
       coalesce(array_agg(o.office_id::text) filter (where o.part = 'assist' and o.office_id <> d.lead_office_id), '{}')
         as "assistOfficeIds",
       coalesce(array_agg(o.office_id::text) filter (where o.part = 'informed' and o.office_id <> d.lead_office_id), '{}')
         as "informedOfficeIds"
     from coordination_duties d
     join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id and v.state = 'signed'
     left join duty_offices o on o.tenant_id = d.tenant_id and o.duty_id = d.id
     where d.tenant_id = $1 and d.lead_rule = 'fixed'
     group by d.tenant_id, d.id, d.version_id, d.lead_office_id, d.ordinal order by d.ordinal`,
    [tenantId],
  );
  const creators = await client.query<{ officeId: string; accountId: string }>(
    `select p.office_id as "officeId", pe.account_id as "accountId"
     from posts p
     join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
     join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
     where p.tenant_id = $1 and p.role = 'records-clerk' order by p.office_id`,
    [tenantId],
  );
  // Older than what the demonstration seeds, so that its own tasks stay the newest.
  const until = new Date(Date.now() - 86_400_000);
  const since = new Date(until.getTime() - years * 365 * 86_400_000);
  return { duties: duties.rows, creators: creators.rows, since, until };
}

/** Columns for `unnest`: one array a column. */
function columns<T>(rows: readonly T[], ...read: readonly ((row: T) => unknown)[]): unknown[][] {
  return read.map((column) => rows.map(column));
}

async function write(client: pg.Client, tenantId: string, tasks: readonly GeneratedTask[]): Promise<void> {
  await client.query(
    `insert into tasks (tenant_id, id, title, description, version_id, duty_id, lead_office_id, creator_office_id,
       creator_account_id, state, due_on, created_at, closed_at, result)
     select $1, id, title, description, version_id, duty_id, lead_id, creator_id, account_id, state, due_on, created_at,
       case state when 'closed' then created_at + interval '2 days' end, case state when 'closed' then 'Đã hoàn thành.' end
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[],
       $11::date[], $12::timestamptz[])
       as t (id, title, description, version_id, duty_id, lead_id, creator_id, account_id, state, due_on, created_at)`,
    [
      tenantId,
      ...columns(
        tasks,
        (task) => task.id,
        (task) => task.title,
        (task) => task.description,
        (task) => task.duty.versionId,
        (task) => task.duty.id,
        (task) => task.duty.leadOfficeId,
        (task) => task.creatorOfficeId,
        (task) => task.creatorAccountId,
        (task) => task.state,
        (task) => task.dueOn,
        (task) => task.createdAt,
      ),
    ],
  );
  const assists = tasks.flatMap((task) => task.assists.map((assist) => ({ ...assist, taskId: task.id })));
  await client.query(
    // A part that went on holds what the constraints ask of it.
    `insert into task_assists (tenant_id, task_id, office_id, state, due_on, request, asked_at, contribution, contributed_at,
       decline_reason, taken_over_at)
     select $1, task_id, office_id, state, due_on,
       case when state <> 'named' then 'Số liệu và ý kiến phần việc của văn phòng.' end,
       case when state <> 'named' then due_on - interval '5 days' end,
       case when state in ('contributed', 'taken-over') then 'Số liệu kèm thuyết minh.' end,
       case when state in ('contributed', 'taken-over') then due_on - interval '1 day' end,
       case when state = 'declined' then 'Xin lùi thời hạn.' end,
       case when state = 'taken-over' then due_on::timestamptz end
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) as t (task_id, office_id, state, due_on)`,
    [
      tenantId,
      ...columns(
        assists,
        (row) => row.taskId,
        (row) => row.officeId,
        (row) => row.state,
        (row) => row.dueOn,
      ),
    ],
  );
  const informed = tasks.flatMap((task) =>
    task.duty.informedOfficeIds.map((officeId) => ({ taskId: task.id, officeId })),
  );
  await client.query(
    "insert into task_informed (tenant_id, task_id, office_id) select $1, * from unnest($2::uuid[], $3::uuid[])",
    [
      tenantId,
      ...columns(
        informed,
        (row) => row.taskId,
        (row) => row.officeId,
      ),
    ],
  );
  const access = tasks.flatMap((task) =>
    accessOf(task).map((row) => ({
      ...row,
      taskId: task.id,
      at: task.createdAt,
      open: task.state === "open",
    })),
  );
  await client.query(
    `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open, owed, owed_on)
     select $1, office_id, 'task', subject_id, at, level, open, owed, owed_on
     from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::boolean[], $7::text[], $8::date[])
       as t (office_id, subject_id, at, level, open, owed, owed_on)`,
    [
      tenantId,
      ...columns(
        access,
        (row) => row.officeId,
        (row) => row.taskId,
        (row) => row.at,
        (row) => row.level,
        (row) => row.open,
        (row) => row.owed,
        (row) => row.owedOn,
      ),
    ],
  );
}

/**
 * Writes `count` tasks of one tenant under its signed agreement, with the rows of `access` the triggers would write.
 * As superuser with triggers off: a hundred thousand commands would take the better part of an hour. No audit events.
 */
export async function fillTasks(superuserUrl: string, tenantId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    const world = await loadWorld(client, tenantId);
    let batch: GeneratedTask[] = [];
    for (const task of generateTasks(randomFrom(seed), world, count)) {
      batch.push(task);
      if (batch.length < batchSize) continue;
      await write(client, tenantId, batch);
      batch = [];
    }
    if (batch.length > 0) await write(client, tenantId, batch);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
