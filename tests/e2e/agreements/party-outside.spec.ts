import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { certificatePem } from "@/lib/agreements/signing/certificate-authority";
import { consent, sign } from "@/tests/e2e/support/agreements";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";
import {
  outsideAuthority,
  outsideCertificate,
  signedByTool,
} from "@/tests/support/files/outside-certificates";

const tenant = "phu-tho";
/** An organisation of the demonstration: name and signer are invented. */
const organisation = "Ủy ban MTTQ Việt Nam tỉnh (trình diễn)";
const title = "Quy chế có bên ngoài cổng";
const successor = "Lục Thế Vinh";

/** The address of the link that the page shows once. */
async function givenLink(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/outside`);
  await page.getByRole("button", { name: /^Cấp đường dẫn/ }).click();
  const shown = page.locator("output b.mono").first();
  await expect(shown).toContainText("/party/");
  return new URL((await shown.textContent()) ?? "").pathname;
}

test("an organisation without an account consents and signs by links of one purpose; the agreement is in force with all signatures valid", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [party, council, committee] = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"].map((office) =>
    person(tenant, office, "chief"),
  );
  if (!party || !council || !committee) throw new Error("three chiefs");
  const { page: first, context } = await signedIn(browser, party);
  const { page: second } = await signedIn(browser, council);
  const { page: third } = await signedIn(browser, committee);
  const outside = await browser.newContext({ javaScriptEnabled: false });
  const front = await outside.newPage();
  const authority = await outsideAuthority("Cơ quan chứng thực của tổ chức");
  const pem = test.info().outputPath("roots.pem");
  await writeFile(pem, certificatePem(authority.certificateDer));
  const listed = spawnSync("npm", [
    "run",
    "--silent",
    "signing:roots",
    "--",
    "--tenant",
    tenant,
    "--add",
    pem,
  ]);
  expect(listed.status, listed.stderr.toString()).toBe(0);
  const certificate = await outsideCertificate(authority, "Phùng Khánh Ngân");

  const address = await test.step("the drafting office names the organisation as a party", async () => {
    await first.goto(`/${tenant}/settings/bodies`);
    await first.getByLabel("Tên cơ quan").fill(organisation);
    await first.getByLabel("Loại").selectOption("front");
    await first.getByRole("button", { name: "Thêm cơ quan" }).click();
    await expect(first.getByRole("status")).toContainText("Đã lưu cơ quan.");
    await first.goto(`/${tenant}/agreements/new`);
    await first.getByLabel("Tên quy chế").fill(title);
    await first.getByRole("button", { name: "Soạn dự thảo" }).click();
    await first.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
    const here = new URL(first.url()).pathname;
    await first.locator("summary").filter({ hasText: "Việc khác" }).click();
    await first.getByRole("link", { name: "Các bên ngoài cổng" }).click();
    await first.getByLabel("Tổ chức").selectOption({ label: organisation });
    await first.getByRole("button", { name: "Thêm bên này" }).click();
    await expect(first.getByText("Ghi chức vụ ký.").first()).toBeVisible();
    await first.getByLabel("Chức vụ ký").fill("Chủ tịch Ủy ban MTTQ Việt Nam tỉnh");
    await first.getByLabel("Người ký", { exact: true }).fill("Phùng Khánh Ngân");
    await first.getByRole("button", { name: "Thêm bên này" }).click();
    await expect(first.getByRole("status")).toContainText("Đã thêm bên ngoài cổng.");
    await expectAccessible(first);
    await first.goto(here);
    await first.getByRole("button", { name: "Gửi các bên thương lượng" }).click();
    await expect(first.getByText("Chờ anh/chị đồng thuận").first()).toBeVisible();
    return here;
  });

  await test.step("it reads the text by its link, refuses without a reason in vain, and consents", async () => {
    for (const page of [first, second, third]) await consent(page, address);
    await first.goto(address);
    await expect(first.getByText(`Còn chờ ${organisation} đồng thuận.`)).toBeVisible();
    const link = await givenLink(first, address);
    await expectAccessible(first);
    await front.goto(link);
    await expect(front).toHaveURL(new RegExp(`/${tenant}/party$`));
    await expect(front.getByRole("heading", { level: 1 })).toHaveText(title);
    // Who is to say yes sees the whole text without unfolding anything.
    await expect(front.getByText(/^1\. Quy chế này/).first()).toBeVisible();
    await front.locator("summary").filter({ hasText: "Không đồng thuận" }).click();
    await front.getByRole("button", { name: "Gửi, không đồng thuận" }).click();
    await expect(front.getByRole("alert")).toBeVisible();
    await front.getByRole("button", { name: "Đồng thuận với bản này" }).click();
    await expect(front.getByText("Đã ghi đồng thuận.")).toBeVisible();
    await front.goto(link);
    await expect(front.getByText("Mã này không mở được gì.")).toBeVisible();
  });

  await test.step("it declines to sign the first paper by its link, as easily; the parties make and consent to a new version", async () => {
    await first.goto(`${address}/open-round`);
    await first.getByRole("button", { name: "Mở vòng ký, chốt văn bản" }).click();
    await expect(first.getByText("Chờ ký, 0 trong 4")).toBeVisible();
    await first.goto(`${address}/outside`);
    const file = {
      name: "chung-thu.cer",
      mimeType: "application/pkix-cert",
      buffer: Buffer.from(certificate.certificateDer),
    };
    await first.getByLabel("Tệp chứng thư số").setInputFiles(file);
    await first.locator("#register-outside").getByLabel("Mật khẩu đăng nhập").fill(party.password);
    await first.getByRole("button", { name: "Đăng ký chứng thư số" }).click();
    await expect(first.getByRole("status")).toContainText("Đã đăng ký chứng thư số của bên ngoài cổng.");
    // Its file may come by the office as well, in a turn of half an hour; declining waits for no turn.
    await first.locator("summary").filter({ hasText: "Nhận tệp do tổ chức tự ký" }).click();
    await first.locator("#turn-4").getByLabel("Mật khẩu đăng nhập").fill(party.password);
    await first.getByRole("button", { name: "Nhận lượt ký 30 phút cho bên này" }).click();
    await expect(first.getByRole("status")).toContainText("Đã nhận lượt ký 30 phút thay tổ chức ngoài cổng.");
    await expect(first.getByText("Anh/chị giữ lượt ký của bên này đến")).toBeVisible();
    await expectAccessible(first);
    await first.getByRole("button", { name: "Trả lại lượt ký" }).click();
    await expect(first.getByRole("status")).toContainText("Đã trả lại lượt ký của bên ngoài cổng.");
    // The paper of the round names who signs: the page says which way leads to another.
    await first.locator("summary").filter({ hasText: "Đổi người ký" }).click();
    await expect(first.getByText("đã in tên Phùng Khánh Ngân")).toBeVisible();
    await expect(first.getByRole("link", { name: "Đến trang rút vòng ký" })).toBeVisible();
    await front.goto(await givenLink(first, address));
    await front.locator("summary").filter({ hasText: "Từ chối ký" }).click();
    await front.getByRole("button", { name: "Từ chối ký và gửi lý do" }).click();
    await expect(front.getByRole("alert")).toContainText("Ghi lý do");
    await front.getByLabel("Lý do").fill("Chưa được Ban Thường trực thông qua.");
    await front.getByRole("button", { name: "Từ chối ký và gửi lý do" }).click();
    await expect(front.getByText("Đã ghi việc từ chối ký và lý do.")).toBeVisible();
    await first.goto(address);
    await expect(first.getByText(`${organisation} từ chối ký`).first()).toBeVisible();
    await expectAccessible(first);
    await first.getByRole("button", { name: "Lập bản mới từ bản này" }).click();
    await expect(first.getByText("Chờ anh/chị đồng thuận").first()).toBeVisible();
    for (const page of [first, second, third]) await consent(page, address);
    await first.goto(`${address}/outside`);
    await first.locator("summary").filter({ hasText: "Đổi người ký" }).click();
    await first.getByLabel("Người ký", { exact: true }).fill(successor);
    await first.getByRole("button", { name: "Ghi người ký mới" }).click();
    await expect(first.getByText("Ghi lý do, từ 5 ký tự.").first()).toBeVisible();
    await first.getByLabel("Lý do", { exact: true }).fill("Nghỉ hưu từ ngày 01/12/2026.");
    await first.getByRole("button", { name: "Ghi người ký mới" }).click();
    await expect(first.getByRole("status")).toContainText("Đã ghi người ký mới.");
    await expectAccessible(first);
    await front.goto(await givenLink(first, address));
    await expect(front.getByText(`${successor}, Chủ tịch Ủy ban MTTQ Việt Nam tỉnh`)).toBeVisible();
    await front.getByRole("button", { name: "Đồng thuận với bản này" }).click();
    await expect(front.getByText("Đã ghi đồng thuận.")).toBeVisible();
  });

  await test.step("the round opens; two chiefs sign here, the organisation by its link with a tool of its own, the third last", async () => {
    await first.goto(`${address}/open-round`);
    await first.getByRole("button", { name: "Mở vòng ký, chốt văn bản" }).click();
    await expect(first.getByText("Chờ ký, 0 trong 4")).toBeVisible();
    await sign(second, address, council.password);
    await sign(third, address, committee.password);
    await front.goto(await givenLink(first, address));
    await front.getByRole("button", { name: "Nhận lượt ký 30 phút" }).click();
    await expect(front.getByText("Đã nhận lượt ký 30 phút.")).toBeVisible();
    await front.getByRole("button", { name: "Trả lại lượt ký" }).click();
    await expect(front.getByText("Đã trả lại lượt ký.")).toBeVisible();
    await front.getByRole("button", { name: "Nhận lượt ký 30 phút" }).click();
    await expect(front.getByText("Đã nhận lượt ký 30 phút.")).toBeVisible();
    await first.goto(`${address}/sign`);
    await expect(first.getByText(`${organisation} đang ký bằng công cụ riêng đến`)).toBeVisible();
    const fetched = await outside.request.get(`/${tenant}/party/files/document`);
    expect(fetched.status()).toBe(200);
    const handed = new Uint8Array(await fetched.body());
    const send = async (bytes: Uint8Array) => {
      const given = { name: "quy-che.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) };
      await front.getByLabel("Tệp đã ký").setInputFiles(given);
      await front.getByRole("button", { name: "Gửi tệp đã ký" }).click();
    };
    await send(handed);
    await expect(front.getByText("Tệp này chưa có chữ ký mới").first()).toBeVisible();
    await send(await signedByTool(handed, certificate));
    await expect(front.getByText("Đã nhận tệp đã ký.")).toBeVisible();
    expect((await outside.request.get(`/${tenant}/party/files/document`)).status()).toBe(404);
    await sign(first, address, party.password);
    await first.goto(address);
    await expect(first.getByText("Đang có hiệu lực").first()).toBeVisible();
    await expect(first.locator("#signatures")).toContainText(organisation);
  });

  await test.step("the file carries four valid signatures and the organisation's name over the title", async () => {
    const href = await first.locator('a[href*="/files/"]').first().getAttribute("href");
    const path = test.info().outputPath("agreement.pdf");
    await writeFile(path, await (await context.request.get(href ?? "")).body());
    const shown = spawnSync("pdfsig", [path], { encoding: "utf8" }).stdout;
    expect(shown.match(/Signature is Valid\./g)).toHaveLength(4);
    const words = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).stdout;
    expect(words.normalize("NFC")).toContain(successor);
    expect(words.normalize("NFC").split("QUY CHẾ")[0]).toContain("ỦY BAN MTTQ VIỆT NAM TỈNH (TRÌNH DIỄN)");
    const told = spawnSync("npm", ["run", "--silent", "agreement:verify", "--", "--trust", pem, path], {
      encoding: "utf8",
    });
    expect(told.status, told.stdout).toBe(0);
    await first.goto(`${address}/log`);
    await expect(first.getByText("chữ ký số của tổ chức ngoài cổng, bằng đường dẫn").first()).toBeVisible();
  });
});
