import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const programmes = `/${tenant}/programmes`;
// A year that neither the demonstration nor another run has.
const year = 2040 + (Date.now() % 50);

type Item = { title: string; due: string; leader?: string; duty?: RegExp; body?: string };

async function draft(page: Page, body: string, period: string): Promise<string> {
  await page.goto(`${programmes}/new`);
  await page.getByLabel("Chương trình của").selectOption({ label: body });
  await page.getByLabel("Thời kỳ").fill(period);
  await page.getByRole("button", { name: "Lập dự thảo" }).click();
  await page.waitForURL(/\/programmes\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function fillItem(page: Page, { title, due, leader, duty }: Item): Promise<void> {
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page.getByLabel("Thời gian").fill(due);
  if (leader) await page.getByLabel("Lãnh đạo phụ trách").selectOption({ label: leader });
  if (!duty) return;
  const options = page.getByLabel("Nhiệm vụ theo quy chế").getByRole("option");
  const label = await options.filter({ hasText: duty }).first().textContent();
  await page.getByLabel("Nhiệm vụ theo quy chế").selectOption({ label: label ?? "" });
}

async function add(page: Page, address: string, item: Item): Promise<void> {
  await page.goto(`${address}/items/new`);
  await fillItem(page, item);
  await page.getByRole("button", { name: "Ghi nội dung" }).click();
  await expect(page.getByRole("status")).toContainText("Đã ghi nội dung.");
}

async function issue(page: Page, address: string, number: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Ban hành", exact: true }).click();
  await page.getByLabel("Số văn bản").fill(number);
  await page.getByRole("button", { name: "Ban hành", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Đã ban hành chương trình.");
}

test("a quarter is drafted from the year, an overlap is seen while typing, the chief issues it, another office reads and settles", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const leader = /Chủ tịch Ủy ban nhân dân tỉnh Phan Văn Độ/;
  const label = "Chủ tịch Ủy ban nhân dân tỉnh Phan Văn Độ";
  const { page: specialist } = await signedIn(browser, person(tenant, "VPTU", "specialist"));
  const { page: chief } = await signedIn(browser, person(tenant, "VPTU", "chief"));
  const { page: committee } = await signedIn(browser, person(tenant, "VP UBND", "chief"));

  // Both offices' years.
  const yearAddress = await draft(specialist, "Tỉnh ủy", String(year));
  await add(specialist, yearAddress, { title: "Hội nghị Ban Chấp hành lần thứ tám", due: `quý I/${year}` });
  await add(specialist, yearAddress, { title: "Tổng kết công tác năm", due: `12/${year}` });
  await issue(chief, yearAddress, "20-CTr/TU");
  const theirs = await draft(committee, "Ủy ban nhân dân tỉnh", String(year));
  await add(committee, theirs, {
    title: "Hội nghị gặp mặt doanh nghiệp",
    due: `10/02/${year}`,
    leader: label,
  });
  await issue(committee, theirs, "105/CTr-UBND");

  // The quarter, from the year in one act.
  const quarter = await draft(specialist, "Tỉnh ủy", `quý I/${year}`);
  await specialist.getByRole("button", { name: `Lấy 1 nội dung từ Năm ${year}` }).click();
  await expect(specialist.getByRole("row").filter({ hasText: "lần thứ tám" })).toBeVisible();
  await expect(specialist.getByText("Tổng kết công tác năm")).toHaveCount(0);

  // An item of its own under a duty: what it overlaps with is told before it is written.
  await specialist.goto(`${quarter}/items/new`);
  const own = "Ban Thường vụ làm việc với doanh nghiệp lớn";
  await fillItem(specialist, {
    title: own,
    due: `10/02 – 11/02/${year}`,
    leader: label,
    duty: /chủ trì: VP UBND/,
  });
  await specialist.getByRole("button", { name: "Ghi nội dung" }).click();
  const panel = specialist.locator(".clash");
  await expect(panel.getByText("Hội nghị gặp mặt doanh nghiệp")).toBeVisible();
  await expect(panel.getByText("Cùng lãnh đạo, trùng ngày")).toBeVisible();
  await expectAccessible(specialist);
  await specialist.getByLabel("Đã xem, vẫn ghi nội dung này").check();
  await specialist.getByRole("button", { name: "Ghi nội dung" }).click();
  const row = specialist.getByRole("row").filter({ hasText: own });
  await expect(row.getByText("Chưa ghi phê duyệt")).toBeVisible();
  await expect(row.getByText("VP UBND", { exact: true })).toBeVisible();
  await row.locator("summary").click();
  await expect(row.getByText("Quy chế giao đích danh.")).toBeVisible();

  // A draft is nobody else's, and without the approval it is not issued.
  await committee.goto(quarter);
  await expect(committee.getByText("Không tìm thấy").first()).toBeVisible();
  await chief.goto(quarter);
  await expect(chief.getByRole("link", { name: "Ban hành", exact: true })).toHaveCount(0);
  await row.getByRole("link", { name: "Sửa" }).click();
  const approval = specialist.getByRole("group", { name: "Phê duyệt nội dung ngoài chương trình" });
  await approval.getByLabel("Số văn bản").fill("15-TB/TU");
  await approval.getByLabel("Ngày").fill("20/11/2026");
  await approval.getByLabel("Người quyết định").fill("Bí thư Tỉnh ủy");
  await specialist.getByRole("button", { name: "Ghi nội dung" }).click();
  await specialist.getByLabel("Đã xem, vẫn ghi nội dung này").check();
  await specialist.getByRole("button", { name: "Ghi nội dung" }).click();
  await expect(specialist.getByText("15-TB/TU")).toBeVisible();
  await issue(chief, quarter, "21-CTr/TU");
  await expectAccessible(chief);

  // After issue only by a decision, and what stood before stays readable for every office.
  await specialist.goto(quarter);
  await specialist
    .getByRole("row")
    .filter({ hasText: "lần thứ tám" })
    .getByRole("link", { name: "Điều chỉnh" })
    .click();
  await specialist.getByLabel("Thời gian").fill(`03/${year}`);
  await specialist.getByRole("button", { name: "Ghi điều chỉnh" }).click();
  await expect(specialist.getByText("ghi quyết định cho thay đổi này").first()).toBeVisible();
  const decision = specialist.getByRole("group", { name: "Quyết định điều chỉnh" }).first();
  await decision.getByLabel("Số văn bản").fill("31-TB/TU");
  await decision.getByLabel("Ngày").fill("25/11/2026");
  await decision.getByLabel("Người quyết định").fill("Bí thư Tỉnh ủy");
  await specialist.getByRole("button", { name: "Ghi điều chỉnh" }).click();
  await expect(specialist.getByRole("status")).toContainText("Đã ghi nội dung.");

  await committee.goto(`${programmes}?year=${year}`);
  await committee.getByRole("link", { name: `Quý I/${year}` }).click();
  await expect(committee.getByRole("row").filter({ hasText: own })).toBeVisible();
  const changes = committee.locator("#changes");
  await expect(changes.getByText("Quyết định số 31-TB/TU ngày 25/11/2026 của Bí thư Tỉnh ủy")).toBeVisible();
  await expect(changes.getByText(`Quý I/${year}`)).toBeVisible();
  await expectAccessible(committee);

  // The overlap with both sides; the other office's chief says how it was settled.
  await committee.goto(`${programmes}/overlaps?year=${year}`);
  const overlap = committee.getByRole("row").filter({ hasText: own });
  await expect(
    overlap.getByRole("link", { name: "Hội nghị gặp mặt doanh nghiệp", exact: true }),
  ).toBeVisible();
  await expect(overlap.getByText(leader).first()).toBeVisible();
  await overlap.getByRole("link", { name: "Ghi đã xử lý" }).click();
  await committee.getByLabel("Xử lý thế nào").fill("Hai văn phòng thống nhất ghép thành một buổi.");
  await committee.getByRole("button", { name: "Ghi đã xử lý" }).click();
  await expect(overlap.getByText("Hai văn phòng thống nhất ghép thành một buổi.")).toBeVisible();
  await expectAccessible(committee);
  await committee.setViewportSize({ width: 360, height: 780 });
  for (const address of [`${programmes}?year=${year}`, quarter, `${programmes}/overlaps?year=${year}`]) {
    await committee.goto(address);
    await expectNoSidewaysScroll(committee);
  }
});
