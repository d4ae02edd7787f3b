import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { postOf } from "@/prisma/seed/caller";
import { outcomeOf, type Settings, trying } from "@/tests/integration/platform/support/session";
import type { TestRole } from "@/tests/support/database";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

// Raw statements only: who is where when, with the code above the database taken away.

let database: SeededDatabase;
let lead: Settings;
let confirmed: string;

beforeAll(async () => {
  database = await seededDatabase();
  const chief = postOf(database.phuTho, "VPTU", "chief");
  lead = { tenantId: database.phuTho.tenant.id, officeId: chief.officeId, accountId: chief.accountId };
  const { rows } = await database
    .pool("owner")
    .query(
      "select id from meetings where tenant_id = $1 and lead_office_id = $2 and state = 'confirmed' and room_id is not null order by id limit 1",
      [lead.tenantId, lead.officeId],
    );
  confirmed = rows[0].id;
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

const copied = `insert into resource_claims (tenant_id, id, resource_id, meeting_id, starts_at, ends_at, kind, hold_until)
  select tenant_id, gen_random_uuid(), resource_id, meeting_id, starts_at, ends_at, kind, hold_until from resource_claims`;

describe.each([["app"], ["worker"]] as const)("as %s", (role: TestRole) => {
  test.each([
    ["put in", copied],
    ["changed", "update resource_claims set kind = 'confirmed', hold_until = null"],
    ["removed", "delete from resource_claims"],
    ["emptied", "truncate resource_claims"],
    ["merged", "merge into resource_claims t using (select 1) s on true when matched then delete"],
  ])("no claim is %s", async (_, sql) => {
    expect(await outcomeOf(database.pool(role), lead, sql)).toBe("42501");
  });

  test.each([
    ["displace", "select displace(id, id, 'x') from meetings"],
    ["tell_of_overlap", "select tell_of_overlap(id, id) from meetings"],
    ["claims_within", "select claims_within('{}', now(), now(), null)"],
    ["claims_against", "select claims_against('{}', now(), now(), null, null, 'other', now())"],
    ["resources_of_meeting", "select resources_of_meeting(id) from meetings"],
  ])("%s is not called", async (_, sql) => {
    expect(await outcomeOf(database.pool(role), lead, sql)).toBe("42501");
  });
});

test("only the worker gives free what ran out", async () => {
  const release = "select release_expired_holds('{}')";
  expect(await outcomeOf(database.pool("app"), lead, release)).toBe("42501");
  expect(await outcomeOf(database.pool("worker"), { tenantId: lead.tenantId ?? "" }, release)).toBe("done");
});

describe("whoever writes, triggers off and row security passed over", () => {
  const again = `insert into resource_claims (tenant_id, id, resource_id, meeting_id, starts_at, ends_at, kind, hold_until)
    select tenant_id, gen_random_uuid(), resource_id, meeting_id`;

  async function asSuperuser(sql: string): Promise<string> {
    return outcomeOf(
      database.pool("superuser"),
      lead,
      `with off as (select set_config('session_replication_role', 'replica', true)) ${sql}`,
    );
  }

  test("two confirmed claims never share a moment of a resource; they may touch", async () => {
    const from = "from resource_claims, off where kind = 'confirmed' limit 1";
    expect(await asSuperuser(`${again}, starts_at, ends_at, 'confirmed', null ${from}`)).toBe("23P01");
    const minute = "interval '1 minute'";
    expect(
      await asSuperuser(`${again}, ends_at - ${minute}, ends_at + ${minute}, 'confirmed', null ${from}`),
    ).toBe("23P01");
    expect(await asSuperuser(`${again}, ends_at, ends_at + ${minute}, 'confirmed', null ${from}`)).toBe(
      "done",
    );
    expect(await asSuperuser(`${again}, starts_at, ends_at, 'hold', '2099-01-01' ${from}`)).toBe("done");
  });

  test("a claim lasts, and not for months", async () => {
    const from = "from resource_claims, off limit 1";
    expect(await asSuperuser(`${again}, starts_at, starts_at, 'confirmed', null ${from}`)).toBe("23514");
    expect(await asSuperuser(`${again}, ends_at, starts_at, 'confirmed', null ${from}`)).toBe("22000");
    expect(
      await asSuperuser(`${again}, starts_at, starts_at + interval '32 days', 'confirmed', null ${from}`),
    ).toBe("23514");
  });

  test("what is confirmed has no last day, what is held has one", async () => {
    const from = "from resource_claims, off limit 1";
    expect(await asSuperuser(`${again}, starts_at, ends_at, 'hold', null ${from}`)).toBe("23514");
    expect(await asSuperuser(`${again}, starts_at, ends_at, 'confirmed', '2099-01-01' ${from}`)).toBe(
      "23514",
    );
  });
});

// At commit; asked for at once here.
describe("a meeting whose places are not as it says", () => {
  async function atCommit(sql: string, place = false): Promise<string> {
    try {
      await trying(database.pool("app"), lead, async (client) => {
        await client.query(sql, [confirmed]);
        if (place) await client.query("select place_claims($1, null, 'x')", [confirmed]);
        await client.query("set constraints all immediate");
      });
      return "done";
    } catch (error) {
      const { code, detail } = error as { code: string; detail: string };
      return `${code} ${JSON.parse(detail).reason}`;
    }
  }
  const moved = `update meetings set starts_at = starts_at + interval '200 days', ends_at = ends_at + interval '200 days',
    revision = revision + 1 where id = $1`;
  const another = `insert into meeting_leaders (tenant_id, meeting_id, person_id, post_id, part)
    select current_tenant(), $1, h.person_id, p.id, 'required' from posts p join post_holdings h on h.post_id = p.id
    where p.body_id is not null and h.person_id not in (select person_id from meeting_leaders where meeting_id = $1) limit 1`;
  const cases: readonly [string, string][] = [
    ["moved", moved],
    ["in no room any more", "update meetings set room_id = null, revision = revision + 1 where id = $1"],
    ["with another leader", another],
    ["with a leader less", "delete from meeting_leaders where meeting_id = $1"],
    ["with a leader who need not come", "update meeting_leaders set part = 'optional' where meeting_id = $1"],
    [
      "put off",
      "update meetings set state = 'postponed', reason = 'x', revision = revision + 1 where id = $1",
    ],
    [
      "given up",
      "update meetings set state = 'cancelled', reason = 'x', revision = revision + 1 where id = $1",
    ],
  ];

  test.each(cases)("%s without its claims is not committed; with them it is", async (_, sql) => {
    expect(await atCommit(sql)).toBe("PH004 not-placed");
    expect(await atCommit(sql, true)).toBe("done");
  });

  test("confirmed without its claims is not committed", async () => {
    const confirm = `update meetings set state = 'confirmed', confirmed_at = now(), revision = revision + 1
      where state = 'approved' and lead_office_id = current_office() and $1::uuid is not null`;
    expect(await atCommit(confirm)).toBe("PH004 not-placed");
  });
});
