import { createHash, randomBytes } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openScene, type Scene } from "./support/items";

// A program with the address and nothing else: no cookie, no script.

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

const feedsPage = () => `/${scene.real.slug}/calendar/feeds`;

/** The form as the page gives it to a browser without script: React tells by its hidden fields whose answer it is. */
async function emptyForm(): Promise<FormData> {
  const page = await (await scene.portal.get(feedsPage(), scene.people.insider)).text();
  const [html = ""] = /<form[^>]*id="new-feed".*?<\/form>/s.exec(page) ?? [];
  const form = new FormData();
  for (const [input] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "";
    form.append(attribute("name"), attribute("value").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  expect(form.get("tenant")).toBe(scene.real.slug);
  form.set("resourceId", "");
  return form;
}

/** As a browser without script makes it; the answer's page shows the address. */
async function makeFeed(): Promise<{ page: string; path: string; headers: Headers }> {
  const response = await scene.portal.post(feedsPage(), await emptyForm(), scene.people.insider);
  const page = await response.text();
  expect(response.status).toBe(200);
  const address = /value="(http:\/\/[^"]+\.ics)"/.exec(page)?.[1] ?? "no address";
  expect(address).toContain(scene.portal.origin);
  return { page, path: new URL(address).pathname, headers: response.headers };
}

test("the answer to the form shows the address, and neither a cookie nor the page asked again holds it", async () => {
  const { path, headers } = await makeFeed();
  const token = path.split("/").at(-1)?.replace(".ics", "") ?? "";
  expect(token).toMatch(/^[\w-]{43}$/);
  expect([...headers.entries()].join()).not.toContain(token);
  expect(headers.get("cache-control")).toMatch(/no-store/);
  const again = await (await scene.portal.get(feedsPage(), scene.people.insider)).text();
  expect(again).not.toContain(token);
  const { rows } = await scene.database
    .pool("owner")
    .query("select 1 from calendar_feeds where token_hash = $1 and revoked_at is null", [
      createHash("sha256").update(token).digest("hex"),
    ]);
  expect(rows).toHaveLength(1);
});

test("whoever has the address reads a calendar, which nobody keeps, by one statement that holds no token", async () => {
  const { path } = await makeFeed();
  scene.portal.statements();
  const response = await scene.portal.get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(response.headers.get("set-cookie")).toBeNull();
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Lịch chung – VPTU");
  expect(calendar.getAllSubcomponents("vevent").length).toBeGreaterThan(0);
  const lines = scene.portal.statements();
  expect(lines.filter((line) => line.includes("calendar_feed("))).toHaveLength(1);
  expect(lines.every((line) => line.includes("portal_public@"))).toBe(true);
  expect(lines.join()).not.toContain(path.split("/").at(-1)?.replace(".ics", ""));
});

test("unknown, revoked, malformed, of another province: the same 404 and nothing else", async () => {
  const { path } = await makeFeed();
  const file = path.split("/").at(-1) ?? "";
  const { path: revoked } = await makeFeed();
  await scene.database
    .pool("owner")
    .query(
      "with here as (select set_config('app.tenant_id', $1::text, true)) update calendar_feeds set revoked_at = now() from here where tenant_id = $1::text::uuid and token_hash = $2",
      [
        scene.database.phuTho.tenant.id,
        createHash("sha256")
          .update(revoked.split("/").at(-1)?.replace(".ics", "") ?? "")
          .digest("hex"),
      ],
    );
  const feed = (slug: string, name: string) => `/${slug}/calendar/feed/${name}`;
  const nothing = [
    feed(scene.real.slug, `${randomBytes(32).toString("base64url")}.ics`),
    revoked,
    feed(scene.real.slug, "x.ics"),
    feed(scene.real.slug, file.replace(".ics", "")),
    feed(scene.real.slug, "%00.ics"),
    feed("ha-giang", file),
    feed("khong-co", file),
  ];
  const answers = [];
  for (const address of nothing) {
    const response = await scene.portal.get(address);
    answers.push({
      status: response.status,
      location: response.headers.get("location"),
      type: response.headers.get("content-type"),
      kept: response.headers.get("cache-control"),
      body: await response.text(),
    });
  }
  for (const answer of answers) {
    expect(answer).toEqual({ status: 404, location: null, type: null, kept: "private, no-store", body: "" });
  }
  expect((await scene.portal.get(path)).status).toBe(200);
});
