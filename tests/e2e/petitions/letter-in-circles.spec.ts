import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";

const tenant = "phu-tho";

test("a letter that came back is warned of before it is sent there again, and goes only with a reason", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const subject = `Phản ánh quỹ của khu dân cư ${Date.now()}`;
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  await page.goto(`/${tenant}/petitions/new`);
  await page.getByLabel("Họ và tên").fill("Lò Thị Pản");
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  const letter = new URL(page.url()).pathname;
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: "Phản ánh" });
  await page.getByRole("button", { name: "Phân loại", exact: true }).click();
  await page.getByRole("link", { name: "Chuyển đơn", exact: true }).click();
  // Nothing to warn of: it was nowhere yet.
  await expect(page.getByText("Lý do vẫn chuyển")).toHaveCount(0);
  // The subject of the table names its office: it is not asked again.
  await page.getByLabel("Nội dung đơn theo bảng").selectOption({ index: 1 });
  await page.getByLabel("Số phiếu chuyển").fill("31/PC-VP");
  await page.getByRole("button", { name: "Chuyển đơn" }).click();
  await page.waitForURL((url) => url.pathname === letter);

  const other = await signedIn(browser, person(tenant, "VPTU", "specialist"));
  await other.page.goto(letter);
  await other.page.getByRole("radio", { name: "Trả lại đơn" }).check();
  await other.page.getByLabel("Lý do").fill("Thuộc việc của Ủy ban nhân dân tỉnh.");
  await other.page.getByRole("button", { name: "Ghi", exact: true }).click();
  await expect(other.page.getByText("Bị trả lại").first()).toBeVisible();

  await page.goto(letter);
  await page.getByRole("button", { name: "Nhận lại" }).click();
  await page.getByRole("link", { name: "Chuyển đơn", exact: true }).click();
  await expect(page.getByText("đã chuyển đến VPTU 1 lần, từ đó quay lại 1 lần")).toBeVisible();
  await expect(page.getByText("Thuộc việc của Ủy ban nhân dân tỉnh.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Nội dung đơn theo bảng").selectOption({ index: 1 });
  await page.getByLabel("Văn phòng nhận").selectOption({ index: 1 });
  await page.getByLabel("Số phiếu chuyển").fill("14/PC-VP");
  await page.getByRole("button", { name: "Chuyển đơn" }).click();
  await expect(page.getByText("nêu lý do vẫn chuyển").first()).toBeVisible();
  const phone = await signedIn(browser, person(tenant, "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  await phone.page.goto(`${letter}/forward`);
  await expectNoSidewaysScroll(phone.page);
  await page.getByLabel("Lý do vẫn chuyển").fill("Có tài liệu mới về đảng viên.");
  await page.getByRole("button", { name: "Chuyển đơn" }).click();
  await page.waitForURL((url) => url.pathname === letter);
  await expect(page.getByText("Có tài liệu mới về đảng viên.")).toBeVisible();
});
