import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt } from "@/lib/platform/dates/days";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { createTask } from "@/lib/tasks/commands/create-task";
import { getOverlaps } from "@/lib/work-programmes/queries/get-overlaps";
import { as, postOf } from "@/prisma/seed/caller";
import { barriers, pixelsBeyond } from "@/tests/support/axe";
import { signed, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { amendmentOf, giveLead, signWhole, writeArticle } from "@/tests/support/builders/amendments";
import { inDays, inForceCopy, proposed } from "@/tests/support/builders/endings";
import { openScene, type Scene } from "./support/items";
import { citizenPages, pageCases } from "./support/pages";

// Every page, in a browser, on the screen of an office and on a cheap phone: usable by everyone. The pages are those of
// the strangers' test, so a new one cannot be forgotten; below them are states a page has beside its first.

const executablePath = process.env.CHROMIUM_PATH;
const screens = [
  { width: 1366, height: 768 },
  { width: 360, height: 780 },
];

const party = "VPTU";
const council = "VP ĐĐBQH&HĐND";
const committee = "VP UBND";
const conference = "title like 'Tài liệu Hội nghị Ban Thường vụ%'";

type Seen = { by: readonly [office: string, role: Role]; path: (scene: Scene) => string | Promise<string> };

async function idWhere(scene: Scene, table: string, condition: string, column = "id"): Promise<string> {
  const { rows } = await scene.database
    .pool("owner")
    .query<{ id: string }>(
      `select ${column} as id from ${table} where tenant_id = $1 and ${condition} order by 1 limit 1`,
      [scene.database.phuTho.tenant.id],
    );
  if (!rows[0]) throw new Error(`no row of ${table} where ${condition}`);
  return rows[0].id;
}

const agreement = (id: string, rest = "") => `/phu-tho/agreements/${id}${rest}`;
const onTask =
  (condition: string, rest = "") =>
  async (scene: Scene) =>
    `/phu-tho/tasks/${await idWhere(scene, "tasks", condition)}${rest}`;
const onDuty = (key: string) => async (scene: Scene) => {
  const signed = "version_id in (select id from agreement_versions where state = 'signed')";
  const id = await idWhere(scene, "coordination_duties", `duty_key = '${key}' and ${signed}`);
  return `/phu-tho/tasks/new?duty=${id}`;
};
const askedOffice = (scene: Scene) => scene.database.phuTho.offices.get(committee) ?? "";

// The demonstration's programmes are those of the next year.
const nextYear = Number(dayAt(new Date()).slice(0, 4)) + 1;

const onMeeting =
  (condition: string, rest = "") =>
  async (scene: Scene) =>
    `/phu-tho/calendar/meetings/${await idWhere(scene, "meetings", condition)}${rest}`;

/** An agreement whose amendment moved the lead of an open task, with a second amendment that is negotiated. */
let amended: VersionStage;
/** One with a last day, and one another party proposes to end. */
let lasting: VersionStage;
let ending: VersionStage;

async function addAmendment({ database }: Scene): Promise<VersionStage> {
  const province = {
    ...database,
    rows: async <Row>(sql: string, values: unknown[] = []) =>
      (await database.pool("superuser").query(sql, values)).rows as Row[],
  };
  lasting = await inForceCopy(province, inDays(40));
  ending = await proposed(province, await inForceCopy(province));
  const base = await signed(province);
  const { rows: duties } = await database
    .pool("owner")
    .query<{ id: string }>(
      "select id from coordination_duties where version_id = $1 and duty_key = 'weekly-schedule'",
      [base.versionId],
    );
  await executeCommand(createTask, as(database.phuTho, council, "records-clerk"), {
    dutyId: duties[0]?.id,
    title: "Lịch công tác tuần chung, tuần 50",
    description: "",
  });
  const first = await amendmentOf(province, base);
  await giveLead(province, first, "weekly-schedule", { [committee]: "CT", [party]: "PH", [council]: "B" });
  await signWhole(province, first);
  const version = await amendmentOf(province, first);
  const [scope] = await province.rows<{ heading: string; clauses: string[] }>(
    "select heading, clauses from agreement_articles where version_id = $1 and article_key = 'scope'",
    [version.versionId],
  );
  const { heading = "", clauses: [clause = "", ...rest] = [] } = scope ?? {};
  await writeArticle(province, version, "scope", {
    heading,
    clauses: [`${clause} Trừ việc mật.`, ...rest, "Các văn phòng báo cáo hằng tháng."],
  });
  await giveLead(province, version, "weekly-schedule", { [council]: "CT", [committee]: "PH", [party]: "B" });
  return version;
}

const states: Readonly<Record<string, Seen>> = {
  "the papers of a letter, and which one to issue": {
    by: [party, "chief"],
    path: ({ real }) => `/phu-tho/petitions/${real.paperLetter}/papers/new`,
  },
  "a letter with the paper that left about it": {
    by: [party, "chief"],
    path: ({ real }) => `/phu-tho/petitions/${real.paperLetter}`,
  },
  "a paper being replaced": {
    by: [party, "chief"],
    path: ({ real }) => `/phu-tho/petitions/${real.paperLetter}/papers/new?kind=forwarding&of=${real.paper}`,
  },
  "who is invited, and the form of an answer": {
    by: [committee, "records-clerk"],
    path: async (scene) => {
      const answer = `?answer=office:${scene.database.phuTho.offices.get(committee)}`;
      return onMeeting("title like 'Phiên họp Ủy ban nhân dân%'", answer)(scene);
    },
  },
  "mails that were given up, as an administrator sees them": {
    by: [party, "tenant-administrator"],
    path: () => "/phu-tho/outbox?of=failed",
  },
  "what an administrator sets of the calendar": {
    by: [party, "tenant-administrator"],
    path: () => "/phu-tho/calendar/settings",
  },
  "a kind of meeting being ranked": {
    by: [party, "tenant-administrator"],
    path: () => "/phu-tho/calendar/settings/kinds?kind=ceremony",
  },
  "a quorum being set": {
    by: [party, "tenant-administrator"],
    path: () => "/phu-tho/calendar/settings/quorum?rule=peoples-council%20council-session",
  },
  "a room being mended by its office": {
    by: [party, "chief"],
    path: async (scene) =>
      `/phu-tho/calendar/settings/places?place=${await idWhere(scene, "resources", "code = 'HTL'")}`,
  },
  "a week as it stands": {
    by: [party, "chief"],
    path: ({ real }) => `/phu-tho/calendar?week=${real.monday}&view=working`,
  },
  "what an adjustment changed": {
    by: [council, "records-clerk"],
    path: async (scene) => {
      const first = await idWhere(scene, "week_sheets", "true", "to_char(monday, 'YYYY-MM-DD')");
      return `/phu-tho/calendar?week=${first}&version=1&only=changes`;
    },
  },
  "a meeting to be approved": {
    by: [committee, "chief"],
    path: onMeeting("title like 'Tiếp Đoàn công tác%'"),
  },
  "a meeting to be confirmed": { by: [party, "chief"], path: onMeeting("title like 'Hội nghị chuyên đề%'") },
  "a meeting to be given back": {
    by: [party, "chief"],
    path: onMeeting("title like 'Hội nghị chuyên đề%'", "?act=giveBack"),
  },
  "a meeting that was put off": { by: [council, "chief"], path: onMeeting("state = 'postponed'") },
  "a confirmed meeting to be changed": {
    by: [party, "chief"],
    path: onMeeting("title like 'Giao ban Thường trực%'", "/edit"),
  },
  "a meeting whose notice gets its number": {
    by: [party, "records-clerk"],
    path: onMeeting("title like 'Hội nghị chuyên đề%'", "?act=number"),
  },
  "one of a series, to be ended with all that follow": {
    by: [party, "chief"],
    path: onMeeting("title like 'Giao ban nội bộ%'", "?act=cancel"),
  },
  "free times of two leaders": {
    by: [committee, "secretary"],
    path: ({ database }) =>
      `/phu-tho/calendar/free?${["Bí thư Tỉnh ủy", "Chủ tịch Ủy ban nhân dân tỉnh"]
        .map((title) => `leader=${database.phuTho.leaderPosts.get(title)}`)
        .join("&")}`,
  },
  "the programmes of a year": {
    by: [council, "specialist"],
    path: () => `/phu-tho/programmes?year=${nextYear}`,
  },
  "what overlaps between programmes, being settled": {
    by: [committee, "chief"],
    path: async () => {
      const found = await runQuery(getOverlaps, as(scene.database.phuTho, committee, "chief"), {
        year: nextYear,
      });
      const [overlap] = found?.view.overlaps ?? [];
      const key = encodeURIComponent(`${overlap?.one.itemId} ${overlap?.basis}`);
      return `/phu-tho/programmes/overlaps?year=${nextYear}&settle=${key}`;
    },
  },
  "an issued programme, as another office reads it": {
    by: [committee, "specialist"],
    path: async (scene) =>
      `/phu-tho/programmes/${await idWhere(scene, "work_programmes", "paper_number = '20-CTr/TU'")}`,
  },
  "an item of an issued programme to be changed by decision": {
    by: [party, "specialist"],
    path: async (scene) => {
      const programme = await idWhere(scene, "work_programmes", "paper_number = '20-CTr/TU'");
      const item = await idWhere(scene, "programme_items", `programme_id = '${programme}'`);
      return `/phu-tho/programmes/${programme}/items/${item}`;
    },
  },
  "a month that was carried down, to be issued": {
    by: [party, "chief"],
    path: async (scene) =>
      `/phu-tho/programmes/${await idWhere(scene, "work_programmes", "kind = 'month'")}/issue`,
  },
  "the meetings of this month, day by day": {
    by: [party, "specialist"],
    path: () => "/phu-tho/calendar/list?span=month&as=grid",
  },
  "the meetings of a year": { by: [party, "specialist"], path: () => "/phu-tho/calendar/list?span=year" },
  "an agreement in force, as an assisting office reads it": {
    by: [committee, "specialist"],
    path: async (scene) =>
      agreement(await idWhere(scene, "agreement_versions", "state = 'signed'", "agreement_id")),
  },
  "an agreement that waits for one's signature": {
    by: [party, "chief"],
    path: ({ real }) => agreement(real.waiting),
  },
  "an agreement that was declined": { by: [council, "chief"], path: ({ real }) => agreement(real.declined) },
  "what an amendment changes, negotiated": {
    by: [council, "chief"],
    path: () => agreement(amended.agreementId),
  },
  "the form that chooses between an amendment and a whole text": {
    by: [party, "chief"],
    path: async (scene) =>
      agreement(await idWhere(scene, "agreement_versions", "state = 'signed'", "agreement_id"), "/revise"),
  },
  "two versions compared": { by: [council, "chief"], path: () => agreement(amended.agreementId, "/compare") },
  "open tasks whose lead moved": {
    by: [party, "chief"],
    path: () => agreement(amended.agreementId, "/handover"),
  },
  "one open task to be handed over or kept": {
    by: [party, "chief"],
    path: async (scene) =>
      agreement(
        amended.agreementId,
        `/handover?task=${await idWhere(scene, "tasks", "title like 'Lịch công tác tuần chung, tuần 50%'")}`,
      ),
  },
  "an agreement to be renewed": {
    by: [council, "chief"],
    path: () => agreement(lasting.agreementId, "/renew"),
  },
  "an agreement of which no end is proposed": {
    by: [council, "chief"],
    path: () => agreement(lasting.agreementId, "/end"),
  },
  "a proposal to end an agreement, to be answered": {
    by: [party, "chief"],
    path: () => agreement(ending.agreementId, "/end"),
  },
  "how an agreement is followed": {
    by: [party, "chief"],
    path: async (scene) =>
      agreement(
        await idWhere(
          scene,
          "tasks t join agreement_versions v using (tenant_id)",
          "v.id = t.version_id and t.state = 'closed'",
          "v.agreement_id",
        ),
        "/obedience?from=01/01/2020",
      ),
  },
  "a consolidated text": {
    by: [committee, "specialist"],
    path: () => agreement(amended.agreementId, "/consolidated"),
  },
  "an agreement all have consented to": { by: [party, "chief"], path: ({ real }) => agreement(real.agreed) },
  "remarks and proposals, from a clause, as another party sees them": {
    by: [council, "specialist"],
    path: ({ real }) => agreement(real.agreed, "/points?at=scope.1"),
  },
  "a task, as its lead sees it": { by: [party, "department-head"], path: onTask(conference) },
  "a task, as who assists sees it": { by: [committee, "department-head"], path: onTask(conference) },
  "a task that is closed": { by: [council, "specialist"], path: onTask("state = 'closed'") },
  "the form that mends a task": { by: [party, "specialist"], path: onTask(conference, "?act=describe") },
  "the form that asks an office": {
    by: [party, "specialist"],
    path: async (scene) => onTask(conference, `?act=ask&office=${askedOffice(scene)}`)(scene),
  },
  "the form that declines to assist": {
    by: [committee, "department-head"],
    path: onTask(conference, "?act=decline"),
  },
  "the page that closes a task": { by: [party, "department-head"], path: onTask(conference, "?act=close") },
  "a task from a clause that names its lead": {
    by: [party, "records-clerk"],
    path: onDuty("party-meetings"),
  },
  "a task from a clause that asks for the body": {
    by: [party, "records-clerk"],
    path: onDuty("joint-meetings"),
  },
  "the choice between two posts": {
    by: [council, "secretary"],
    path: () => "/phu-tho/account/posts",
  },
  "what is not there": { by: [party, "specialist"], path: () => "/phu-tho/tasks/none" },
};

let scene: Scene;
let browser: Browser;
const contexts = new Map<string, BrowserContext>();

async function pageOf(name: string, cookie?: string): Promise<Page> {
  const known = contexts.get(name);
  if (known) return known.pages()[0] ?? (await known.newPage());
  const context = await browser.newContext({ baseURL: scene.portal.origin, locale: "vi-VN" });
  contexts.set(name, context);
  const [key = "", value = ""] = cookie?.split("=") ?? [];
  if (cookie) await context.addCookies([{ name: key, value, url: scene.portal.origin }]);
  return context.newPage();
}

async function pageAs([office, role]: Seen["by"]): Promise<Page> {
  const name = `${office} ${role}`;
  const known = contexts.has(name);
  const person = known ? undefined : await scene.portal.signedIn(postOf(scene.database.phuTho, office, role));
  return pageOf(name, person?.cookie);
}

async function expectUsable(page: Page, path: string): Promise<void> {
  await page.goto(path);
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  for (const screen of screens) {
    await page.setViewportSize(screen);
    expect([screen.width, await barriers(page)]).toEqual([screen.width, []]);
    expect([screen.width, await pixelsBeyond(page)]).toEqual([screen.width, 0]);
  }
}

describe.skipIf(!executablePath)("in a browser", () => {
  beforeAll(async () => {
    scene = await openScene();
    amended = await addAmendment(scene);
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await scene?.close();
  });

  test("what cannot be used is found: no words for a picture, pale letters, a page wider than the screen", async () => {
    const page = await pageOf("nobody");
    await page.setViewportSize({ width: 360, height: 780 });
    await page.setContent(`<html lang="vi"><title>Thử</title><main><h1>Thử</h1><img src="data:," style="width: 500px">
      <p style="color: #ccc; background: #fff">Chữ mờ</p></main></html>`);
    const found = await barriers(page);
    expect(found.map((barrier) => barrier.split(":")[0])).toEqual(["color-contrast", "image-alt"]);
    expect(await pixelsBeyond(page)).toBeGreaterThan(100);
  });

  test.each(Object.entries(pageCases))("%s can be used by everyone", async (_, { path, by }) => {
    await expectUsable(await pageAs([party, by ?? "chief"]), path(scene.real));
  });

  test.each(Object.entries(states))("%s can be used by everyone", async (_, { by, path }) => {
    await expectUsable(await pageAs(by), await path(scene));
  });

  test.each(Object.entries(citizenPages).filter(([, { at }]) => at === undefined))(
    "%s can be used by everyone",
    async (_, { path }) => {
      await expectUsable(await pageOf("nobody"), `/phu-tho${path}`);
    },
  );

  // Both languages are whole; these are the pages one is on every day, and those for anybody.
  const inEnglish = [
    "",
    "/agreements",
    "/tasks",
    "/calendar",
    "/programmes",
    "/petitions",
    "/notices",
    "/offices",
    "/citizen",
  ];

  test.each(inEnglish)("the page %s can be used by everyone in English", async (path) => {
    const page = await pageAs([party, "chief"]);
    const language = { name: "language", url: scene.portal.origin };
    await page.context().addCookies([{ ...language, value: "en" }]);
    await expectUsable(page, `/phu-tho${path}`);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.context().addCookies([{ ...language, value: "vi" }]);
  });

  test("agreement and verify pages can be used by everyone in English", async () => {
    const page = await pageAs([party, "chief"]);
    const language = { name: "language", url: scene.portal.origin };
    await page.context().addCookies([{ ...language, value: "en" }]);
    for (const path of [agreement(scene.real.agreed), agreement(scene.real.agreed, "/points"), "/verify"])
      await expectUsable(page, path);
    await page.context().addCookies([{ ...language, value: "vi" }]);
  });

  test.each(["/sign-in", "/verify"])("%s can be used by everyone", async (path) => {
    await expectUsable(await pageOf("nobody"), path);
  });
});
