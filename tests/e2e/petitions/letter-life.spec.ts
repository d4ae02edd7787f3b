import { expect, test } from "@playwright/test";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";

const tenant = "phu-tho";
const register = `/${tenant}/petitions`;

test("a citizen at the desk: her earlier visits, the letter with its code and receipt", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const subject = `Đề nghị trả lời về tái định cư ${Date.now()}`;
  const officer = await signedIn(browser, person(tenant, "VP UBND", "reception-officer"));
  const { page } = officer;

  // Found without marks; name, address and telephone come over from what she brought before.
  await page.goto(`${register}/new`);
  await page.getByLabel("Họ tên, điện thoại hoặc số định danh").fill("ha thi lua");
  await page.getByRole("button", { name: "Tìm lượt trước" }).click();
  await expect(
    page.getByRole("link", { name: "Hỏi tiến độ trả lời đơn khiếu nại về bồi thường đất" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("link", { name: /Lấy họ tên, địa chỉ vào mẫu/ })
    .first()
    .click();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Hà Thị Lụa");
  await expect(page.getByLabel("Điện thoại").first()).toHaveValue("0900 000 412");

  // Nothing is sent without an answer to the one question; everything typed stays.
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByLabel("Loại đơn").selectOption({ label: "Khiếu nại" });
  await page.getByRole("button", { name: "Vào sổ" }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await expect(page.getByText(/PT-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/).first()).toBeVisible();
  await expect(page.getByText("Hà Thị Lụa")).toBeVisible();
  await expectAccessible(page);
  const letter = new URL(page.url()).pathname;

  await page.goto(`${letter}/receipt`);
  await expect(page.getByText("GIẤY BIÊN NHẬN", { exact: true })).toBeVisible();
  await expectAccessible(page);

  // Whoever opens the register finds it, a slip of the finger included; the other office does not.
  await page.goto(`${register}?q=${encodeURIComponent("ha thi luaa")}`);
  await expect(page.getByRole("link", { name: subject })).toBeVisible();
  const council = await signedIn(browser, person(tenant, "VP ĐĐBQH&HĐND", "specialist"));
  expect((await council.page.goto(letter))?.status()).toBe(404);
});
