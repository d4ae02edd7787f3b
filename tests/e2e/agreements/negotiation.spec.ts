import { expect, type Page, test } from "@playwright/test";
import { drafted } from "@/tests/e2e/support/agreements";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";

const tenant = "phu-tho";
const remark = "Đề nghị nêu rõ kỳ báo cáo.";
const wording = "Quy chế này quy định việc phối hợp công tác, có báo cáo hằng tháng.";

/** From the clause itself, whose words are in the form already. */
async function raise(page: Page, address: string, kind: string, words: string, text?: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Nêu ý kiến Điều 1.1", exact: true }).click();
  await page.getByLabel(kind, { exact: true }).check();
  await page.getByLabel("Ý kiến, hoặc lý do của đề xuất").fill(words);
  if (text) await page.getByLabel("Lời văn đề xuất của khoản").fill(text);
  await page.getByRole("button", { name: "Gửi các bên" }).click();
  await expect(page.getByRole("status")).toContainText("Đã gửi các bên.");
}

for (const javaScriptEnabled of [true, false]) {
  test(`parties remark, propose, accept and reject clause by clause, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const [party, council] = ["VPTU", "VP ĐĐBQH&HĐND"].map((office) => person(tenant, office, "chief"));
    if (!party || !council) throw new Error("two chiefs");
    const options = { javaScriptEnabled };
    const { page: first } = await signedIn(browser, party, options);
    const { page: second } = await signedIn(browser, council, options);
    const address = await drafted(first, tenant, `Quy chế thương lượng ${javaScriptEnabled ? "một" : "hai"}`);

    await raise(second, address, "Nêu ý kiến", remark);
    await raise(second, address, "Đề xuất lời văn khác", "Cần có kỳ báo cáo.", wording);

    await first.goto(address);
    await first.getByRole("link", { name: "Ý kiến (2 chưa xong)" }).click();
    const asked = first.getByRole("listitem").filter({ hasText: remark });
    await asked.getByLabel("Câu trả lời").fill("Đã có ở Điều 12.");
    await asked.getByRole("button", { name: "Trả lời" }).click();
    await expect(first.getByRole("status")).toContainText("Đã ghi câu trả lời.");

    const proposed = first.getByRole("listitem").filter({ hasText: "Cần có kỳ báo cáo." });
    await expect(proposed.getByRole("insertion").first()).toBeVisible();
    if (javaScriptEnabled) {
      await proposed.getByLabel("Không chấp nhận").check();
      await proposed.getByRole("button", { name: "Ghi quyết định" }).click();
      await expect(proposed.getByText("Ghi lý do, từ 5 ký tự.").first()).toBeVisible();
    }
    await proposed.getByLabel("Chấp nhận, sửa khoản theo đề xuất").check();
    await proposed.getByRole("button", { name: "Ghi quyết định" }).click();
    await expect(first.getByRole("status")).toContainText("Đã ghi câu trả lời.");
    await expect(proposed.getByText("đã chấp nhận")).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(first);

    await second.goto(`${address}/points`);
    await second.getByRole("button", { name: "Đã xong Điều 1 khoản 1" }).click();
    await expect(second.getByRole("status")).toContainText("Đã đóng.");
    await second.goto(address);
    await expect(second.locator("#text").getByText(wording)).toBeVisible();
  });
}
