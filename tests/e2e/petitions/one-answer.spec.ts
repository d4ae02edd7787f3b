import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const stamp = Date.now() % 100_000;

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

type Letter = { name: string; address: string; subject: string; content: string; day?: string };

async function type(page: Page, letter: Letter): Promise<void> {
  await page.goto(`/${tenant}/petitions/new`);
  await page.getByLabel("Họ và tên").fill(letter.name);
  await page.getByLabel("Địa chỉ").fill(letter.address);
  await page.getByLabel("Tóm tắt nội dung").fill(letter.subject);
  await page.getByRole("radio", { name: "Không", exact: true }).check();
  if (letter.day) await page.getByLabel("Ngày nhận", { exact: true }).fill(letter.day);
  await page.locator("[name=content]").fill(letter.content);
}

/** Into the register and classified; where another office has the same, without an answer to that yet. */
async function takeIn(page: Page, kind: string, { isAlike = false } = {}): Promise<string> {
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  if (isAlike) await page.getByText("Phân loại trước, nhập hoặc để riêng sau").click();
  await page.getByLabel("Loại đơn", { exact: true }).selectOption({ label: kind });
  await page.getByRole("button", { name: "Phân loại", exact: true }).click();
  await expect(page.getByText("Đã phân loại").first()).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The paper of this kind looked at, confirmed as signed, and issued. */
async function issue(page: Page, letter: string, kind: string, body: string): Promise<void> {
  await page.goto(`${letter}/papers/new`);
  await page.getByRole("link", { name: kind }).click();
  await expect(page.getByRole("heading", { level: 1, name: kind })).toBeVisible();
  await expect(page.locator("form[data-drafts=kept]")).toHaveCount(1);
  await page.getByLabel("Nội dung", { exact: true }).fill(body);
  await page.getByRole("button", { name: "Xem trước" }).click();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("button", { name: "Đã ký, ban hành" }).click();
  await expect(page.locator("#papers").getByText(kind).first()).toBeVisible();
}

test("before she has typed all of the husband's letter she reads that it is being verified at another office, and joins it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const lot = stamp + 100_000;
  const letter: Letter = {
    name: "Chẩu Thị Thử",
    address: "Khu 9, xã Phú Thọ",
    subject: `Đo lại thửa ${lot} khi làm hồ chứa`,
    content: `Gia đình tôi có thửa đất số ${lot} tờ bản đồ 21 bị ngập khi tích nước hồ chứa theo Quyết định số 3${lot}. Tổ kiểm đếm ghi thiếu 64 m2 đất vườn và 29 gốc quế mười năm tuổi. Tôi đã nộp đơn ở xã ngày 14/09/2026, xã hẹn mà không trả lời. Đề nghị đo lại bằng máy, có tôi chứng kiến, và tính đủ số quế.`,
    day: "03/11/2026",
  };
  const first = await signedIn(browser, person(tenant, "VP UBND", "chief"));
  await type(first.page, letter);
  const path = await takeIn(first.page, "Khiếu nại");
  await issue(first.page, path, "Thông báo thụ lý", "Khiếu nại đủ điều kiện thụ lý.");
  await issue(first.page, path, "Quyết định xác minh", "QUYẾT ĐỊNH:\nĐiều 1. Xác minh nội dung khiếu nại.");

  const { page } = await signedIn(browser, person(tenant, "VPTU", "reception-officer"));
  await type(page, {
    name: "Ly Van Chong",
    address: bare(letter.address),
    subject: `Do lai thua ${lot}`,
    content: bare(letter.content).slice(0, letter.content.length / 2),
  });
  const hint = page.getByRole("region", { name: "Có thể đã gửi" });
  await expect(hint).toContainText(/Có ở VP UBND từ 03\/11\/2026, mã PT-\S+: đang xác minh/);
  await expect(hint).not.toContainText("Chẩu Thị");
  await expectAccessible(page);
  await hint.getByRole("button", { name: "Cùng một đơn" }).first().click();
  await page.getByRole("button", { name: "Vào sổ", exact: true }).click();
  await page.waitForURL(/\/petitions\/[0-9a-f-]{36}$/);
  await expect(page.locator("#same").getByText("Đã nhập vào đơn này.").first()).toBeVisible();
  await expect(page.locator("#same")).toContainText("đang xác minh");
});

