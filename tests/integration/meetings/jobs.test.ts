import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { meetingJobs } from "@/lib/meetings/jobs";
import { releaseHolds } from "@/lib/meetings/jobs/release-holds";
import { remindExchange } from "@/lib/meetings/jobs/remind-exchange";
import { getNotices } from "@/lib/meetings/queries/get-notices";
import { releaseHoldsQueue, remindExchangeQueue } from "@/lib/meetings/queues";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import queues from "@/lib/platform/outbox/queues.json";
import { runWorker } from "@/lib/platform/outbox/run-worker";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { closeProvince, openProvince, type Province } from "@/tests/support/builders/province";

let province: Province;
let tenantIds: string[];

beforeAll(async () => {
  province = await openProvince();
  tenantIds = [province.phuTho.tenant.id, province.haGiang.tenant.id];
});

afterAll(() => closeProvince(province));

/** Does what no role of the portal may, with every trigger off. */
async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  const client = await province.pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(sql, values);
    await client.query("commit");
  } finally {
    client.release();
  }
}

type Counted = { tenant: string; holds: number };

const holds = (where: string) =>
  province.rows<Counted>(
    `select t.slug as tenant, count(c.id)::integer as holds from tenants t
      left join resource_claims c on c.tenant_id = t.id and c.kind = 'hold' and ${where} group by t.slug order by t.slug`,
  );

async function hold(seeded: Province["phuTho"], office: string, weekday: number): Promise<string> {
  const [chair] = [...seeded.leaderPosts.values()];
  const { meetingId } = await executeCommand(fileMeeting, as(seeded, office, "records-clerk"), {
    title: "Cuộc họp giữ chỗ",
    kindKey: "other",
    day: formatDay(plusDays(mondayOf(dayAt(new Date())), 35 + weekday)),
    from: "8:00",
    until: "9:00",
    chairPostId: chair,
  });
  return meetingId;
}

describe("holds whose day has passed", () => {
  test("are cleared away in every province, twice at once as well as once; what still holds stays", async () => {
    const [kept, gone, elsewhere] = [
      await hold(province.phuTho, "VPTU", 0),
      await hold(province.phuTho, "VPTU", 1),
      await hold(province.haGiang, "VPTU", 1),
    ];
    await tamper(
      "update resource_claims set hold_until = portal_today() - 1 where meeting_id = any($1::uuid[])",
      [[gone, elsewhere]],
    );
    await tamper("update resource_claims set hold_until = portal_today() where meeting_id = $1", [kept]);
    const [before, events] = [await holds("true"), await province.rows("select 1 from audit_events")];
    expect(await holds("c.hold_until < portal_today()")).toMatchObject([{ holds: 1 }, { holds: 1 }]);
    await Promise.all([releaseHolds(), releaseHolds()]);
    await releaseHolds();
    expect(await holds("true")).toEqual(before.map((row) => ({ ...row, holds: row.holds - 1 })));
    expect(await holds(`c.meeting_id = '${kept}'`)).toContainEqual({ tenant: "phu-tho", holds: 1 });
    // The meeting waits as it did, and nothing of it is on record: its day was written when it was filed.
    expect(await province.rows("select state, revision from meetings where id = $1", [gone])).toEqual([
      { state: "filed", revision: 1 },
    ]);
    expect(await province.rows("select 1 from audit_events")).toHaveLength(events.length);
  });
});

type Told = { tenant: string; office: string; monday: string; sheet: string };

const told = () =>
  province.rows<Told>(
    `select t.slug as tenant, o.code as office, n.payload ->> 'monday' as monday, s.monday::text as sheet
      from notices n join tenants t on t.id = n.tenant_id join offices o on o.tenant_id = n.tenant_id and o.id = n.office_id
      left join week_sheets s on s.tenant_id = n.tenant_id and s.id = n.subject_id
      where n.kind = 'week-not-filed' order by t.slug, o.ordinal`,
  );

/** 0: the day of exchange is today; 1: tomorrow. */
const exchangeIn = (days: number) =>
  tamper(
    "update calendar_settings set exchange_weekday = 1 + (extract(isodow from portal_today())::integer - 1 + $1) % 7",
    [days],
  );

describe("on the day of exchange", () => {
  const monday = () => plusDays(mondayOf(dayAt(new Date())), 7);

  beforeEach(async () => {
    await tamper("delete from notices where kind = 'week-not-filed'");
    await tamper(
      "delete from week_sheets s where not exists (select 1 from week_sheet_versions v where v.sheet_id = s.id)",
    );
    await exchangeIn(0);
  });

  test("on any other day nobody is told", async () => {
    await exchangeIn(1);
    await remindExchange();
    expect(await told()).toEqual([]);
  });

  test("a party that has filed nothing for the next week is told, once; who has filed is not", async () => {
    await Promise.all([remindExchange(), remindExchange()]);
    await remindExchange();
    // In Phú Thọ every party has filed; in Hà Giang none, and its week has no sheet yet.
    expect(await told()).toEqual(
      ["VPTU", "VP ĐĐBQH, HĐND&UBND"].map((office) => ({
        tenant: "ha-giang",
        office,
        monday: monday(),
        sheet: monday(),
      })),
    );
    const page = await runQuery(getNotices, as(province.haGiang, "VPTU", "chief"), {});
    expect(page?.view.items).toMatchObject([
      { kind: "week-not-filed", subjectKind: "week-sheet", receivedAt: null },
    ]);
  });

  test("what was given up again counts as nothing filed, and an office that is no party is never told", async () => {
    const council = province.phuTho.offices.get("VP ĐĐBQH&HĐND");
    const cancelled = await province.rows<{ id: string }>(
      "select id from meetings where tenant_id = $1 and filing_office_id = $2",
      [tenantIds[0], council],
    );
    const ids = cancelled.map((row) => row.id);
    await tamper("update meetings set state = 'cancelled', reason = 'Lý do' where id = any($1::uuid[])", [
      ids,
    ]);
    await remindExchange();
    expect((await told()).filter((row) => row.tenant === "phu-tho")).toMatchObject([
      { office: "VP ĐĐBQH&HĐND", monday: monday() },
    ]);
    await tamper("update meetings set state = 'confirmed', reason = null where id = any($1::uuid[])", [ids]);
  });

  test("the sheet a notice is about becomes the published one", async () => {
    await remindExchange();
    await executeCommand(publishSheet, as(province.haGiang, "VPTU", "chief"), { monday: monday(), after: 0 });
    expect(
      await province.rows(
        `select v.number from week_sheet_versions v join notices n on n.subject_id = v.sheet_id and n.kind = 'week-not-filed'
          where v.tenant_id = $1 group by v.number`,
        [tenantIds[1]],
      ),
    ).toEqual([{ number: 0 }]);
  });
});

test("the worker does both at its start and every day, and their queues are made with the migrations", async () => {
  expect(queues).toEqual(expect.arrayContaining([releaseHoldsQueue, remindExchangeQueue]));
  const worker = await runWorker(meetingJobs);
  try {
    const done = () =>
      province.rows(
        "select distinct name from pgboss.job_common where name like 'meetings.%' and state = 'completed'",
      );
    await expect.poll(done, { timeout: 60_000 }).toHaveLength(2);
    expect(await province.rows("select name, cron, timezone from pgboss.schedule order by name")).toEqual([
      { name: releaseHoldsQueue, cron: "10 0 * * *", timezone: "Asia/Ho_Chi_Minh" },
      { name: remindExchangeQueue, cron: "0 8 * * *", timezone: "Asia/Ho_Chi_Minh" },
    ]);
  } finally {
    await worker.stop();
  }
});
