import type { Page } from "@playwright/test";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const calendar = `/${tenant}/calendar`;
// A Wednesday five weeks ahead, on which nothing of the demonstration is.
const day = formatDay(plusDays(mondayOf(dayAt(new Date())), 37));

async function file(page: Page, title: string, kind: string, chair: string): Promise<string> {
  await page.goto(`${calendar}/new`);
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page.getByLabel("Ngày", { exact: true }).fill(day);
  await page.getByLabel("Từ", { exact: true }).fill("8h");
  await page.getByLabel("Đến", { exact: true }).fill("10h");
  await page.getByLabel("Loại cuộc họp").selectOption({ label: kind });
  await page.getByLabel("Người chủ trì", { exact: true }).selectOption({ label: chair });
  await page.getByLabel("Phòng", { exact: true }).selectOption({ label: "Hội trường lớn, trụ sở Tỉnh ủy" });
  await page.locator("details.more > summary").click();
  await page.getByLabel("Theo khoản", { exact: true }).selectOption({
    label: "Không theo quy chế, văn phòng mình chủ trì",
  });
  await page.getByLabel("Giữ chỗ đến hết ngày").fill(day);
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function approve(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(page.getByRole("button", { name: "Duyệt", exact: true })).toHaveCount(0);
}

test("a held hall goes to a meeting of higher rank: its lead reads why, is offered three free times, and has to answer", async ({
  browser,
}) => {
  const stamp = Date.now();
  const clerk = await signedIn(browser, person(tenant, "VP UBND", "records-clerk"));
  const lower = await file(
    clerk.page,
    `Buổi làm việc giữ chỗ ${stamp}`,
    "Buổi làm việc",
    "Chủ tịch Ủy ban nhân dân tỉnh Phan Văn Độ",
  );
  const phone = { viewport: { width: 360, height: 780 } };
  const chief = await signedIn(browser, person(tenant, "VP UBND", "chief"), phone);
  await approve(chief.page, lower);

  const title = `Hội nghị Ban Thường vụ ${stamp}`;
  const partyClerk = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  const higher = await file(
    partyClerk.page,
    title,
    "Hội nghị Ban Thường vụ",
    "Bí thư Tỉnh ủy Đặng Quốc Trung",
  );
  const party = await signedIn(browser, person(tenant, "VPTU", "chief"));
  await approve(party.page, higher);
  // Nobody takes a place without saying why.
  await expect(party.page.getByRole("button", { name: "Xác nhận vào lịch chung" })).toHaveCount(0);
  await party.page.getByLabel("Lý do lấy chỗ đang giữ").fill("Họp theo chương trình của Tỉnh ủy.");
  await expectAccessible(party.page);
  await party.page.getByRole("button", { name: "Xác nhận và lấy chỗ" }).click();
  await expect(party.page.getByText("Lãnh đạo và phòng đã được giữ chắc.")).toBeVisible();

  // The desk asks for an answer, and the meeting's page offers no other act before it.
  await chief.page.goto(`/${tenant}`);
  await expect(chief.page.getByText(`Buổi làm việc giữ chỗ ${stamp}`).first()).toBeVisible();
  await expect(chief.page.getByText("Chọn giờ khác").first()).toBeVisible();
  await chief.page.goto(lower);
  await expect(chief.page.getByText(/Chỗ đang giữ .* đã bị lấy/)).toBeVisible();
  await expect(chief.page.getByText("Lý do: Họp theo chương trình của Tỉnh ủy.")).toBeVisible();
  await expect(chief.page.getByText(`VPTU đã xác nhận “${title}” vào giờ đó.`)).toBeVisible();
  await expect(chief.page.getByRole("button", { name: "Xác nhận vào lịch chung" })).toHaveCount(0);
  const slots = chief.page.getByRole("group", { name: "Giờ trống, đủ người và phòng" }).getByRole("radio");
  await expect(slots).toHaveCount(3);
  await expectAccessible(chief.page);
  await expectNoSidewaysScroll(chief.page);
  await slots.nth(1).check();
  await chief.page.getByRole("button", { name: "Chuyển sang giờ này" }).click();
  await expect(chief.page.getByText(/Chỗ đang giữ .* đã bị lấy/)).toHaveCount(0);
  await chief.page.getByRole("button", { name: "Xác nhận vào lịch chung" }).click();
  await expect(chief.page.getByText("Lãnh đạo và phòng đã được giữ chắc.")).toBeVisible();
});
