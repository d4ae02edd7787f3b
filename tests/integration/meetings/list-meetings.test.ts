import { expect, test } from "vitest";
import { getRefusals } from "@/lib/desk/queries/get-refusals";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { listMeetings } from "@/lib/meetings/queries/list-meetings";
import { plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  committeeChair,
  confirmed,
  freshWeek,
  leaderPost,
  roomId,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { attempt, refusalOf } from "@/tests/support/command-outcomes";

const province = useProvince();

const everything = {
  span: "year" as const,
  at: null,
  leaderPostId: null,
  roomId: null,
  officeId: null,
  bodyId: null,
  kindKey: null,
};

test("a mistyped place in the list begins at its beginning", async () => {
  const clerk = as(province().phuTho, committee, "records-clerk");
  const [row] = await province().rows<{ at: string }>(
    "select to_char(min(starts_at at time zone 'Asia/Ho_Chi_Minh'), 'YYYY-MM-DD') as at from meetings",
  );
  const ask = async (after: string | undefined) =>
    (await runQuery(listMeetings, clerk, { ...everything, at: row?.at ?? null, after }))?.view.items ?? [];
  const first = await ask(undefined);
  expect(first.length).toBeGreaterThan(0);
  expect(await ask("không phải khóa")).toEqual(first);
});

test("a refused act on a meeting leads to the meeting from the refusal log", async () => {
  const [meeting] = await province().rows<{ id: string; title: string; revision: number }>(
    "select id, title, revision from meetings where title like 'Tiếp Đoàn công tác%'",
  );
  const seeded = province().phuTho;
  const input = { meetingId: meeting?.id, revision: meeting?.revision };
  expect(refusalOf(await attempt(approveMeeting, as(seeded, committee, "records-clerk"), input)).reason).toBe(
    "role",
  );
  const log = await runQuery(getRefusals, as(seeded, committee, "inspector"), {});
  expect(log?.view.items[0]?.subject).toEqual({ kind: "meeting", id: meeting?.id, title: meeting?.title });
});

test("the numbers by kind obey the filters of the list", async () => {
  const clerk = as(province().phuTho, committee, "records-clerk");
  const monday = freshWeek();
  const own = { kindKey: "working-session", from: "8:00", until: "9:00", chairPostId: "", participants: "" };
  await confirmed(province(), { ...own, day: monday });
  await confirmed(province(), {
    ...own,
    day: plusDays(monday, 1),
    roomId: roomId(province(), "TU2"),
    leaderPostIds: [leaderPost(province(), committeeChair)],
  });
  const numbers = async (filter: object) => {
    const view = (
      await runQuery(listMeetings, clerk, { ...everything, span: "month", at: monday, ...filter })
    )?.view;
    const confirmedOnes = view?.items.filter(({ state }) => state === "confirmed") ?? [];
    return [confirmedOnes.length, view?.counts.map(({ count }) => count)];
  };
  expect(await numbers({})).toEqual([2, [2]]);
  expect(await numbers({ roomId: roomId(province(), "TU2") })).toEqual([1, [1]]);
  expect(await numbers({ leaderPostId: leaderPost(province(), committeeChair) })).toEqual([1, [1]]);
  expect(await numbers({ kindKey: "other" })).toEqual([0, []]);
});

test("a joint meeting is one: its lead has it once, each office that assisted as assisting, and each number opens its own", async () => {
  const clerk = as(province().phuTho, committee, "records-clerk");
  const monday = freshWeek();
  const bodies = ["TU", "HDND", "UBND"].map((code) => province().phuTho.bodies.get(code));
  await confirmed(province(), { day: monday, bodyIds: bodies });
  const ask = async (more: object) =>
    (await runQuery(listMeetings, clerk, { ...everything, span: "week", at: monday, ...more }))?.view;
  const view = await ask({});
  expect(view?.counts.map(({ count }) => count)).toEqual([1]);
  const share = (led: number, assisted: number) => expect.objectContaining({ led, assisted });
  expect(Object.fromEntries(view?.shares.map((each) => [each.code, each]) ?? [])).toEqual({
    [party]: share(1, 0),
    [council]: share(0, 1),
    [committee]: share(0, 1),
  });
  const id = (code: string) => province().phuTho.offices.get(code);
  expect((await ask({ assistId: id(council) }))?.items).toHaveLength(1);
  expect((await ask({ assistId: id(party) }))?.items).toHaveLength(0);
});

test("sessions of the council are counted by what they are called for, and each number opens its own", async () => {
  const clerk = as(province().phuTho, committee, "records-clerk");
  const monday = freshWeek();
  const own = { from: "8:00", until: "9:00", chairPostId: "", participants: "", roomId: "" };
  for (const [day, variant] of ["regular", "thematic", "thematic"].entries()) {
    await confirmed(province(), {
      ...own,
      kindKey: `council-session:${variant}`,
      day: plusDays(monday, day),
    });
  }
  const ask = async (kindKey: string | null) =>
    (await runQuery(listMeetings, clerk, { ...everything, span: "week", at: monday, kindKey }))?.view;
  const name = "Kỳ họp Hội đồng nhân dân";
  expect((await ask(null))?.counts).toEqual([
    { key: "council-session:regular", name, variant: "regular", count: 1 },
    { key: "council-session:thematic", name, variant: "thematic", count: 2 },
  ]);
  const thematic = await ask("council-session:thematic");
  expect(thematic?.items.map(({ variant }) => variant)).toEqual(["thematic", "thematic"]);
  expect((await ask("council-session"))?.items).toHaveLength(3);
});

test("the list of a week has its Sunday and not the Monday after", async () => {
  const clerk = as(province().phuTho, committee, "records-clerk");
  const monday = freshWeek();
  const own = { kindKey: "working-session", from: "8:00", until: "9:00", participants: "" };
  const inWeek = [monday, plusDays(monday, 6)];
  for (const day of [plusDays(monday, -1), ...inWeek, plusDays(monday, 7)])
    await confirmed(province(), { ...own, day });
  const view = (await runQuery(listMeetings, clerk, { ...everything, span: "week", at: plusDays(monday, 3) }))
    ?.view;
  expect(view?.items.map(({ day }) => day)).toEqual(inWeek);
  expect(view?.period).toMatchObject({ span: "week", from: monday, until: plusDays(monday, 6) });
});

test("a month as days has the first of each by name, how many there are, and every day that has none", async () => {
  const clerk = as(province().phuTho, committee, "records-clerk");
  const monday = freshWeek();
  const full = plusDays(monday, 1);
  const rooms = ["TU2", "TU3"].map((code) => province().phuTho.rooms.get(code));
  const at = async (from: string, until: string, more: object = {}) =>
    confirmed(province(), {
      day: full,
      chairPostId: "",
      roomId: rooms[0] ?? "",
      participants: "",
      from,
      until,
      ...more,
    });
  const inOrder = [];
  for (const hour of [8, 9, 10, 13, 14]) inOrder.push((await at(`${hour}:00`, `${hour}:45`)).meetingId);
  const days = async (filter: object = {}) =>
    (await runQuery(listMeetings, clerk, { ...everything, span: "month", at: full, grid: true, ...filter }))
      ?.view.month;
  const month = await days();
  const day = month?.find((each) => each.day === full);
  expect(day?.items.map(({ id }) => id)).toEqual(inOrder.slice(0, 4));
  expect(day?.items[0]).toMatchObject({ from: "08:00", state: "confirmed" });
  expect(day?.count).toBe(5);
  expect(month?.map((each) => each.day.slice(8))).toEqual(
    Array.from({ length: month?.length ?? 0 }, (_, nth) => String(nth + 1).padStart(2, "0")),
  );
  expect(month?.length).toBeGreaterThanOrEqual(28);
  const elsewhere = await days({ kindKey: "other" });
  expect(elsewhere?.find((each) => each.day === full)).toEqual({ day: full, count: 0, items: [] });
});
