import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const home = `/${tenant}/citizen`;
const phone = { width: 360, height: 780 };

async function shown(page: Page): Promise<{ code: string; secret: string }> {
  const [code = "", secret = ""] = await page.locator(".cit__token dd").allTextContents();
  return { code, secret };
}

for (const javaScriptEnabled of [true, false]) {
  test(`a citizen on a cheap phone ${javaScriptEnabled ? "with" : "without"} script: sends a letter, finds it by its codes, adds a picture, withdraws it`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled });
    const page = await context.newPage();
    const subject = `Xin sửa cầu vào thôn ${Date.now()}`;
    const usable = async () => (javaScriptEnabled ? expectAccessible(page) : undefined);

    await page.goto(home);
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is your letter about?");
    await page.getByRole("button", { name: "Tiếng Việt" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ông/bà muốn nói việc gì?");
    await usable();
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await expect(page.locator("#errors")).toContainText("Ghi họ và tên.");
    await usable();
    await page
      .getByLabel("Việc của ông/bà")
      .fill("Cầu vào thôn gãy lan can từ tháng 9, trẻ con đi học qua đó.");
    await page.getByLabel("Nói gọn trong một câu").fill(subject);
    await page.getByRole("radio").first().check();
    await page.getByLabel("Họ và tên", { exact: true }).fill("Lò Thị Sa");
    await page.getByLabel("Nơi ở").fill("Thôn Đầm, xã Minh Hòa");
    await page.getByRole("button", { name: "Tiếp tục" }).click();

    await expect(page.getByRole("heading", { name: "Có giấy tờ gì gửi kèm không?" })).toBeVisible();
    await expect(page.getByText("Cầu vào thôn gãy lan can")).toBeVisible();
    await usable();
    await page.getByRole("button", { name: "Gửi đơn" }).click();

    await expect(page.getByRole("heading", { name: "Đã nhận đơn của ông/bà" })).toBeVisible();
    const { code, secret } = await shown(page);
    await usable();
    await page.getByRole("button", { name: "Xóa khỏi máy này" }).click();

    await page.getByRole("link", { name: "Đã gửi rồi? Xem đơn đến đâu" }).click();
    await page.getByLabel("Mã đơn").fill(code.toLowerCase());
    await page.getByLabel("Mã riêng").fill("2222-2222");
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await expect(page.locator("#errors")).toContainText("Không có đơn nào khớp cả hai mã.");
    await usable();
    await page.getByLabel("Mã riêng").fill(secret);
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Đã nhận đơn" })).toBeVisible();
    expect(page.url()).not.toContain(secret);
    await usable();

    await page.getByRole("link", { name: "Gửi thêm giấy tờ, lời kể" }).click();
    await usable();
    await page.getByLabel("Viết thêm").fill("Hôm qua có em nhỏ ngã ở đó.");
    await page.getByRole("button", { name: "Gửi thêm" }).click();
    await expect(page.getByText("Đã gửi thêm vào đơn.")).toBeVisible();
    await page.getByRole("link", { name: "Đổi số điện thoại, nơi ở" }).click();
    await usable();
    await page.getByLabel("Số điện thoại mới").fill("0900 000 555");
    await page.getByRole("button", { name: "Ghi lại" }).click();
    await expect(page.getByText("Đã ghi số điện thoại, nơi ở mới.")).toBeVisible();

    // The office reads that it came on line, and nothing of who sent it.
    const officer = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
    await officer.page.goto(`/${tenant}/petitions?q=${encodeURIComponent(subject)}`);
    await officer.page.getByRole("link", { name: subject }).click();
    await expect(officer.page.getByText("Gửi trực tuyến").first()).toBeVisible();
    await expect(officer.page.getByText("Lò Thị Sa")).toHaveCount(0);
    await officer.page.goto(`${officer.page.url()}/log`);
    await expect(officer.page.getByText("người gửi gửi đơn trên mạng")).toBeVisible();

    await page.getByRole("link", { name: "Rút đơn" }).click();
    await usable();
    await page.getByRole("checkbox", { name: "Tôi muốn rút đơn này" }).check();
    await page.getByRole("button", { name: "Rút đơn" }).click();
    await expect(page.getByRole("heading", { name: "Đơn đã rút" })).toBeVisible();
    await usable();
    await officer.page.reload();
    await expect(officer.page.getByText("người gửi rút đơn")).toBeVisible();
  });
}
