import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";

const tenant = "phu-tho";
const register = `/${tenant}/petitions`;

async function take(page: Page, subject: string): Promise<string> {
  await page.goto(`${register}/new`);
  await page.getByLabel("Họ và tên").fill("Cầm Thị Ngát");
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByRole("button", { name: "Vào sổ" }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test("a letter is taken in, classified, judged, forwarded with its slip", async ({ browser }) => {
  test.setTimeout(180_000);
  const subject = `Kiến nghị về công tác cán bộ ở xã ${Date.now()}`;
  const officer = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  const { page } = officer;
  const letter = await take(page, subject);
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: "Kiến nghị" });
  await page.getByRole("button", { name: "Phân loại", exact: true }).click();
  await expect(page.getByText("Đã phân loại").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Xem xét điều kiện" }).click();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ghi kết quả" }).click();
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
});
