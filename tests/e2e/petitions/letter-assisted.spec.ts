import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const register = `/${tenant}/petitions`;

test("who handles a denunciation asks another office by a day; it finds it on its desk, contributes without learning who wrote, and the lead takes it over", async ({
  browser,
}) => {
  const subject = `Việc thu quỹ đường ở thôn ${Date.now()}`;
  const name = "Cầm Thị Nhuần";
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  await page.goto(`${register}/new`);
  await page.getByLabel("Họ và tên").fill(name);
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByLabel("Loại đơn").selectOption({ label: "Tố cáo" });
  await page.getByRole("radio", { name: "Có", exact: true }).check();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  const letter = new URL(page.url()).pathname;

  await page.getByText("Vì sao? Vì sao các văn phòng này phối hợp?").click();
  await expect(page.getByText("phối hợp cung cấp hồ sơ, cho ý kiến").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByText("Đề nghị phối hợp", { exact: true }).click();
  await page.getByLabel("Văn phòng phối hợp").selectOption({ label: "Văn phòng Tỉnh ủy" });
  await page.getByLabel("Đề nghị góp ý về").fill("Hồ sơ kiểm tra chi bộ thôn năm 2025.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(page.getByText("Xác nhận đã đọc lại lời đề nghị.").first()).toBeVisible();
  await page.getByLabel("Tôi đã đọc lại: lời đề nghị không cho biết ai tố cáo").check();
  await page.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(page.getByText("Đã gửi đề nghị góp ý.")).toBeVisible();

  const chief = await signedIn(browser, person(tenant, "VPTU", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  await chief.page.goto(`/${tenant}`);
  await chief.page.getByRole("link", { name: new RegExp(`^Trả lời đề nghị.*${subject}$`) }).click();
  await expect(chief.page.getByText("Hồ sơ kiểm tra chi bộ thôn năm 2025.")).toBeVisible();
  await expect(chief.page.getByText(name)).toHaveCount(0);
  await expectNoSidewaysScroll(chief.page);
  await expectAccessible(chief.page);
  await chief.page.getByRole("button", { name: "Nhận lời" }).click();
  await chief.page.getByLabel("Nội dung góp ý").fill(`Bà ${name} đã gửi đơn năm trước.`);
  await chief.page.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(
    chief.page.getByText("Không ghi họ tên, điện thoại hoặc số giấy tờ của người tố cá").first(),
  ).toBeVisible();
  await chief.page.getByLabel("Nội dung góp ý").fill("Đã kiểm tra quý 3, chưa thấy sai phạm.");
  await chief.page.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(chief.page.getByText("Đã gửi góp ý.")).toBeVisible();

  await page.goto(`/${tenant}`);
  await page.getByRole("link", { name: new RegExp(`^Tiếp thu góp ý.*${subject}$`) }).click();
  await page.waitForURL((url) => url.pathname === letter);
  await expect(page.getByText("Đã kiểm tra quý 3, chưa thấy sai phạm.")).toBeVisible();
  await page.getByRole("button", { name: "Tiếp thu" }).click();
  await expect(page.getByText("Đã ghi tiếp thu góp ý.")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
