import { expect, test } from "@playwright/test";
import { storyNames } from "@/app/stories/story-names";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";

// A clerk's screen and a cheap phone; 320 is the narrowest that WCAG 2.2, 1.4.10 asks for.
const screens = [
  { width: 1366, height: 768 },
  { width: 360, height: 780 },
];
const widths = [1366, 1000, 768, 360, 320];

// Each test has a page of its own and changes nothing.
test.describe.configure({ mode: "parallel" });

for (const name of storyNames) {
  test(`story ${name} can be used by everyone at every width`, async ({ page }) => {
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await page.goto(`/stories/${name}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
    }
    for (const width of widths) {
      await page.setViewportSize({ width, height: 780 });
      await expectNoSidewaysScroll(page);
    }
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`a wrong form comes back with everything typed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/stories/forms");
    for (const round of ["lần một", "lần hai"]) {
      await page.getByLabel("Tên nhiệm vụ").fill(round);
      await page.getByLabel("Nội dung (không bắt buộc)").fill(`Nội dung ${round}`);
      await page.getByLabel("Cơ quan chủ trì").selectOption("vphdnd");
      await page.getByRole("radio", { name: "VP UBND" }).check();
      await page.getByRole("checkbox", { name: "VPTU" }).check();
      await page.getByLabel("Mật khẩu ký").fill("không được trả lại");
      await page.getByRole("button", { name: "Giao nhiệm vụ" }).click();

      await expect(page.getByRole("alert").getByRole("link")).toHaveCount(5);
      if (javaScriptEnabled) await expect(page.locator("#f-answer")).toBeFocused();
      await expect(page.getByLabel("Tên nhiệm vụ")).toHaveValue(round);
      await expect(page.getByLabel("Nội dung (không bắt buộc)")).toHaveValue(`Nội dung ${round}`);
      await expect(page.getByLabel("Cơ quan chủ trì")).toHaveValue("vphdnd");
      await expect(page.getByRole("radio", { name: "VP UBND" })).toBeChecked();
      await expect(page.getByRole("checkbox", { name: "VPTU" })).toBeChecked();
      await expect(page.getByRole("checkbox", { name: "VP UBND" })).toBeChecked();
      await expect(page.getByLabel("Mật khẩu ký")).toHaveValue("");
    }
    await context.close();
  });
}

test("a form that came back wrong and one that was refused can be used by everyone", async ({ page }) => {
  await page.goto("/stories/forms");
  await page.getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(page.getByRole("alert").getByRole("heading", { name: "Có 5 chỗ cần sửa" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/stories/forms/refused");
  await page.getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(page.getByRole("alert").getByText("Điều 3 khoản 3, Quy chế 01/QCPH")).toBeVisible();
  await expectAccessible(page);
});

test("an open Vì sao? closes on Escape and gives the focus back", async ({ page }) => {
  await page.goto("/stories/desk");
  const summary = page.locator("summary").filter({ hasText: "Vì sao?" }).first();
  const rule = page.getByText("hết Thứ Năm 26/11/2026").first();
  await summary.click();
  await expect(rule).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(rule).toBeHidden();
  await expect(summary).toBeFocused();
});
