import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const register = `/${tenant}/petitions`;
const phone = { viewport: { width: 360, height: 780 } };

async function take(page: Page, subject: string): Promise<string> {
  await page.goto(`${register}/new`);
  await page.getByLabel("Họ và tên").fill("Giàng Thị Xuân Mây");
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByRole("radio", { name: "Có", exact: true }).check();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test("the chief gives a denunciation to one person on the phone: who finds it on the desk and among one's own, and alone opens who wrote it", async ({
  browser,
}) => {
  const subject = `Việc thu quỹ ở một thôn ${Date.now()}`;
  const { page: officer } = await signedIn(browser, person(tenant, "VP UBND", "reception-officer"));
  const letter = await take(officer, subject);
  await expect(officer.getByLabel("Lý do xem")).toBeVisible();

  const { page: chief } = await signedIn(browser, person(tenant, "VP UBND", "chief"), phone);
  await chief.goto(letter);
  await expectNoSidewaysScroll(chief);
  await chief.getByRole("link", { name: "Giao người thụ lý" }).click();
  await expect(chief.getByText("Đơn có danh tính được giữ kín")).toBeVisible();
  await expectAccessible(chief);
  await expectNoSidewaysScroll(chief);
  await chief.getByRole("radio", { name: /^Nguyễn Hữu Phước/ }).check();
  await chief.getByRole("button", { name: "Giao đơn" }).click();
  await chief.waitForURL((url) => url.pathname === letter);
  await expect(chief.getByText(/^Nguyễn Hữu Phước, /)).toBeVisible();
  await expect(chief.getByText("nên chỉ Nguyễn Hữu Phước mở được")).toBeVisible();
  await expect(chief.getByLabel("Lý do xem")).toHaveCount(0);
  await officer.reload();
  await expect(officer.getByLabel("Lý do xem")).toHaveCount(0);

  const { page: handler } = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  await handler.goto(`/${tenant}/notices`);
  await expect(handler.getByText("Anh/chị được giao thụ lý đơn").first()).toBeVisible();
  await handler.goto(`/${tenant}`);
  await expect(handler.getByRole("link", { name: subject }).first()).toBeVisible();
  await handler.goto(`${register}?handler=mine`);
  await handler.getByRole("link", { name: subject }).click();
  await handler.getByLabel("Lý do xem").fill("Xác minh theo kế hoạch");
  await handler.getByRole("button", { name: "Mở xem danh tính, nội dung" }).click();
  await expect(handler.getByText("Giàng Thị Xuân Mây")).toBeVisible();
  await expectAccessible(handler);

  // To another, with the reason; the step that is not open leads back to the letter, on the phone too.
  await chief.goto(`${letter}/handler`);
  await chief.getByRole("radio", { name: /^Quách Văn Bình/ }).check();
  await chief.getByRole("button", { name: "Giao đơn" }).click();
  await expect(chief.getByText("Ghi lý do đổi").first()).toBeVisible();
  await chief.getByLabel("Lý do").fill("Chuyên viên được cử đi học");
  await chief.getByRole("button", { name: "Giao đơn" }).click();
  await chief.waitForURL((url) => url.pathname === letter);
  await chief.getByText("Đã giao, đã đổi").click();
  await expect(chief.getByText("Lý do: Chuyên viên được cử đi học")).toBeVisible();
  await expectAccessible(chief);
  await chief.goto(`${letter}/split`);
  await expect(chief.getByText("Bước này chưa làm được với đơn này.")).toBeVisible();
  await expectNoSidewaysScroll(chief);
  await expectAccessible(chief);
  await chief.getByRole("link", { name: /^Về đơn / }).click();
  await chief.waitForURL((url) => url.pathname === letter);
});
