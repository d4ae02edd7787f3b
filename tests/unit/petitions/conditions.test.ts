import { describe, expect, test } from "vitest";
import { conditionsOf, isEligible, mayNotApply } from "@/lib/petitions/conditions";
import { whyNot, yearsAfter } from "@/lib/petitions/rules";
import { petitionClasses } from "@/lib/petitions/types";
import { conclusions } from "@/lib/petitions/way";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";

describe("conditions of a letter", () => {
  test("nine cases of a complaint, four and one of a denunciation, none of a mixed letter; each with its article and words", () => {
    const counts = Object.fromEntries(petitionClasses.map((each) => [each, conditionsOf(each).length]));
    expect(counts).toEqual({
      complaint: 16,
      denunciation: 12,
      proposal: 7,
      feedback: 7,
      mixed: 0,
      "denunciation-information": 2,
    });
    for (const petitionClass of petitionClasses) {
      const keys = conditionsOf(petitionClass).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { key, basis } of conditionsOf(petitionClass)) {
        expect(basis).toMatch(/Điều \d+/);
        expect([key in vi.petitions.conditions, key in en.petitions.conditions]).toEqual([true, true]);
      }
    }
  });

  test("eligible when each is met, not judged while one is missing", () => {
    const checks = conditionsOf("denunciation-information").map((each) => ({ ...each, met: true, note: "" }));
    expect(isEligible("denunciation-information", checks)).toBe(true);
    expect(isEligible("denunciation-information", checks.slice(1))).toBeNull();
    expect(
      isEligible(
        "denunciation-information",
        checks.map((each, index) => ({ ...each, met: index > 0 })),
      ),
    ).toBe(false);
    expect(isEligible("mixed", [])).toBeNull();
  });

  test("what the law asks in certain cases only may be said not to apply, and then counts neither way", () => {
    const keys = (of: (typeof petitionClasses)[number], represented = false) =>
      mayNotApply(of, represented).map(({ key }) => key);
    expect(Object.fromEntries(petitionClasses.map((each) => [each, keys(each)]))).toEqual({
      complaint: ["represented"],
      denunciation: ["evidence-after-complaint"],
      proposal: [],
      feedback: [],
      mixed: [],
      "denunciation-information": [],
    });
    expect(keys("complaint", true)).toEqual([]);
    for (const key of Object.keys(vi.petitions.notApplicable)) {
      expect([key in vi.petitions.conditions, key in en.petitions.notApplicable]).toEqual([true, true]);
    }
    const judged = (unmet: string | null) =>
      conditionsOf("complaint").map((each) => ({
        ...each,
        met: each.key === "represented" ? null : each.key !== unmet,
        note: "",
      }));
    expect(isEligible("complaint", judged(null))).toBe(true);
    expect(isEligible("complaint", judged("in-time"))).toBe(false);
  });
});

test("which conclusion a letter can come to", () => {
  const of = (letter: Parameters<typeof whyNot>[1]) =>
    conclusions.filter((conclusion) => whyNot(conclusion, letter) === null);
  const plain = { denounces: "no", forwarderKind: null, unmet: 0 } as const;
  expect(of({ ...plain, class: "feedback" })).toEqual(["guided", "filed-away", "settled", "withdrawn"]);
  expect(of({ ...plain, class: "complaint", unmet: 1, forwarderKind: "press" })).toEqual([
    "guided",
    "returned",
    "filed-away",
    "not-accepted",
    "withdrawn",
  ]);
  expect(of({ ...plain, class: "denunciation", denounces: "yes" })).toEqual(["filed-away", "withdrawn"]);
  expect(of({ ...plain, class: "denunciation-information", denounces: "yes" })).toEqual([
    "filed-away",
    "settled",
    "withdrawn",
  ]);
});

test("a year of keeping ends on the same day", () => {
  expect(yearsAfter("2026-11-26", 1)).toBe("2027-11-26");
  expect(yearsAfter("2028-02-29", 1)).toBe("2029-02-28");
  expect(yearsAfter("2028-02-29", 4)).toBe("2032-02-29");
});
