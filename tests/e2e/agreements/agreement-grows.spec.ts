import type { Browser, Page } from "@playwright/test";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { type Chief, drafted, signWhole } from "@/tests/e2e/support/agreements";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/e2e/support/axe";
import { person, signedIn } from "@/tests/e2e/support/people";
import { expect, test } from "@/tests/e2e/support/test";

const tenant = "phu-tho";
const partyName = "Văn phòng Tỉnh ủy";
const committeeName = "Văn phòng Ủy ban nhân dân tỉnh";
// The lead of a duty that neither the calendar nor the letters ask for: other journeys go on meanwhile.
const duty = "Tập huấn, trao đổi nghiệp vụ văn phòng hằng năm";
const place = "Điều 10 khoản 1";

function inDays(days: number): string {
  return formatDay(plusDays(dayAt(new Date()), days));
}

async function chief(browser: Browser, office: string): Promise<Chief> {
  const who = person(tenant, office, "chief");
  return { who, ...(await signedIn(browser, who)) };
}

/** As on a phone, and as on a desk, where it stays. */
async function expectFitting(page: Page): Promise<void> {
  for (const viewport of [
    { width: 360, height: 780 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

/** One of the other acts on an agreement, from its own page. */
async function choose(page: Page, address: string, act: string): Promise<void> {
  await page.goto(address);
  await page.locator("summary").filter({ hasText: "Việc khác" }).click();
  await page.getByRole("link", { name: act, exact: true }).click();
}

/** From what waits on the desk, or in a list, to where it is done. */
async function follow(page: Page, row: string, act: string): Promise<void> {
  await page.getByRole("row").filter({ hasText: row }).getByRole("link", { name: act }).click();
}

async function createTask(browser: Browser, agreement: string, title: string): Promise<void> {
  const { page } = await signedIn(browser, person(tenant, "VPTU", "records-clerk"));
  await page.goto(`/${tenant}/tasks/new`);
  await page.getByRole("region", { name: agreement }).getByRole("link", { name: duty }).click();
  await page.getByLabel("Tên nhiệm vụ").fill(title);
  await page.getByLabel("Hạn hoàn thành").fill(inDays(9));
  await page.getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Chủ trì: VPTU")).toBeVisible();
}

/** More days for an opinion: the words of the clause follow by themselves. */
async function giveMoreDays(page: Page, address: string): Promise<void> {
  await choose(page, address, "Sửa thời hạn phối hợp");
  const rules = page.locator("#rules-training");
  await rules.getByLabel("Cho ý kiến trong").fill("không");
  await rules.getByRole("button", { name: "Lưu dòng 10.1" }).click();
  await expect(rules.getByRole("link", { name: "Ghi số ngày làm việc từ 1 đến 60." })).toBeVisible();
  await rules.getByLabel("Cho ý kiến trong").fill("7");
  await rules.getByRole("button", { name: "Lưu dòng 10.1" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu thời hạn phối hợp vừa sửa.");
  await expect(rules.locator("blockquote")).toContainText("cho ý kiến về kế hoạch trong 07 ngày làm việc");
  await expectFitting(page);
}

/** The training goes from the party's office to the committee's, in the matrix and in the words of the clause. */
async function amend(page: Page, address: string): Promise<void> {
  await choose(page, address, "Sửa đổi, bổ sung hoặc lập bản mới");
  await page.getByRole("radio", { name: "Sửa đổi, bổ sung" }).check();
  await page.getByRole("button", { name: "Lập bản mới" }).click();
  await expect(page.getByText("Chưa có gì thay đổi so với bản đã ký")).toBeVisible();

  await giveMoreDays(page, address);
  await page.goto(`${address}/matrix`);
  const row = page.locator("#assign-training");
  await row.getByLabel("VPTU").selectOption("PH");
  await row.getByLabel("VP UBND").selectOption("CT");
  await row.getByRole("button", { name: "Lưu dòng 10.1" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu dòng phân công vừa sửa.");

  await row.getByRole("link", { name: "Sửa Điều 10 cho khớp" }).click();
  const text = page.getByLabel("Nội dung các khoản");
  const swapped = (await text.inputValue())
    .replaceAll(partyName, "…")
    .replaceAll(committeeName, partyName)
    .replaceAll("…", committeeName);
  await text.fill(swapped);
  await page.getByRole("button", { name: "Lưu điều này" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu điều vừa sửa.");
  await expect(page.getByRole("region", { name: "Thay đổi so với bản 1" })).toContainText(
    `${place}, ${duty}: VPTU từ chủ trì thành phối hợp; VP UBND từ phối hợp thành chủ trì; Cho ý kiến trong từ “5 ngày làm việc” thành “7 ngày làm việc”`,
  );
}

/** The one chief offers the task, the other takes it. */
async function handOver(giving: Page, taking: Page, agreement: string, task: string): Promise<void> {
  await giving.goto(`/${tenant}`);
  await follow(giving, agreement, "Bàn giao hoặc giữ");
  await expect(giving.getByText("thủ trưởng hai bên bàn giao hoặc giữ lại từng việc")).toBeVisible();
  await expectFitting(giving);
  await follow(giving, task, "Bàn giao hoặc giữ");
  await expectFitting(giving);
  await giving.getByLabel("Lời nhắn gửi VP UBND").fill("Kế hoạch đã có dự thảo, đề nghị làm tiếp.");
  await giving.getByRole("button", { name: "Gửi đề nghị bàn giao" }).click();
  await expect(giving.getByRole("status")).toContainText("Đã đề nghị bàn giao.");
  await expect(giving.getByText(`Đã đề nghị VP UBND nhận, ngày ${inDays(0)}`)).toBeVisible();

  await taking.goto(`/${tenant}`);
  await follow(taking, agreement, "Trả lời");
  await follow(taking, task, "Trả lời");
  await expect(taking.getByText("Kế hoạch đã có dự thảo, đề nghị làm tiếp.")).toBeVisible();
  await expectFitting(taking);
  await taking.getByRole("button", { name: "Nhận chủ trì" }).click();
  await expect(taking.getByRole("status")).toContainText("Đã nhận chủ trì.");
}

/** What an open figure shows, and nothing before there was anything to count. */
async function readFigures(page: Page, address: string, task: string): Promise<void> {
  await choose(page, address, "Thực hiện theo từng điều");
  await page.getByLabel("Từ ngày").fill("01/01/2020");
  await page.getByLabel("Đến ngày").fill("31/01/2020");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Không có việc nào trong khoảng này" })).toBeVisible();
  await expectFitting(page);

  await choose(page, address, "Thực hiện theo từng điều");
  await page.getByRole("link", { name: `Đổi chủ trì: 1, VP UBND, ${place}` }).click();
  const moved = page.getByRole("region", { name: `Đổi chủ trì: VP UBND, ${place}` });
  await expect(moved.getByRole("link", { name: task })).toBeVisible();
  await expectFitting(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: `Chủ trì: 1, VP UBND, ${place}`, exact: true }).click();
  const led = page.getByRole("region", { name: `Chủ trì: VP UBND, ${place}`, exact: true });
  await led.getByRole("link", { name: task }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(task);
}

/** One party proposes a last day, the others agree. */
async function end(
  proposer: Page,
  others: readonly Page[],
  agreement: string,
  address: string,
): Promise<void> {
  await choose(proposer, address, "Chấm dứt trước thời hạn");
  await proposer.getByLabel("Ngày cuối còn hiệu lực").fill(inDays(40));
  await proposer.getByLabel("Lý do").fill("Các bên ký quy chế cho nhiệm kỳ mới.");
  await expectFitting(proposer);
  await proposer.getByRole("button", { name: "Gửi đề nghị tới các bên" }).click();
  await expect(proposer.getByRole("status")).toContainText("Đã gửi đề nghị chấm dứt tới các bên.");
  await expectFitting(proposer);
  for (const page of others) {
    await page.goto(`/${tenant}`);
    await follow(page, agreement, "Trả lời");
    await expect(page.getByText("Không rút lại được.")).toBeVisible();
    await page.getByRole("button", { name: "Đồng ý chấm dứt" }).click();
    await expect(page.getByRole("status")).toContainText("Đã ghi đồng ý chấm dứt.");
  }
  await proposer.reload();
  await expect(proposer.getByText(`đến hết ${inDays(40)}`)).toBeVisible();
  await expect(proposer.getByText(`Các bên đồng ý, ngày ${inDays(0)}`)).toBeVisible();
  await expectFitting(proposer);
}

test("an amendment moves a lead, the open task is handed over, the figures tell it; then the agreement ends early and is renewed", async ({
  browser,
}) => {
  const stamp = Date.now();
  const agreement = `Quy chế lớn dần ${stamp}`;
  const task = `Tập huấn văn thư, lưu trữ ${stamp}`;
  const party = await chief(browser, "VPTU");
  const council = await chief(browser, "VP ĐĐBQH&HĐND");
  const committee = await chief(browser, "VP UBND");
  const others = [council, committee];
  const address = await drafted(party.page, tenant, agreement);
  await signWhole(party, others, address);
  await createTask(browser, agreement, task);

  await test.step("an amendment moves a lead", async () => {
    await amend(council.page, address);
    await signWhole(party, others, address);
  });

  await test.step("the task goes over to the new lead, and its page says who leads and why", async () => {
    await handOver(party.page, committee.page, agreement, task);
    const { page } = committee;
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(task);
    await expect(page.getByRole("list", { name: "Phân công" })).toContainText("Chủ trì: VP UBND");
    await page.locator("summary").filter({ hasText: "Vì sao VP UBND chủ trì?" }).click();
    await expect(page.getByText(`VPTU chủ trì trước đó và đã bàn giao ngày ${inDays(0)}`)).toBeVisible();
    await expectFitting(page);
  });

  await test.step("figures by article open their records", () => readFigures(council.page, address, task));

  await test.step("all parties agree on an earlier last day", () =>
    end(council.page, [party.page, committee.page], agreement, address));

  await test.step("the same text goes on from the next day", async () => {
    const { page } = council;
    await choose(page, address, "Gia hạn");
    await expect(page.getByText(`có hiệu lực từ ngày ${inDays(41)}`)).toBeVisible();
    await expectFitting(page);
    await page.getByRole("button", { name: "Lập bản gia hạn" }).click();
    await expect(page.getByRole("status")).toContainText("Đã lập bản gia hạn.");
    await expect(page.getByText("Đang thương lượng").first()).toBeVisible();
  });
});
