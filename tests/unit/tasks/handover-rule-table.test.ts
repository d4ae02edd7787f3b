import { expect, test } from "vitest";
import { everyCell, findOverlaps } from "@/lib/platform/policy/rule-cells";
import { matchRules } from "@/lib/platform/policy/rule-table";
import { decideHandover, partInHandover } from "@/lib/tasks/handover/policy";
import { handoverActs, handoverParts, handoverRules, handoverStates } from "@/lib/tasks/handover/rule-table";

const words = { acts: handoverActs, parts: handoverParts, states: handoverStates, assistStates: [] as const };

test("every cell matches one rule or none, and every rule is reached", () => {
  expect(findOverlaps<(typeof handoverRules)[number]>(handoverRules, words)).toEqual([]);
  const reached = [...everyCell<(typeof handoverRules)[number]>(words)].flatMap((cell) =>
    matchRules(handoverRules, cell),
  );
  expect(new Set(reached)).toEqual(new Set(handoverRules));
});

test("only chiefs speak, each for the own side, and nobody where no lead moves", () => {
  for (const cell of everyCell<(typeof handoverRules)[number]>(words)) {
    const allowed = matchRules(handoverRules, cell).length > 0;
    if (cell.role !== "chief" || cell.part === "none" || cell.state === "settled")
      expect(allowed).toBe(false);
  }
});

test("the office that leads hands over or keeps, the one that would lead answers", () => {
  const subject = { state: "offered", leadOfficeId: "a", nextOfficeId: "b" } as const;
  expect(["a", "b", "c"].map((office) => partInHandover(subject, office))).toEqual([
    "leaving",
    "taking",
    "none",
  ]);
  const acts = (officeId: string) =>
    handoverActs.filter((act) => decideHandover({ role: "chief", officeId }, act, subject).allowed);
  expect([acts("a"), acts("b"), acts("c")]).toEqual([
    ["keepTask"],
    ["acceptHandover", "declineHandover"],
    [],
  ]);
});
