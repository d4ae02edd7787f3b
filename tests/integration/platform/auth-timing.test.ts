import { afterAll, beforeAll, expect, test } from "vitest";
import { checkCredentials } from "@/lib/platform/auth/check-credentials";
import { disconnect } from "@/lib/platform/db/client";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

let database: SeededDatabase;

beforeAll(async () => {
  database = await seededDatabase();
});

afterAll(async () => {
  await disconnect();
  await database.close();
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Processor time of this process, all its threads among them, in milliseconds: hashing runs beside the main thread. */
async function costOf(email: string): Promise<number> {
  const began = process.cpuUsage();
  await checkCredentials({ email, password: "wrong" }, new Date());
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

// A ratio of interleaved pairs of processor time: the clock on the wall measures what else the machine does.
test("an unknown address and a wrong password cost the same work, medians within 10 %", {
  timeout: 240_000,
}, async () => {
  const known = database.phuTho.posts.map((post) => post.email);
  const unknown: number[] = [];
  const wrong: number[] = [];
  for (let round = -5; round < 100; round += 1) {
    const email = known[(round + 5) % known.length] ?? "";
    const pair = [
      async () => wrong.push(await costOf(email)),
      async () => unknown.push(await costOf(`nobody-${round}@phu-tho.example`)),
    ];
    // Who goes first changes, so that neither always finds the warmer machine.
    for (const each of round % 2 === 0 ? pair : pair.reverse()) await each();
  }
  const ratio = median(unknown.slice(5)) / median(wrong.slice(5));
  expect(ratio).toBeGreaterThan(0.9);
  expect(ratio).toBeLessThan(1.1);
});
