import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { consent, drafted, sign } from "@/tests/e2e/support/agreements";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const offices = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"] as const;

/** By the page that says what can no longer be changed then; the way back is as near. */
async function openRound(
  page: Page,
  address: string,
  turns: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Mở vòng ký" }).click();
  await expect(page.getByText("từ lúc đó không ai sửa được lời văn, phân công, thời hạn nữa")).toBeVisible();
  await page.getByRole("link", { name: "Chưa mở, về quy chế" }).click();
  await expect(page.getByRole("heading", { name: "Ai chủ trì, ai phối hợp" })).toBeVisible();
  await page.getByRole("link", { name: "Mở vòng ký" }).click();
  for (const [office, turn] of Object.entries(turns)) {
    await page.getByRole("radio", { name: /^Ký lần lượt/ }).check();
    await page.getByRole("combobox", { name: office, exact: true }).selectOption(turn);
  }
  await page.getByRole("button", { name: "Mở vòng ký, chốt văn bản" }).click();
  await expect(page.getByText("Chờ ký, 0 trong 3")).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Đã mở vòng ký và lấy số văn bản.");
}

for (const javaScriptEnabled of [true, false]) {
  test(`three chiefs consent to and sign an agreement from the template, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [party, council, committee] = offices.map((office) => person(tenant, office, "chief"));
    if (!party || !council || !committee) throw new Error("three chiefs");
    const options = { javaScriptEnabled };
    const first = await signedIn(browser, party, options);
    const second = await signedIn(browser, council, options);
    const third = await signedIn(browser, committee, options);
    const pages = [first.page, second.page, third.page];

    await first.page.goto(`/${tenant}/agreements/new`);
    await first.page.getByLabel("Tên quy chế").fill(`Quy chế thử ${javaScriptEnabled ? "một" : "hai"}`);
    await first.page.getByLabel("Có hiệu lực từ").fill("32/13");
    await first.page.getByRole("button", { name: "Soạn dự thảo" }).click();
    await expect(first.page.getByText("không đọc được ngày này").first()).toBeVisible();
    await expect(first.page.getByLabel("Tên quy chế")).toHaveValue(/Quy chế thử/);
    await first.page.getByLabel("Có hiệu lực từ").fill("");
    await first.page.getByRole("button", { name: "Soạn dự thảo" }).click();
    await first.page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
    const address = new URL(first.page.url()).pathname;

    await test.step("the draft is the contact office's until it is sent", async () => {
      await second.page.goto(address);
      await expect(second.page.getByText("đang soạn dự thảo")).toBeVisible();
      await first.page.getByRole("button", { name: "Gửi các bên thương lượng" }).click();
      await expect(first.page.getByText("Chờ anh/chị đồng thuận").first()).toBeVisible();
    });

    await test.step("a change of an article clears the consent given", async () => {
      await consent(first.page, address);
      await second.page.goto(`${address}/articles/principles`);
      await expect(second.page.getByText("làm mất hiệu lực đồng thuận của: VPTU")).toBeVisible();
      const text = second.page.getByLabel("Nội dung các khoản");
      await text.fill(`${await text.inputValue()}\n\nCác văn phòng trao đổi hằng tuần qua Cổng phối hợp.`);
      await second.page.getByRole("button", { name: "Lưu điều này" }).click();
      await second.page.waitForURL(/#principles$/);
      await expect(second.page.getByRole("status")).toContainText("Đã lưu điều vừa sửa.");
      // In the text itself, and among what a chief who is asked to consent is shown to differ.
      const added = "Các văn phòng trao đổi hằng tuần qua Cổng phối hợp.";
      await expect(second.page.locator("#text").getByText(added)).toBeVisible();
      const changes = second.page.getByRole("region", { name: "Những điểm khác bản mẫu" });
      await expect(changes.getByRole("heading", { name: /^Điều 2\./ })).toBeVisible();
      await expect(changes.getByRole("insertion").getByText(added)).toBeVisible();
      await first.page.goto(address);
      await expect(first.page.getByText("Đồng thuận, 0/3")).toBeVisible();
    });

    await test.step("all consent, the contact office opens the round, three sign, one after another or in any order", async () => {
      for (const page of pages) await consent(page, address);
      const turns = { [offices[2]]: "Lượt 1", [offices[0]]: "Lượt 2", [offices[1]]: "Lượt 3" };
      await openRound(first.page, address, javaScriptEnabled ? {} : turns);
      await second.page.goto(address);
      const asked = second.page.getByRole("link", { name: "Xem và ký" });
      if (javaScriptEnabled) await expect(asked).toBeVisible();
      else {
        const later = "Chưa đến lượt anh/chị: chờ VPTU, VP UBND ký trước.";
        await expect(second.page.getByText(later)).toBeVisible();
        await expect(asked).toHaveCount(0);
        await second.page.goto(`/${tenant}`);
        await expect(second.page.getByText("Chưa đến lượt ký; chờ VPTU, VP UBND ký trước.")).toBeVisible();
      }
      await third.page.goto(`${address}/sign`);
      await third.page.getByLabel("Mật khẩu ký").fill("không phải mật khẩu ký");
      await third.page.getByRole("button", { name: "Ký số" }).click();
      await expect(third.page.getByText("Còn 4 lần thử").first()).toBeVisible();
      await sign(third.page, address, committee.password);
      await sign(first.page, address, party.password);
      await sign(second.page, address, council.password);
      await second.page.goto(address);
      await expect(second.page.getByText("Đang có hiệu lực").first()).toBeVisible();
    });

    await test.step("the file carries three valid signatures, the last over the whole document", async () => {
      const link = second.page.locator('a[href*="/files/"]').first();
      const href = await link.getAttribute("href");
      const file = await second.context.request.get(href ?? "");
      expect(file.status()).toBe(200);
      const path = test.info().outputPath("agreement.pdf");
      const bytes = await file.body();
      await import("node:fs/promises").then((fs) => fs.writeFile(path, bytes));
      expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
      const shown = spawnSync("pdfsig", [path], { encoding: "utf8" }).stdout;
      expect(shown.match(/Signature is Valid\./g)).toHaveLength(3);
      expect(shown.trimEnd().split("Signature #3").at(-1)).toContain("Total document signed");
    });

    if (javaScriptEnabled) {
      for (const path of [address, `${address}/log`, `/${tenant}/agreements`, `/${tenant}/agreements/new`]) {
        await first.page.goto(path);
        await expectAccessible(first.page);
      }
    }
  });
}

test("declining is as easy as signing: the round stops, the number is void, a new version goes on", async ({
  browser,
}) => {
  const contact = await signedIn(browser, person(tenant, "VPTU", "chief"));
  const other = await signedIn(browser, person(tenant, "VP ĐĐBQH&HĐND", "chief"));
  const third = await signedIn(browser, person(tenant, "VP UBND", "chief"));
  const address = await drafted(contact.page, tenant, "Quy chế sẽ bị từ chối");
  for (const { page } of [contact, other, third]) await consent(page, address);
  await openRound(contact.page, address);

  await other.page.goto(`${address}/sign`);
  await expectAccessible(other.page);
  await other.page.getByRole("link", { name: "Từ chối ký" }).click();
  await expectAccessible(other.page);
  await other.page.getByLabel("Lý do từ chối").fill("Điều 8 chưa phù hợp với quy định mới.");
  await other.page.getByRole("button", { name: "Từ chối ký, ghi lý do" }).click();
  await expect(other.page.getByText("Bị từ chối ký").first()).toBeVisible();
  await expect(other.page.getByText("Điều 8 chưa phù hợp").first()).toBeVisible();
  await test.step("the contact office's register keeps the number as void, with who stopped it and why", async () => {
    await contact.page.goto(`/${tenant}/agreements`);
    await contact.page.getByRole("link", { name: "Sổ đăng ký số văn bản" }).click();
    const entry = contact.page.getByRole("row").filter({ hasText: "Điều 8 chưa phù hợp với quy định mới." });
    await expect(entry).toContainText("Hủy");
    await expect(entry).toContainText("từ chối ký ngày");
    await expect(entry.getByRole("link", { name: /^Tệp PDF/ })).toHaveAttribute("href", /\/files\//);
    await expectAccessible(contact.page);
    await contact.page.emulateMedia({ media: "print" });
    await expect(contact.page.getByText("SỔ ĐĂNG KÝ VĂN BẢN CỦA QUY CHẾ", { exact: true })).toBeVisible();
    await contact.page.emulateMedia({ media: "screen" });
    await other.page.goto(`/${tenant}/agreements/register`);
    await expect(other.page.getByText("Điều 8 chưa phù hợp")).toHaveCount(0);
    await other.page.goto(address);
  });
  await other.page.getByRole("button", { name: "Lập bản mới từ bản này" }).click();
  await expect(other.page.getByText("Đang thương lượng").first()).toBeVisible();
  await other.page.goto(`${address}/matrix`);
  await expectAccessible(other.page);
  const row = other.page.locator("#assign-weekly-schedule");
  await row.getByLabel("VPTU").selectOption("PH");
  await row.getByLabel("VP UBND").selectOption("CT");
  await row.getByRole("button", { name: "Lưu dòng 4.4" }).click();
  await expect(other.page.getByText("chưa nhắc tới VP UBND")).toBeVisible();
  await expect(other.page.getByRole("status")).toContainText("Đã lưu dòng phân công vừa sửa.");
  await other.page.goto(address);
  await expect(other.page.getByRole("region", { name: "Thay đổi so với bản 1" })).toContainText(
    "Điều 4 khoản 4, Lịch công tác tuần chung của lãnh đạo tỉnh: VPTU từ chủ trì thành phối hợp; VP UBND từ phối hợp thành chủ trì",
  );
  await expectAccessible(other.page);
  await test.step("another form of the paper is among the changes, and any two versions are compared by their numbers", async () => {
    await other.page.goto(`${address}/form`);
    await other.page.getByRole("radio", { name: /^Thể thức văn bản hành chính/ }).check();
    await other.page.getByRole("button", { name: "Lưu thể thức" }).click();
    await expect(other.page.getByRole("status")).toContainText("Đã lưu thể thức văn bản.");
    await other.page.goto(address);
    const form = "Thể thức từ “Thể thức chung” thành “Thể thức văn bản hành chính”";
    await expect(other.page.getByRole("region", { name: "Thay đổi so với bản 1" })).toContainText(form);
    await other.page.locator("summary").filter({ hasText: "Việc khác" }).click();
    await other.page.getByRole("link", { name: "So sánh hai bản" }).click();
    const region = (name: string) => other.page.getByRole("region", { name, exact: true });
    await expect(region("Thể thức văn bản")).toContainText(form);
    await expect(region("Phân công")).toContainText("Lịch công tác tuần chung");
    await expect(region("Văn bản")).toContainText("Lời văn giống nhau.");
    await expectAccessible(other.page);
    await other.page.getByLabel("Bản trước").selectOption("2");
    await other.page.getByRole("button", { name: "So sánh" }).click();
    await expect(region("Thể thức văn bản")).toContainText("Thể thức và nơi nhận giống nhau.");
    await expect(region("Phân công")).toContainText("Phân công giống nhau.");
  });
  // Whoever consents next is told aloud, and led to the clause.
  await third.page.goto(address);
  await expect(third.page.getByText("Lời văn và quy tắc chưa khớp nhau")).toBeVisible();
  await third.page.getByRole("link", { name: "Sửa Điều 4" }).first().click();
  await expect(third.page.getByLabel("Nội dung các khoản")).toBeVisible();
});
