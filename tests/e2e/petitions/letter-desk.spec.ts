import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const register = `/${tenant}/petitions`;
const officer = () => person(tenant, "VP UBND", "reception-officer");

test("at the desk by keyboard: earlier visits first, nothing typed is lost, the receipt is printed with what is known", async ({
  browser,
}) => {
  const { page } = await signedIn(browser, officer(), { viewport: { width: 1366, height: 768 } });
  const subject = `Xin cấp lại giấy chứng nhận bị cháy ${Date.now()}`;
  await page.goto(`${register}/new`);
  await expect(page.getByLabel("Họ tên, điện thoại hoặc số định danh")).toBeFocused();

  // What is typed before somebody is looked up stays, and so it does when the name comes over.
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByLabel("Họ tên, điện thoại hoặc số định danh").focus();
  await page.keyboard.type("ha thi lua");
  await page.keyboard.press("Enter");
  const take = page.getByRole("button", { name: /Lấy họ tên, địa chỉ vào mẫu/ }).first();
  await expect(take).toBeVisible();
  await expect(page.getByLabel("Tóm tắt nội dung")).toHaveValue(subject);
  expect(new URL(page.url()).search).toBe("");
  await expectAccessible(page);
  await take.press("Enter");
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Hà Thị Lụa");
  await expect(page.getByLabel("Tóm tắt nội dung")).toHaveValue(subject);
  await expect(page.getByLabel("Tóm tắt nội dung")).toBeFocused();

  // Asked only where it matters.
  await expect(page.getByLabel("Nơi chuyển đến")).toBeHidden();
  await page.getByLabel("Nhận qua").selectOption({ label: "Nơi khác chuyển đến" });
  await expect(page.getByLabel("Nơi chuyển đến")).toBeVisible();
  await page.getByLabel("Nhận qua").selectOption({ label: "Tại bàn tiếp" });

  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByText("Kèm bản quét của đơn").click();
  await page.locator("#take input[type=file]").setInputFiles({
    name: "don.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("Đơn viết tay"),
  });
  await page.getByLabel(/không thuộc danh mục bí mật nhà nước/).check();
  await page.getByRole("button", { name: "Vào sổ và in biên nhận" }).click();
  await page.waitForURL(/\/receipt$/);
  const paper = page.getByRole("article");
  await expect(paper.getByText("GIẤY BIÊN NHẬN", { exact: true })).toBeVisible();
  await expect(paper.getByText(/Số: PT-/)).toBeVisible();
  await expect(paper.getByText("Kèm: 01 bản quét của đơn.")).toBeVisible();
  await expect(paper.locator(".slip__name")).toHaveText(["Hà Thị Lụa", "Quách Văn Bình"]);
  await expect(page.getByRole("button", { name: "In", exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(page.getByText("Chỗ để chấm ghi tay.")).toBeHidden();
  await expect(page.getByText("Đã vào sổ.")).toBeHidden();
});

test("without script the search keeps everything typed, and the name comes over beside it", async ({
  browser,
}) => {
  const { page } = await signedIn(browser, officer(), {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 780 },
  });
  await page.goto(`${register}/new`);
  await page.getByLabel("Tóm tắt nội dung").fill("Hỏi về đường vào nghĩa trang bị rào");
  await page.getByRole("radio", { name: "Chưa rõ" }).check();
  await page.getByLabel("Họ tên, điện thoại hoặc số định danh").fill("ha thi lua");
  await page.getByRole("button", { name: "Tìm lượt trước" }).click();
  await expect(page.getByLabel("Tóm tắt nội dung")).toHaveValue("Hỏi về đường vào nghĩa trang bị rào");
  expect(new URL(page.url()).search).toBe("");
  await expectNoSidewaysScroll(page);
  await page
    .getByRole("button", { name: /Lấy họ tên, địa chỉ vào mẫu/ })
    .first()
    .click();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Hà Thị Lụa");
  await expect(page.getByLabel("Tóm tắt nội dung")).toHaveValue("Hỏi về đường vào nghĩa trang bị rào");
  await expect(page.getByRole("radio", { name: "Chưa rõ" })).toBeChecked();
});
