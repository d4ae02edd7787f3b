import { describe, expect, test } from "vitest";
import { agreementActs, agreementRules } from "@/lib/agreements/rule-table";
import {
  documentNumber,
  documentSymbol,
  effectiveFrom,
  nextState,
  openNumber,
  standingState,
  stateAfterSignature,
  termClause,
  transitions,
} from "@/lib/agreements/rules";
import { orderOf, partiesBefore, turnsOf } from "@/lib/agreements/turns";
import type { VersionState } from "@/lib/agreements/types";

const states: readonly VersionState[] = [
  "draft",
  "negotiating",
  "awaiting-signatures",
  "signed",
  "declined",
  "withdrawn",
];

test("every transition has a rule that allows it, and leads to another state", () => {
  for (const [act, moves] of Object.entries(transitions))
    for (const [from, to] of Object.entries(moves)) {
      expect(
        agreementRules.some((rule) => rule.act === act && rule.states.some((state) => state === from)),
      ).toBe(true);
      expect(to).not.toBe(from);
    }
});

test("nothing leads out of signed, declined or withdrawn", () => {
  for (const act of agreementActs)
    for (const state of ["signed", "declined", "withdrawn"] as const)
      expect(nextState(act, state)).toBe(state);
});

test("reading, editing, consenting and one signature leave the state", () => {
  for (const act of ["read", "edit", "consent", "sign"] as const)
    for (const state of states) expect(nextState(act, state)).toBe(state);
});

test.each([
  [1, 3, "awaiting-signatures"],
  [2, 3, "awaiting-signatures"],
  [3, 3, "signed"],
  [2, 2, "signed"],
] as const)("%i of %i signatures: %s", (signatures, parties, state) => {
  expect(stateAfterSignature(signatures, parties)).toBe(state);
});

describe("in force follows from the days", () => {
  const version = { state: "signed" as const, effectiveFrom: "2026-12-01", effectiveUntil: "2027-12-01" };

  test.each([
    ["2026-11-30", "not-yet-in-force"],
    ["2026-12-01", "in-force"],
    ["2027-11-30", "in-force"],
    ["2027-12-01", "expired"],
  ])("on %s: %s", (today, state) => {
    expect(standingState(version, today)).toBe(state);
  });

  test("without an end it stays in force", () => {
    expect(standingState({ ...version, effectiveUntil: null }, "2099-01-01")).toBe("in-force");
  });

  test("what is not signed says its stored state on any day", () => {
    for (const state of states.filter((state) => state !== "signed"))
      expect(standingState({ state, effectiveFrom: null, effectiveUntil: null }, "2026-12-01")).toBe(state);
  });
});

test.each([
  ["no planned day: the day of the last signature", null, "2026-11-25", "2026-11-25"],
  ["a planned day ahead", "2027-01-01", "2026-11-25", "2027-01-01"],
  ["a planned day that passed before the last signature", "2026-11-01", "2026-11-25", "2026-11-25"],
])("%s", (_name, planned, signed, from) => {
  expect(effectiveFrom(planned, signed)).toBe(from);
});

test("the number on the paper has two digits at least and the symbols of the offices", () => {
  const symbol = documentSymbol("joint", ["VPTU", "VPUBND"]);
  expect(documentNumber(1, symbol)).toBe("01/QCPH-VPTU-VPUBND");
  expect(documentNumber(123, symbol)).toBe("123/QCPH-VPTU-VPUBND");
});

test.each([
  ["state", "01/QC-VPTU-VPUBND"],
  ["party", "01-QC/VPTU-VPUBND"],
] as const)("in the form of the %s the number is %s", (form, number) => {
  expect(documentNumber(1, documentSymbol(form, ["VPTU", "VPUBND"]))).toBe(number);
  expect(openNumber(documentSymbol(form, ["VPTU", "VPUBND"]))).toBe(number.replace("01", "......"));
});

test.each([
  [null, null, null],
  ["2027-01-01", null, "Quy chế này ghi ngày có hiệu lực là ngày 01 tháng 01 năm 2027."],
  [null, "2031-01-01", "Quy chế này có hiệu lực đến hết ngày 31 tháng 12 năm 2030."],
  [
    "2027-01-01",
    "2031-01-01",
    "Quy chế này ghi thời hạn từ ngày 01 tháng 01 năm 2027 đến hết ngày 31 tháng 12 năm 2030.",
  ],
])("the term from %s to before %s is printed", (from, until, sentence) => {
  expect(termClause(from, until)).toBe(sentence);
});

describe("the order of a round", () => {
  const parties = ["a", "b", "c"];
  const steps = (...chosen: number[]) =>
    Object.fromEntries(parties.map((id, index) => [id, chosen[index] ?? 0]));
  const turns = (...chosen: number[]) =>
    parties.map((partyId, index) => ({ partyId, step: chosen[index] ?? 0 }));

  test("at once, whatever was typed, is one step for all", () => {
    expect(turnsOf("parallel", parties, steps(3, 2, 1))).toEqual(turns(1, 1, 1));
  });

  test.each([
    ["in-order", [2, 3, 1], [2, 3, 1]],
    ["in-order", [10, 40, 20], [1, 3, 2]],
    ["groups", [2, 5, 5], [1, 2, 2]],
    ["groups", [1, 2, 3], [1, 2, 3]],
  ] as const)("%s %j: steps %j", (order, typed, kept) => {
    expect(turnsOf(order, parties, steps(...typed))).toEqual(turns(...kept));
  });

  test.each([
    ["in-order", [1, 2, 2]],
    ["groups", [4, 4, 4]],
  ] as const)("%s %j fits not", (order, typed) => {
    expect(turnsOf(order, parties, steps(...typed))).toBeNull();
  });

  test("a party without a step fits neither, and steps of others count for nothing", () => {
    expect(turnsOf("in-order", parties, { a: 1, b: 2 })).toBeNull();
    expect(turnsOf("groups", parties, { a: 1, b: 2 })).toBeNull();
    expect(turnsOf("groups", parties, { ...steps(1, 1, 1), stranger: 2 })).toBeNull();
  });

  test.each([
    [[1, 1, 1], "parallel"],
    [[1, 2, 2], "groups"],
    [[3, 1, 2], "in-order"],
  ] as const)("steps %j are %s", (kept, order) => {
    expect(orderOf(turns(...kept))).toBe(order);
  });

  test("whom a party waits for: those of the steps before who have not signed", () => {
    const groups = turns(1, 1, 2);
    expect(partiesBefore(groups, [], "a")).toEqual([]);
    expect(partiesBefore(groups, [], "c")).toEqual(["a", "b"]);
    expect(partiesBefore(groups, ["b"], "c")).toEqual(["a"]);
    expect(partiesBefore(groups, ["a", "b"], "c")).toEqual([]);
    expect(partiesBefore([], [], "c")).toEqual([]);
  });
});
