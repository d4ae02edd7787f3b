import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const calendar = `/${tenant}/calendar`;

test("a clerk lets the own calendar read one leader's, sees the address once, and ends it", async ({
  browser,
  request,
}) => {
  const { page } = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  await page.goto(calendar);
  await page.locator("summary").filter({ hasText: "Việc khác" }).click();
  await page.getByRole("link", { name: "Nhận lịch về điện thoại" }).click();
  await page.waitForURL(/\/calendar\/feeds$/);
  const label = await page.getByRole("option", { name: /Đặng Quốc Trung/ }).textContent();
  await page.getByLabel("Lịch cần nhận").selectOption({ label: label ?? "" });
  await page.getByRole("button", { name: "Tạo địa chỉ" }).click();
  const address = page.getByLabel("Địa chỉ nhận lịch");
  await expect(address).toHaveValue(/^http:\/\/localhost:\d+\/phu-tho\/calendar\/feed\/[\w-]{43}\.ics$/);
  const row = page.getByRole("row", { name: /Lịch của .*Đặng Quốc Trung/ });
  await expect(row).toHaveCount(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const url = await address.inputValue();

  // The request of a program: no cookie of the browser above goes with it.
  const read = await request.get(url);
  expect(read.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await read.text()).toContain("Bí thư Tỉnh ủy tiếp công dân định kỳ");

  await page.reload();
  await expect(address).toHaveCount(0);
  await row.getByRole("button", { name: /Thu hồi/ }).click();
  await expect(page.getByText("Đã thu hồi địa chỉ nhận lịch.")).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await request.get(url)).status()).toBe(404);
});
