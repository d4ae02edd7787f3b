import { afterAll, beforeAll, expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { as, postOf } from "@/prisma/seed/caller";
import { buildPortal } from "@/scripts/lib/production-build.mjs";
import { openScene, type Scene } from "@/tests/http/support/items";
import { hostileUploads } from "@/tests/support/files/hostile-uploads";

const count = Number(process.env["DEEP_UPLOADS"] ?? 2_400);

let scene: Scene;

beforeAll(async () => {
  await buildPortal();
  scene = await openScene();
}, 900_000);

afterAll(() => scene.close());

test(`${count} hostile uploads over HTTP: no fault, and nothing kept that was refused`, async () => {
  const { strangers, portal, real } = scene;
  await executeCommand(askContribution, as(strangers.phuTho, "VPTU", "chief"), {
    taskId: real.task,
    officeId: real.office,
    request: "Gửi danh sách học viên",
    dueOn: formatDay(plusDays(dayAt(new Date()), 10)),
  });
  const person = await portal.signedIn(postOf(strangers.phuTho, "VP UBND", "specialist"));
  const upload = `/${real.slug}/upload/contribution`;
  const told = await hostileUploads(scene, { person, task: real.task, upload, from: 1_000, count });
  expect(told.faults).toEqual([]);
  expect(told.takenThoughRefused).toEqual([]);
  expect(told.kept).toBe(told.taken);
  expect(told.refused + told.taken).toBe(count);
  expect(told.refused).toBeGreaterThan(count / 2);
});
