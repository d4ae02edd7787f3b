import { afterAll, beforeAll, expect, test } from "vitest";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import type { TypedAdvice } from "@/lib/meetings/types";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { as } from "@/prisma/seed/caller";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";

// What the form of a meeting asks while it is typed, how it begins, and several entries approved by one form, over HTTP.

let scene: Scene;
let chair: string;
let filed: string;
const monday: Day = plusDays(mondayOf(dayAt(new Date())), 7 * 40);
const title = "Làm việc với đoàn công tác";

beforeAll(async () => {
  scene = await openScene();
  const seeded = scene.strangers.phuTho;
  chair = seeded.leaderPosts.get("Bí thư Tỉnh ủy") ?? "";
  const meeting = await executeCommand(fileMeeting, as(seeded, "VPTU", "records-clerk"), {
    title,
    kindKey: "working-session",
    dutyId: "",
    day: formatDay(monday),
    from: "8:00",
    until: "10:00",
    chairPostId: chair,
  });
  filed = meeting.meetingId;
});

afterAll(() => scene.close());

const ask = (person: Person | undefined, fields: Record<string, string> = {}, slug = scene.real.slug) =>
  scene.portal.post(
    `/${slug}/calendar/clash`,
    new URLSearchParams({
      day: formatDay(monday),
      from: "9h",
      until: "10h30",
      chairPostId: chair,
      ...fields,
    }),
    person,
  );
const answerTo = async (person: Person, fields?: Record<string, string>) =>
  (await (await ask(person, fields)).json()) as TypedAdvice | null;

test("says what clashes, and free times of the length typed", async () => {
  const response = await ask(scene.people.insider);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const advice = (await response.json()) as TypedAdvice;
  expect(advice.clashes).toMatchObject([{ from: "08:00", until: "10:00", kind: "hold", near: false }]);
  expect(advice.free).toBe(false);
  expect(advice.slots).toHaveLength(3);
  for (const { value } of advice.slots) {
    const [from = "", until = ""] = value.split("/");
    expect(Date.parse(until) - Date.parse(from)).toBe(90 * 60_000);
  }
});

test("says that it is free, and nothing where nobody is asked for or there is no time yet", async () => {
  const { insider } = scene.people;
  expect(await answerTo(insider, { from: "14h", until: "15h" })).toEqual({
    clashes: [],
    slots: [],
    free: true,
  });
  expect(await answerTo(insider, { chairPostId: "" })).toEqual({ clashes: [], slots: [], free: false });
  expect(await answerTo(insider, { until: "" })).toBeNull();
  expect(await answerTo(insider, { chairPostId: "không phải mã" })).toBeNull();
});

test("of what one may not read it says only that somebody is busy", async () => {
  const advice = await answerTo(scene.people.withoutPart);
  expect(advice?.clashes).toMatchObject([{ what: null, office: null, from: "08:00" }]);
  expect(JSON.stringify(advice)).not.toContain(title);
});

test("is closed to nobody signed in and to a stranger", async () => {
  expect((await ask(undefined)).status).toBe(401);
  expect((await ask(scene.people.otherTenant)).status).toBe(404);
});

test("the cursor stands in the first box of a new meeting, and of the one one mends nowhere", async () => {
  const beginsWith = async (path: string) => {
    const html = await (
      await scene.portal.get(`/${scene.real.slug}/calendar/${path}`, scene.people.insider)
    ).text();
    return [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
      .map(([box]) => box)
      .filter((box) => /\sautofocus\b/i.test(box))
      .map((box) => /\sname="([^"]*)"/.exec(box)?.[1]);
  };
  expect(await beginsWith("new")).toEqual(["title"]);
  expect(await beginsWith("series")).toEqual(["title"]);
  expect(await beginsWith(`meetings/${filed}/edit`)).toEqual([]);
});

test("the form says once what it needs, and asks for no reason before one is needed", async () => {
  const path = `/${scene.real.slug}/calendar/new`;
  const whole = await (await scene.portal.get(path, scene.people.insider)).text();
  const html = whole.replaceAll(/<script.*?<\/script>/gs, "");
  expect(html).toContain("Bắt buộc: nội dung, ngày, giờ bắt đầu và kết thúc, loại cuộc họp.");
  expect(html).not.toContain("(không bắt buộc)");
  expect(html).not.toContain('name="overrideReason"');
  // Every box that is not named there may stay empty, for the browser too.
  const required = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*\srequired\b[^>]*>/g)].map(
    ([box]) => /\sname="([^"]*)"/.exec(box)?.[1],
  );
  expect(new Set(required)).toEqual(
    new Set(["title", "day", "from", "until", "kindKey", "dutyId", "mode", "visibility"]),
  );
});

test("several are approved by one form, each by itself: what refuses one keeps none of the others", async () => {
  const seeded = scene.strangers.phuTho;
  const file = (day: Day) =>
    executeCommand(fileMeeting, as(seeded, "VPTU", "records-clerk"), {
      title: `Họp cơ quan ${formatDay(day)}`,
      kindKey: "other",
      dutyId: "",
      day: formatDay(day),
      from: "14:00",
      until: "15:00",
    });
  const meetings = [await file(plusDays(monday, 1)), await file(plusDays(monday, 2))];
  const [first, second] = meetings.map(({ meetingId }) => meetingId);
  const path = `/${scene.real.slug}/calendar/approve`;
  const page = await (await scene.portal.get(path, scene.people.insider)).text();
  const [, own = ""] = /<form id="approve".*?>(.*?)<\/form>/s.exec(page) ?? [];
  const form = new FormData();
  // As a browser without script sends it, with what the page itself gave it.
  for (const [box] of own.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const read = (name: string) =>
      new RegExp(`\\s${name}="([^"]*)"`).exec(box)?.[1]?.replaceAll("&quot;", '"') ?? "";
    if (!read("name").startsWith("title of")) form.set(read("name"), read("value"));
  }
  for (const [id, revision] of [
    [first, 9],
    [second, 1],
  ]) {
    form.append("chosen", `${id}:${revision}`);
    form.append(`title of ${id}`, `Họp ${id}`);
  }
  const html = await (await scene.portal.post(path, form, scene.people.insider)).text();
  const said = (id = "") =>
    new RegExp(`/calendar/meetings/${id}">Họp ${id}</a>(.*?)</li>`, "s")
      .exec(html)?.[1]
      ?.replaceAll(/<[^>]*>/g, "");
  expect(said(second)).toContain("đã duyệt");
  expect(said(first)).toMatch(/^: \S/);
  expect(said(first)).not.toContain("đã duyệt");
  const { rows } = await scene.database
    .pool("owner")
    .query<{ id: string; state: string }>("select id, state from meetings where id = any ($1)", [
      [first, second],
    ]);
  expect(new Map(rows.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [first, "filed"],
      [second, "approved"],
    ]),
  );
});
