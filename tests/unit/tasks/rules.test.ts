import { expect, test } from "vitest";
import type { AssistState } from "@/lib/tasks/rule-table";
import { turnOf } from "@/lib/tasks/rules";

const task = (...states: AssistState[]) => ({
  state: "open" as const,
  leadOfficeId: "lead",
  assists: states.map((state, index) => ({ officeId: `assist-${index + 1}`, state })),
});

const turns: readonly [string, AssistState[], string, object][] = [
  ["nobody asked yet: the lead asks", ["named", "named"], "lead", { step: "ask" }],
  ["asked: that office gives", ["asked", "named"], "lead", { step: "give", officeIds: ["assist-1"] }],
  ["accepted counts as owing", ["accepted"], "assist-1", { step: "give", officeIds: ["assist-1"] }],
  [
    "given while another owes: the lead sees what it can do now",
    ["contributed", "asked"],
    "lead",
    { step: "takeOver", officeIds: ["assist-1"] },
  ],
  [
    "given while another owes: the others see who owes",
    ["contributed", "asked"],
    "assist-1",
    { step: "give", officeIds: ["assist-2"] },
  ],
  [
    "all given: the lead takes over",
    ["contributed"],
    "assist-1",
    { step: "takeOver", officeIds: ["assist-1"] },
  ],
  ["all taken over: the lead closes", ["taken-over"], "lead", { step: "close" }],
  ["one taken over, one never asked: the lead closes", ["taken-over", "named"], "lead", { step: "close" }],
  ["declined: the lead asks again", ["declined"], "lead", { step: "ask" }],
  ["nobody assists: the lead closes", [], "lead", { step: "close" }],
];

test.each(turns)("%s", (_sentence, states, officeId, turn) => {
  expect(turnOf(task(...states), officeId)).toEqual(turn);
});

test("a closed task waits for nobody", () => {
  expect(turnOf({ ...task("asked"), state: "closed" }, "lead")).toEqual({ step: "done" });
});
