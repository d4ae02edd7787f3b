import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { createFeed } from "@/lib/meetings/commands/create-feed";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { revokeFeed } from "@/lib/meetings/commands/revoke-feed";
import { undoMeeting } from "@/lib/meetings/commands/undo-meeting";
import { readFeed } from "@/lib/meetings/feed/read-feed";
import { writeFeed } from "@/lib/meetings/feed/write-feed";
import { listMeetings } from "@/lib/meetings/queries/list-meetings";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import {
  confirmed,
  contentInput,
  filed,
  meetingRow,
  resourceOf,
  restricted,
  roomId,
  secretary,
  seen,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";

// What another program reads: every feed is fetched as nobody and parsed by a library that wrote none of it, in a zone
// where neither Viet Nam's clock nor UTC's can be mistaken for the machine's.

const province = useProvince();
const zone = process.env.TZ;

beforeAll(() => {
  process.env.TZ = "Asia/Kathmandu";
  expect(new Date(0).getTimezoneOffset()).toBe(-330);
});

afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

async function feedOf(office: string, resourceId = "", role: Role = "chief") {
  const made = await executeCommand(createFeed, as(province().phuTho, office, role), { resourceId });
  return { ...made, slug: province().phuTho.tenant.slug };
}

type Read = { raw: string; calendar: ICAL.Component; events: Map<string, ICAL.Component> };

async function read({ slug, token }: { slug: string; token: string }): Promise<Read | null> {
  const feed = await readFeed(slug, token);
  if (!feed) return null;
  const raw = writeFeed(feed, { tenant: slug, name: feed.name, busy: "Bận" }, new Date());
  const calendar = new ICAL.Component(ICAL.parse(raw));
  const events = calendar.getAllSubcomponents("vevent");
  return {
    raw,
    calendar,
    events: new Map(events.map((event) => [String(event.getFirstPropertyValue("uid")), event])),
  };
}

async function eventOf(feed: { slug: string; token: string }, { meetingId }: { meetingId: string }) {
  const found = (await read(feed))?.events.get(`${meetingId}@${feed.slug}`);
  if (!found) return null;
  const instant = (name: string) => (found.getFirstPropertyValue(name) as ICAL.Time).toJSDate();
  return {
    title: found.getFirstPropertyValue("summary"),
    status: found.getFirstPropertyValue("status"),
    sequence: found.getFirstPropertyValue("sequence"),
    startsAt: instant("dtstart"),
    endsAt: instant("dtend"),
    changedAt: found.getFirstPropertyValue("last-modified") ? instant("last-modified") : null,
  };
}

function toTheSecond(date: unknown): Date {
  return new Date(Math.floor((date as Date).getTime() / 1000) * 1000);
}

describe("what is read", () => {
  test("has the times of the database, in UTC and in no zone", async () => {
    const meeting = await confirmed(province());
    const feed = await feedOf(party);
    const row = await meetingRow(province(), meeting);
    expect(await eventOf(feed, meeting)).toEqual({
      title: row.title,
      status: "CONFIRMED",
      sequence: row.revision,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      changedAt: toTheSecond(row.changed_at),
    });
    const raw = (await read(feed))?.raw ?? "";
    const times = raw.split("\r\n").filter((line) => /^(DTSTART|DTEND|DTSTAMP|LAST-MODIFIED)/.test(line));
    expect(times.length).toBeGreaterThan(3);
    for (const line of times) expect(line).toMatch(/^[A-Z-]+:\d{8}T\d{6}Z$/);
    expect(raw).not.toMatch(/TZID|VTIMEZONE/);
    expect(raw).toContain(`X-WR-CALNAME:${party}`);
    expect(raw).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT15M/);
  });

  test("holds every meeting the office may read in its span once, and nothing else", async () => {
    const held = await read(await feedOf(council));
    const readable = await province().rows<{ uid: string }>(
      `select m.id || '@' || $2 as uid from meetings m
        join access a on a.tenant_id = m.tenant_id and a.kind = 'meeting' and a.subject_id = m.id
        where a.office_id = $1 and m.starts_at between now() - interval '60 days' and now() + interval '400 days'`,
      [province().phuTho.offices.get(council), province().phuTho.tenant.slug],
    );
    expect(readable.length).toBeGreaterThan(3);
    expect([...(held?.events.keys() ?? [])].sort()).toEqual(readable.map(({ uid }) => uid).sort());
    expect(held?.calendar.getAllSubcomponents("vevent")).toHaveLength(readable.length);
  });

  test("does not say of what was filed and taken back at once that it is cancelled", async () => {
    const gone = await filed(province());
    const feed = await feedOf(party);
    expect(await eventOf(feed, gone)).not.toBeNull();
    const [act] = await province().rows<{ id: string }>(
      "select act_id as id from meeting_undos where meeting_id = $1",
      [gone.meetingId],
    );
    const clerk = as(province().phuTho, committee, "records-clerk");
    await executeCommand(undoMeeting, clerk, { actId: act?.id });
    expect(await eventOf(feed, gone)).toBeNull();
    const listed = await runQuery(listMeetings, clerk, {
      span: "day",
      at: gone.day,
      leaderPostId: null,
      roomId: null,
      officeId: null,
      bodyId: null,
      kindKey: null,
    });
    expect(listed?.view.items).toEqual([]);
  });

  test("follows the meeting: filed, changed, postponed, cancelled, under one name and with a higher number", async () => {
    const waiting = await filed(province());
    const feed = await feedOf(party);
    expect(await eventOf(feed, waiting)).toMatchObject({ status: "TENTATIVE" });
    const meeting = await confirmed(province());
    const before = await eventOf(feed, meeting);
    const chief = as(province().phuTho, party, "chief");
    await executeCommand(changeMeeting, chief, {
      ...contentInput(province(), meeting.day),
      ...(await seen(province(), meeting)),
      from: "14:00",
      until: "16:30",
      reason: "Đồng chí chủ trì bận buổi sáng.",
    });
    const after = await eventOf(feed, meeting);
    expect(after?.startsAt).toEqual((await meetingRow(province(), meeting)).starts_at);
    expect(after?.startsAt.getTime()).toBeGreaterThan(before?.startsAt.getTime() ?? 0);
    expect(Number(after?.sequence)).toBeGreaterThan(Number(before?.sequence));
    await executeCommand(postponeMeeting, chief, {
      ...(await seen(province(), meeting)),
      reason: "Dời sang tuần sau.",
    });
    expect(await eventOf(feed, meeting)).toMatchObject({ status: "CANCELLED" });
    await executeCommand(cancelMeeting, chief, {
      ...(await seen(province(), meeting)),
      reason: "Không họp nữa.",
    });
    const last = await eventOf(feed, meeting);
    expect(last).toMatchObject({ status: "CANCELLED" });
    expect(Number(last?.sequence)).toBe(Number(after?.sequence) + 2);
  });
});

