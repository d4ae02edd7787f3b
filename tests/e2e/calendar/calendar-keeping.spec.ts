import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const calendar = `/${tenant}/calendar`;
const today = dayAt(new Date());
// Weeks that neither the demonstration nor the other journeys use.
const ahead = plusDays(mondayOf(today), 51);

test("an administrator adds a kit and a kind; a clerk holds them weeks ahead and is told before the hold ends", async ({
  browser,
}) => {
  const stamp = Date.now();
  const kit = `Bộ âm thanh ${stamp}`;
  const kind = `Họp báo ${stamp}`;
  const title = `Họp báo quý ${stamp}`;
  const { page: admin } = await signedIn(browser, person(tenant, "VPTU", "tenant-administrator"));
  await admin.goto(`${calendar}/settings/places`);
  await admin.getByRole("radio", { name: "Thiết bị" }).check();
  await admin.getByLabel("Tên").fill(kit);
  await admin.getByLabel("Phút chuẩn bị").fill("15");
  await admin.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(admin.getByText("Đã thêm phòng hoặc thiết bị.")).toBeVisible();
  await expect(admin.getByRole("row").filter({ hasText: kit })).toHaveCount(1);
  await admin.getByRole("link", { name: "Loại cuộc họp" }).click();
  await admin.getByLabel("Tên").fill(kind);
  await admin.getByLabel("Thứ tự ưu tiên").fill("0");
  await admin.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(admin.getByText("Số này ngoài phạm vi cho phép.").first()).toBeVisible();
  await admin.getByLabel("Thứ tự ưu tiên").fill("55");
  await admin.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(admin.getByText("Đã thêm loại cuộc họp.")).toBeVisible();
  await expectAccessible(admin);
  await admin.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(admin);

  const { page } = await signedIn(browser, person(tenant, "VP UBND", "records-clerk"));
  await page.goto(`${calendar}/new`);
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page.getByLabel("Ngày", { exact: true }).fill(formatDay(ahead));
  await page.getByLabel("Từ", { exact: true }).fill("8h");
  await page.getByLabel("Đến", { exact: true }).fill("10h");
  await page.getByLabel("Loại cuộc họp").selectOption({ label: kind });
  await page.getByRole("checkbox", { name: kit }).check();
  await page.locator("summary").filter({ hasText: "Mục khác" }).click();
  await page.getByLabel("Giữ chỗ đến hết ngày").fill(formatDay(plusDays(today, 2)));
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  await expect(page.getByText(kit)).toBeVisible();
  await page.goto(`${calendar}/list?span=quarter&at=${ahead}`);
  const held = page.getByRole("row").filter({ hasText: title });
  await expect(held.getByText(`giữ chỗ đến ${formatDay(plusDays(today, 2))}`)).toBeVisible();
  await page.goto(`/${tenant}`);
  const onDesk = page.getByRole("row").filter({ hasText: title });
  await onDesk.getByRole("link", { name: "Gia hạn giữ chỗ" }).click();
  await expect(page.getByLabel("Nội dung", { exact: true })).toHaveValue(title);
});

test("an act that was refused leads from the log to its meeting", async ({ browser }) => {
  const stamp = Date.now();
  const file = async (office: string, title: string, weekday: number) => {
    const { page } = await signedIn(browser, person(tenant, office, "chief"));
    await page.goto(`${calendar}/new`);
    await page.getByLabel("Nội dung", { exact: true }).fill(title);
    await page.getByLabel("Ngày", { exact: true }).fill(formatDay(plusDays(ahead, weekday)));
    await page.getByLabel("Từ", { exact: true }).fill("14h");
    await page.getByLabel("Đến", { exact: true }).fill("15h");
    await page.getByLabel("Loại cuộc họp").selectOption({ label: "Hội nghị Ban Thường vụ" });
    await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
    await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
    return { page, id: new URL(page.url()).pathname.split("/").at(-1) ?? "" };
  };
  const title = `Hội nghị của Văn phòng Tỉnh ủy ${stamp}`;
  const theirs = await file("VPTU", title, 1);
  await theirs.page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(theirs.page.getByRole("button", { name: "Xác nhận vào lịch chung" })).toBeVisible();

  // No page offers it: the form of an own meeting is sent for theirs.
  const { page } = await file("VP UBND", `Hội nghị của Văn phòng UBND ${stamp}`, 2);
  const own = page.locator("form").filter({ has: page.getByRole("button", { name: "Duyệt", exact: true }) });
  await own.locator("input[name=meetingId]").evaluate((input, id) => {
    (input as HTMLInputElement).value = id;
  }, theirs.id);
  await page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(page.getByText("Lần thực hiện này đã được ghi vào nhật ký.").first()).toBeVisible();
  await page.goto(`/${tenant}/refusals`);
  await expectAccessible(page);
  const row = page.getByRole("row").filter({ hasText: title }).first();
  await expect(row.getByText("duyệt mục đăng ký", { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page);
  await row.getByRole("link", { name: title }).click();
  await page.waitForURL(new RegExp(`/calendar/meetings/${theirs.id}$`));
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("an administrator sets how many are enough at a kind of meeting, and takes the rule away again", async ({
  browser,
}) => {
  const { page: admin } = await signedIn(browser, person(tenant, "VPTU", "tenant-administrator"));
  await admin.goto(`${calendar}/settings/quorum`);
  await admin.getByLabel("Cuộc họp", { exact: true }).selectOption({ label: "Tiếp công dân" });
  await admin.getByLabel("Tử số").fill("3");
  await admin.getByLabel("Mẫu số").fill("2");
  await admin.getByLabel("Căn cứ").fill("Quy chế tiếp công dân của tỉnh");
  await admin.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(admin.getByText("Tử số không lớn hơn mẫu số").first()).toBeVisible();
  await admin.getByLabel("Tử số").fill("1");
  await admin.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(admin.getByText("Đã lưu quy định đủ số.")).toBeVisible();
  const row = admin.getByRole("row").filter({ hasText: "Tiếp công dân" });
  await expect(row).toContainText("ít nhất 1/2");
  await expectAccessible(admin);
  await admin.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(admin);
  await row.getByRole("link", { name: /Sửa/ }).click();
  await admin.getByRole("button", { name: "Bỏ quy định này" }).click();
  await expect(admin.getByText("Đã bỏ quy định đủ số.")).toBeVisible();
  await expect(row).toHaveCount(0);
});
