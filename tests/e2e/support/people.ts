import { spawnSync } from "node:child_process";
import type { Browser, BrowserContext, Cookie, Page } from "@playwright/test";
import { z } from "zod";

const personSchema = z.object({
  tenant: z.string(),
  office: z.string(),
  officeId: z.string(),
  accountId: z.string(),
  post: z.string(),
  roles: z.array(z.string()),
  email: z.string(),
  password: z.string(),
});

export type Person = z.infer<typeof personSchema>;

let everybody: Person[] | undefined;

/** The demonstration people of the installation under test, as `npm run personas` tells them. */
export function people(): Person[] {
  if (!everybody) {
    const run = spawnSync(process.execPath, ["scripts/personas.mjs"], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(`personas: ${run.stderr}`);
    everybody = z.array(personSchema).parse(JSON.parse(run.stdout));
  }
  return everybody;
}

export function person(tenant: string, office: string, role: string): Person {
  const found = people().find(
    (one) => one.tenant === tenant && one.office === office && one.roles.includes(role),
  );
  if (!found) throw new Error(`nobody is ${role} of ${office} in ${tenant}`);
  return found;
}

type Options = { javaScriptEnabled?: boolean; viewport?: { width: number; height: number } };
type SignedIn = { context: BrowserContext; page: Page };

/** By the page everybody uses: a session of its own, which the journey may end. */
export async function signIn(page: Page, who: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Thư điện tử công vụ").fill(who.email);
  await page.getByLabel("Mật khẩu").fill(who.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => url.pathname === `/${who.tenant}`);
}

// Whom this process has signed in: the page is used once for each person, not once for each journey.
const sessions = new Map<string, Cookie[]>();

/** A browser of its own in which this person has signed in; no page is open yet. */
export async function signedIn(browser: Browser, who: Person, options: Options = {}): Promise<SignedIn> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const known = sessions.get(who.email);
  if (known) await context.addCookies(known);
  else {
    await signIn(page, who);
    sessions.set(who.email, await context.cookies());
  }
  return { context, page };
}