describe("of one leader or one room", () => {
  test.each(["leader", "room"] as const)(
    "%s: a stranger to a restricted meeting reads that the time is taken, and no more",
    async (scope) => {
      const title = `Chuyện riêng, ${scope}`;
      const meeting = await restricted(province(), { title });
      const row = await meetingRow(province(), meeting);
      const of = scope === "leader" ? await resourceOf(province(), secretary) : roomId(province(), "TU1");
      const ours = await feedOf(party, of);
      expect(await eventOf(ours, meeting)).toMatchObject({ title });
      const theirs = await feedOf(stranger, of);
      expect(await eventOf(theirs, meeting)).toEqual({
        title: "Bận",
        status: expect.stringMatching(/^(TENTATIVE|CONFIRMED)$/),
        sequence: 0,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        changedAt: null,
      });
      expect((await read(theirs))?.raw).not.toContain(title);
      // All that it may read holds nothing of it.
      expect(await eventOf(await feedOf(stranger), meeting)).toBeNull();
    },
  );

  test("holds nothing of other leaders and other rooms", async () => {
    const meeting = await confirmed(province());
    const other = await feedOf(party, await resourceOf(province(), "Chủ tịch Hội đồng nhân dân tỉnh"));
    expect(await eventOf(other, meeting)).toBeNull();
    expect(await eventOf(await feedOf(party, roomId(province(), "HTL")), meeting)).toBeNull();
    expect(await eventOf(await feedOf(party, roomId(province(), "TU1")), meeting)).not.toBeNull();
  });
});

describe("nothing is answered", () => {
  test("to an address that is none, nor under another province's name", async () => {
    const feed = await feedOf(party);
    expect(await read(feed)).not.toBeNull();
    expect(await read({ ...feed, token: `${feed.token.slice(0, -1)}_` })).toBeNull();
    expect(await read({ ...feed, token: "" })).toBeNull();
    expect(await read({ ...feed, slug: province().haGiang.tenant.slug })).toBeNull();
    expect(await read({ ...feed, slug: "khong-co" })).toBeNull();
  });

  test("once it is revoked", async () => {
    const feed = await feedOf(party, "", "specialist");
    expect(await read(feed)).not.toBeNull();
    await executeCommand(revokeFeed, as(province().phuTho, party, "chief"), { feedId: feed.feedId });
    expect(await read(feed)).toBeNull();
  });

  test("while its maker holds no post in the office, or may not sign in", async () => {
    const feed = await feedOf(committee, "", "specialist");
    const { personId, accountId } = postOf(province().phuTho, committee, "specialist");
    const until = (day: string) =>
      province().rows(`update post_holdings set until_date = ${day} where person_id = $1`, [personId]);
    await until("portal_today() - 1");
    expect(await read(feed)).toBeNull();
    await until("null");
    expect(await read(feed)).not.toBeNull();
    await province().rows("update accounts set disabled_at = now() where id = $1", [accountId]);
    expect(await read(feed)).toBeNull();
    await province().rows("update accounts set disabled_at = null where id = $1", [accountId]);
  });
});

test("who asks leaves no setting behind and reads no table", async () => {
  const feed = await feedOf(party);
  const client = await province().pool("public").connect();
  try {
    await client.query("begin");
    const { rows } = await client.query("select kind from calendar_feed($1, encode(sha256($2), 'hex'))", [
      feed.slug,
      Buffer.from(feed.token),
    ]);
    expect(rows[0]).toEqual({ kind: "office" });
    const { rows: left } = await client.query(
      "select current_setting('app.tenant_id', true) as tenant, current_setting('app.feed_tenant', true) as slug",
    );
    expect(left).toEqual([{ tenant: "", slug: "" }]);
    await expect(client.query("select id from calendar_feeds")).rejects.toMatchObject({ code: "42501" });
  } finally {
    await client.query("rollback");
    client.release();
  }
});