test("before another letter of the matter is sent on, the page warns that it has come back from there twice", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const pole = stamp + 200_000;
  const letter: Letter = {
    name: "Phùng Thị Thử",
    address: "Khu 11, xã Phú Thọ",
    subject: `Đường dây điện cột ${pole} võng sát mái nhà`,
    content: `Đường dây điện tại cột số ${pole} võng xuống sát mái nhà tôi từ trận lốc ngày 09/08/2026, cách mái tôn 80 cm. Tôi đã báo điện lực ngày 11/08/2026, họ hẹn hai tuần mà đến nay chưa ai đến. Nhà có 3 cháu nhỏ, mùa mưa rất nguy hiểm. Đề nghị kéo lại dây, thay cột nghiêng và trả lời bằng văn bản.`,
  };
  const first = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  await type(first.page, letter);
  const here = await takeIn(first.page, "Phản ánh");

  // The same matter at another office: sent to the Party Committee's office, come back, sent with a reason, come back.
  const council = await signedIn(browser, person(tenant, "VP ĐĐBQH&HĐND", "specialist"));
  const { page } = council;
  await type(page, { ...letter, name: "Ma Van Chong", content: bare(letter.content) });
  const there = await takeIn(page, "Phản ánh", { isAlike: true });
  const party = await signedIn(browser, person(tenant, "VPTU", "specialist"));
  for (const [time, slip] of ["41/PC-VP", "42/PC-VP"].entries()) {
    await page.goto(`${there}/forward`);
    await page.getByLabel("Nội dung đơn theo bảng").selectOption({ index: 1 });
    await page.getByLabel("Số phiếu chuyển").fill(slip);
    if (time > 0) await page.getByLabel("Lý do vẫn chuyển").fill("Có thêm tài liệu về đảng viên.");
    await page.getByRole("button", { name: "Chuyển đơn" }).click();
    await page.waitForURL((url) => url.pathname === there);
    await party.page.goto(there);
    await party.page.getByRole("radio", { name: "Trả lại đơn" }).check();
    await party.page.getByLabel("Lý do").fill(`Không thuộc thẩm quyền, lần ${time + 1}.`);
    await party.page.getByRole("button", { name: "Ghi", exact: true }).click();
    await expect(party.page.getByText("Bị trả lại").first()).toBeVisible();
    await page.goto(there);
    await page.getByRole("button", { name: "Nhận lại" }).click();
    await expect(page.getByRole("link", { name: "Chuyển đơn", exact: true })).toBeVisible();
  }
  await page.goto(`${there}#same`);
  await page.locator("#same").getByRole("button", { name: "Nhập vào đơn này" }).first().click();
  await expect(page.locator("#same").getByText("Đã nhập vào đơn này.").first()).toBeVisible();

  // She has another letter in hand, that was nowhere yet.
  await first.page.goto(`${here}/forward`);
  const warning = first.page.getByText("đã chuyển đến VPTU 2 lần, từ đó quay lại 2 lần");
  await expect(warning).toBeVisible();
  await expect(first.page.getByText("Không thuộc thẩm quyền, lần 2.")).toBeVisible();
  // The office that sent it away twice never had it sent there: so it is said, and no number of nothing.
  await expect(first.page.getByText("Vụ việc này đã ở VP ĐĐBQH&HĐND")).toBeVisible();
  await first.page.setViewportSize({ width: 1366, height: 768 });
  await first.page.evaluate(() => window.scrollTo(0, 0));
  await expect(warning).toBeInViewport();
  await expectAccessible(first.page);
  await first.page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(first.page);
  await first.page.getByLabel("Nội dung đơn theo bảng").selectOption({ index: 1 });
  await first.page.getByLabel("Số phiếu chuyển").fill("43/PC-VP");
  await first.page.getByRole("button", { name: "Chuyển đơn" }).click();
  await expect(first.page.getByText("nêu lý do vẫn chuyển").first()).toBeVisible();
  await expect(first.page.getByLabel("Số phiếu chuyển")).toHaveValue("43/PC-VP");
});

