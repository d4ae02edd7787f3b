import type { BrowserContext, Page } from "@playwright/test";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const calendar = `/${tenant}/calendar`;
// A week in which the demonstration and the other journeys have nothing.
const monday = plusDays(mondayOf(dayAt(new Date())), 21);
const working = `${calendar}?week=${monday}&view=working`;

async function fileMeeting(page: Page, title: string, weekday: number): Promise<string> {
  await page.goto(`${calendar}/new?week=${monday}`);
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page.getByLabel("Ngày", { exact: true }).fill(formatDay(plusDays(monday, weekday)));
  await page.getByLabel("Từ", { exact: true }).fill("8h");
  await page.getByLabel("Đến", { exact: true }).fill("9h");
  await page.getByLabel("Loại cuộc họp").selectOption({ label: "Hội nghị Ban Thường vụ" });
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Counts how often the pages of a context were loaded whole. */
function loadsOf(context: BrowserContext): () => number {
  let loads = 0;
  context.on("request", (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  return () => loads;
}

const row = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });

test("one confirms, the other's open sheet says so, in every tab and over one stream", async ({
  browser,
}) => {
  const title = `Hội nghị mở trên hai máy ${Date.now()}`;
  const chief = await signedIn(browser, person(tenant, "VPTU", "chief"));
  const reader = await signedIn(browser, person(tenant, "VP UBND", "chief"));
  // The desk, where signing in leads, may have opened one too.
  const streamOpens = reader.page.waitForResponse(
    (response) => response.url().endsWith("/live") && response.frame().url().includes("/calendar"),
  );
  await reader.page.goto(working);
  expect((await streamOpens).status()).toBe(200);
  let moreStreams = 0;
  reader.context.on("request", (request) => {
    if (request.url().endsWith("/live")) moreStreams += 1;
  });
  const second = await reader.context.newPage();
  await second.goto(working);
  const loads = loadsOf(reader.context);

  const address = await fileMeeting(chief.page, title, 1);
  await chief.page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(row(reader.page, title).getByText("dự kiến", { exact: false }).first()).toBeVisible();
  await chief.page.getByRole("button", { name: "Xác nhận vào lịch chung" }).click();
  await expect(row(reader.page, title).getByText("dự kiến", { exact: false })).toHaveCount(0);
  await reader.page.bringToFront();
  await second.bringToFront();
  await expect(row(second, title)).toBeVisible();
  expect(loads()).toBe(0);
  expect(moreStreams).toBe(0);

  // Over what is being typed nothing changes; the reader is told and chooses.
  await chief.page.goto(`${address}?act=postpone`);
  const typed = "Chờ ý kiến của Thường trực.";
  await chief.page.getByLabel("Lý do").fill(typed);
  const clerk = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  await fileMeeting(clerk.page, `${title}, việc khác`, 2);
  await expect(chief.page.getByText("Trang chưa đổi theo")).toBeVisible();
  await expect(chief.page.getByLabel("Lý do")).toHaveValue(typed);
});

test("what an act saved stays in sight while the page is read again", async ({ browser }) => {
  const chief = await signedIn(browser, person(tenant, "VPTU", "chief"));
  const address = await fileMeeting(chief.page, `Hội nghị còn dòng báo ${Date.now()}`, 4);
  await expect(chief.page.getByText("Đã đăng ký, đang giữ chỗ.")).toBeVisible();
  // With script the offer to take it back says for how long.
  await expect(chief.page.getByText(/^còn \d+ giây$/)).toBeVisible();
  await chief.page.getByRole("button", { name: "Duyệt", exact: true }).click();
  const saved = chief.page.getByText("Đã duyệt.", { exact: true });
  await expect(saved).toBeVisible();
  const clerk = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  await clerk.page.goto(`${address}?act=number`);
  await clerk.page.getByLabel("Số giấy mời").fill("125/GM-VPTU");
  await clerk.page.getByRole("button", { name: "Lưu số giấy mời" }).click();
  await expect(chief.page.getByText("125/GM-VPTU")).toBeVisible();
  await expect(saved).toBeVisible();
  await chief.page.getByRole("button", { name: "Đóng", exact: true }).click();
  await expect(saved).toHaveCount(0);
});

test("without a stream a page asks by itself, and without a session there is none", async ({
  browser,
  request,
}) => {
  const title = `Hội nghị không có luồng ${Date.now()}`;
  expect((await request.get(`/${tenant}/live`)).status()).toBe(401);
  const reader = await signedIn(browser, person(tenant, "VP UBND", "chief"));
  await reader.context.route("**/live", (route) => route.abort());
  await reader.page.clock.install();
  await reader.page.goto(working);
  const loads = loadsOf(reader.context);
  const chief = await signedIn(browser, person(tenant, "VPTU", "chief"));
  await fileMeeting(chief.page, title, 3);
  await chief.page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(chief.page.getByRole("button", { name: "Xác nhận vào lịch chung" })).toBeVisible();
  await expect(row(reader.page, title)).toHaveCount(0);
  await reader.page.clock.fastForward(31_000);
  await expect(row(reader.page, title)).toBeVisible();
  expect(loads()).toBe(0);
});
