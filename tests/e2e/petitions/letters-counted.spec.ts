import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const counts = "/phu-tho/petitions/counts?span=year";

test("the figures of a year open their records, and print as a paper of the office: its head, every table, nothing of the screen", async ({
  browser,
}) => {
  const { page } = await signedIn(browser, person("phu-tho", "VP UBND", "chief"));
  await page.goto(counts);
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: "In", exact: true })).toBeVisible();
  const head = page.getByText("SỐ LIỆU TIẾP CÔNG DÂN, XỬ LÝ ĐƠN", { exact: true });
  await expect(head).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(head).toBeVisible();
  await expect(page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(5);
  await expect(page.getByRole("button", { name: "In", exact: true })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Số liệu", exact: true })).toBeHidden();
  await page.emulateMedia({ media: null });
  const total = page.getByRole("table").first().getByRole("row").nth(1).getByRole("link").last();
  const figure = (await total.textContent()) ?? "";
  await total.click();
  await expect(page.getByText(new RegExp(`^${figure} `)).first()).toBeVisible();

  const phone = await signedIn(browser, person("phu-tho", "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  await phone.page.goto(counts);
  await expectNoSidewaysScroll(phone.page);
});
