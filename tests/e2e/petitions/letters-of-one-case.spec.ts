import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";

const tenant = "phu-tho";
const stamp = Date.now() % 100_000;
const content = `Quyết định số ${stamp} thu hồi đất làm đường vào bản tính đơn giá ${61_000 + (stamp % 700)} đồng một mét vuông là thấp so với giá thị trường,
  không tính cây ăn quả đã cho thu hoạch và công trình phụ của các hộ dân trong bản. Các hộ đã được mời họp ngày 12/8/2026 nhưng không được giải thích
  cách tính, biên bản họp không ghi ý kiến của người dân. Đề nghị kiểm tra lại đơn giá, bổ sung cây cối và công trình phụ rồi trả lời từng hộ.`;

async function type(page: Page, letter: { name: string; house: number; people?: string }): Promise<void> {
  await page.goto(`/${tenant}/petitions/new`);
  await page.getByLabel("Họ và tên").fill(letter.name);
  await page
    .getByLabel("Địa chỉ")
    .fill(`số ${letter.house}, bản Lướt ${letter.house}, xã Ngọc Chiến ${letter.house}`);
  await page.getByLabel("Tóm tắt nội dung").fill("Kiến nghị bồi thường khi làm đường");
  await page.getByLabel("Nội dung đơn").fill(content);
  if (letter.people) await page.getByLabel("Số người").fill(letter.people);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
}

async function take(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  const letter = new URL(page.url()).pathname;
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: "Kiến nghị" });
  await page.getByRole("button", { name: "Phân loại", exact: true }).click();
  return letter;
}

test("letters of one matter become one case with a representative, one answer, told to all", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  await type(page, { name: `Cà Văn Sọi ${stamp}`, house: 7, people: "5" });
  await take(page);
  await page.getByText("Lập vụ việc mới").click();
  await page.getByLabel("Tên vụ việc").fill(`Bồi thường khi làm đường ${stamp}`);
  await page.getByRole("button", { name: "Lập vụ việc" }).click();
  await page.waitForURL(/\/petitions\/cases\//);
  const found = new URL(page.url()).pathname;
  await expectAccessible(page);

  // While another household's letter is typed the page says whose case it could be.
  await type(page, { name: `Lò Thị Đôi ${stamp}`, house: 91 });
  await expect(page.getByText(/có thể cùng vụ việc VV-/)).toBeVisible();
  await take(page);
  // Without a look at another page: the open cases are offered where a code is asked for.
  await expect(page.locator("#join-case datalist option").first()).toHaveAttribute("value", /^VV-/);
  await page.getByLabel("Lý do đưa vào").first().fill("Cùng một con đường.");
  await page.getByRole("button", { name: /^Đưa vào vụ việc VV-/ }).click();
  await page.waitForURL((url) => url.pathname === found);
  await expect(page.getByText("2 đơn, 6 người")).toBeVisible();
  await expect(page.locator("#letters").getByText(`Cà Văn Sọi ${stamp}`)).toBeVisible();
  await expect(page.locator("#representatives datalist option")).toHaveCount(2);

  await page.getByText("Ghi người đại diện").first().click();
  await page.locator("#representatives").getByLabel("Đơn").selectOption({ index: 2 });
  await page.getByLabel("Họ và tên người đại diện").fill(`Lò Thị Đôi ${stamp}`);
  await page.getByLabel("Văn bản cử người đại diện").fill("Giấy cử ngày họp bản");
  await page.getByLabel("Ngày cử").fill("01/11/2026");
  await page.getByRole("button", { name: "Ghi người đại diện" }).click();
  await expect(page.getByText(/Văn bản cử: Giấy cử/)).toBeVisible();

  const chief = await signedIn(browser, person(tenant, "VP UBND", "chief"));
  await chief.page.goto(found);
  await chief.page.getByText("Ghi kết quả vụ việc").click();
  await chief.page.getByLabel("Nội dung kết quả").fill("Điều chỉnh đơn giá, bổ sung cây cối.");
  await chief.page.getByRole("button", { name: "Ghi kết quả", exact: true }).click();
  await expect(chief.page.getByText("Còn 2 đơn của văn phòng chưa thông báo")).toBeVisible();
  await chief.page.getByRole("radio", { name: "thông báo cho người đại diện" }).check();
  await chief.page.getByRole("button", { name: "Ghi đã thông báo" }).click();
  await expect(chief.page.getByText(/Đã thông báo ngày/).first()).toBeVisible();
  await expectAccessible(chief.page);
  const phone = await signedIn(browser, person(tenant, "VP UBND", "chief"), {
    viewport: { width: 360, height: 780 },
  });
  for (const path of [found, `/${tenant}/petitions/cases`]) {
    await phone.page.goto(path);
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page);
  }
});
