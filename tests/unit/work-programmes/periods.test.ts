import { describe, expect, test } from "vitest";
import { formatDue, parseDue, parseProgrammePeriod, sharesMonth } from "@/lib/work-programmes/periods";

const today = "2026-11-27";

describe("the time of an item as it is typed", () => {
  test.each([
    ["15/02/2027", "2027-02-15", "2027-02-15", "days"],
    ["5-12", "2026-12-05", "2026-12-05", "days"],
    ["15/02/2027 – 17/02/2027", "2027-02-15", "2027-02-17", "days"],
    ["15 – 17/02/2027", "2027-02-15", "2027-02-17", "days"],
    ["28/02 - 02/03/2027", "2027-02-28", "2027-03-02", "days"],
    ["15/02/2027 đến 17/02/2027", "2027-02-15", "2027-02-17", "days"],
    ["02/2027", "2027-02-01", "2027-02-28", "month"],
    ["tháng 2/2028", "2028-02-01", "2028-02-29", "month"],
    ["Tháng 12 năm 2027", "2027-12-01", "2027-12-31", "month"],
    ["quý I/2027", "2027-01-01", "2027-03-31", "quarter"],
    ["Quý IV năm 2027", "2027-10-01", "2027-12-31", "quarter"],
    ["q2/2027", "2027-04-01", "2027-06-30", "quarter"],
    ["2027", "2027-01-01", "2027-12-31", "year"],
    ["năm 2027", "2027-01-01", "2027-12-31", "year"],
  ])("%s", (typed, startsOn, endsOn, precision) => {
    expect(parseDue(typed, today)).toEqual({ startsOn, endsOn, precision });
  });

  test.each([
    "",
    "khi xong",
    "13/2027",
    "quý V/2027",
    "30/02/2027",
    "17/02/2027 – 15/02/2027",
    "1 – 2 – 3/2/2027",
  ])("%j is none", (typed) => {
    expect(parseDue(typed, today)).toBeNull();
  });

  test.each(["15/02/2027", "15/02/2027 – 17/02/2027", "02/2027", "Quý III/2027", "2027"])(
    "%s is written as it is read",
    (typed) => {
      const due = parseDue(typed, today);
      expect(due && formatDue(due)).toBe(typed);
    },
  );
});

describe("the time of a programme as it is typed", () => {
  test.each([
    ["2025–2030", "term", "2025-01-01", "2030-12-31"],
    ["2025 - 2030", "term", "2025-01-01", "2030-12-31"],
    ["2027", "year", "2027-01-01", "2027-12-31"],
    ["Quý I/2027", "quarter", "2027-01-01", "2027-03-31"],
    ["01/2027", "month", "2027-01-01", "2027-01-31"],
  ])("%s", (typed, kind, startsOn, endsOn) => {
    expect(parseProgrammePeriod(typed)).toEqual({ kind, startsOn, endsOn });
  });

  test.each(["15/02/2027", "2030–2025", "2025–2025", "2020–2031", "nhiệm kỳ"])("%j is none", (typed) => {
    expect(parseProgrammePeriod(typed)).toBeNull();
  });
});

test("two times share a month also where their days do not meet", () => {
  const february = { startsOn: "2027-02-01", endsOn: "2027-02-03" };
  expect(sharesMonth(february, { startsOn: "2027-02-25", endsOn: "2027-03-02" })).toBe(true);
  expect(sharesMonth(february, { startsOn: "2027-03-01", endsOn: "2027-03-02" })).toBe(false);
  expect(sharesMonth(february, { startsOn: "2027-01-01", endsOn: "2027-12-31" })).toBe(true);
});
