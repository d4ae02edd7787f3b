import { expect, test } from "vitest";
import type { AssistState } from "@/lib/tasks/rule-table";
import { turnOf } from "@/lib/tasks/rules";

const [lead, first, second] = ["lead", "first", "second"];

function open(one: AssistState, other: AssistState) {
  return {
    state: "open" as const,
    leadOfficeId: lead,
    assists: [
      { officeId: first, state: one },
      { officeId: second, state: other },
    ],
  };
}

test("a closed task is nobody's move", () => {
  expect(turnOf({ ...open("asked", "named"), state: "closed" }, lead)).toEqual({ step: "done" });
});

test("before anybody is asked, and where all declined, the lead asks", () => {
  expect(turnOf(open("named", "named"), first)).toEqual({ step: "ask" });
  expect(turnOf(open("declined", "named"), lead)).toEqual({ step: "ask" });
});

test("who was asked or accepted owes its part", () => {
  expect(turnOf(open("asked", "accepted"), lead)).toEqual({ step: "give", officeIds: [first, second] });
  expect(turnOf(open("taken-over", "asked"), lead)).toEqual({ step: "give", officeIds: [second] });
});

test("a part that was given is the lead's move to the lead, while others still see who owes", () => {
  expect(turnOf(open("contributed", "asked"), lead)).toEqual({ step: "takeOver", officeIds: [first] });
  expect(turnOf(open("contributed", "asked"), second)).toEqual({ step: "give", officeIds: [second] });
  expect(turnOf(open("contributed", "named"), second)).toEqual({ step: "takeOver", officeIds: [first] });
});

test("with what was needed taken over, or with nobody to ask, the lead closes", () => {
  expect(turnOf(open("taken-over", "taken-over"), lead)).toEqual({ step: "close" });
  expect(turnOf(open("taken-over", "declined"), lead)).toEqual({ step: "close" });
  expect(turnOf({ state: "open", leadOfficeId: lead, assists: [] }, lead)).toEqual({ step: "close" });
});
