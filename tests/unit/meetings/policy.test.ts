import { describe, expect, test } from "vitest";
import {
  decideFiling,
  decideMeeting,
  decidePublishing,
  type MeetingSubject,
  partInMeeting,
} from "@/lib/meetings/policy";

const subject = (parts: Partial<MeetingSubject> = {}): MeetingSubject => ({
  state: "approved",
  leadOfficeId: "lead",
  filingOfficeId: "filing",
  assistOfficeIds: ["assist"],
  informedOfficeIds: ["informed"],
  ...parts,
});

test.each([
  ["lead", "lead"],
  ["filing", "filing"],
  ["assist", "assist"],
  ["informed", "informed"],
  ["another", "reader"],
] as const)("the office %s has the part %s", (officeId, part) => {
  expect(partInMeeting(subject(), officeId)).toBe(part);
});

test.each([
  ["an office that leads what it filed", { filingOfficeId: "lead" }, "lead", "own"],
  ["a filing office that assists", { filingOfficeId: "assist" }, "assist", "filing"],
  ["a filing office whose leader is asked for", { informedOfficeIds: ["filing"] }, "filing", "filing"],
  ["an assisting office whose leader is asked for", { informedOfficeIds: ["assist"] }, "assist", "assist"],
] as const)("%s has its stronger part", (_name, parts, officeId, part) => {
  expect(partInMeeting(subject(parts), officeId)).toBe(part);
});

describe("decisions", () => {
  const chief = (officeId: string) => ({ role: "chief", officeId }) as const;

  test("the lead confirms, the filing office approves, neither does the other's", () => {
    expect(decideMeeting(chief("lead"), "confirm", subject()).allowed).toBe(true);
    expect(decideMeeting(chief("filing"), "confirm", subject())).toMatchObject({ reason: "part" });
    const filed = subject({ state: "filed" });
    expect(decideMeeting(chief("filing"), "approve", filed).allowed).toBe(true);
    expect(decideMeeting(chief("lead"), "approve", filed)).toMatchObject({ reason: "part" });
  });

  test("an office that leads what it filed does both", () => {
    const own = subject({ filingOfficeId: "lead" });
    expect(decideMeeting(chief("lead"), "confirm", own).allowed).toBe(true);
    expect(decideMeeting(chief("lead"), "approve", { ...own, state: "filed" }).allowed).toBe(true);
  });

  test("a party files under a duty, another office only what no agreement governs", () => {
    const clerk = { role: "records-clerk" } as const;
    expect(decideFiling(clerk, { duty: true, isParty: true }).allowed).toBe(true);
    expect(decideFiling(clerk, { duty: true, isParty: false })).toMatchObject({ reason: "part" });
    expect(decideFiling(clerk, { duty: false, isParty: false }).allowed).toBe(true);
    expect(decideFiling({ role: "inspector" }, { duty: false, isParty: true })).toMatchObject({
      reason: "role",
    });
  });

  test("the lead of the calendar publishes", () => {
    expect(decidePublishing(chief("lead"), "lead").allowed).toBe(true);
    expect(decidePublishing(chief("other"), "lead")).toMatchObject({ reason: "part" });
    expect(decidePublishing({ role: "specialist", officeId: "lead" }, "lead")).toMatchObject({
      reason: "role",
    });
  });
});
