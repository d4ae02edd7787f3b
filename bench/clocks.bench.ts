// npm run bench -- clocks: every open clock of a province reckoned again after a day and after a limit was changed.

import { recomputeClocks } from "@/lib/petitions/clocks/recompute";
import { decideDay } from "@/lib/petitions/commands/decide-day";
import { reviseClockRule } from "@/lib/petitions/commands/revise-clock-rule";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import goals from "./goals.json";
import { type Databases, makeDatabases } from "./lib/databases";
import { fillClocks } from "./lib/fill-clocks";
import { note, print, resultOf } from "./lib/result";

const clocks = { small: 1_000, large: 30_000 };

async function timed(name: string, tenantId: string): Promise<void> {
  const began = performance.now();
  const { reckoned, moved } = await recomputeClocks(tenantId);
  const ms = performance.now() - began;
  if (reckoned < clocks.large) throw new Error(`only ${reckoned} clocks were reckoned`);
  note(`${name}: ${moved} of ${reckoned} dates moved`);
  print(resultOf(name, reckoned, { p50_ms: ms, p95_ms: ms }, goals.clocks.recompute));
}

async function measure({ seeded }: Databases): Promise<void> {
  const chief = as(seeded, "VPTU", "chief");
  await executeCommand(decideDay, chief, {
    day: "24/11/2026",
    kind: "holiday",
    name: "Ngày Văn hóa Việt Nam",
    source: "đo tốc độ",
    active: "yes",
  });
  await timed("30,000 open clocks after a day was changed", seeded.tenant.id);
  await executeCommand(reviseClockRule, chief, {
    key: "complaint.settle.1",
    version: 1,
    mode: "correct",
    days: "45",
    unit: "calendar",
    movesOffDay: "yes",
    basis: "Điều 28 Luật Khiếu nại",
    reason: "đo tốc độ",
  });
  await timed("30,000 open clocks after a limit was changed, every date moved", seeded.tenant.id);
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  note("making the data");
  const databases = await makeDatabases(clocks, fillClocks);
  try {
    await measure(databases);
  } finally {
    await databases.stop();
  }
}

await main();