/** A register of one office, brought in by the command an office brings it in with. */
function importRegister(file: string, lines: readonly (readonly string[])[]): void {
  const head = "code,receivedOn,receivedBy,channel,fullName,address,phone,idNumber,subject,content,class";
  const cells = lines.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
  writeFileSync(file, [head, ...cells].join("\n"));
  const run = spawnSync(
    process.execPath,
    [
      "node_modules/tsx/dist/cli.mjs",
      "--tsconfig",
      "tsconfig.worker.json",
      "scripts/petitions-import.ts",
      "--tenant",
      tenant,
      "--office",
      "VP UBND",
      file,
    ],
    { encoding: "utf8" },
  );
  expect(run.status, `${run.stdout}${run.stderr}`).toBe(0);
}

test("thirty households with one matter become one case with representatives", async ({
  browser,
}, testInfo) => {
  test.setTimeout(240_000);
  const decision = stamp + 300_000;
  const content = (household: number) =>
    `Quyết định số ${decision} thu hồi đất bãi bồi để nạo vét lòng sông tính đơn giá hoa màu thấp hơn giá thu mua, không tính công cải tạo đất của các hộ và chi phí bơm cát. Các hộ đã họp với ban quản lý ngày 17/8/2026 nhưng biên bản không ghi ý kiến của người dân. Hộ tôi mất ${300 + household} m2 ngô. Đề nghị tính lại đơn giá, bổ sung công cải tạo đất và trả lời từng hộ bằng văn bản.`;
  const households = Array.from({ length: 30 }, (_, n) => n + 1);
  importRegister(
    testInfo.outputPath("thirty.csv"),
    households.map((n) => [
      `HO-${stamp}-${n}`,
      "2026-11-05",
      "peoples-committee",
      "post",
      `Hộ Thử ${["An", "Bình", "Cúc", "Dần", "Giáp"][n % 5]} ${n}`,
      `số ${n}, xóm Bãi ${n}, xã Sông Thử ${n}`,
      "",
      "",
      `Đơn giá hoa màu bãi bồi, hộ số ${n} (${stamp})`,
      content(n),
      "proposal",
    ]),
  );
  const { page } = await signedIn(browser, person(tenant, "VP UBND", "specialist"));
  await page.goto(`/${tenant}/petitions?q=${encodeURIComponent(`HO-${stamp}-1`)}`);
  await page.getByRole("link", { name: `Đơn giá hoa màu bãi bồi, hộ số 1 (${stamp})` }).click();
  await page.getByText("Lập vụ việc mới").click();
  await page.getByLabel("Tên vụ việc").fill(`Đơn giá hoa màu bãi bồi ${stamp}`);
  await page.getByRole("button", { name: "Lập vụ việc" }).click();
  await page.waitForURL(/\/petitions\/cases\//);
  await page.getByLabel("Lý do đưa vào").first().fill("Cùng một quyết định thu hồi.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Đưa các đơn đã chọn vào vụ việc" }).click();
  await expect(page.getByText("30 đơn, 30 người")).toBeVisible();
  await expect(page.getByText(/được cử tối đa 5 người đại diện/)).toBeVisible();
  const representatives = page.locator("#representatives");
  await representatives.locator("summary", { hasText: "Ghi người đại diện" }).click();
  await representatives.getByLabel("Đơn").selectOption({ index: 2 });
  const name = await representatives.locator("datalist option").nth(1).getAttribute("value");
  await page.getByLabel("Họ và tên người đại diện").fill(name ?? "");
  await page.getByLabel("Văn bản cử người đại diện").fill("Giấy cử của các hộ");
  await page.getByLabel("Ngày cử").fill("10/11/2026");
  await page.getByRole("button", { name: "Ghi người đại diện" }).click();
  await expect(page.getByText(/Văn bản cử: Giấy cử/)).toBeVisible();
  await expect(representatives.locator(".additions li").first()).toContainText(name ?? "");
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page);
});
