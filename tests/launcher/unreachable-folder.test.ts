import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "@/scripts/lib/embedded-postgres.mjs";
import { lockHolder } from "@/scripts/lib/lock.mjs";
import { messages } from "@/scripts/lib/messages.mjs";
import { reachableFolder } from "@/scripts/lib/postgres-binaries.mjs";
import { until } from "@/scripts/lib/process-identity.mjs";
import { root } from "@/scripts/lib/root.mjs";
import { endStart, healthOf, startPortal, untilReady } from "./support";

// Like a checkout under /root: the same files once more below a folder that only root may enter.

let closed: string;
let checkout: string;
let places: string[];

beforeEach(() => {
  closed = mkdtempSync(join(tmpdir(), "portal-closed-"));
  checkout = join(closed, "checkout");
  places = [reachableFolder(checkout), reachableFolder(join(checkout, ".portal"))];
  mkdirSync(checkout);
  const mounted = spawnSync("mount", ["--bind", root, checkout], { encoding: "utf8" });
  expect(mounted.status, `mounting needs root: ${mounted.stderr}`).toBe(0);
  chmodSync(closed, 0o700);
});

afterEach(async () => {
  // npm is gone before the launcher has ended all it started.
  const gone = await until(() => places.every((folder) => !lockHolder(join(folder, "data"))), 15_000);
  expect(gone).toBe(true);
  // Lazily: the last process may still be closing its files.
  const unmounted = spawnSync("umount", ["--lazy", checkout], { encoding: "utf8" });
  // What is still mounted here is the checkout itself: nothing may be removed then.
  expect(unmounted.status, unmounted.stderr).toBe(0);
  for (const folder of [closed, ...places]) rmSync(folder, { recursive: true, force: true });
});

test("started as root where the database's user cannot go, programs and data go where it can, and are found again", async () => {
  const port = await freePort();
  const bringUp = () => startPortal({ PORT: String(port), PORTAL_DATA: "" }, checkout);
  const [programs = "", parent = ""] = places;
  const data = join(parent, "data");
  const first = bringUp();
  await untilReady(first, performance.now());
  expect(first.output()).toContain(messages.movedData(join(checkout, ".portal"), data));
  expect(first.output()).toMatch(new RegExp(`được chép sang "${programs}/postgresql-18`));
  expect(first.output()).toContain(messages.ready(`http://localhost:${port}`, data));
  expect(await healthOf(port)).toBe(200);
  await endStart(first, "SIGTERM");

  const secrets = readFileSync(join(data, "secrets"), "utf8");
  const second = bringUp();
  await untilReady(second, performance.now());
  expect(second.output()).toContain(`Dữ liệu ở ${data}`);
  expect(second.output()).not.toContain(messages.seeding);
  expect(readFileSync(join(data, "secrets"), "utf8")).toBe(secrets);
  expect(await healthOf(port)).toBe(200);
  await endStart(second, "SIGTERM");
}, 400_000);
