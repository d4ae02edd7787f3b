import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const register = `/${tenant}/petitions`;

async function take(page: Page, subject: string): Promise<string> {
  await page.goto(`${register}/new`);
  await page.getByLabel("Họ và tên").fill("Cầm Thị Ngát");
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test("a letter is taken in, classified, judged, forwarded once with its slip; the other office acknowledges, settles and tells the result", async ({
  browser,
}) => {
  const subject = `Kiến nghị về công tác cán bộ ở xã ${Date.now()}`;
  const officer = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  const { page } = officer;
  const letter = await take(page, subject);
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: "Kiến nghị" });
  await page.getByRole("button", { name: "Phân loại", exact: true }).click();
  await expect(page.getByText("Đã phân loại").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Xem xét điều kiện" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Các điều kiện áp dụng đều đủ" }).click();
  await expect(page.getByText("Đủ điều kiện xử lý").first()).toBeVisible();

  // By the table in force; another office would need a reason.
  await page.getByRole("link", { name: "Chuyển đơn", exact: true }).click();
  await page.getByLabel("Số phiếu chuyển").fill("21/PC-VP");
  await page.getByLabel("Văn phòng nhận").selectOption({ index: 1 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Chuyển đơn" }).click();
  await expect(page.getByText("nêu lý do chuyển").first()).toBeVisible();
  await page.getByLabel("Nội dung đơn theo bảng").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Chuyển đơn" }).click();
  await page.waitForURL((url) => url.pathname === letter);
  await expect(page.getByText("Chờ xác nhận")).toBeVisible();
  await page.goto(`${letter}/slip`);
  await expect(page.getByText("PHIẾU CHUYỂN ĐƠN", { exact: true })).toBeVisible();
  await expectAccessible(page);

  // The other office finds it on its desk.
  const other = await signedIn(browser, person(tenant, "VPTU", "specialist"));
  await other.page.goto(`/${tenant}`);
  await other.page.getByRole("link", { name: new RegExp(`^Xác nhận nhận đơn.*${subject}$`) }).click();
  await other.page.getByRole("radio", { name: "Nhận đơn" }).check();
  await expectAccessible(other.page);
  await other.page.getByRole("button", { name: "Ghi", exact: true }).click();
  await expect(other.page.getByRole("link", { name: "Kết thúc" })).toBeVisible();
  // Given over once: it goes no further.
  await expect(other.page.getByRole("link", { name: "Chuyển đơn", exact: true })).toHaveCount(0);
  await other.page.getByRole("link", { name: "Kết thúc" }).click();
  await other.page.getByRole("radio", { name: "Đã giải quyết, trả lời" }).check();
  await other.page.getByLabel("Nội dung, lý do").fill("Đã trả lời người gửi bằng văn bản.");
  await other.page.getByLabel("Số văn bản").fill("55/VPTU");
  await expectAccessible(other.page);
  await other.page.getByRole("button", { name: "Ghi kết quả" }).click();
  await other.page.getByLabel("Kết quả giải quyết").fill("Đã trả lời, người gửi đồng ý.");
  await other.page.getByLabel("Số văn bản thông báo").fill("56/VPTU");
  await other.page.getByRole("button", { name: "Báo kết quả" }).click();
  await expect(other.page.getByText("Đã có kết quả")).toBeVisible();

  await page.goto(letter);
  await expect(page.getByText("Đã trả lời, người gửi đồng ý.")).toBeVisible();
  const phone = await signedIn(browser, person(tenant, "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  for (const path of [
    letter,
    `${letter}/slip`,
    `${letter}/conditions`,
    `${letter}/forward`,
    `${letter}/conclude`,
  ]) {
    await phone.page.goto(path);
    await expectNoSidewaysScroll(phone.page);
  }
});
