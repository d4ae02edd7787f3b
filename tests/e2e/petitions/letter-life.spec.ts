import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const register = `/${tenant}/petitions`;

test("a citizen at the desk: her earlier visits, the letter with its code and receipt, and a denunciation that keeps its name", async ({
  browser,
}) => {
  const subject = `Đề nghị trả lời về tái định cư ${Date.now()}`;
  const officer = await signedIn(browser, person(tenant, "VP UBND", "reception-officer"));
  const { page } = officer;

  // Found without marks; name, address and telephone come over from what she brought before.
  await page.goto(`${register}/new`);
  await page.getByLabel("Họ tên, điện thoại hoặc số định danh").fill("ha thi lua");
  await page.getByRole("button", { name: "Tìm lượt trước" }).click();
  await expect(
    page.getByRole("link", { name: "Hỏi tiến độ trả lời đơn khiếu nại về bồi thường đất" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("button", { name: /Lấy họ tên, địa chỉ vào mẫu/ })
    .first()
    .click();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Hà Thị Lụa");
  await expect(page.getByLabel("Điện thoại", { exact: true })).toHaveValue("0900 000 412");

  // Nothing is sent without an answer to the one question; everything typed stays.
  await page.getByLabel("Tóm tắt nội dung").fill(subject);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  await page.getByLabel("Loại đơn").selectOption({ label: "Khiếu nại" });
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await expect(page.getByText(/PT-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/).first()).toBeVisible();
  await expect(page.getByText("Hà Thị Lụa")).toBeVisible();
  await expectAccessible(page);
  const letter = new URL(page.url()).pathname;

  await page.goto(`${letter}/receipt`);
  await expect(page.getByText("GIẤY BIÊN NHẬN", { exact: true })).toBeVisible();
  await expectAccessible(page);

  // Its scan, with the sender's word that nothing in it is a state secret.
  await page.goto(letter);
  await page.getByText("Kèm bản quét").click();
  await page.locator("#attach input[type=file]").setInputFiles({
    name: "don-ha-thi-lua.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("Đơn viết tay"),
  });
  await page.getByLabel(/không thuộc danh mục bí mật nhà nước/).check();
  await page.getByRole("button", { name: "Lưu bản quét" }).click();
  await expect(page.getByRole("link", { name: "Bản quét 1" })).toBeVisible();
  await expectAccessible(page);

  // Whoever opens the register finds it, a slip of the finger included; the other office does not.
  await page.goto(`${register}?q=${encodeURIComponent("ha thi luaa")}`);
  await expect(page.getByRole("link", { name: subject })).toBeVisible();
  const council = await signedIn(browser, person(tenant, "VP ĐĐBQH&HĐND", "specialist"));
  expect((await council.page.goto(letter))?.status()).toBe(404);

  // It turns out to denounce somebody: the name is gone from page and search, and the chief on a phone sees why.
  await page.goto(letter);
  await page.locator("summary", { hasText: "Phân loại lại" }).click();
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: "Tố cáo" });
  await page.getByRole("button", { name: "Phân loại lại" }).click();
  await expect(page.getByText("Danh tính được giữ kín")).toBeVisible();
  await expect(page.getByText("Hà Thị Lụa")).toHaveCount(0);
  await page.goto(`${register}?q=${encodeURIComponent("ha thi lua")}`);
  await expect(page.getByRole("link", { name: subject })).toHaveCount(0);

  // Who handles it opens the name with a reason, once; the scan likewise. The next page shows neither.
  const reason = `Xác minh nhân thân ${Date.now()}`;
  await page.goto(letter);
  await page.getByRole("button", { name: "Mở xem danh tính, nội dung" }).click();
  await expect(page.getByText("Nêu lý do xem").first()).toBeVisible();
  await page.locator("#look-reason").fill(reason);
  await page.getByRole("button", { name: "Mở xem danh tính, nội dung" }).click();
  await expect(page.getByText("Hà Thị Lụa")).toBeVisible();
  await expectAccessible(page);
  await page.locator("#scans-reason").fill(reason);
  const [scan] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Mở Bản quét 1" }).click(),
  ]);
  expect(scan.suggestedFilename()).toBe("don-ha-thi-lua.txt");
  await page.goto(letter);
  await expect(page.getByText("Hà Thị Lụa")).toHaveCount(0);
  await expect(page.getByText("đã mở xem 2 lần")).toBeVisible();
  const inspector = await signedIn(browser, person(tenant, "VP UBND", "inspector"));
  await inspector.page.goto(`/${tenant}`);
  await inspector.page.getByRole("link", { name: "Ai đã xem danh tính" }).click();
  await expect(inspector.page.getByRole("cell", { name: reason })).toHaveCount(2);
  await expectAccessible(inspector.page);

  // A clerk cannot take it out of the seal; who may, does so with a reason, on a page that says who will read the name.
  const clerk = await signedIn(browser, person(tenant, "VP UBND", "records-clerk"));
  await clerk.page.goto(`${letter}/unseal`);
  await expect(clerk.page.getByText(/Luật Tố cáo 2018, Điều 8 khoản 3/)).toBeVisible();
  await page.goto(letter);
  await page.locator("summary", { hasText: "Phân loại lại" }).click();
  await page.getByRole("link", { name: "Chuyển ra khỏi tố cáo" }).click();
  await expect(page.getByText(/sẽ mở danh tính cho VP UBND/)).toBeVisible();
  await expectAccessible(page);

  const chief = await signedIn(browser, person(tenant, "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  for (const path of [
    letter,
    `${letter}/unseal`,
    register,
    `${register}/counts`,
    `${register}/new`,
    `${register}/print`,
  ]) {
    await chief.page.goto(path);
    await expectNoSidewaysScroll(chief.page);
  }
  await chief.page.goto(`${letter}/log`);
  await expect(chief.page.getByText("phân loại: Tố cáo")).toBeVisible();
});
