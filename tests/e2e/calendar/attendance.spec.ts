import type { Page } from "@playwright/test";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const leader = "Phó Bí thư Thường trực Tỉnh ủy Mai Thị Xuân";
// It goes on over midnight, so that its day is today whenever this runs.
const today = dayAt(new Date());

async function file(page: Page, title: string): Promise<string> {
  await page.goto(`/${tenant}/calendar/new`);
  await page.getByLabel("Nội dung", { exact: true }).fill(title);
  await page.getByLabel("Ngày", { exact: true }).fill(formatDay(today));
  await page.getByLabel("Từ", { exact: true }).fill("0:00");
  await page.getByLabel("Đến", { exact: true }).fill("6:00");
  await page.getByLabel("Loại cuộc họp").selectOption({ label: "Họp Thường trực cấp ủy" });
  await page.getByLabel("Chủ trì", { exact: false }).first().selectOption({ label: leader });
  await page.locator("details.more > summary").click();
  await page.getByLabel("Đến ngày, nếu nhiều ngày").fill(formatDay(plusDays(today, 1)));
  const bodies = page.getByRole("group", { name: /Cơ quan họp/ });
  await bodies.getByRole("checkbox", { name: "Tỉnh ủy" }).check();
  await bodies.getByRole("checkbox", { name: "Ủy ban nhân dân tỉnh" }).check();
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test("a leader is invited by mail, the secretary sends a substitute without script, the clerk counts who came", async ({
  browser,
}) => {
  const title = `Giao ban đột xuất ${Date.now()}`;
  const clerk = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  const address = await file(clerk.page, title);

  const chief = await signedIn(browser, person(tenant, "VPTU", "chief"));
  await chief.page.goto(address);
  await chief.page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await chief.page.getByRole("button", { name: "Xác nhận vào lịch chung" }).click();
  await expect(chief.page.getByText("Dự 0 · Cử người thay 0 · Không dự 0 · Chưa trả lời")).toBeVisible();

  // No server is set: the worker leaves the mail where its receiver finds it.
  const secretary = await signedIn(browser, person(tenant, "VPTU", "secretary"), {
    javaScriptEnabled: false,
  });
  const mail = secretary.page.locator("details.mail").filter({ hasText: title });
  await expect
    .poll(
      async () => {
        await secretary.page.goto(`/${tenant}/outbox`);
        return mail.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await mail.locator("summary").click();
  await expect(mail.getByText("METHOD:REQUEST")).toBeVisible();
  await expect(mail.getByText(address).first()).toBeVisible();

  await secretary.page.goto(address);
  const row = secretary.page.getByRole("row").filter({ hasText: leader });
  await row.getByRole("link", { name: /Trả lời/ }).click();
  await secretary.page.getByRole("radio", { name: "Cử người đi thay" }).check();
  await secretary.page.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(secretary.page.getByText("Ghi chức vụ và họ tên người đi thay.").first()).toBeVisible();
  await secretary.page
    .getByRole("textbox", { name: /^Người đi thay/ })
    .fill("Chánh Văn phòng Trần Thị Minh Hà");
  await secretary.page.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(row.getByText("Đi thay: Chánh Văn phòng Trần Thị Minh Hà")).toBeVisible();

  await chief.page.reload();
  await expect(chief.page.getByText("Dự 0 · Cử người thay 1 · Không dự 0")).toBeVisible();
  await expectAccessible(chief.page);

  await clerk.page.goto(address);
  await clerk.page.getByRole("link", { name: "Điểm danh Tỉnh ủy" }).click();
  await clerk.page
    .getByRole("group", { name: /Bí thư Tỉnh ủy Đặng Quốc Trung/ })
    .getByLabel("Có mặt")
    .check();
  await expectAccessible(clerk.page);
  await clerk.page.getByRole("button", { name: "Lưu điểm danh" }).click();
  // One of two is not more than half.
  await expect(clerk.page.getByText("Chưa đủ số")).toBeVisible();
  await clerk.page.getByRole("link", { name: "Sửa điểm danh Tỉnh ủy" }).click();
  await clerk.page
    .getByRole("group", { name: new RegExp(leader) })
    .getByLabel("Có mặt")
    .check();
  await clerk.page.getByRole("button", { name: "Lưu điểm danh" }).click();
  await expect(clerk.page.getByText("Đủ số", { exact: true })).toBeVisible();
  await clerk.page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(clerk.page);
  await clerk.page.goto(`${address}/log`);
  await expect(clerk.page.getByText("Điểm danh: có mặt 2 trên 2, đủ số")).toBeVisible();
  await expect(clerk.page.getByText("Trả lời dự họp: Cử người thay")).toBeVisible();

  // Two bodies met, each counted by its own office; the meeting is one in the register, led by one.
  await expect(clerk.page.getByRole("link", { name: "Điểm danh Ủy ban nhân dân tỉnh" })).toHaveCount(0);
  const other = await signedIn(browser, person(tenant, "VP UBND", "records-clerk"));
  await other.page.goto(address);
  await expect(other.page.getByText("Tỉnh ủy; Ủy ban nhân dân tỉnh")).toBeVisible();
  await other.page.getByRole("link", { name: "Điểm danh Ủy ban nhân dân tỉnh" }).click();
  await other.page
    .getByRole("group", { name: /Phan Văn Độ/ })
    .getByLabel("Vắng có phép")
    .check();
  await other.page.getByRole("button", { name: "Lưu điểm danh" }).click();
  await expect(other.page.getByText("Đủ số", { exact: true })).toBeVisible();
  await expect(other.page.getByText("Chưa đủ số")).toBeVisible();
  await other.page.goto(`/${tenant}/calendar/list?span=day&at=${today}&kind=party-standing-members`);
  await expect(other.page.getByRole("region", { name: /Số cuộc họp đã xác nhận/ })).toContainText("1");
  const shares = other.page.getByRole("region", { name: /Phần của từng văn phòng/ });
  await expect(shares.getByRole("row").filter({ hasText: "VPTU" })).toContainText(/VPTU\s*1\s*0/);
});
