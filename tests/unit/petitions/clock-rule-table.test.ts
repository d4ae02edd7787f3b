import { expect, test } from "vitest";
import { allowOnCalendar } from "@/lib/petitions/clocks/policy";
import {
  calendarActs,
  calendarParts,
  calendarRules,
  calendarStates,
} from "@/lib/petitions/clocks/rule-table";
import { everyCell, findOverlaps } from "@/lib/platform/policy/rule-cells";
import { matchRules, roles } from "@/lib/platform/policy/rule-table";

const words = { acts: calendarActs, parts: calendarParts, states: calendarStates, assistStates: [] };

test("every cell matches exactly one rule or none, and every rule is reached", () => {
  expect(findOverlaps<(typeof calendarRules)[number]>(calendarRules, words)).toEqual([]);
  const reached = [...everyCell<(typeof calendarRules)[number]>(words)].flatMap((cell) =>
    matchRules(calendarRules, cell),
  );
  expect(new Set(reached)).toEqual(new Set(calendarRules));
});

test("chiefs and the administrator keep days and limits, nobody else", () => {
  for (const act of calendarActs) {
    expect(roles.filter((role) => allowOnCalendar({ role }, act).allowed)).toEqual([
      "chief",
      "tenant-administrator",
    ]);
  }
});

test("who may not is told by which rule", () => {
  const verdict = allowOnCalendar({ role: "specialist" }, "decideDay");
  expect(verdict).toMatchObject({ refusal: { reason: "role", roles: ["chief", "tenant-administrator"] } });
  expect("refusal" in verdict ? verdict.refusal.quote : null).toEqual({
    source: "Ngày nghỉ và thời hạn",
    text: expect.stringContaining("nêu rõ văn bản"),
  });
});
