import type { Page } from "@playwright/test";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf, weekOf } from "@/lib/platform/dates/times";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const calendar = `/${tenant}/calendar`;
// The demonstration has published the week after the one of its seeding, with one adjustment.
const monday = plusDays(mondayOf(dayAt(new Date())), 7);
const after = plusDays(monday, 7);
const week = weekOf(monday).week;
const thursday = formatDay(plusDays(monday, 3));

type Conference = { title: string; from: string; until: string };

async function fillConference(page: Page, { title, from, until }: Conference): Promise<void> {
  await page.goto(`${calendar}/new?week=${monday}`);
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page.getByLabel("Ngày", { exact: true }).fill(thursday);
  await page.getByLabel("Từ", { exact: true }).fill(from);
  await page.getByLabel("Đến", { exact: true }).fill(until);
  await page.getByLabel("Loại cuộc họp").selectOption({ label: "Hội nghị Ban Chấp hành Đảng bộ" });
  await page
    .getByLabel("Chủ trì", { exact: false })
    .first()
    .selectOption({ label: "Bí thư Tỉnh ủy Đặng Quốc Trung" });
  await page
    .getByRole("group", { name: /Lãnh đạo cần có/ })
    .getByRole("checkbox", { name: /Phan Văn Độ/ })
    .check();
  await page
    .getByLabel("Phòng", { exact: false })
    .first()
    .selectOption({ label: "Hội trường lớn, trụ sở Tỉnh ủy" });
}

/** Three lines that are otherwise this week: another hour, other people, another unit that prepares. */
const changes = [
  ["Phiên họp Ủy ban nhân dân tỉnh thường kỳ", "Đến", "10h30", "08:00–10:30"],
  [
    "Kiểm tra tiến độ đường nối cao tốc",
    "Thành phần",
    "Sở Tài chính; các xã có tuyến đi qua",
    "Sở Tài chính",
  ],
  ["Hội nghị chuyên đề chuyển đổi số", "Chuẩn bị", "Phòng Khoa giáo - Văn xã", "Phòng Khoa giáo"],
] as const;

async function copyLastWeek(page: Page): Promise<void> {
  await page.goto(`${calendar}/copy?week=${after}`);
  await page.getByRole("checkbox", { name: /Tiếp Đoàn công tác/ }).uncheck();
  await page.getByRole("button", { name: `Đăng ký vào tuần ${weekOf(after).week}` }).click();
  await page.waitForURL(/view=working/);
  const copied = page.url();
  for (const [title, field, text, shown] of changes) {
    await page.getByRole("link", { name: title }).click();
    await page.getByText("Việc khác", { exact: true }).first().click();
    await page.getByRole("link", { name: "Sửa mục đăng ký" }).click();
    await page.getByLabel(field, { exact: true }).fill(text);
    await page.getByRole("button", { name: "Lưu mục đăng ký" }).click();
    await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
    await page.goto(copied);
    await expect(page.getByRole("row").filter({ hasText: title })).toContainText(shown);
  }
  await expect(page.getByText("chờ duyệt").first()).toBeVisible();
}

