// npm run screens [-- <name>]: takes the pictures of docs/screens from the running demonstration, at two widths.
// It drafts one agreement, remarks on it and has one act refused; everything else it only looks at.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault, runMain } from "./lib/fault.mjs";
import { messages } from "./lib/messages.mjs";
import { underNode24 } from "./lib/node-24.mjs";
import { withPalette } from "./lib/palette-png.mjs";
import { root } from "./lib/root.mjs";
import { screens } from "./lib/screens.mjs";

const folder = join(root, "docs", "screens");
const widths = [
  { width: 1366, tallest: 1100, scroll: 768 },
  { width: 360, tallest: 1500, scroll: 780 },
];

async function demonstration() {
  const { dataFolder } = await import("./lib/data-folder.mjs");
  const { people } = await import("./lib/demonstration.mjs");
  const { lockHolder } = await import("./lib/lock.mjs");
  const { runningEmbeddedUrls } = await import("./lib/owner-database.mjs");
  const { readSecrets } = await import("./lib/secrets.mjs");
  const { folder: data } = dataFolder();
  const urls = runningEmbeddedUrls();
  const address = lockHolder(data)?.address;
  if (!urls || !address) throw new Fault(messages.notRunning);
  const everybody = await people(urls.DATABASE_OWNER_URL, readSecrets(data).PORTAL_DEMO_PASSWORD);
  const person = ([office, role]) =>
    everybody.find((one) => one.tenant === "phu-tho" && one.office === office && one.roles.includes(role));
  return { address, person };
}

async function signIn(page, { tenant, email, password }) {
  await page.goto("/sign-in");
  await page.getByLabel("Thư điện tử công vụ").fill(email);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => url.pathname === `/${tenant}`);
}

async function take(browser, { address, person }, screen, { width, tallest, scroll }) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: scroll },
    locale: "vi-VN",
  });
  try {
    const page = await context.newPage();
    if (screen.by) await signIn(page, person(screen.by));
    const signInAs = async (...by) => {
      await context.clearCookies();
      const other = await context.newPage();
      await signIn(other, person(by));
      await other.close();
    };
    await screen.open(page, { signInAs });
    await page.evaluate(() => document.fonts.ready);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (!screen.fromWhereItIs) {
      await page.setViewportSize({ width, height: Math.min(Math.max(height, scroll), tallest) });
    }
    // A frame that shows a PDF draws it after it has loaded.
    await page.waitForLoadState("networkidle");
    const name = `${screen.name}-${width}.png`;
    writeFileSync(join(folder, name), withPalette(await page.screenshot({ animations: "disabled" })));
    console.log(name);
  } finally {
    await context.close();
  }
}

async function main() {
  if (!(await underNode24())) return;
  const { chromium } = await import("@playwright/test");
  const { findChromium } = await import("./lib/browser-tools.mjs");
  const portal = await demonstration();
  const [only] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const screen of screens.filter(({ name }) => !only || name === only)) {
      for (const size of widths) await take(browser, portal, screen, size);
    }
  } finally {
    await browser.close();
  }
}

await runMain(main);
