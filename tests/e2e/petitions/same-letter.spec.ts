import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const lot = String(Date.now() % 100_000);
const content = `Gia đình tôi có thửa đất số ${lot} tờ bản đồ 14 bị thu hồi để làm đường vành đai theo Quyết định số 2${lot}. Ủy ban nhân dân xã tính thiếu 82 m2 đất ở và không bồi thường 37 cây ăn quả. Tôi đã gửi đơn lên xã ngày 12/08/2026 mà chưa được trả lời. Đề nghị đo lại diện tích, áp dụng đúng đơn giá và trả lời bằng văn bản.`;

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

async function type(page: Page, letter: { name: string; subject: string; content: string }) {
  await page.goto(`/${tenant}/petitions/new`);
  await page.getByLabel("Họ và tên").fill(letter.name);
  await page.getByLabel("Địa chỉ").fill("Khu 4, xã Phú Thọ");
  await page.getByLabel("Tóm tắt nội dung").fill(letter.subject);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByLabel("Loại đơn").selectOption({ label: "Khiếu nại" });
  await page.locator("[name=content]").fill(letter.content);
}

async function takeIn(page: Page) {
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
}

test("a second office types the husband's letter without marks: told who has it, joined to the first, kept apart, each taken back", async ({
  browser,
}) => {
  const first = await signedIn(browser, person(tenant, "VP UBND", "reception-officer"));
  await type(first.page, {
    name: "Đinh Thị Thử Nghiệm",
    subject: `Bồi thường đất thửa ${lot} làm đường vành đai`,
    content,
  });
  await takeIn(first.page);
  const code = await first.page
    .getByText(/^PT-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    .first()
    .innerText();

  // Before she has finished, the page says which office has it, since when, and nothing of what it says.
  const second = await signedIn(browser, person(tenant, "VPTU", "reception-officer"));
  const { page } = second;
  await type(page, {
    name: "Tran Van Chong",
    subject: `Boi thuong dat thua ${lot}`,
    content: bare(content).slice(0, 260),
  });
  const hint = page.getByRole("region", { name: "Có thể đã gửi" });
  await expect(hint).toContainText(new RegExp(`Có ở VP UBND từ \\d\\d/\\d\\d/\\d{4}, mã ${code}`));
  await expect(hint).toContainText("giống");
  await expectAccessible(page);
  // On the screen of an office it stands beside what is typed, without a scroll.
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(hint.getByRole("button", { name: "Cùng một đơn" })).toBeInViewport();
  await takeIn(page);

  const same = page.locator("#same");
  await expect(same).toContainText(code);
  await expect(same).not.toContainText("Đinh Thị");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page);

  await same.getByRole("button", { name: "Nhập vào đơn này" }).click();
  await expect(same.getByText("Đã nhập vào đơn này.")).toBeVisible();
  await expect(page.locator("h1 ~ .badge, .badge").filter({ hasText: `Đã nhập vào ${code}` })).toBeVisible();
  await expect(page.locator("#clocks").getByText(/^còn \d/)).toHaveCount(0);
  await expectAccessible(page);
  await first.page.reload();
  await expect(first.page.getByText("Đã được nhập vào đơn của anh/chị.")).toBeVisible();
  await expectAccessible(first.page);

  await same.getByRole("button", { name: "Tách ra" }).click();
  await same.getByText("Không phải một đơn").click();
  await same.getByLabel("Lý do").fill("Hai thửa khác nhau");
  await same.getByRole("button", { name: "Để riêng" }).click();
  await expect(same.getByText("Đã để riêng: Hai thửa khác nhau")).toBeVisible();
  await page.goto(`${page.url()}/log`);
  await expect(page.locator(".log")).toContainText(code);
});

test("what is said while a letter is typed is kept as it is taken in: the same letter, or another and why", async ({
  browser,
}) => {
  const place = String((Date.now() + 7) % 100_000);
  const about = {
    name: "Đinh Thị Thử Nghiệm",
    subject: `Kè suối đoạn cột mốc ${place} sạt vào vườn nhà dân`,
    content: `Kè suối đoạn cột mốc ${place} sạt 14 mét, cuốn 23 gốc bưởi của nhà tôi đêm 02/09/2026. Tôi đã báo xã ngày 05/09/2026 mà chưa ai đến đo. Đề nghị kè lại đoạn này và hỗ trợ số cây bị mất theo Nghị định.`,
  };
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "reception-officer"));
  await type(page, about);
  await takeIn(page);
  const watch = page.getByRole("region", { name: "Có thể đã gửi" });
  const same = page.locator("#same");

  await type(page, about);
  await watch.getByRole("button", { name: "Cùng một đơn" }).first().click();
  await takeIn(page);
  await expect(same.getByText("Đã nhập vào đơn này.").first()).toBeVisible();

  await type(page, about);
  await watch.getByRole("button", { name: "Không phải" }).first().click();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await expect(page.getByText("Nêu lý do đây là đơn khác").first()).toBeVisible();
  await watch.getByLabel("Vì sao không phải một đơn").fill("Đoạn kè khác, của hộ khác");
  await takeIn(page);
  await expect(same.getByText("Đã để riêng: Đoạn kè khác, của hộ khác").first()).toBeVisible();
});
