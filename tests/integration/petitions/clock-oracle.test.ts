import { afterAll, beforeAll, expect, test } from "vitest";
import { randomFrom } from "@/bench/lib/random";
import {
  type ClockCase,
  type ClockFacts,
  type ClockStep,
  clockOracleSql,
  clockSteps,
  drawCase,
} from "@/tests/support/clock-oracle";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.pool("superuser").query(clockOracleSql);
});

afterAll(() => database.close());

async function dueOn(cases: readonly ClockCase[]): Promise<(string | null)[]> {
  const { rows } = await database.pool("superuser").query<{ due: string | null }>(
    `SELECT clock_oracle.due_on(c ->> 'step', (c ->> 'started')::date, c -> 'facts')::text AS due
       FROM jsonb_array_elements($1) WITH ORDINALITY AS drawn (c, place) ORDER BY place`,
    [JSON.stringify(cases)],
  );
  return rows.map((row) => row.due);
}

const stays: ClockFacts = { move_calendar_ends: false };
const moves: ClockFacts = { move_calendar_ends: true };

/** Reckoned on a wall calendar; the day of the event is not counted. */
const byHand: readonly (readonly [ClockStep, string, ClockFacts, string | null, string])[] = [
  // KN 9: 90 days, obstacles left out.
  ["complaint-time-bar", "2026-02-01", stays, "2026-05-02", "KN 9"],
  ["complaint-time-bar", "2026-02-01", moves, "2026-05-04", "KN 9; 148(5): 2 May is a Saturday"],
  [
    "complaint-time-bar",
    "2026-02-01",
    { ...stays, obstacles: [["2026-03-01", "2026-03-10"]] },
    "2026-05-12",
    "KN 9: ten days of obstacle",
  ],
  // NĐ 155/2026 art. 10 from 1 July 2026; KN 27, 36 and TT 07/2013 before.
  ["complaint-acceptance", "2026-07-01", {}, "2026-07-10", "NĐ 155 10: 2, 3, 6–10 July"],
  [
    "complaint-acceptance",
    "2026-06-30",
    { ...stays, law_unit_before_2026: "calendar" },
    "2026-07-10",
    "KN 27: ten days",
  ],
  [
    "complaint-acceptance",
    "2026-06-30",
    { law_unit_before_2026: "working" },
    "2026-07-14",
    "TT 07/2013: 1–3, 6–10, 13, 14 July",
  ],
  ["complaint-acceptance", "2026-08-21", {}, "2026-09-03", "NĐ 155 10: Sat 22, 24–28 August, 3 September"],
  [
    "discipline-acceptance",
    "2025-12-31",
    { law_unit_before_2026: "working" },
    "2026-01-15",
    "KN 50: 5–9, Sat 10, 12–15 January",
  ],
  [
    "discipline-acceptance",
    "2025-12-31",
    { ...moves, law_unit_before_2026: "calendar" },
    "2026-01-10",
    "KN 50; Sat 10 January is worked",
  ],
  ["discipline-acceptance", "2026-07-02", {}, "2026-07-13", "NĐ 155 10: 3, 6–10, 13 July"],
  // KN 28.
  ["complaint-settlement-1", "2026-08-03", stays, "2026-09-02", "KN 28: 30"],
  ["complaint-settlement-1", "2026-08-03", moves, "2026-09-03", "KN 28; 148(5): National Day"],
  ["complaint-settlement-1", "2026-08-03", { ...stays, criteria: 1 }, "2026-09-17", "KN 28: 45"],
  ["complaint-settlement-1", "2026-08-03", { ...stays, remote: true }, "2026-09-17", "KN 28: 45"],
  [
    "complaint-settlement-1",
    "2026-08-03",
    { ...stays, remote: true, criteria: 7 },
    "2026-10-02",
    "KN 28: 60",
  ],
  [
    "complaint-settlement-1",
    "2026-08-03",
    { ...stays, extensions: 2 },
    "2026-09-02",
    "KN 28: no second period",
  ],
  // KN 11a, NĐ 155 new art. 28b(2).
  [
    "complaint-settlement-1",
    "2026-07-06",
    { ...stays, suspensions: [["2026-07-16", "2026-07-26"]] },
    "2026-08-15",
    "11a: ten days",
  ],
  [
    "complaint-settlement-1",
    "2026-07-06",
    { ...moves, suspensions: [["2026-07-16", "2026-07-26"]] },
    "2026-08-17",
    "11a; 148(5): 15 August is a Saturday",
  ],
  [
    "complaint-settlement-1",
    "2026-07-06",
    {
      ...stays,
      suspensions: [
        ["2026-07-16", "2026-07-26"],
        ["2026-08-10", "2026-08-13"],
      ],
    },
    "2026-08-18",
    "11a: thirteen days",
  ],
  [
    "complaint-settlement-1",
    "2026-07-06",
    { ...stays, suspensions: [["2026-08-05", "2026-08-20"]] },
    "2026-08-20",
    "11a: suspended on the last day, which is left for the day it goes on",
  ],
  [
    "complaint-settlement-1",
    "2026-07-06",
    { ...stays, suspensions: [["2026-08-06", null]] },
    "2026-08-05",
    "11a: too late to stop it",
  ],
  [
    "complaint-settlement-1",
    "2026-07-06",
    { ...stays, suspensions: [["2026-08-05", null]] },
    null,
    "11a: it stands",
  ],
  // NĐ 155 art. 11: not a day less, so it never moves.
  ["complaint-dialogue-notice", "2026-09-07", moves, "2026-09-02", "NĐ 155 11"],
  ["complaint-dialogue-notice", "2026-07-01", {}, "2026-06-26", "NĐ 155 11, 22"],
  ["complaint-dialogue-notice", "2026-06-30", {}, null, "NĐ 155 was not in force"],
  ["complaint-decision-1-sending", "2026-02-12", {}, "2026-02-24", "KN 32: 13, 23, 24 February"],
  ["complaint-second", "2026-04-01", stays, "2026-05-01", "KN 33(1): 30"],
  ["complaint-second", "2026-04-01", moves, "2026-05-04", "KN 33(1); 148(5): 1 May"],
  ["complaint-second", "2026-04-01", { ...moves, remote: true }, "2026-05-18", "KN 33(1): 45, a Saturday"],
  ["complaint-lawsuit", "2025-09-02", stays, "2026-09-02", "TTHC 116"],
  ["complaint-lawsuit", "2025-09-02", moves, "2026-09-03", "TTHC 116; 148(5): National Day"],
  ["complaint-lawsuit", "2024-02-29", stays, "2025-02-28", "TTHC 116; Civil Code 148(4)"],
  // KN 37.
  ["complaint-settlement-2", "2026-11-20", stays, "2027-01-04", "KN 37: 45"],
  ["complaint-settlement-2", "2026-11-20", { ...stays, criteria: 2 }, "2027-01-19", "KN 37: 60"],
  ["complaint-settlement-2", "2026-11-20", { ...stays, remote: true }, "2027-01-19", "KN 37: 60"],
  [
    "complaint-settlement-2",
    "2026-11-20",
    { ...stays, remote: true, criteria: 2 },
    "2027-01-29",
    "KN 37: 70",
  ],
  ["complaint-decision-2-sending", "2026-02-09", stays, "2026-02-16", "KN 41"],
  ["complaint-decision-2-sending", "2026-02-09", moves, "2026-02-23", "KN 41; 148(5): Tết"],
  ["complaint-decision-effective", "2026-12-31", stays, "2027-01-30", "KN 44: 30"],
  ["complaint-decision-effective", "2026-12-31", moves, "2027-02-01", "KN 44; 148(5): a Saturday"],
  ["complaint-decision-effective", "2026-12-31", { ...stays, remote: true }, "2027-02-14", "KN 44: 45"],
  ["complaint-suspension-sending", "2026-08-28", {}, "2026-09-07", "new art. 28b: 3, 4, 7 September"],
  ["complaint-suspension-sending", "2026-06-30", {}, null, "NĐ 155 was not in force"],
  // KN 48, 50.
  ["discipline-lodging", "2026-04-16", moves, "2026-05-04", "KN 48: 15, on 1 May"],
  ["discipline-second", "2026-04-16", stays, "2026-04-26", "KN 48: 10"],
  ["discipline-second", "2026-04-16", moves, "2026-04-28", "KN 48; 148(5): Hùng Kings and its compensation"],
  ["discipline-second", "2026-04-16", { ...stays, dismissal: true }, "2026-05-16", "KN 48: 30"],
  [
    "discipline-settlement",
    "2026-08-03",
    { ...stays, remote: true },
    "2026-09-02",
    "KN 50: 30, also if remote",
  ],
  ["discipline-settlement", "2026-08-03", { ...stays, criteria: 1 }, "2026-09-17", "KN 50: 45"],
  // TC 24.
  ["denunciation-registering", "2026-04-23", {}, "2026-05-07", "TC 24(1): 24, 28, 29 April, 4–7 May"],
  [
    "denunciation-registering",
    "2026-04-23",
    { several_places: true },
    "2026-05-12",
    "TC 24(1): also 8, 11, 12",
  ],
  ["denunciation-registering", "2026-04-23", { delegated: true }, "2026-05-12", "TC 24(1)"],
  ["denunciation-forwarding", "2025-01-23", {}, "2025-02-06", "TC 24(2): 24 January, 3–6 February"],
  ["denunciation-forwarding", "2027-02-01", {}, "2027-02-15", "TC 24(2): 2–4, 12, 15 February"],
  [
    "denunciation-acceptance-notice",
    "2025-04-24",
    {},
    "2025-05-05",
    "TC 29(3): 25, Sat 26, 28, 29 April, 5 May",
  ],
  // TC 30: nothing for remote areas.
  ["denunciation-settlement", "2026-01-15", { ...stays, remote: true }, "2026-02-14", "TC 30(1)"],
  [
    "denunciation-settlement",
    "2026-01-15",
    moves,
    "2026-02-23",
    "TC 30(1); 148(5): the first Saturday of Tết",
  ],
  [
    "denunciation-settlement",
    "2026-01-15",
    { ...stays, criteria: 1, extensions: 1 },
    "2026-03-16",
    "TC 30(2): 60",
  ],
  [
    "denunciation-settlement",
    "2026-01-15",
    { ...stays, criteria: 2, extensions: 2 },
    "2026-04-15",
    "TC 30(3): 90",
  ],
  [
    "denunciation-settlement",
    "2026-01-15",
    { ...stays, criteria: 7 },
    "2026-02-14",
    "TC 30(4): not by itself",
  ],
  ["denunciation-referrer-reply", "2026-08-13", stays, "2026-09-02", "TC 26(2)"],
  ["denunciation-further", "2026-04-10", moves, "2026-05-04", "TC 37(2); 148(5): 30 April"],
  ["denunciation-overdue-demand", "2026-01-08", {}, "2026-01-14", "TC 38(2): 9, Sat 10, 12–14 January"],
  ["denunciation-overdue-report", "2024-04-23", {}, "2024-05-03", "TC 38(3): 24–26 April, 2, 3 May"],
  ["denunciation-publishing", "2024-04-23", {}, "2024-05-06", "TC 40(1): also Sat 4, Mon 6 May"],
  // TCD 27, 28 and NĐ 154/2026.
  ["desk-outcome", "2026-02-05", {}, "2026-02-26", "TCD 28(1): 6, 9–13, 23–26 February"],
  ["referrer-result", "2023-08-28", {}, "2023-09-08", "TCD 27(2): 29–31 August, 5–8 September"],
  ["petitioner-result", "2023-04-27", {}, "2023-05-09", "TCD 28(2): 28 April, 4, 5, 8, 9 May"],
  ["refusal-notice", "2026-08-21", {}, "2026-08-25", "NĐ 154 4(3): Sat 22, 24, 25 August"],
  ["unprocessed-letter", "2026-07-19", stays, "2026-09-02", "NĐ 154 41(3b)"],
  ["unprocessed-letter", "2026-07-19", moves, "2026-09-03", "NĐ 154 41(3b); 148(5): National Day"],
  ["party-head-notice", "2022-01-24", {}, "2022-02-14", "QĐ 11-QĐi/TW: 25–28 January, 7–11, 14 February"],
];

