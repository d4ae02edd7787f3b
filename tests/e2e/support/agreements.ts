import type { Page } from "@playwright/test";
import type { Person } from "@/tests/e2e/support/people";
import { expect } from "@/tests/e2e/support/test";

/** From the template, sent to every party; its address. */
export async function drafted(page: Page, tenant: string, title: string): Promise<string> {
  await page.goto(`/${tenant}/agreements/new`);
  await page.getByLabel("Tên quy chế").fill(title);
  await page.getByRole("button", { name: "Soạn dự thảo" }).click();
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
  const address = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Gửi các bên thương lượng" }).click();
  await expect(page.getByText("Chờ anh/chị đồng thuận").first()).toBeVisible();
  return address;
}

export async function consent(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Đồng thuận với bản này" }).click();
  // What it is called changes while it is sent: only the answer says that it was kept.
  await expect(page.getByRole("status")).toContainText("Đã ghi đồng thuận của cơ quan anh/chị.");
}

export async function sign(page: Page, address: string, passphrase: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Xem và ký" }).click();
  await page.getByLabel("Mật khẩu ký").fill(passphrase);
  await page.getByRole("button", { name: "Ký số" }).click();
  await page.waitForURL(/\/receipts\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anh/chị đã ký");
}

export type Chief = { who: Person; page: Page };

/** All consent, the chief of the contact office opens the round, all sign. */
export async function signWhole(contact: Chief, others: readonly Chief[], address: string): Promise<void> {
  const chiefs = [contact, ...others];
  for (const { page } of chiefs) await consent(page, address);
  await contact.page.goto(`${address}/open-round`);
  await contact.page.getByRole("button", { name: "Mở vòng ký, chốt văn bản" }).click();
  await expect(contact.page.getByRole("status")).toContainText("Đã mở vòng ký và lấy số văn bản.");
  for (const { page, who } of chiefs) await sign(page, address, who.password);
}