test("a conference goes from a clash to the sheet's second adjustment, and only those concerned are told", async ({
  browser,
}) => {
  const title = `Hội nghị Ban Chấp hành mở rộng ${Date.now()}`;
  const clerk = await signedIn(browser, person(tenant, "VP UBND", "records-clerk"));
  await copyLastWeek(clerk.page);

  // The Secretary receives citizens that morning: what is known of it, and three times that would do.
  await fillConference(clerk.page, { title, from: "9h", until: "10h30" });
  // It is said while it is typed, and again when it is sent all the same.
  await expect(clerk.page.getByText(/^Trùng \d+ cuộc đã xác nhận/)).toBeVisible();
  await clerk.page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await expect(clerk.page.getByText("Trùng với lịch đã xác nhận")).toBeVisible();
  await expect(clerk.page.getByText("Bí thư Tỉnh ủy tiếp công dân định kỳ")).toBeVisible();
  await expect(clerk.page.getByLabel("Nội dung", { exact: true })).toHaveValue(title);
  const slots = clerk.page.getByRole("group", { name: "Giờ trống, đủ người và phòng" }).getByRole("radio");
  await expect(slots).toHaveCount(3);
  await expectAccessible(clerk.page);
  await slots.first().check();
  await expect(clerk.page.getByLabel("Từ", { exact: true })).toHaveValue(/^\d{2}:\d{2}$/);
  await clerk.page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await clerk.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  const address = new URL(clerk.page.url()).pathname;
  await expect(clerk.page.getByText("Đến lượt VP UBND:")).toBeVisible();
  await expect(clerk.page.getByText("Chủ trì: VPTU")).toBeVisible();
  await expectAccessible(clerk.page);

  const chief = await signedIn(browser, person(tenant, "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  await chief.page.goto(address);
  await expectNoSidewaysScroll(chief.page);
  await chief.page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(chief.page.getByText("Đến lượt VPTU:")).toBeVisible();

  // The copied week waits as well: ticked on one page, each approved by itself.
  await chief.page.goto(`${calendar}/approve`);
  await expectAccessible(chief.page);
  await expectNoSidewaysScroll(chief.page);
  await chief.page
    .getByRole("checkbox", { name: /Phiên họp Ủy ban nhân dân tỉnh thường kỳ/ })
    .first()
    .check();
  await chief.page.getByRole("button", { name: "Duyệt các mục đã chọn" }).click();
  const results = chief.page.getByRole("alert").filter({ hasText: "Kết quả từng mục" });
  await expect(results.getByText(/Phiên họp Ủy ban nhân dân tỉnh thường kỳ.*: đã duyệt/)).toBeVisible();

  const party = await signedIn(browser, person(tenant, "VPTU", "chief"));
  await party.page.goto(address);
  await party.page.getByRole("button", { name: "Xác nhận vào lịch chung" }).click();
  await expect(party.page.getByText("Lãnh đạo và phòng đã được giữ chắc.")).toBeVisible();

  // Another clerk asks for the same room and people at that time.
  const other = await signedIn(browser, person(tenant, "VP ĐĐBQH&HĐND", "records-clerk"));
  const when = await party.page
    .getByText(/^Thứ .*, \d{2}:\d{2}–\d{2}:\d{2}$/)
    .first()
    .textContent();
  const [, from = "", until = ""] = /(\d{2}:\d{2})–(\d{2}:\d{2})/.exec(when ?? "") ?? [];
  await fillConference(other.page, { title: `Hội nghị khác ${title}`, from, until });
  await other.page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await expect(other.page.getByText("Trùng với lịch đã xác nhận")).toBeVisible();
  await expect(other.page.getByText(title).first()).toBeVisible();

  await party.page.goto(`${calendar}?week=${monday}`);
  await expect(party.page.getByText("Điều chỉnh lần 1").first()).toBeVisible();
  await party.page.getByRole("link", { name: "Ban hành điều chỉnh" }).click();
  await expectAccessible(party.page);
  await party.page.getByRole("button", { name: "Ban hành điều chỉnh lần 2" }).click();
  await party.page.waitForURL((url) => url.pathname === calendar);
  await expect(party.page.getByText("Điều chỉnh lần 2").first()).toBeVisible();
  const row = party.page.getByRole("row").filter({ hasText: title });
  await expect(row.getByText("mới")).toBeVisible();
  await expectAccessible(party.page);
  await party.page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }");
  await party.page.getByRole("button", { name: "In", exact: true }).click();
  await expect(party.page.locator("body")).toHaveAttribute("data-printed", "yes");

  // Every earlier sheet reads as it was.
  await party.page.goto(`${calendar}?week=${monday}&version=0`);
  await expect(party.page.getByText("Xã Phù Ninh").first()).toBeVisible();
  await expect(party.page.getByText(title)).toHaveCount(0);

  await chief.page.goto(`/${tenant}/notices`);
  const notice = chief.page.getByRole("row").filter({ hasText: `Lịch tuần ${week}, điều chỉnh lần 2` });
  await notice.getByRole("button", { name: "Đã nhận" }).click();
  await expect(notice.getByRole("button")).toHaveCount(0);
  await expectAccessible(chief.page);
  await expectNoSidewaysScroll(chief.page);
});

test("what was typed into a meeting's form is there again after the browser was closed", async ({
  browser,
}) => {
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  const title = `Buổi làm việc nhập dở ${Date.now()}`;
  await page.goto(`${calendar}/new`);
  // Until the script is there nobody keeps what is typed.
  await expect(page.locator("form[data-drafts=kept]")).toHaveCount(1);
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page
    .getByRole("checkbox", { name: /Mai Thị Xuân/ })
    .first()
    .check();
  await page.reload();
  await page.getByRole("button", { name: "Dùng lại nội dung đó" }).click();
  await expect(page.getByLabel("Nội dung", { exact: true })).toHaveValue(title);
  await expect(page.getByRole("checkbox", { name: /Mai Thị Xuân/ }).first()).toBeChecked();
});

test("filing, approving and giving back work without JavaScript", async ({ browser }) => {
  const title = `Buổi làm việc không cần script ${Date.now()}`;
  const off = { javaScriptEnabled: false };
  const clerk = await signedIn(browser, person(tenant, "VP ĐĐBQH&HĐND", "records-clerk"), off);
  const { page } = clerk;
  await page.goto(`${calendar}/new`);
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page.getByLabel("Ngày", { exact: true }).fill(formatDay(plusDays(after, 1)));
  await page.getByLabel("Từ", { exact: true }).fill("rưỡi");
  await page.getByLabel("Đến", { exact: true }).fill("10h");
  const session = "Kỳ họp Hội đồng nhân dân: chuyên đề";
  await page.getByLabel("Loại cuộc họp").selectOption({ label: session });
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await expect(page.getByText("Không đọc được giờ này").first()).toBeVisible();
  await expect(page.getByLabel("Loại cuộc họp")).toHaveValue("council-session:thematic");
  await expect(page.getByLabel("Nội dung", { exact: true })).toHaveValue(title);
  await page.getByLabel("Từ", { exact: true }).fill("8h30");
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  const address = new URL(page.url()).pathname;
  await expect(page.getByText(session)).toBeVisible();
  await page.goto(`${address}/edit`);
  await expect(page.getByLabel("Loại cuộc họp")).toHaveValue("council-session:thematic");

  const chief = await signedIn(browser, person(tenant, "VP ĐĐBQH&HĐND", "chief"), off);
  await chief.page.goto(`${address}?act=giveBack`);
  await chief.page.getByLabel("Lý do").fill("Chưa ghi thành phần mời họp.");
  await chief.page.getByRole("button", { name: "Trả lại để sửa" }).click();
  await expect(chief.page.getByText("Bị trả lại vì: Chưa ghi thành phần mời họp.")).toBeVisible();
  // A clerk may not approve: the page says whose act it is, with the clause.
  await page.goto(address);
  await expect(page.getByRole("button", { name: "Duyệt", exact: true })).toHaveCount(0);
  await expect(page.getByText(/Điều 4 khoản 13/).first()).toBeAttached();
});
