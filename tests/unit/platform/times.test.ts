import { describe, expect, test } from "vitest";
import { daysOfWeek, instantOf, mondayOf, parseTypedTime, timeAt, weekOf } from "@/lib/platform/dates/times";

test("these tests run in a zone that is neither Viet Nam's nor on the whole hour", () => {
  expect(new Date("2026-12-28T00:00:00Z").getTimezoneOffset()).toBe(-345);
});

test.each([
  ["14:00", "14:00"],
  ["14h", "14:00"],
  ["14h30", "14:30"],
  ["14h30'", "14:30"],
  ["14H30", "14:30"],
  ["8.30", "08:30"],
  ["8 giờ 30", "08:30"],
  ["8 giờ", "08:00"],
  ["8 Giờ", "08:00"],
  ["14g30", "14:30"],
  ["0800", "08:00"],
  ["14", "14:00"],
  [" 7h ", "07:00"],
  ["00:00", "00:00"],
  ["23:59", "23:59"],
])("%s is %s", (typed, time) => {
  expect(parseTypedTime(typed)).toBe(time);
});

test.each([
  "",
  "24:00",
  "14:60",
  "14:5",
  "sáng",
  "8 rưỡi",
  "14h30p5",
  "-8:00",
  "800",
  "14:00:00",
  "1400h",
  "8,30",
])("%s is no time", (typed) => {
  expect(parseTypedTime(typed)).toBeNull();
});

describe("a Vietnamese clock", () => {
  test.each([
    ["2026-12-28", "00:00", "2026-12-27T17:00:00.000Z"],
    ["2026-12-28", "06:59", "2026-12-27T23:59:00.000Z"],
    ["2026-12-28", "07:00", "2026-12-28T00:00:00.000Z"],
    ["2027-01-01", "00:00", "2026-12-31T17:00:00.000Z"],
    ["2028-02-29", "23:59", "2028-02-29T16:59:00.000Z"],
  ])("shows %s %s at %s", (day, time, instant) => {
    expect(instantOf(day, time).toISOString()).toBe(instant);
    expect(timeAt(new Date(instant))).toBe(time);
  });
});

describe("weeks", () => {
  // 2026 has 53 of them: it begins and ends on a Thursday.
  test.each([
    ["2025-12-28", "2025-12-22", 52, 2025],
    ["2025-12-29", "2025-12-29", 1, 2026],
    ["2026-11-26", "2026-11-23", 48, 2026],
    ["2026-12-27", "2026-12-21", 52, 2026],
    ["2026-12-28", "2026-12-28", 53, 2026],
    ["2027-01-01", "2026-12-28", 53, 2026],
    ["2027-01-03", "2026-12-28", 53, 2026],
    ["2027-01-04", "2027-01-04", 1, 2027],
  ])("%s is in the week of %s, the %i. of %i", (day, monday, week, year) => {
    expect(mondayOf(day)).toBe(monday);
    expect(weekOf(day)).toEqual({ week, year });
  });

  test("a week has seven days, over the end of a year as well", () => {
    expect(daysOfWeek("2026-12-28")).toEqual([
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
      "2027-01-03",
    ]);
  });
});
