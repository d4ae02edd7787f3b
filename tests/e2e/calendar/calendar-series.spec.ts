import type { Page } from "@playwright/test";
import { type Day, dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf, weekOf } from "@/lib/platform/dates/times";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const calendar = `/${tenant}/calendar`;
// The demonstration has published the week after the one of its seeding: there the Secretary receives citizens on its
// Thursday morning.
const published = plusDays(mondayOf(dayAt(new Date())), 7);
const thursday = plusDays(published, 3);

/** As people type it. */
function short(day: Day): string {
  return `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`;
}

async function fillSeries(page: Page, title: string): Promise<void> {
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page.getByLabel("Buổi đầu, ngày").fill(short(thursday));
  await page.getByLabel("Từ", { exact: true }).first().fill("8h");
  await page.getByLabel("Đến", { exact: true }).first().fill("9h");
  await page.getByLabel("Hoặc số buổi").fill("4");
  await page.getByLabel("Trừ các ngày").fill(short(plusDays(thursday, 14)));
  await page.getByLabel("Loại cuộc họp").selectOption({ label: "Buổi làm việc" });
  await page
    .getByLabel("Chủ trì", { exact: false })
    .first()
    .selectOption({ label: "Bí thư Tỉnh ủy Đặng Quốc Trung" });
}

test("a clerk files a repeating meeting, moves the day that clashes, and her chief approves all of it", async ({
  browser,
}) => {
  const title = `Giao ban chuyển đổi số ${Date.now()}`;
  const clerk = await signedIn(browser, person(tenant, "VP UBND", "records-clerk"), {
    // Every act works without script.
    javaScriptEnabled: false,
  });
  await clerk.page.goto(`${calendar}/series`);
  await fillSeries(clerk.page, title);
  const submit = clerk.page.getByRole("button", { name: "Đăng ký các buổi" });
  await submit.click();
  await expect(clerk.page.getByText("1 buổi trùng lịch, chưa ghi gì")).toBeVisible();
  await expect(clerk.page.getByRole("heading", { name: "1 trong 3 buổi trùng lịch" })).toBeVisible();
  await expect(clerk.page.getByText("Bí thư Tỉnh ủy tiếp công dân định kỳ")).toBeVisible();
  await expect(clerk.page.getByLabel("Nội dung", { exact: true })).toHaveValue(title);

  // Moving it and not saying where to is asked again, and the list stays.
  await clerk.page.getByRole("radio", { name: /Dời từng buổi/ }).check();
  await submit.click();
  await expect(clerk.page.getByText("Chọn một cách cho buổi này.").first()).toBeVisible();
  await clerk.page.getByRole("radio", { name: "Giờ khác, ghi dưới đây" }).check();
  const day = clerk.page.getByRole("group", { name: new RegExp(formatDay(thursday).slice(0, 5)) });
  await day.getByLabel("Từ").fill("15h");
  await day.getByLabel("Đến").fill("16h");
  await submit.click();
  await clerk.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  await expect(clerk.page.getByText("Đã đăng ký các buổi họp định kỳ")).toBeVisible();
  await expect(clerk.page.getByText("Buổi 1/3.")).toBeVisible();
  await expect(clerk.page.getByText(`trừ ${formatDay(plusDays(thursday, 14))}`)).toBeVisible();
  await expect(clerk.page.getByText("15:00–16:00").first()).toBeVisible();
  const address = new URL(clerk.page.url()).pathname;

  const chief = await signedIn(browser, person(tenant, "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  await chief.page.goto(address);
  await expectNoSidewaysScroll(chief.page);
  await expectAccessible(chief.page);
  await chief.page.getByRole("radio", { name: "Buổi này và 2 buổi sau trong chuỗi" }).check();
  await chief.page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(chief.page.getByText("Đến lượt VPTU:")).toBeVisible();
  await chief.page.getByRole("link", { name: /^Buổi sau:/ }).click();
  await expect(chief.page.getByText("Buổi 2/3.")).toBeVisible();
  await expect(chief.page.getByText("Đến lượt VPTU:")).toBeVisible();
  // Somebody went on: the clerk takes nothing back any more, and is told why.
  await clerk.page.getByRole("button", { name: /^Hoàn tác/ }).click();
  await expect(clerk.page.getByText("Đã có người làm tiếp")).toBeVisible();
});

test("what was filed by mistake is taken back beside the line that says it was done", async ({ browser }) => {
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "records-clerk"));
  await page.goto(`${calendar}/new`);
  await page.getByLabel("Nội dung", { exact: true }).fill(`Họp nhầm ${Date.now()}`);
  await page.getByLabel("Ngày", { exact: true }).fill(short(plusDays(thursday, 22)));
  await page.getByLabel("Từ", { exact: true }).fill("8h");
  await page.getByLabel("Đến", { exact: true }).fill("9h");
  await page.getByLabel("Loại cuộc họp").selectOption({ label: "Buổi làm việc" });
  await page
    .getByLabel("Chủ trì", { exact: false })
    .first()
    .selectOption({ label: "Bí thư Tỉnh ủy Đặng Quốc Trung" });
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Đã đăng ký, đang giữ chỗ.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Hoàn tác đăng ký" }).click();
  await expect(page.getByText("Đã hoàn tác.")).toBeVisible();
  await expect(page.getByText("Hoàn tác ngay sau khi đăng ký.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Hoàn tác/ })).toHaveCount(0);
});

test("rows of a week sheet are pasted, shown with what was not understood, and filed", async ({
  browser,
}) => {
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "records-clerk"));
  const day = plusDays(published, 30);
  const title = `Họp giao ban dán từ Word ${Date.now()}`;
  const head = "Nội dung\tNgày\tGiờ\tChủ trì\tĐịa điểm";
  const row = `${title}\tThứ Tư ${short(day)}\t8h00 - 9h30\tChủ tịch Ủy ban nhân dân tỉnh\tTrụ sở xã`;
  await page.goto(`${calendar}/paste`);
  await page.getByLabel("Các dòng").fill(`${head}\n${row}\nViệc không rõ giờ\t\tsáng\t\t`);
  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.getByText(/Dòng 3: không đọc được giờ/)).toBeVisible();
  await expect(page.getByRole("cell", { name: title })).toBeVisible();
  await page.getByLabel("Các dòng").fill(`${head}\n${row}`);
  await page.getByRole("button", { name: "Xem lại" }).click();
  const preview = page.getByRole("heading", { name: "Xem trước: 1 mục sẽ được đăng ký, chưa ghi gì" });
  await expect(preview).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Đăng ký 1 mục" }).click();
  await page.waitForURL(/view=working/);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await expect(page.getByRole("heading", { name: `Lịch tuần ${weekOf(day).week}` })).toBeVisible();
});
