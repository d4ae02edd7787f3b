import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPortal } from "@/scripts/lib/production-build.mjs";
import { hostileCitizens } from "@/tests/http/support/hostile-citizens";
import { openScene, type Scene } from "@/tests/http/support/items";

const count = Number(process.env["DEEP_CITIZENS"] ?? 2_000);

let scene: Scene;

beforeAll(async () => {
  await buildPortal();
  scene = await openScene();
}, 900_000);

afterAll(() => scene.close());

test(`${count} hostile citizens over HTTP: no fault, and nothing kept that was refused`, async () => {
  const told = await hostileCitizens(scene, 1_000, count);
  expect(told.faults).toEqual([]);
  expect(told.takenThoughRefused).toEqual([]);
  expect(told.forms).toBeGreaterThanOrEqual(count);
  expect(told.refused).toBeGreaterThan(count / 2);
});
