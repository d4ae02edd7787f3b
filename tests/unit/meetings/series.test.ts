import { describe, expect, test } from "vitest";
import { daysOf, mostOccurrences, readRule, ruleOf, type SeriesPlan } from "@/lib/meetings/series";

const weekly: SeriesPlan = {
  firstDay: "2026-12-07",
  repeat: "weekly",
  every: 1,
  lastDay: null,
  times: 4,
  except: [],
};

describe("the days of a repeating meeting", () => {
  test("each week on the weekday of the first day, so many times", () => {
    expect(daysOf(weekly)).toEqual(["2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28"]);
  });

  test("until a day, that day included", () => {
    const plan = { ...weekly, times: null, every: 2, lastDay: "2027-01-04" };
    expect(daysOf(plan)).toEqual(["2026-12-07", "2026-12-21", "2027-01-04"]);
    expect(ruleOf(plan)).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20270104");
  });

  test("a day that is left out is counted, as RFC 5545 counts it", () => {
    expect(daysOf({ ...weekly, except: ["2026-12-14"] })).toEqual(["2026-12-07", "2026-12-21", "2026-12-28"]);
  });

  test("each month on its date; a month without it has none", () => {
    const plan: SeriesPlan = { ...weekly, firstDay: "2027-01-31", repeat: "monthly-date", times: 3 };
    expect(daysOf(plan)).toEqual(["2027-01-31", "2027-03-31", "2027-05-31"]);
  });

  test("each month on its weekday of that week", () => {
    const second: SeriesPlan = { ...weekly, firstDay: "2026-12-10", repeat: "monthly-weekday", times: 3 };
    expect(ruleOf(second)).toBe("FREQ=MONTHLY;INTERVAL=1;BYDAY=2TH;COUNT=3");
    expect(daysOf(second)).toEqual(["2026-12-10", "2027-01-14", "2027-02-11"]);
  });

  test("the last one of a month stays the last", () => {
    const last: SeriesPlan = { ...weekly, firstDay: "2026-12-31", repeat: "monthly-weekday", times: 3 };
    expect(daysOf(last)).toEqual(["2026-12-31", "2027-01-28", "2027-02-25"]);
  });

  test("over a leap day, and quarterly", () => {
    const plan: SeriesPlan = {
      ...weekly,
      firstDay: "2027-11-29",
      repeat: "monthly-date",
      every: 3,
      times: 3,
    };
    expect(daysOf(plan)).toEqual(["2027-11-29", "2028-02-29", "2028-05-29"]);
  });

  test("one more than may be is enough to know that there are too many", () => {
    expect(daysOf({ ...weekly, times: null, lastDay: "2099-01-01" })).toHaveLength(mostOccurrences + 1);
  });

  test.each<Partial<SeriesPlan>>([
    { repeat: "weekly", times: 9 },
    { repeat: "monthly-date", every: 3, times: null, lastDay: "2027-12-31" },
    { repeat: "monthly-weekday", every: 1, times: 12 },
  ])("a rule is read as it was written: %j", (more) => {
    const plan = { ...weekly, ...more };
    const { repeat, every, lastDay, times } = plan;
    expect(readRule(ruleOf(plan))).toEqual({ repeat, every, lastDay, times });
  });
});
