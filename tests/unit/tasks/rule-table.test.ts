import { describe, expect, test } from "vitest";
import { everyCell, findOverlaps } from "@/lib/platform/policy/rule-cells";
import { decide, matchRules, type Role, roles } from "@/lib/platform/policy/rule-table";
import { assistStates, taskActs, taskParts, taskRules, taskStates } from "@/lib/tasks/rule-table";

const words = { acts: taskActs, parts: taskParts, states: taskStates, assistStates };

test("every cell matches exactly one rule or none", () => {
  expect(findOverlaps<(typeof taskRules)[number]>(taskRules, words)).toEqual([]);
});

test("every act and every rule is reached by some cell", () => {
  const reached = [...everyCell<(typeof taskRules)[number]>(words)].flatMap((cell) =>
    matchRules(taskRules, cell),
  );
  expect(new Set(reached)).toEqual(new Set(taskRules));
  expect(new Set(reached.map(({ act }) => act))).toEqual(new Set(taskActs));
});

test("an office without a part in a task may do nothing with it, not even read it", () => {
  for (const cell of everyCell<(typeof taskRules)[number]>(words)) {
    if (cell.part === "none" || cell.part === "other") expect(matchRules(taskRules, cell)).toEqual([]);
  }
});

test("a closed task is read and nothing else", () => {
  for (const cell of everyCell<(typeof taskRules)[number]>(words)) {
    if (cell.state === "closed" && cell.act !== "read") expect(matchRules(taskRules, cell)).toEqual([]);
  }
});

test("informed and creating offices only read", () => {
  for (const cell of everyCell<(typeof taskRules)[number]>(words)) {
    if (cell.part !== "informed" && cell.part !== "creator") continue;
    expect(matchRules(taskRules, cell).every(({ act }) => act === "read")).toBe(true);
  }
});

describe("roles", () => {
  const maySpecialist: [(typeof taskActs)[number], boolean][] = [
    ["describe", true],
    ["ask", true],
    ["takeOver", true],
    ["close", false],
  ];

  test.each(maySpecialist)("a specialist of the lead: %s %s", (act, allowed) => {
    const assistState = act === "takeOver" ? "contributed" : "named";
    expect(
      decide(taskRules, { act, role: "specialist", part: "lead", state: "open", assistState }).allowed,
    ).toBe(allowed);
  });

  test("everybody reads, seven roles file", () => {
    const allowed = (act: "read" | "create"): Role[] =>
      roles.filter(
        (role) =>
          decide(
            taskRules,
            act === "read"
              ? { act, role, part: "lead", state: "open" }
              : { act, role, part: "party", state: "none" },
          ).allowed,
      );
    expect(allowed("read")).toEqual(roles);
    expect(roles.filter((role) => !allowed("create").includes(role))).toEqual([
      "inspector",
      "tenant-administrator",
    ]);
  });
});

test("the life of an asking, by who may move it on", () => {
  const may = (act: (typeof taskActs)[number], part: "lead" | "assist") =>
    assistStates.filter(
      (assistState) => decide(taskRules, { act, role: "chief", part, state: "open", assistState }).allowed,
    );
  expect(may("ask", "lead")).toEqual(["named", "asked", "declined", "contributed"]);
  expect(may("takeOver", "lead")).toEqual(["contributed"]);
  expect(may("accept", "assist")).toEqual(["asked"]);
  expect(may("decline", "assist")).toEqual(["asked", "accepted"]);
  expect(may("contribute", "assist")).toEqual(["asked", "accepted", "contributed"]);
});

test("an assisting office that closes is told whose act it is", () => {
  const decision = decide(taskRules, {
    act: "close",
    role: "chief",
    part: "assist",
    state: "open",
    assistState: "asked",
  });
  expect(decision).toMatchObject({
    allowed: false,
    reason: "part",
    rules: [{ id: "task-close", parts: ["lead"], source: { articleKey: "responsibilities", clause: 6 } }],
  });
});
