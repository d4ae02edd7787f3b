import { tz } from "@date-fns/tz";
import { addDays, differenceInCalendarDays, format, parseISO } from "date-fns";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  clockAt,
  dayFromColumn,
  daysBetween,
  dayToColumn,
  formatInstant,
  plusDays,
} from "@/lib/platform/dates/days";

const day = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map(dayFromColumn);

test("days are reckoned as the calendar does, over months, leap years and whatever the machine's zone does", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -2_000, max: 2_000 }), (from, days) => {
      const to = plusDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
      // date-fns reckons in the machine's zone; both days are read in it.
      expect(differenceInCalendarDays(parseISO(to), parseISO(from))).toBe(days);
      expect(addDays(parseISO(from), days)).toEqual(parseISO(to));
      expect(dayFromColumn(dayToColumn(to))).toBe(to);
    }),
    { seed: 20261126 },
  );
  expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
});

test("a Vietnamese clock shows what a library that asks the zone says", () => {
  const vietnam = { in: tz("Asia/Ho_Chi_Minh") };
  const instant = fc.date({
    min: new Date("1990-01-01T00:00:00Z"),
    max: new Date("2099-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instant, (at) => {
      expect(clockAt(at)).toEqual({
        day: format(at, "yyyy-MM-dd", vietnam),
        time: format(at, "HH:mm", vietnam),
      });
      expect(formatInstant(at)).toBe(format(at, "HH:mm, dd/MM/yyyy", vietnam));
    }),
  );
  expect(() => clockAt(new Date(Number.NaN))).toThrow(RangeError);
});
