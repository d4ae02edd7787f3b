import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";

const tenant = "phu-tho";

test("a notice of acceptance leaves as PDF and DOCX with the next number; its content is replaced, its form corrected", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "chief"));
  await page.goto(`/${tenant}/petitions/new`);
  await page.getByLabel("Họ và tên").fill("Lường Thị Ón");
  await page.getByLabel("Tóm tắt nội dung").fill(`Khiếu nại việc đền bù thửa đất ${Date.now()}`);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  const letter = new URL(page.url()).pathname;
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: "Khiếu nại" });
  await page.getByRole("button", { name: "Phân loại", exact: true }).click();
  await page.getByRole("link", { name: "Ban hành văn bản" }).click();
  await page.getByRole("link", { name: "Thông báo thụ lý" }).click();
  await expectAccessible(page);
  const body = page.getByLabel("Nội dung", { exact: true });
  // What is typed before the script is there may stand beside what it puts in.
  const opened = async (title: string) => {
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.locator("form[data-drafts=kept]")).toHaveCount(1);
  };
  // Looked at with its number still open, then confirmed as signed, then written.
  const issue = async () => {
    await page.getByRole("button", { name: "Xem trước" }).click();
    await expect(page.getByRole("heading", { name: "Xem trước văn bản" })).toBeVisible();
    await expect(page.locator(".paper-preview")).toContainText("…/");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await expect(page.getByText(/ký ngoài cổng/)).toBeVisible();
    await expect(page.getByLabel("Ngày ký")).toHaveValue(/^\d\d\/\d\d\/\d{4}$/);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Đã ký, ban hành" }).click();
  };
  await opened("Thông báo thụ lý");
  await expect(body).toHaveValue(/Lường Thị Ón/);
  // A gap that was not filled is said, and nothing is lost.
  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.getByText("Còn chỗ […] chưa điền.").first()).toBeVisible();
  await body.fill("Khiếu nại đủ điều kiện thụ lý.\nThời hạn giải quyết là 30 ngày kể từ ngày thụ lý.");
  await issue();
  await expect(page.getByText(/số \d{2,}\/TB-VPUBND/).first()).toBeVisible();
  await expect(page.getByText("Đã thụ lý").first()).toBeVisible();
  // The page goes on where the papers are: what was saved stays in sight there, below what always is.
  const saved = page.getByText(/^Đã ban hành văn bản/);
  await expect(page.locator("#papers")).toBeInViewport();
  const top = async () => (await saved.boundingBox())?.y ?? 0;
  await expect.poll(top).toBeGreaterThan((await page.locator("header").first().boundingBox())?.height ?? 0);
  await expect(saved).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  for (const [kind, type] of [
    ["PDF", "application/pdf"],
    ["DOCX", "wordprocessingml"],
  ] as const) {
    const href = await page.getByRole("link", { name: new RegExp(`^${kind} `) }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect(file.status()).toBe(200);
    expect(file.headers()["content-type"]).toContain(type);
  }

  await page.getByRole("link", { name: /^Thay thế / }).click();
  await opened("Thay thế văn bản");
  await page.getByLabel("Lý do thay thế").fill("Sai thời hạn giải quyết.");
  await body.fill("Khiếu nại đủ điều kiện thụ lý.\nThời hạn giải quyết là 45 ngày kể từ ngày thụ lý.");
  await issue();
  await expect(page.getByText(/^Đã thay bằng /)).toBeVisible();
  await page.getByRole("link", { name: /^Đính chính / }).click();
  await opened("Công văn đính chính");
  await body.fill("Tại dòng 2 đã viết: “45 ngay”; nay sửa thành: “45 ngày”.");
  await issue();
  await expect(page.getByText(/^Đã đính chính bằng /)).toBeVisible();
  const phone = await signedIn(browser, person(tenant, "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  for (const path of [letter, `${letter}/papers/new`, `${letter}/papers/new?kind=decision`]) {
    await phone.page.goto(path);
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page);
  }
});

test("without script a paper is looked at first, keeps what was typed, and leaves with its number", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "chief"), { javaScriptEnabled: false });
  await page.goto(`/${tenant}/petitions/new`);
  await page.getByLabel("Họ và tên").fill("Quàng Thị Ín");
  await page.getByLabel("Tóm tắt nội dung").fill(`Khiếu nại việc cắt nước tưới ${Date.now()}`);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: "Khiếu nại" });
  await page.getByRole("button", { name: "Phân loại", exact: true }).click();
  await page.getByRole("link", { name: "Ban hành văn bản" }).click();
  await page.getByRole("link", { name: "Thông báo thụ lý" }).click();
  const body = page.getByLabel("Nội dung", { exact: true });
  await expect(body).toHaveValue(/Quàng Thị Ín/);
  // A gap stops it at its field; nothing is written, nothing is lost.
  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.getByText("Còn chỗ […] chưa điền.").first()).toBeVisible();
  await expect(body).toHaveValue(/Quàng Thị Ín/);
  const words = "Khiếu nại về nước tưới đủ điều kiện thụ lý.";
  await body.fill(words);
  await page.getByRole("button", { name: "Xem trước" }).click();
  const preview = page.locator(".paper-preview");
  await expect(page.getByRole("heading", { name: "Xem trước văn bản" })).toBeVisible();
  await expect(preview).toContainText(words);
  await expect(preview).toContainText("…/");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page.getByText(/ký ngoài cổng/)).toBeVisible();
  await expect(page.getByLabel("Ngày ký")).toHaveValue(/^\d\d\/\d\d\/\d{4}$/);
  await page.getByRole("button", { name: "Đã ký, ban hành" }).click();
  await expect(page.getByText(/số \d{2,}\/TB-VPUBND/).first()).toBeVisible();
  await expect(page.getByText("Đã thụ lý").first()).toBeVisible();
});
