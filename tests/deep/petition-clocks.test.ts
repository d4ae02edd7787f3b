import { afterAll, beforeAll, expect, test } from "vitest";
import { randomFrom } from "@/bench/lib/random";
import { alignDays, calendarDifferences, differences, engine } from "@/tests/support/clock-differential";
import { clockOracleSql } from "@/tests/support/clock-oracle";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

const cases = Number(process.env["DEEP_CLOCKS"] ?? 1_000_000);
const sources = 2;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const pool = database.pool("superuser");
  await pool.query(clockOracleSql);
  await alignDays(pool, await calendarDifferences(pool));
});

afterAll(() => database.close());

test(`${cases} drawn cases end on the same day`, { timeout: 3_600_000 }, async () => {
  const answers = await Promise.all(
    Array.from({ length: sources }, (_, seed) =>
      differences(database.pool("superuser"), randomFrom(seed + 1), cases / sources, engine()),
    ),
  );
  expect(answers.flatMap(({ different }) => different).slice(0, 5)).toEqual([]);
  expect(answers.reduce((sum, { asked }) => sum + asked, 0)).toBe(cases);
});
