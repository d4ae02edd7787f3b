import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn, signIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const agreement = "Quy chế phối hợp công tác giữa ba văn phòng, 2026";
const duty = "Hội nghị BCH, BTV; họp Thường trực Tỉnh ủy";
const use = { name: "Dùng lại nội dung đó" };

/** What is typed before the script is there is kept by nobody, on however slow a machine. */
async function listening(page: Page): Promise<void> {
  await expect(page.locator("form[data-drafts=kept]")).toHaveCount(1);
}

async function openForm(page: Page): Promise<string> {
  await page.goto(`/${tenant}/tasks/new`);
  await page.getByRole("region", { name: agreement }).getByRole("link", { name: duty }).click();
  await expect(page.getByLabel("Tên nhiệm vụ")).toBeVisible();
  await listening(page);
  return page.url();
}

test("what was typed and not sent is offered again, also in another tab, until it is saved", async ({
  browser,
}) => {
  const { page, context } = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  const title = `Việc nhập dở ${Date.now()}`;
  const address = await openForm(page);
  await expect(page.getByRole("button", use)).toHaveCount(0);
  await page.getByLabel("Tên nhiệm vụ").fill(title);
  await page.getByLabel("Yêu cầu, mô tả").fill("Nhập dở thì mất mạng.");
  await page.goto(`/${tenant}/offices`);

  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByLabel("Tên nhiệm vụ")).toHaveValue("");
  await expectAccessible(other);
  await other.getByRole("button", use).click();
  await expect(other.getByLabel("Tên nhiệm vụ")).toHaveValue(title);
  await expect(other.getByLabel("Yêu cầu, mô tả")).toHaveValue("Nhập dở thì mất mạng.");

  // A form that comes back wrong has saved nothing: the draft is still there.
  await other.getByLabel("Hạn hoàn thành").fill("32/13");
  await other.getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(other.getByText("không đọc được ngày này").first()).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("button", use)).toBeVisible();

  await other.getByLabel("Hạn hoàn thành").fill("");
  await other.getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(other.getByRole("status")).toContainText("Đã giao nhiệm vụ.");
  await page.goto(address);
  await expect(page.getByLabel("Tên nhiệm vụ")).toHaveValue("");
  await expect(page.getByRole("button", use)).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("a draft is discarded by one press, and is nobody else's", async ({ browser }) => {
  const { page, context } = await signedIn(browser, person(tenant, "VPTU", "specialist"));
  const address = await openForm(page);
  await page.getByLabel("Tên nhiệm vụ").fill("Việc không giao nữa");
  await page.reload();
  await page.getByRole("button", { name: "Bỏ bản nháp" }).click();
  await page.reload();
  await expect(page.getByLabel("Tên nhiệm vụ")).toHaveValue("");
  await expect(page.getByRole("button", use)).toHaveCount(0);

  await listening(page);
  await page.getByLabel("Tên nhiệm vụ").fill("Việc của người trước");
  // Another person at the same machine, the session of the one before having run out.
  await context.clearCookies();
  await signIn(page, person(tenant, "VPTU", "department-head"));
  await page.goto(address);
  await expect(page.getByLabel("Tên nhiệm vụ")).toHaveValue("");
  await expect(page.getByRole("button", use)).toHaveCount(0);
});

test("signing out leaves no draft and no password in the browser", async ({ page }) => {
  await signIn(page, person(tenant, "VPTU", "records-clerk"));
  await openForm(page);
  await page.getByLabel("Tên nhiệm vụ").fill("Việc nhập dở rồi đăng xuất");
  const kept = () =>
    page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]));
  expect(await kept()).toContain("Việc nhập dở rồi đăng xuất");
  await page.goto(`/${tenant}/account/password`);
  await page.getByLabel("Mật khẩu hiện tại").fill("mật khẩu đang gõ");
  expect(await kept()).not.toContain("mật khẩu đang gõ");
  await page.locator("summary").filter({ hasText: "VPTU" }).click();
  await page.getByRole("button", { name: "Đăng xuất", exact: true }).click();
  await page.waitForURL(/\/sign-in/);
  expect(await kept()).not.toContain("Việc nhập dở");
});

test("nothing can be put into the line that says what was saved", async ({ browser, baseURL }) => {
  const { page, context } = await signedIn(browser, person(tenant, "VPTU", "specialist"));
  for (const value of ["Anh%20g%E1%BB%8Di%20s%E1%BB%91%20n%C3%A0y", "toString.1", "saved.1", "."]) {
    await context.addCookies([{ name: "saved", value, url: baseURL ?? "" }]);
    await page.goto(`/${tenant}/tasks?saved=taskClosed`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status")).toHaveCount(0);
  }
});
