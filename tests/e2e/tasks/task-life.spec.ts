import { readFileSync } from "node:fs";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { type Person, person, signedIn, signIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";
import { docxType, makeDocx, makePlainPdf } from "@/tests/support/files/make-files";

const tenant = "phu-tho";
// Other journeys sign agreements of their own meanwhile.
const agreement = "Quy chế phối hợp công tác giữa ba văn phòng, 2026";
const duty = "Hội nghị BCH, BTV; họp Thường trực Tỉnh ủy";
const assistName = "Văn phòng Ủy ban nhân dân tỉnh";

function inDays(days: number): string {
  return formatDay(plusDays(dayAt(new Date()), days));
}

/** Creates a task from the clause and answers its address. */
async function create(page: Page, title: string): Promise<string> {
  await page.goto(`/${tenant}/tasks/new`);
  await page.getByRole("region", { name: agreement }).getByRole("link", { name: duty }).click();
  await expect(page.getByText("Điều 4 khoản 1").first()).toBeVisible();
  await page.getByLabel("Tên nhiệm vụ").fill(title);
  await page.getByLabel("Yêu cầu, mô tả").fill("Gửi phần của từng văn phòng theo đề cương.");
  await page.getByLabel("Hạn hoàn thành").fill(inDays(9));
  await page.getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The lead asks the assisting office, by its form on the task's page. */
async function ask(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const part = page.getByRole("region", { name: assistName });
  await part.getByRole("link", { name: "Đề nghị góp ý" }).click();
  await part.getByLabel("Đề nghị VP UBND góp ý về").fill("Tình hình kinh tế – xã hội 11 tháng.");
  await part.getByLabel("Gửi góp ý trước hết ngày").fill(inDays(4));
  await part.getByRole("button", { name: "Đề nghị góp ý" }).click();
  await expect(part.getByText("Chờ trả lời, còn 4 ngày")).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Đã gửi đề nghị góp ý.");
}

/** Opens the page that closes the task, which says what can no longer be changed then, and writes the result. */
async function writeResult(page: Page, address: string, result: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Ghi kết quả, kết thúc nhiệm vụ" }).click();
  await expect(page.getByText("nhiệm vụ không mở lại được")).toBeVisible();
  await page.getByLabel("Kết quả").fill(result);
}

const closing = "Lưu kết quả, kết thúc nhiệm vụ";

const figures = Buffer.from(makePlainPdf("Tong san pham 11 thang"));
const secret = Buffer.from(makeDocx(["TỐI MẬT", "Kế hoạch"]));

/** Contributes with a file. One that carries a mark of secrecy is refused first, and what was typed stays. */
async function contribute(page: Page): Promise<Locator> {
  const part = page.getByRole("region", { name: assistName });
  const [text, files] = [part.getByLabel("Nội dung góp ý"), part.locator("input[type=file]")];
  await text.fill("Tổng sản phẩm 11 tháng tăng 9,1 %.");
  await files.setInputFiles({ name: "Kế hoạch.docx", mimeType: docxType, buffer: secret });
  await part.getByLabel("Tôi cam đoan các tệp này không thuộc danh mục bí mật nhà nước.").check();
  await part.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(part.getByRole("alert")).toContainText("“Kế hoạch.docx” mang dấu chỉ độ mật.");
  await expect(text).toHaveValue("Tổng sản phẩm 11 tháng tăng 9,1 %.");
  await files.setInputFiles({ name: "Số liệu.pdf", mimeType: "application/pdf", buffer: figures });
  await part.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(part.getByText("chờ tiếp thu")).toBeVisible();
  await expect(part.getByRole("link", { name: "Số liệu.pdf" })).toBeVisible();
  return part;
}

async function download(page: Page, name: string): Promise<Buffer> {
  const link = page.getByRole("link", { name, exact: true });
  const address = await link.getAttribute("href");
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  // What a browser makes of the name is its own affair.
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()["content-disposition"]).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
  return readFileSync(await file.path());
}

/** Another person signs in in the same browser, while the pages of the one before stay open. */
async function signInInstead(context: BrowserContext, who: Person): Promise<void> {
  await context.clearCookies();
  await signIn(await context.newPage(), who);
}

test("a task goes from the clause to its result, and the act of another office names the article", async ({
  browser,
}) => {
  const title = `Tài liệu hội nghị mở rộng ${Date.now()}`;
  const clerk = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  const address = await create(clerk.page, title);
  await expect(clerk.page.getByText("Chủ trì: VPTU")).toBeVisible();
  await expectAccessible(clerk.page);

  const lead = await signedIn(browser, person(tenant, "VPTU", "department-head"));
  await ask(lead.page, address);
  await expectAccessible(lead.page);

  const head = person(tenant, "VP UBND", "department-head");
  const assist = await signedIn(browser, head);
  await assist.page.goto(`/${tenant}`);
  await assist.page.getByRole("link", { name: title, exact: true }).click();
  await expect(assist.page.getByText("Đến lượt VP UBND:")).toBeVisible();
  await assist.page.getByRole("button", { name: "Nhận lời" }).click();
  await expect(assist.page.getByText("Đã nhận lời, còn 4 ngày")).toBeVisible();
  await contribute(assist.page);
  await expectAccessible(assist.page);
  await expect(assist.page.getByRole("link", { name: "Ghi kết quả, kết thúc nhiệm vụ" })).toHaveCount(0);

  // The lead's page still shows the form; whoever sends it now is the assisting office.
  const stale = await signedIn(browser, person(tenant, "VPTU", "chief"));
  await writeResult(stale.page, address, "Kết thúc thay văn phòng chủ trì.");
  await signInInstead(stale.context, head);
  await stale.page.getByRole("button", { name: closing }).click();
  const answer = stale.page.getByRole("alert").filter({ hasText: "kết thúc việc thuộc VPTU" });
  await expect(answer).toContainText("Văn phòng chủ trì kết thúc việc đang mở bằng một kết quả cụ thể");
  await expect(answer).toContainText("Điều 3 khoản 6");
  await expect(stale.page.getByLabel("Kết quả")).toHaveValue("Kết thúc thay văn phòng chủ trì.");

  const inspector = await signedIn(browser, person(tenant, "VP UBND", "inspector"));
  await inspector.page.goto(`/${tenant}/refusals`);
  const refused = inspector.page.getByRole("row").filter({ hasText: title });
  await expect(refused).toContainText("kết thúc việc");
  await expect(refused).toContainText("Điều 3 khoản 6");
  await expectAccessible(inspector.page);

  await lead.page.reload();
  expect((await download(lead.page, "Số liệu.pdf")).equals(figures)).toBe(true);
  await lead.page.getByRole("button", { name: "Tiếp thu" }).click();
  await expect(lead.page.getByText("VPTU đã tiếp thu")).toBeVisible();
  await writeResult(lead.page, address, "Chưa phải lúc này.");
  await lead.page.getByRole("link", { name: "Chưa kết thúc, về nhiệm vụ" }).click();
  await expect(lead.page.getByText("Đang làm")).toBeVisible();
  await writeResult(lead.page, address, "Tài liệu đã gửi các đồng chí Ủy viên Ban Thường vụ.");
  await expectAccessible(lead.page);
  await lead.page.getByRole("button", { name: closing }).click();
  await expect(lead.page.getByText("Đã kết thúc").first()).toBeVisible();
  await expect(lead.page.getByRole("status")).toContainText("Đã lưu kết quả và kết thúc nhiệm vụ.");
  // It was said once.
  await lead.page.reload();
  await expect(lead.page.getByText("Đã kết thúc").first()).toBeVisible();
  await expect(lead.page.getByRole("status")).toHaveCount(0);
  await lead.page.getByRole("link", { name: "Nhật ký", exact: true }).click();
  await expect(lead.page.getByText("bị từ chối theo Điều 3 khoản 6")).toBeVisible();
  await expectAccessible(lead.page);
});

test("without JavaScript a task is created, asked for and answered, and a wrong form keeps what was typed", async ({
  browser,
}) => {
  const title = `Báo cáo chuyên đề ${Date.now()}`;
  const plain = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } };
  const clerk = await signedIn(browser, person(tenant, "VPTU", "records-clerk"), plain);
  await clerk.page.goto(`/${tenant}/tasks/new`);
  await clerk.page.getByRole("region", { name: agreement }).getByRole("link", { name: duty }).click();
  await clerk.page.getByLabel("Tên nhiệm vụ").fill(title);
  await clerk.page.getByLabel("Hạn hoàn thành").fill("31/02/2027");
  await clerk.page.getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(clerk.page.getByText("không đọc được ngày này").first()).toBeVisible();
  await expect(clerk.page.getByLabel("Tên nhiệm vụ")).toHaveValue(title);
  await clerk.page.getByLabel("Hạn hoàn thành").fill(inDays(-1));
  await clerk.page.getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(clerk.page.getByText("Ngày này đã qua. Ghi từ hôm nay trở đi.").first()).toBeVisible();
  await expect(clerk.page.getByLabel("Tên nhiệm vụ")).toHaveValue(title);
  const address = await create(clerk.page, title);
  await expect(clerk.page.getByRole("status")).toContainText("Đã giao nhiệm vụ.");
  await expectNoSidewaysScroll(clerk.page);

  const lead = await signedIn(browser, person(tenant, "VPTU", "specialist"), plain);
  await ask(lead.page, address);
  // One office's form at a time: sending one cannot empty another.
  await lead.page.goto(address);
  await lead.page.getByRole("link", { name: "Đề nghị góp ý VP ĐĐBQH&HĐND" }).click();
  await expect(lead.page.getByLabel("Gửi góp ý trước hết ngày")).toHaveCount(1);
  await expectNoSidewaysScroll(lead.page);

  const assist = await signedIn(browser, person(tenant, "VP UBND", "specialist"), plain);
  await assist.page.goto(address);
  await contribute(assist.page);
  await expectNoSidewaysScroll(assist.page);

  // The whole page comes back, without the form that was pressed: it still says why, and whose act it is.
  const stale = await signedIn(browser, person(tenant, "VPTU", "chief"), plain);
  await writeResult(stale.page, address, "Kết thúc thay văn phòng chủ trì.");
  await signInInstead(stale.context, person(tenant, "VP UBND", "department-head"));
  await stale.page.getByRole("button", { name: closing }).click();
  const answer = stale.page.getByRole("alert").filter({ hasText: "kết thúc việc thuộc VPTU" });
  await expect(answer).toContainText("Điều 3 khoản 6");
});

test("a task is not there for another province", async ({ browser }) => {
  const clerk = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  const address = await create(clerk.page, `Việc riêng của tỉnh ${Date.now()}`);
  const stranger = await signedIn(browser, person("ha-giang", "VPTU", "chief"));
  for (const path of [
    address,
    `${address}/log`,
    address.replace(tenant, "ha-giang"),
    `/${tenant}/refusals`,
  ]) {
    const response = await stranger.page.goto(path);
    expect(response?.status()).toBe(404);
  }
});
