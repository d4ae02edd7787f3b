import { consent, drafted, sign } from "@/tests/e2e/support/agreements";
import { expectAccessible } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";

for (const javaScriptEnabled of [true, false]) {
  test(`a chief lets the deputy sign, the paper names the deputy, and only the deputy signs, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const [party, council, committee] = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"].map((office) =>
      person(tenant, office, "chief"),
    );
    if (!party || !council || !committee) throw new Error("three chiefs");
    const deputy = person(tenant, "VP ĐĐBQH&HĐND", "deputy-chief");
    const options = { javaScriptEnabled };
    const { page: contact } = await signedIn(browser, party, options);
    const { page: chief } = await signedIn(browser, council, options);
    const { page: third } = await signedIn(browser, committee, options);
    const { page: second } = await signedIn(browser, deputy, options);
    const address = await drafted(contact, tenant, `Quy chế ký thay ${javaScriptEnabled ? "một" : "hai"}`);
    for (const page of [contact, chief, third]) await consent(page, address);

    const ground =
      await test.step("the chief puts the delegation on record, with its days and its ground", async () => {
        const basis = `Thông báo phân công số ${javaScriptEnabled ? "12" : "13"}-TB/VP`;
        await chief.goto(`/${tenant}/agreements/delegations`);
        await chief.getByRole("radio", { name: /^Ký thay \(KT\.\)/ }).check();
        await chief.getByLabel("Người được ký").selectOption({ index: 0 });
        const name = await chief.getByLabel("Người được ký").locator("option:checked").textContent();
        await chief.getByLabel("Căn cứ").fill(basis);
        const day = (plus: number) =>
          new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format(
            Date.now() + plus * 86_400_000,
          );
        await chief.getByLabel("Từ ngày").fill(day(0));
        await chief.getByLabel("Đến hết ngày").fill(day(30));
        await chief.getByRole("button", { name: "Ghi ủy quyền" }).click();
        await expect(chief.getByRole("status")).toContainText("Đã ghi ủy quyền ký.");
        await expect(chief.getByRole("row").filter({ hasText: basis })).toContainText("Đang có hiệu lực");
        if (javaScriptEnabled) await expectAccessible(chief);
        return { basis, name: name?.split(",")[0] ?? "" };
      });

    await test.step("the round is opened with the deputy's name on the paper; the chief is not asked", async () => {
      await contact.goto(`${address}/open-round`);
      const named = contact.getByLabel("Người ký của VP ĐĐBQH&HĐND");
      await named.selectOption({ index: 1 });
      await expect(named.locator("option:checked")).toContainText(`KT. ${ground.name}`);
      await contact.getByRole("button", { name: "Mở vòng ký, chốt văn bản" }).click();
      await expect(contact.getByRole("status")).toContainText("Đã mở vòng ký và lấy số văn bản.");
      await chief.goto(address);
      await expect(chief.getByRole("link", { name: "Xem và ký" })).toHaveCount(0);
    });

    await test.step("the deputy signs for the chief, the others for themselves", async () => {
      await second.goto(`${address}/sign`);
      await expect(second.getByText(/KT\. Chánh Văn phòng.*Phó Chánh Văn phòng/).first()).toBeVisible();
      await sign(second, address, deputy.password);
      await expect(second.getByText(ground.name).first()).toBeVisible();
      await sign(contact, address, party.password);
      await sign(third, address, committee.password);
      await contact.goto(address);
      await expect(contact.getByText("Đang có hiệu lực").first()).toBeVisible();
      await expect(contact.locator("#signatures")).toContainText(`KT. ${ground.name}`);
      await expect(contact.getByText(/^KT\. CHÁNH VĂN PHÒNG/).first()).toBeVisible();
    });
  });
}
