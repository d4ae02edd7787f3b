import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

let database: SeededDatabase;

beforeAll(async () => {
  database = await seededDatabase();
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

function byOffice(one: { office_id: string }, other: { office_id: string }): number {
  return one.office_id.localeCompare(other.office_id);
}

// What the back-fill knew; meetings came later and are asked apart.
const kinds = "('agreement', 'agreement-version', 'task')";
const marks = `select office_id, kind, subject_id, open, owed, owed_on::text from access where kind in ${kinds} order by 1, 2, 3`;

/** What the marks of each row have to be, reckoned from the things themselves. */
const expected = `
  select acc.office_id, acc.kind, acc.subject_id,
    case acc.kind when 'task' then t.state = 'open'
      when 'agreement-version' then v.state not in ('signed', 'withdrawn')
      else acc.level = 'party' and newest.state not in ('signed', 'withdrawn') end as open,
    case when t.state = 'open' then a.state end as owed, case when t.state = 'open' then a.due_on end::text as owed_on
  from access acc
  left join tasks t on acc.kind = 'task' and t.id = acc.subject_id
  left join task_assists a on a.task_id = t.id and a.office_id = acc.office_id and a.state in ('asked', 'accepted')
  left join agreement_versions v on acc.kind = 'agreement-version' and v.id = acc.subject_id
  left join lateral (select state from agreement_versions where agreement_id = acc.subject_id order by number desc limit 1) newest
    on acc.kind = 'agreement'
  where acc.kind in ${kinds}
  order by 1, 2, 3`;

test("access says what is open and what is owed, as the acts of the demonstration left it", async () => {
  const owner = database.pool("owner");
  const { rows } = await owner.query(marks);
  expect(rows).toEqual((await owner.query(expected)).rows);
  // Each mark stands somewhere, or the comparison would prove nothing.
  for (const kind of ["task", "agreement", "agreement-version"]) {
    const ofKind = rows.filter((row) => row.kind === kind);
    expect(new Set(ofKind.map((row) => row.open))).toEqual(new Set([true, false]));
  }
  expect(new Set(rows.map((row) => row.owed))).toEqual(new Set([null, "asked"]));
});

test("a meeting is open until it is confirmed or given up", async () => {
  const { rows } = await database.pool("owner").query(
    `select acc.open = (m.state in ('filed', 'approved')) as right, acc.open from access acc
      join meetings m on m.tenant_id = acc.tenant_id and m.id = acc.subject_id where acc.kind = 'meeting'`,
  );
  expect(new Set(rows.map((row) => row.right))).toEqual(new Set([true]));
  expect(new Set(rows.map((row) => row.open))).toEqual(new Set([true, false]));
});

test("an answer marks the office's own row; a closed task owes nothing, also where a part was still out", async () => {
  const owner = database.pool("owner");
  const [part] = (
    await owner.query("select tenant_id, office_id, subject_id from access where owed = 'asked' limit 1")
  ).rows;
  const client = await owner.connect();
  const rowsOf = async () =>
    (await client.query("select office_id, open, owed from access where subject_id = $1", [part.subject_id]))
      .rows;
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [part.tenant_id]);
    // The guards ask who acts; what is asked here is what follows once they have let it pass.
    await client.query("alter table tasks disable trigger guard_update");
    await client.query("alter table task_assists disable trigger guard_update");
    const before = await rowsOf();
    await client.query("update task_assists set state = 'accepted' where task_id = $1 and office_id = $2", [
      part.subject_id,
      part.office_id,
    ]);
    const accepted = before.map((row) =>
      row.office_id === part.office_id ? { ...row, owed: "accepted" } : row,
    );
    expect((await rowsOf()).sort(byOffice)).toEqual(accepted.sort(byOffice));
    await client.query(
      "update tasks set state = 'closed', closed_at = now(), result = 'Xong' where id = $1",
      [part.subject_id],
    );
    const closed = await rowsOf();
    expect(closed.length).toBeGreaterThan(1);
    expect(closed.every(({ open, owed }) => open === false && owed === null)).toBe(true);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

test("rows from before the marks are marked as the triggers would", async () => {
  const path = new URL(
    "../../../prisma/migrations/20261126153000_open_access/migration.sql",
    import.meta.url,
  );
  const updates = readFileSync(path, "utf8").match(/^update access[^;]*;/gm) ?? [];
  expect(updates).toHaveLength(5);
  const client = await database.pool("owner").connect();
  try {
    const before = (await client.query(marks)).rows;
    await client.query("begin");
    await client.query("alter table access alter column open drop not null");
    await client.query("update access set open = null, owed = null, owed_on = null");
    for (const update of updates) await client.query(update);
    expect((await client.query(marks)).rows).toEqual(before);
  } finally {
    await client.query("rollback");
    client.release();
  }
});
