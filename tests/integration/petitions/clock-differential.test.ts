import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomFrom } from "@/bench/lib/random";
import type { ClockLaw, ClockRule } from "@/lib/petitions/clocks/types";
import { alignDays, calendarDifferences, differences, engine } from "@/tests/support/clock-differential";
import { clockOracleSql } from "@/tests/support/clock-oracle";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

/** `npm run test:deep` asks a million. */
const cases = 4_000;

/** Not announced, or read differently by two people: no day of these is certain (DOMAIN 10). */
const uncertain = /^2027-/;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.pool("superuser").query(clockOracleSql);
});

afterAll(() => database.close());

/** A law in which one thing is wrong. */
function withRule(key: string, change: Partial<ClockRule>): (law: ClockLaw) => ClockLaw {
  return (law) => {
    if (!law.rules.some((rule) => rule.key === key)) throw new Error(`no rule ${key}`);
    return { ...law, rules: law.rules.map((rule) => (rule.key === key ? { ...rule, ...change } : rule)) };
  };
}

describe("the clock reckoned twice", () => {
  test("two people wrote the same days off, but for those nobody knows yet", async () => {
    const pool = database.pool("superuser");
    const found = await calendarDifferences(pool);
    expect(found.filter(({ day }) => !uncertain.test(day))).toEqual([]);
    await alignDays(pool, found);
    expect(await calendarDifferences(pool)).toEqual([]);
  });

  test(`${cases} drawn cases end on the same day`, async () => {
    const { due, different } = await differences(
      database.pool("superuser"),
      randomFrom(20_261_126),
      cases,
      engine(),
    );
    expect(different.slice(0, 5)).toEqual([]);
    expect(due).toBeGreaterThan(cases * 0.8);
  });

  test.each([
    ["one day more for acceptance", withRule("complaint.accept", { limit: 8 })],
    ["working days read as calendar days", withRule("denunciation.publish", { unit: "calendar" })],
    ["an article in force two weeks late", withRule("reception.refusal", { validFrom: "2026-07-15" })],
    ["suspension that does not stop", withRule("denunciation.settle", { stopsFrom: null })],
    [
      "an extension too short",
      withRule("denunciation.settle", { extension: { days: 29, once: 1, twice: 2 } }),
    ],
    [
      "a swapped day forgotten",
      (law: ClockLaw) => ({ ...law, days: law.days.filter(({ kind }) => kind !== "make-up") }),
    ],
  ])("a planted fault is found: %s", async (_, fault) => {
    const { different } = await differences(database.pool("superuser"), randomFrom(7), 2_000, engine(fault));
    expect(different.length).toBeGreaterThan(0);
  });
});
