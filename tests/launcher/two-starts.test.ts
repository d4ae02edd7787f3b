import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { messages } from "@/scripts/lib/messages.mjs";
import { until } from "@/scripts/lib/process-identity.mjs";
import { root } from "@/scripts/lib/root.mjs";
import { identitiesIn, killAll, type Start, startPortal, temporaryFolder, untilGone } from "./support";

// A checkout with the real launcher and one package of its own, whose installation notes that it began and waits until
// the test lets it go on. There is no Node 24 in it, which ends each start after the installation.

const install = `
import { appendFileSync, existsSync } from "node:fs";
appendFileSync(process.env.INSTALL_LOG, "began\\n");
while (!existsSync(process.env.INSTALL_LOG + ".go")) await new Promise((resolve) => setTimeout(resolve, 20));
`;

let place: ReturnType<typeof temporaryFolder>;
let checkout: string;
let log: string;

function npm(folder: string, ...args: string[]): void {
  const { status, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
  expect(status, stderr).toBe(0);
}

function writePackage(folder: string, content: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ version: "1.0.0", type: "module", ...content }),
  );
}

beforeEach(() => {
  place = temporaryFolder();
  checkout = join(place.folder, "checkout");
  log = join(place.folder, "log");
  const slow = join(place.folder, "slow");
  writePackage(slow, { name: "slow", scripts: { install: "node install.mjs" } });
  writeFileSync(join(slow, "install.mjs"), install);
  writePackage(checkout, {
    name: "checkout",
    scripts: { start: "node scripts/start.mjs" },
    dependencies: { slow: "file:slow-1.0.0.tgz" },
  });
  npm(slow, "pack", "--pack-destination", checkout);
  npm(checkout, "install", "--package-lock-only", "--offline");
  cpSync(join(root, "scripts"), join(checkout, "scripts"), { recursive: true });
});

afterEach(() => place.remove());

function start(): Start {
  return startPortal({ INSTALL_LOG: log }, checkout);
}

function began(): number {
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").length - 1 : 0;
}

function letGo(): void {
  writeFileSync(`${log}.go`, "");
}

async function ended(each: Start): Promise<void> {
  await each.exited;
  expect(each.output()).toContain(messages.noNode24);
}

test("of two first starts at once the second waits, says so, and installs nothing again", async () => {
  const first = start();
  expect(await until(() => began() === 1, 30_000), first.output()).toBe(true);
  const second = start();
  const { lock } = identitiesIn(join(checkout, ".work"));
  expect(
    await until(() => second.output().includes(messages.waitingForOther(lock.pid)), 30_000),
    second.output(),
  ).toBe(true);
  letGo();
  await Promise.all([ended(first), ended(second)]);
  expect(began()).toBe(1);
  expect(existsSync(join(checkout, "node_modules", "slow", "install.mjs"))).toBe(true);
});

test("an installation whose start was killed is ended and begun anew by the next one", async () => {
  const first = start();
  expect(await until(() => began() === 1, 30_000), first.output()).toBe(true);
  const { lock, children } = identitiesIn(join(checkout, ".work"));
  killAll([lock]);
  expect(children).toHaveLength(1);
  const second = start();
  expect(await until(() => began() === 2, 30_000), second.output()).toBe(true);
  expect(await untilGone(children, 1000)).toBe(true);
  letGo();
  await ended(second);
  expect(existsSync(join(checkout, "node_modules", "slow", "install.mjs"))).toBe(true);
});
