import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { certificatePem } from "@/lib/agreements/signing/certificate-authority";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";
import {
  outsideAuthority,
  outsideCertificate,
  packedByOpenssl,
  signedByTool,
} from "@/tests/support/files/outside-certificates";

const tenant = "phu-tho";

async function consent(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Đồng thuận với bản này" }).click();
  await expect(page.getByRole("status")).toContainText("Đã ghi đồng thuận của cơ quan anh/chị.");
}

async function register(page: Page, certificateDer: Uint8Array, password: string): Promise<void> {
  await page.goto(`/${tenant}/account/certificates`);
  const file = {
    name: "chung-thu.cer",
    mimeType: "application/pkix-cert",
    buffer: Buffer.from(certificateDer),
  };
  const form = page.locator("#register");
  await form.getByLabel("Tệp chứng thư số").setInputFiles(file);
  await form.getByLabel("Mật khẩu đăng nhập").fill(password);
  await form.getByRole("button", { name: "Đăng ký" }).click();
  await expect(page.getByRole("status")).toContainText("Đã đăng ký chứng thư số.");
}

test("one chief signs with a portal key, one with an own key file, one with another tool", async ({
  browser,
}) => {
  const [party, council, committee] = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"].map((office) =>
    person(tenant, office, "chief"),
  );
  if (!party || !council || !committee) throw new Error("three chiefs");
  const first = await signedIn(browser, party);
  const second = await signedIn(browser, council);
  const third = await signedIn(browser, committee, { javaScriptEnabled: false });
  const authority = await outsideAuthority();
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
  const tokens = {
    second: await outsideCertificate(authority, "Người ký của Hội đồng"),
    third: await outsideCertificate(authority, "Người ký của Ủy ban"),
  };
  await register(second.page, tokens.second.certificateDer, council.password);
  await register(third.page, tokens.third.certificateDer, committee.password);
  await expectAccessible(second.page);

  await first.page.goto(`/${tenant}/agreements/new`);
  await first.page.getByLabel("Tên quy chế").fill("Quy chế ký bằng ba cách");
  await first.page.getByRole("button", { name: "Soạn dự thảo" }).click();
  await first.page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
  const address = new URL(first.page.url()).pathname;
  await first.page.getByRole("button", { name: "Gửi các bên thương lượng" }).click();
  await expect(first.page.getByText("Chờ anh/chị đồng thuận").first()).toBeVisible();
  for (const { page } of [first, second, third]) await consent(page, address);
  await first.page.goto(`${address}/open-round`);
  await first.page.getByRole("button", { name: "Mở vòng ký, chốt văn bản" }).click();
  await expect(first.page.getByText("Chờ ký, 0 trong 3")).toBeVisible();

  await test.step("the third takes the turn; nobody else signs meanwhile, and sees until when", async () => {
    await third.page.goto(`${address}/sign`);
    await third.page.getByRole("link", { name: /^Ký bằng chứng thư số khác/ }).click();
    await third.page.getByLabel("Mật khẩu đăng nhập").fill(committee.password);
    await third.page.getByRole("button", { name: "Nhận lượt ký 30 phút" }).click();
    await expect(third.page.getByText("Anh/chị đang giữ lượt ký đến").first()).toBeVisible();
    await first.page.goto(`${address}/sign`);
    await expect(first.page.getByText("VP UBND đang ký bằng công cụ riêng đến")).toBeVisible();
    await expect(first.page.getByLabel("Mật khẩu ký")).toHaveCount(0);
  });

  await test.step("a file without a signature is refused with what to do; the signed one leads to the receipt", async () => {
    const link = third.page.getByRole("link", { name: "Tải tệp cần ký (PDF)" });
    const fetched = await third.context.request.get((await link.getAttribute("href")) ?? "");
    const file = new Uint8Array(await fetched.body());
    const send = async (bytes: Uint8Array) => {
      const given = { name: "quy-che.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) };
      await third.page.getByLabel("Tệp đã ký").setInputFiles(given);
      await third.page.getByRole("button", { name: "Gửi tệp đã ký" }).click();
    };
    await send(file);
    await expect(third.page.getByText("Tệp này chưa có chữ ký mới").first()).toBeVisible();
    await send(await signedByTool(file, tokens.third));
    await third.page.waitForURL(/\/receipts\//);
    await expect(third.page.getByText("Ký bằng công cụ của người ký.")).toBeVisible();
  });

  await test.step("the second signs with a key file, the first with the portal's key", async () => {
    await second.page.goto(`${address}/sign/other`);
    await expectAccessible(second.page);
    const keyFile = packedByOpenssl(tokens.second, "mật khẩu tệp khóa");
    const given = { name: "khoa.p12", mimeType: "application/x-pkcs12", buffer: Buffer.from(keyFile) };
    await second.page.getByLabel("Tệp khóa PKCS#12").setInputFiles(given);
    await second.page.getByLabel("Mật khẩu của tệp khóa").fill("sai");
    await second.page.getByRole("button", { name: "Ký bằng tệp khóa" }).click();
    await expect(second.page.getByText("Không mở được tệp khóa").first()).toBeVisible();
    await second.page.getByLabel("Mật khẩu của tệp khóa").fill("mật khẩu tệp khóa");
    await second.page.getByRole("button", { name: "Ký bằng tệp khóa" }).click();
    await second.page.waitForURL(/\/receipts\//);
    await first.page.goto(`${address}/sign`);
    await first.page.getByLabel("Mật khẩu ký").fill(party.password);
    await first.page.getByRole("button", { name: "Ký số" }).click();
    await first.page.waitForURL(/\/receipts\//);
    await first.page.goto(address);
    await expect(first.page.getByText("Đang có hiệu lực").first()).toBeVisible();
  });

  await test.step("three records clerks add the organisations' signatures, each led there by the desk; then it is issued", async () => {
    for (const [index, office] of ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"].entries()) {
      const holder = person(tenant, office, "records-clerk");
      const clerk = await signedIn(browser, holder, { javaScriptEnabled: index > 0 });
      await clerk.page.goto(`/${tenant}`);
      await clerk.page.locator(`a[href="${address}/issue"]`).click();
      await expect(clerk.page.getByRole("heading", { level: 1 })).toHaveText(
        "Ký số của cơ quan: Quy chế ký bằng ba cách",
      );
      if (index > 0) await expectAccessible(clerk.page);
      await clerk.page.getByLabel("Mật khẩu ký của cơ quan").fill(holder.password);
      await clerk.page.getByRole("button", { name: "Ký số của cơ quan" }).click();
      await expect(clerk.page.getByRole("status")).toContainText("Đã thêm chữ ký số của cơ quan.");
      await clerk.context.close();
    }
    await first.page.goto(address);
    await expect(first.page.getByText("Quy chế đã ban hành, đang có hiệu lực").first()).toBeVisible();
    const href = await first.page.locator('a[href*="/files/"]').first().getAttribute("href");
    const path = test.info().outputPath("agreement.pdf");
    await writeFile(path, await (await first.context.request.get(href ?? "")).body());
    const shown = spawnSync("pdfsig", [path], { encoding: "utf8" }).stdout;
    expect(shown.match(/Signature is Valid\./g)).toHaveLength(6);
    const told = spawnSync("npm", ["run", "--silent", "agreement:verify", "--", "--trust", pem, path], {
      encoding: "utf8",
    });
    expect(told.status, told.stdout).toBe(0);
    expect(told.stdout).toContain("Văn phòng Tỉnh ủy");
  });
});
