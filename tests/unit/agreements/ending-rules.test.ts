import { expect, test } from "vitest";
import { decideEnding, partInEnding } from "@/lib/agreements/ending/policy";
import { endingActs, endingParts, endingRules, endingStates } from "@/lib/agreements/ending/rule-table";
import { mayRenew } from "@/lib/agreements/policy";
import { renewedTerm } from "@/lib/agreements/rules";
import { everyCell, findOverlaps } from "@/lib/platform/policy/rule-cells";
import { matchRules } from "@/lib/platform/policy/rule-table";

const words = { acts: endingActs, parts: endingParts, states: endingStates, assistStates: [] as const };

test("every cell matches one rule or none, and every rule is reached", () => {
  expect(findOverlaps<(typeof endingRules)[number]>(endingRules, words)).toEqual([]);
  const reached = [...everyCell<(typeof endingRules)[number]>(words)].flatMap((cell) =>
    matchRules(endingRules, cell),
  );
  expect(new Set(reached)).toEqual(new Set(endingRules));
});

test("only chiefs of parties speak of an end", () => {
  for (const cell of everyCell<(typeof endingRules)[number]>(words)) {
    if (cell.role !== "chief" || cell.part === "other") expect(matchRules(endingRules, cell)).toEqual([]);
  }
});

test("who proposes takes back, the others agree or refuse", () => {
  const subject = { state: "proposed", proposerOfficeId: "a", partyOfficeIds: ["a", "b"] } as const;
  expect(["a", "b", "c"].map((office) => partInEnding(subject, office))).toEqual([
    "proposer",
    "party",
    "other",
  ]);
  const acts = (officeId: string) =>
    endingActs.filter((act) => decideEnding({ role: "chief", officeId }, act, subject).allowed);
  expect([acts("a"), acts("b"), acts("c")]).toEqual([
    ["withdrawEnding"],
    ["agreeEnding", "refuseEnding"],
    [],
  ]);
});

test("a renewal begins where the signed term ends, or with the signatures when that is past", () => {
  const signed = { effectiveUntil: "2027-01-01" };
  expect(renewedTerm(signed, "2030-01-01", "2026-11-27")).toEqual({
    from: "2027-01-01",
    until: "2030-01-01",
  });
  expect(renewedTerm(signed, null, "2026-11-27")).toEqual({ from: "2027-01-01", until: null });
  expect(renewedTerm(signed, "2030-01-01", "2027-01-01")).toEqual({ from: null, until: "2030-01-01" });
  expect(renewedTerm(signed, "2027-01-01", "2026-11-27")).toBe("notBeyond");
  expect(renewedTerm(signed, "2027-06-01", "2027-06-01")).toBe("past");
});

test("only a signed term with a last day is renewed", () => {
  expect(mayRenew({ storedState: "signed", effectiveUntil: "2027-01-01" })).toBe(true);
  expect(mayRenew({ storedState: "signed", effectiveUntil: null })).toBe(false);
  expect(mayRenew({ storedState: "declined", effectiveUntil: null })).toBe(false);
});