test("the days reckoned by hand", async () => {
  const cases = byHand.map(([step, started, facts]) => ({ step, started, facts }));
  const due = await dueOn(cases);
  const told = (dates: readonly (string | null)[]) =>
    byHand.map(([step, started, , , article], place) => ({ step, started, article, due: dates[place] }));
  expect(told(due)).toEqual(told(byHand.map(([, , , expected]) => expected)));
  expect(new Set(cases.map(({ step }) => step))).toEqual(new Set(clockSteps));
});

test("every year has its eleven holidays on working days, swapped days in balance", async () => {
  const { rows } = await database.pool("superuser").query(
    `SELECT extract(year FROM day)::integer AS year, count(*)::integer AS days,
            count(*) FILTER (WHERE extract(isodow FROM day) < 6)::integer
              - count(*) FILTER (WHERE working)::integer AS holidays
       FROM clock_oracle.calendar GROUP BY 1 ORDER BY 1`,
  );
  expect(rows).toEqual(
    [2022, 2023, 2024, 2025, 2026, 2027].map((year) => ({
      year,
      days: year === 2024 ? 366 : 365,
      holidays: 11,
    })),
  );
});

test.each<[string, string, object, string]>([
  ["a step nobody knows", "complaint", moves, "no step complaint"],
  ["a fact nobody knows", "desk-outcome", { far: true }, "no fact far"],
  [
    "a calendar limit without the switch",
    "complaint-second",
    {},
    "complaint-second needs move_calendar_ends",
  ],
  [
    "an old acceptance without its unit",
    "complaint-acceptance",
    moves,
    "complaint-acceptance of 2026-01-05 needs law_unit_before_2026",
  ],
  [
    "an extension without criteria",
    "denunciation-settlement",
    { ...moves, criteria: 1, extensions: 2 },
    "2 extensions with 1 criteria",
  ],
  [
    "a suspension before the law",
    "complaint-settlement-1",
    { ...moves, suspensions: [["2026-01-10", "2026-01-12"]] },
    "no complaint could be suspended on 2026-01-10",
  ],
])("refuses %s", async (_, step, facts, message) => {
  await expect(
    database.pool("superuser").query("SELECT clock_oracle.due_on($1, '2026-01-05', $2)", [step, facts]),
  ).rejects.toThrow(message);
});

test("a drawn case has a date, unless its suspension has no end, and comes again with its seed", async () => {
  const draw = () => {
    const random = randomFrom(20_261_122);
    return Array.from({ length: 3_000 }, () => drawCase(random));
  };
  const cases = draw();
  expect(draw()).toEqual(cases);
  expect(new Set(cases.map(({ step }) => step))).toEqual(new Set(clockSteps));

  const due = await dueOn(cases);
  const undated = cases.filter((_, place) => due[place] === null);
  expect(undated.length).toBeGreaterThan(0);
  for (const { facts } of undated) expect(facts.suspensions?.at(-1)?.[1]).toBeNull();
});
