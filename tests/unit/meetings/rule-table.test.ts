import { expect, test } from "vitest";
import {
  attendanceActs,
  attendanceParts,
  attendanceRules,
  feedActs,
  feedParts,
  feedRules,
  feedStates,
  keepingActs,
  keepingParts,
  keepingRules,
  keepingStates,
  type MeetingAct,
  type MeetingPart,
  meetingActs,
  meetingParts,
  meetingRules,
  meetingStates,
  sheetActs,
  sheetParts,
  sheetRules,
  sheetStates,
} from "@/lib/meetings/rule-table";
import { everyCell, findOverlaps } from "@/lib/platform/policy/rule-cells";
import { matchRules, type Role, roles } from "@/lib/platform/policy/rule-table";

const words = { acts: meetingActs, parts: meetingParts, states: meetingStates, assistStates: [] };
const sheetWords = { acts: sheetActs, parts: sheetParts, states: sheetStates, assistStates: [] };
const feedWords = { acts: feedActs, parts: feedParts, states: feedStates, assistStates: [] };
const attendanceWords = {
  acts: attendanceActs,
  parts: attendanceParts,
  states: meetingStates,
  assistStates: [],
};
const keepingWords = { acts: keepingActs, parts: keepingParts, states: keepingStates, assistStates: [] };
const cells = () => everyCell<(typeof meetingRules)[number]>(words);

test("every cell matches exactly one rule or none", () => {
  expect(findOverlaps<(typeof meetingRules)[number]>(meetingRules, words)).toEqual([]);
  expect(findOverlaps<(typeof sheetRules)[number]>(sheetRules, sheetWords)).toEqual([]);
  expect(findOverlaps<(typeof feedRules)[number]>(feedRules, feedWords)).toEqual([]);
  expect(findOverlaps<(typeof attendanceRules)[number]>(attendanceRules, attendanceWords)).toEqual([]);
  expect(findOverlaps<(typeof keepingRules)[number]>(keepingRules, keepingWords)).toEqual([]);
});

test("every act and every rule is reached by some cell", () => {
  const reached = [...cells()].flatMap((cell) => matchRules(meetingRules, cell));
  expect(new Set(reached)).toEqual(new Set(meetingRules));
  expect(new Set(reached.map(({ act }) => act))).toEqual(new Set(meetingActs));
  const onSheets = [...everyCell<(typeof sheetRules)[number]>(sheetWords)].flatMap((cell) =>
    matchRules(sheetRules, cell),
  );
  expect(new Set(onSheets)).toEqual(new Set(sheetRules));
  const onFeeds = [...everyCell<(typeof feedRules)[number]>(feedWords)].flatMap((cell) =>
    matchRules(feedRules, cell),
  );
  expect(new Set(onFeeds)).toEqual(new Set(feedRules));
  const onAttendance = [...everyCell<(typeof attendanceRules)[number]>(attendanceWords)].flatMap((cell) =>
    matchRules(attendanceRules, cell),
  );
  expect(new Set(onAttendance)).toEqual(new Set(attendanceRules));
  const onCalendar = [...everyCell<(typeof keepingRules)[number]>(keepingWords)].flatMap((cell) =>
    matchRules(keepingRules, cell),
  );
  expect(new Set(onCalendar)).toEqual(new Set(keepingRules));
});

test("an office without a part may do nothing, not even read it", () => {
  for (const cell of cells()) {
    if (cell.part === "none" || cell.part === "other") expect(matchRules(meetingRules, cell)).toEqual([]);
  }
});

test("what was given up is read and nothing else", () => {
  for (const cell of cells()) {
    if (cell.state === "cancelled" && cell.act !== "read") expect(matchRules(meetingRules, cell)).toEqual([]);
  }
});

test("assisting, informed and other reading offices only read; before it is approved others do not", () => {
  const reading: readonly MeetingPart[] = ["assist", "informed", "reader"];
  for (const cell of cells()) {
    if (!reading.includes(cell.part)) continue;
    const rules = matchRules(meetingRules, cell);
    expect(rules.every(({ act }) => act === "read")).toBe(true);
    if (cell.part === "reader" && cell.state === "filed") expect(rules).toEqual([]);
  }
});

/** The states in which a role of an office with this part may do the act. */
function statesOf(act: MeetingAct, part: MeetingPart, role: Role = "chief") {
  return meetingStates.filter((state) => matchRules(meetingRules, { act, part, state, role }).length > 0);
}

test("the life of a meeting, by who may move it on", () => {
  expect(statesOf("edit", "filing")).toEqual(["filed", "approved"]);
  expect(statesOf("approve", "filing")).toEqual(["filed"]);
  expect(statesOf("giveBack", "filing")).toEqual(["filed"]);
  expect(statesOf("giveBack", "lead")).toEqual(["approved"]);
  expect(statesOf("confirm", "lead")).toEqual(["approved"]);
  expect(statesOf("resettle", "lead")).toEqual(["approved"]);
  expect(statesOf("change", "lead")).toEqual(["confirmed"]);
  expect(statesOf("postpone", "lead")).toEqual(["confirmed"]);
  expect(statesOf("number", "lead", "records-clerk")).toEqual(["approved", "confirmed"]);
  expect(statesOf("cancel", "lead")).toEqual(["filed", "approved", "confirmed", "postponed"]);
  expect(statesOf("cancel", "filing")).toEqual(["filed", "approved"]);
});

test("an office that leads what it filed may all that lead and filing office may", () => {
  for (const act of meetingActs)
    for (const role of roles) {
      const either = meetingStates.filter((state) =>
        (["lead", "filing"] as const).some((part) => statesOf(act, part, role).includes(state)),
      );
      expect(statesOf(act, "own", role), `${act} ${role}`).toEqual(either);
    }
});

test("whoever files also mends and gives up the own entry; the rest is for those who decide", () => {
  const may = (act: MeetingAct, part: MeetingPart) =>
    roles.filter((role) => statesOf(act, part, role).length > 0);
  const filing = may("file", "party");
  expect(roles.filter((role) => !filing.includes(role))).toEqual(["inspector", "tenant-administrator"]);
  expect(may("edit", "filing")).toEqual(filing);
  expect(may("cancel", "filing")).toEqual(filing);
  for (const act of ["confirm", "change", "postpone", "cancel", "resettle"] as const) {
    expect(may(act, "lead")).toEqual(["chief", "deputy-chief", "department-head"]);
  }
  expect(may("approve", "filing")).toEqual(["chief", "deputy-chief", "department-head"]);
  expect(may("read", "informed")).toEqual([...roles]);
});
