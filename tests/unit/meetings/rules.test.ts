import { describe, expect, test } from "vitest";
import { holdUntil, obstacleTo, quorumOf, quorumRuleFor, sessionOf } from "@/lib/meetings/rules";

test.each([
  ["00:00", "morning"],
  ["11:59", "morning"],
  ["12:00", "afternoon"],
  ["17:59", "afternoon"],
  ["18:00", "evening"],
  ["23:30", "evening"],
] as const)("%s is in the %s", (from, session) => {
  expect(sessionOf(from)).toBe(session);
});

describe("what keeps a meeting from being placed", () => {
  const confirmed = { kind: "confirmed", near: false, takeable: false } as const;
  const nearby = { kind: "confirmed", near: true, takeable: false } as const;
  const lower = { kind: "hold", near: false, takeable: true } as const;
  const higher = { kind: "hold", near: false, takeable: false } as const;
  const files = { confirms: false, overrides: false, displaces: false };
  const confirms = { ...files, confirms: true };

  const cases: readonly [string, Parameters<typeof obstacleTo>[0], typeof files, string | null][] = [
    ["nothing is there", [], files, null],
    [
      "confirmed time is never shared, whatever is said",
      [confirmed],
      { confirms: true, overrides: true, displaces: true },
      "clash",
    ],
    ["a hold lies over any hold", [lower, higher], files, null],
    ["a confirmation asks before it takes a hold", [lower], confirms, "held"],
    ["and takes it when told so", [lower], { ...confirms, displaces: true }, null],
    ["a higher hold is not taken, whatever is said", [higher], { ...confirms, displaces: true }, "outranked"],
    [
      "one higher hold among lower ones is enough",
      [lower, higher],
      { ...confirms, displaces: true },
      "outranked",
    ],
    ["travel needs a reason", [nearby], files, "near"],
    ["and is passed over with one", [nearby], { ...files, overrides: true }, null],
    ["the heavier is said first: a clash before a hold", [lower, confirmed], confirms, "clash"],
    ["a hold before travel", [nearby, lower], confirms, "held"],
    ["a reason for travel takes no hold", [nearby, lower], { ...confirms, overrides: true }, "held"],
    ["taking holds is no reason for travel", [nearby, lower], { ...confirms, displaces: true }, "near"],
  ];

  test.each(cases)("%s", (_sentence, clashes, act, obstacle) => {
    expect(obstacleTo(clashes, act)).toBe(obstacle);
  });
});

describe("the last day of a hold", () => {
  test.each([
    ["as many days as the province says", null, "2026-12-31", "2026-11-26", "2026-12-10"],
    ["never past the meeting's own day", null, "2026-12-01", "2026-11-26", "2026-12-01"],
    ["as named", "2026-12-20", "2026-12-31", "2026-11-26", "2026-12-20"],
    ["as named, but never past the meeting", "2027-01-20", "2026-12-31", "2026-11-26", "2026-12-31"],
    ["over the end of the year", null, "2027-02-01", "2026-12-25", "2027-01-08"],
  ] as const)("%s", (_sentence, named, start, today, last) => {
    expect(holdUntil(named, start, today, 14)).toBe(last);
  });
});

describe("a quorum", () => {
  const half = { numerator: 1, denominator: 2, reaches: false };
  const thirds = { numerator: 2, denominator: 3, reaches: true };

  test.each([
    [1, 1, 1],
    [2, 2, 2],
    [3, 2, 2],
    [4, 3, 3],
    [50, 26, 34],
    [51, 26, 34],
  ])("of %i members is %i by more than half and %i by two thirds", (members, more, two) => {
    expect(quorumOf(members, half)).toBe(more);
    expect(quorumOf(members, thirds)).toBe(two);
  });

  test("follows the rule that names body and meeting, then the body's, then everybody's", () => {
    const rule = (bodyKind: string, meetingKind: string) => ({ bodyKind, meetingKind });
    const rules = [rule("*", "*"), rule("peoples-council", "*"), rule("peoples-council", "council-session")];
    expect(quorumRuleFor(rules, "peoples-council", "council-session")).toBe(rules[2]);
    expect(quorumRuleFor(rules, "peoples-council", "other")).toBe(rules[1]);
    expect(quorumRuleFor(rules, "party-committee", "council-session")).toBe(rules[0]);
    expect(quorumRuleFor([], "party-committee", "other")).toBeNull();
  });
});
