import type { Browser, Page } from "@playwright/test";
import { Hands } from "@/tests/e2e/support/hands";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const officer = () => person(tenant, "VP UBND", "reception-officer");

const subject = "Xin cấp lại giấy chứng nhận bị cháy";
const content =
  "Năm 2024 nhà bà bị cháy, giấy chứng nhận quyền sử dụng đất cháy mất. Bà nộp hồ sơ xin cấp lại ở xã từ tháng 3 đến nay chưa có kết quả.";

/** She stands here: the page of a new letter is open, the hands lie on the keyboard. */
async function atTheDesk(browser: Browser): Promise<{ page: Page; hands: Hands }> {
  const { page } = await signedIn(browser, officer(), { viewport: { width: 1366, height: 768 } });
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await page.goto(`/${tenant}/petitions/new`);
  await expect(page.getByLabel("Họ tên, điện thoại hoặc số định danh")).toBeFocused();
  await expect(page.getByRole("button", { name: "Tìm lượt trước" })).toBeEnabled();
  return { page, hands: new Hands(page) };
}

const earlier = (page: Page) => page.locator(".intake__found > li").filter({ hasText: "Hà Thị Lụa" });

for (const [by, words, keys] of [
  ["telephone", "0900000412", 11],
  ["identity number", "025180000412", 13],
  ["name without marks", "ha thi lua", 11],
  ["two syllables of it", "thi lua", 8],
] as const) {
  test(`earlier visits by ${by} in five seconds`, async ({ browser }) => {
    const { page, hands } = await atTheDesk(browser);
    hands.think();
    await hands.type(words);
    await hands.press("Enter");
    await expect(earlier(page).first()).toBeVisible();
    expect(hands.keys).toBe(keys);
    expect(hands.seconds).toBeLessThanOrEqual(5);
  });
}

type Known = { way: "keyboard" | "mouse"; known: boolean; name: string; keys: number; seconds: number };

// Of the keys 228 are the two texts, of somebody new 294 and 295 with name, telephone, address and identity number.
const letters: readonly Known[] = [
  { way: "keyboard", known: true, name: "ha thi lua", keys: 251, seconds: 81.1 },
  { way: "mouse", known: true, name: "ha thi lua", keys: 241, seconds: 84.3 },
  { way: "keyboard", known: false, name: "Phùng Thị Mão", keys: 308, seconds: 101.1 },
  { way: "mouse", known: false, name: "Giáp Thị Ngoãn", keys: 301, seconds: 105.1 },
];

for (const { way, known, name, keys, seconds } of letters) {
  test(`by ${way} a letter of somebody ${known ? "known" : "new"} is taken in and its receipt printed under two minutes`, async ({
    browser,
  }) => {
    const { page, hands } = await atTheDesk(browser);
    hands.think();
    await hands.type(name);
    await hands.press("Enter");
    const take = known
      ? earlier(page).first().getByRole("button")
      : page.getByRole("button", { name: /^Ghi “/ });
    await expect(take).toBeVisible();
    hands.think();
    if (way === "mouse") await hands.click(take);
    else {
      await hands.tabTo(take, 4);
      await hands.press("Enter");
    }
    if (!known) {
      for (const text of ["0912345678", "Khu 5, xã Thanh Thủy", "025185001234"]) {
        hands.think();
        await hands.type(text);
        await hands.press("Tab");
      }
    }
    await expect(page.getByLabel("Tóm tắt nội dung")).toBeFocused();
    hands.think();
    await hands.type(subject);
    await hands.press("Tab");
    hands.think();
    await hands.type(content);
    hands.think();
    const none = page.getByRole("radio", { name: "Không", exact: true });
    if (way === "mouse") await hands.click(none);
    else {
      await hands.press("Tab");
      await hands.press("Space");
    }
    await expect(none).toBeChecked();
    hands.think();
    if (way === "mouse") await hands.click(page.getByRole("button", { name: "Vào sổ và in biên nhận" }));
    else await hands.press("Enter");
    await page.waitForURL(/\/receipt$/);
    await expect(
      page
        .getByRole("article")
        .getByText(known ? "Hà Thị Lụa" : name)
        .first(),
    ).toBeVisible();
    // The browser asks once more: its own window, answered by Enter.
    hands.think();
    if (way === "mouse") {
      await hands.click(page.getByRole("button", { name: "In", exact: true }));
      await expect(page.locator("html")).toHaveAttribute("data-printed", "");
    } else await hands.press("Control+p");
    hands.think();
    await hands.press("Enter");
    expect([hands.keys, hands.seconds], hands.told).toEqual([keys, seconds]);
    expect(hands.seconds).toBeLessThan(120);
  });
}
