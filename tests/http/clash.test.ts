import { afterAll, beforeAll, expect, test } from "vitest";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import type { TypedAdvice } from "@/lib/meetings/types";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { as } from "@/prisma/seed/caller";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";

// What the form of a meeting asks while it is typed, over HTTP.

let scene: Scene;
let chair: string;
const monday: Day = plusDays(mondayOf(dayAt(new Date())), 7 * 40);
const title = "Làm việc với đoàn công tác";

beforeAll(async () => {
  scene = await openScene();
  const seeded = scene.strangers.phuTho;
  chair = seeded.leaderPosts.get("Bí thư Tỉnh ủy") ?? "";
  await executeCommand(fileMeeting, as(seeded, "VPTU", "records-clerk"), {
    title,
    kindKey: "working-session",
    dutyId: "",
    day: formatDay(monday),
    from: "8:00",
    until: "10:00",
    chairPostId: chair,
  });
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
