import { readFile } from "node:fs/promises";
import { handoverFileSchema } from "@/lib/petitions/handovers/file-schema";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const handovers = `/${tenant}/petitions/handovers`;

test("a records clerk sees what would go up to the national database, prepares it, downloads the file and keeps the receipt; the chief reads it on a phone", async ({
  browser,
}) => {
  const { page } = await signedIn(browser, person(tenant, "VPTU", "records-clerk"), {
    viewport: { width: 1366, height: 768 },
  });
  await page.goto(`/${tenant}/petitions`);
  await page.getByText("Việc khác").click();
  await page.getByRole("link", { name: "Bàn giao lên CSDL quốc gia" }).click();
  await page.waitForURL((url) => url.pathname === handovers);
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Lập đợt bàn giao \d+ bước$/ }).click();
  await expect(page.getByText("Đã lập đợt bàn giao. Tải tệp để nộp.")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /^JSON/ }).first().click();
  const file = handoverFileSchema.parse(JSON.parse(await readFile(await (await downloading).path(), "utf8")));
  expect(file.office.code).toBe("VPTU");
  await page.getByLabel("Số biên nhận").fill("BN-01/2026");
  await page.getByLabel("Ngày biên nhận").fill("1/1/2020");
  await page.getByRole("button", { name: "Ghi biên nhận" }).click();
  await expect(page.getByText("Ngày này trước ngày lập đợt.").first()).toBeVisible();
  await page
    .getByLabel("Ngày biên nhận")
    .fill(new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date()));
  await page.getByRole("button", { name: "Ghi biên nhận" }).click();
  await expect(page.getByText("Đã ghi biên nhận.")).toBeVisible();
  await expect(page.getByText("số BN-01/2026", { exact: false })).toBeVisible();

  const chief = await signedIn(browser, person(tenant, "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  await chief.page.goto(handovers);
  await expect(chief.page.getByRole("heading", { name: "Sẽ bàn giao" })).toBeVisible();
  await expectAccessible(chief.page);
  await expectNoSidewaysScroll(chief.page);
});
