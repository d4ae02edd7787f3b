import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";

async function classified(page: Page, kind: string): Promise<string> {
  await page.goto(`/${tenant}/petitions/new`);
  await page.getByLabel("Họ và tên").fill("Lục Thị Bằng");
  await page.getByLabel("Tóm tắt nội dung").fill(`Hỏi về đất nghĩa trang ${Date.now()}`);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: kind });
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test("two clerks with one number: the second is told, takes the next at one press, and it goes out", async ({
  browser,
}) => {
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "specialist"), {
    viewport: { width: 360, height: 780 },
  });
  const letters = [await classified(page, "Kiến nghị"), await classified(page, "Kiến nghị")];
  const [mine = "", other = ""] = letters;
  await page.goto(`${mine}/forward`);
  await page.getByLabel("Số phiếu chuyển").fill("501/PC-VP");
  await page.getByLabel("Nội dung đơn theo bảng").selectOption({ index: 1 });

  const second = await page.context().newPage();
  await second.goto(`${other}/forward`);
  await second.getByLabel("Số phiếu chuyển").fill("501/PC-VP");
  await second.getByLabel("Nội dung đơn theo bảng").selectOption({ index: 1 });

  await page.getByRole("button", { name: "Chuyển đơn" }).click();
  await page.waitForURL((url) => url.pathname === mine);
  await second.getByRole("button", { name: "Chuyển đơn" }).click();
  await expect(second.getByText("Văn phòng đã ghi số này cho đơn khác trong năm").first()).toBeVisible();
  await expectAccessible(second);
  await expectNoSidewaysScroll(second);
  await second.getByRole("button", { name: "Ghi số 502/PC-VP" }).click();
  await expect(second.getByLabel("Số phiếu chuyển")).toHaveValue("502/PC-VP");
  await second.getByRole("button", { name: "Chuyển đơn" }).click();
  await second.waitForURL((url) => url.pathname === other);
  await expect(second.getByText("502/PC-VP").first()).toBeVisible();
});

test("a complaint without a representative is fit: that condition does not apply, on its page and in its history", async ({
  browser,
}) => {
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  const letter = await classified(page, "Khiếu nại");
  await page.goto(`${letter}/conditions`);
  await page.getByLabel("Người khiếu nại tự mình khiếu nại, không qua người đại diện").check();
  await page.getByRole("button", { name: "Các điều kiện áp dụng đều đủ" }).click();
  await page.waitForURL((url) => url.pathname === letter);
  await expect(page.getByText("Đủ điều kiện xử lý").first()).toBeVisible();
  await expect(page.getByText("Tất cả 15 điều kiện đều đủ.")).toBeVisible();
  await expect(page.getByText("Không áp dụng: Người khiếu nại tự mình khiếu nại")).toBeVisible();
  await page.goto(`${letter}/log`);
  await expect(page.getByText("đủ điều kiện, 1 điều kiện không áp dụng")).toBeVisible();
});
