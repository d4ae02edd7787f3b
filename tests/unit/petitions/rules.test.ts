import { describe, expect, test } from "vitest";
import { decidePetition, decideTaking, type PetitionSubject, partInPetition } from "@/lib/petitions/policy";
import {
  contributionStates,
  type PetitionAct,
  type PetitionPart,
  petitionActs,
  petitionParts,
  petitionRules,
  petitionStates,
} from "@/lib/petitions/rule-table";
import { denouncesBy, identityBy } from "@/lib/petitions/rules";
import { denouncesAnswers, petitionClasses } from "@/lib/petitions/types";
import { everyCell, findOverlaps } from "@/lib/platform/policy/rule-cells";
import { matchRules, type Role, roles } from "@/lib/platform/policy/rule-table";

const words = {
  acts: petitionActs,
  parts: petitionParts,
  states: petitionStates,
  assistStates: contributionStates,
};
/** The inspector's of any office of the province, about no letter. */
const reviews: readonly PetitionAct[] = ["readLooks", "reviewLookUps", "importMany"];
const cells = () => everyCell<(typeof petitionRules)[number]>(words);

describe("the rule table", () => {
  test("every cell matches exactly one rule or none, and every rule and act is reached", () => {
    expect(findOverlaps<(typeof petitionRules)[number]>(petitionRules, words)).toEqual([]);
    const reached = [...cells()].flatMap((cell) => matchRules(petitionRules, cell));
    expect(new Set(reached)).toEqual(new Set(petitionRules));
    expect(new Set(reached.map(({ act }) => act))).toEqual(new Set(petitionActs));
  });

  test("an office without a part may do nothing, one that is informed only reads", () => {
    for (const cell of cells()) {
      if ((cell.part === "none" || cell.part === "other") && !reviews.includes(cell.act)) {
        expect(matchRules(petitionRules, cell)).toEqual([]);
      }
      if (cell.part === "informed" && cell.act !== "read")
        expect(matchRules(petitionRules, cell)).toEqual([]);
    }
  });

  test("inspectors, secretaries and administrators take in and classify nothing", () => {
    for (const cell of cells()) {
      if (!["inspector", "secretary", "tenant-administrator"].includes(cell.role)) continue;
      if (cell.act === "read" || reviews.includes(cell.act)) continue;
      expect(matchRules(petitionRules, cell)).toEqual([]);
    }
  });

  function statesOf(act: PetitionAct, part: PetitionPart, role: Role) {
    return petitionStates.filter((state) => matchRules(petitionRules, { act, part, state, role }).length > 0);
  }

  test("who classifies when", () => {
    expect(statesOf("classify", "lead", "specialist")).toEqual(["received", "classified"]);
    expect(statesOf("classify", "lead", "records-clerk")).toEqual(["received"]);
    expect(statesOf("classify", "filing", "chief")).toEqual(["received"]);
    expect(statesOf("read", "informed", "inspector")).toHaveLength(petitionStates.length - 1);
    expect(roles.filter((role) => statesOf("take", "serving", role).length > 0)).toEqual([
      "chief",
      "deputy-chief",
      "department-head",
      "specialist",
      "records-clerk",
      "reception-officer",
    ]);
  });
});

const subject = (parts: Partial<PetitionSubject> = {}): PetitionSubject => ({
  state: "received",
  leadOfficeId: "lead",
  receivingOfficeId: "receiving",
  filingOfficeId: "filing",
  offices: [
    { officeId: "assist", part: "assist" },
    { officeId: "asked", part: "forwarded" },
    { officeId: "informed", part: "informed" },
  ],
  ...parts,
});

test.each([
  ["lead", "lead"],
  ["receiving", "filing"],
  ["filing", "filing"],
  ["assist", "assist"],
  ["asked", "forwarded"],
  ["informed", "informed"],
  ["another", "informed"],
] as const)("the office %s has the part %s", (officeId, part) => {
  expect(partInPetition(subject(), officeId)).toBe(part);
});

test("a receiving office that leads leads; one that is informed as well still received it", () => {
  expect(partInPetition(subject({ receivingOfficeId: "lead" }), "lead")).toBe("lead");
  expect(partInPetition(subject({ filingOfficeId: "informed" }), "informed")).toBe("filing");
});

test("taking in is for an office that serves a body", () => {
  expect(decideTaking({ role: "records-clerk" }, true).allowed).toBe(true);
  expect(decideTaking({ role: "records-clerk" }, false)).toMatchObject({ reason: "part" });
  expect(decideTaking({ role: "inspector" }, true)).toMatchObject({ reason: "role" });
  expect(decidePetition({ role: "chief", officeId: "informed" }, "classify", subject())).toMatchObject({
    reason: "part",
  });
});

describe("whether a letter denounces", () => {
  test("class and answer together: only a clear no leaves the name open", () => {
    const table = [null, ...petitionClasses].map((petitionClass) => [
      petitionClass ?? "not yet",
      ...[null, ...denouncesAnswers].map((answer) => denouncesBy(petitionClass, answer)),
    ]);
    expect(table).toEqual([
      ["not yet", "unsure", "no", "yes", "unsure"],
      ["complaint", "no", "no", null, null],
      ["denunciation", "yes", null, "yes", "yes"],
      ["proposal", "no", "no", null, null],
      ["feedback", "no", "no", null, null],
      ["mixed", "unsure", "no", "yes", "unsure"],
      ["denunciation-information", "yes", null, "yes", "yes"],
    ]);
    expect(denouncesAnswers.map(identityBy)).toEqual(["plain", "sealed", "sealed"]);
  });
});
