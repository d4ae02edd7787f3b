import { expect, test } from "vitest";
import { layoutOf, sheetColumns, sheetLayouts } from "@/lib/meetings/layouts";
import { setCalendarRulesSchema } from "@/lib/meetings/settings-schema";

test("every layout has day and content, and columns a sheet knows", () => {
  for (const layout of Object.values(sheetLayouts)) {
    expect(layout).toEqual(expect.arrayContaining(["day", "content"]));
    expect(sheetColumns).toEqual(expect.arrayContaining([...layout]));
  }
});

test("columns are known again as the layout they are, others are one's own", () => {
  expect(layoutOf(["day", "session", "content", "place", "participants"])).toBe("thanh-hoa");
  expect(layoutOf([...sheetColumns])).toBe("own");
  expect(layoutOf(sheetColumns.filter((column) => column !== "serving"))).toBe("full");
  expect(layoutOf(["day", "content"])).toBe("own");
});

test("chosen columns come in the order of the sheet, whatever was ticked first", () => {
  const parsed = setCalendarRulesSchema.parse({
    exchangeWeekday: "4",
    morningFrom: "7h30",
    morningUntil: "11h30",
    afternoonFrom: "13:30",
    afternoonUntil: "17h",
    holdDays: "14",
    travelMinutes: "0",
    layout: "own",
    columns: ["place", "content", "day"],
  });
  expect(parsed).toEqual({
    exchangeWeekday: 4,
    morningFrom: 450,
    morningUntil: 690,
    afternoonFrom: 810,
    afternoonUntil: 1020,
    holdDays: 14,
    travelMinutes: 0,
    sheetColumns: ["day", "content", "place"],
  });
});
