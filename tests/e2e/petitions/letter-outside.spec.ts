import type { Page } from "@playwright/test";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const phone = { width: 360, height: 780 };

/** Taken in, classified and given over to a commune with its slip; answers the letter's page and the address of its link. */
async function givenOver(page: Page, subject: string): Promise<{ letter: string; link: string }> {
  await page.goto(`/${tenant}/petitions/new`);
  await page.getByLabel("Họ và tên").fill("Cầm Thị Ngát");
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByLabel("Loại đơn").selectOption({ label: "Phản ánh" });
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  const letter = new URL(page.url()).pathname;
  await page.goto(`${letter}/forward`);
  await page.getByLabel("Cơ quan ngoài cổng").selectOption({ label: "Ủy ban nhân dân xã Hy Cương" });
  await page.getByLabel("Lý do chuyển").fill("Kênh do xã quản lý.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Chuyển đơn" }).click();
  await page.waitForURL((url) => url.pathname === letter);
  await page.goto(`${letter}/slip`);
  await page.getByRole("button", { name: "Cấp đường dẫn trả lời" }).click();
  const address = page.locator("output b").first();
  await expect(address).toContainText(`/${tenant}/link/`);
  await expectAccessible(page);
  return { letter, link: new URL((await address.textContent()) ?? "").pathname };
}

for (const javaScriptEnabled of [true, false]) {
  test(`a commune on a phone ${javaScriptEnabled ? "with" : "without"} script opens the link of its slip without an account, acknowledges, tells the result; who handles the letter sees it`, async ({
    browser,
  }) => {
    const subject = `Kênh mương nội đồng vỡ ${Date.now()}`;
    const { page } = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
    const { letter, link } = await givenOver(page, subject);

    const commune = await (await browser.newContext({ viewport: phone, javaScriptEnabled })).newPage();
    const usable = async () => {
      // Without script a page cannot be asked from inside; it is the same page.
      if (!javaScriptEnabled) return;
      await expectAccessible(commune);
      await expectNoSidewaysScroll(commune);
    };
    await commune.goto(link);
    await expect(commune.getByText(subject)).toBeVisible();
    await expect(commune.getByText("Kênh do xã quản lý.")).toBeVisible();
    // The secret stands in no address that a page or a proxy could keep.
    expect(new URL(commune.url()).pathname).toBe(`/${tenant}/link`);
    await usable();
    await commune.getByRole("button", { name: "Báo đã nhận đơn" }).click();
    await expect(commune.getByText("Đã báo nhận đơn.")).toBeVisible();
    await usable();
    await page.goto(letter);
    await expect(page.getByText("Đã nhận", { exact: true }).first()).toBeVisible();

    await commune.getByText("Báo kết quả giải quyết", { exact: true }).click();
    await commune.getByLabel("Số văn bản").fill("của bà Lan");
    await commune.getByLabel("Ngày văn bản").fill(formatDay(dayAt(new Date())));
    await commune.getByRole("button", { name: "Báo kết quả", exact: true }).click();
    await expect(commune.getByText("Số văn bản viết liền, có chữ số").first()).toBeVisible();
    await usable();
    await commune.getByLabel("Số văn bản").fill("77/UBND-TCD");
    await commune.getByLabel("Tóm tắt kết quả").fill("Xã đã đắp lại đoạn kênh vỡ.");
    await commune.getByRole("button", { name: "Báo kết quả", exact: true }).click();
    await expect(commune.getByText("Đã báo kết quả. Đường dẫn này đã dùng xong.")).toBeVisible();
    await usable();
    await commune.goto(link);
    await expect(commune.getByText("Mã này không mở được phiếu nào.").first()).toBeVisible();

    await page.goto(letter);
    await expect(page.getByText("77/UBND-TCD").first()).toBeVisible();
    await expect(page.getByText("Xã đã đắp lại đoạn kênh vỡ.").first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}
