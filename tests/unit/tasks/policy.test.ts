import { expect, test } from "vitest";
import { decideCreation, decideTask, partInTask, type TaskSubject } from "@/lib/tasks/policy";
import type { AssistState } from "@/lib/tasks/rule-table";

const subject = (state: AssistState, parts: Partial<TaskSubject> = {}): TaskSubject => ({
  state: "open",
  leadOfficeId: "lead",
  creatorOfficeId: "creator",
  assists: [
    { officeId: "assist", state },
    { officeId: "second", state: "named" },
  ],
  informedOfficeIds: ["informed"],
  ...parts,
});

test.each([
  ["lead", "lead"],
  ["assist", "assist"],
  ["creator", "creator"],
  ["informed", "informed"],
  ["stranger", "none"],
] as const)("%s has the part %s", (officeId, part) => {
  expect(partInTask(subject("named"), officeId)).toBe(part);
});

test.each([
  ["a creating office that leads", { creatorOfficeId: "lead" }, "lead", "lead"],
  ["a creating office that assists", { creatorOfficeId: "assist" }, "assist", "assist"],
  ["a creating office that is informed", { informedOfficeIds: ["creator"] }, "creator", "creator"],
] as const)("%s has its stronger part", (_name, parts, officeId, part) => {
  expect(partInTask(subject("named", parts), officeId)).toBe(part);
});

test("an act of the lead is judged by the office it is about, an own act by the own part", () => {
  const lead = { role: "specialist", officeId: "lead" } as const;
  expect(decideTask(lead, "takeOver", subject("contributed"), "assist").allowed).toBe(true);
  expect(decideTask(lead, "takeOver", subject("contributed"), "second")).toMatchObject({
    reason: "assist-state",
  });
  expect(decideTask(lead, "takeOver", subject("contributed"), "stranger")).toMatchObject({
    reason: "assist-state",
  });
  const second = { role: "chief", officeId: "second" } as const;
  expect(decideTask(second, "accept", subject("asked"))).toMatchObject({ reason: "assist-state" });
});

test("a party creates, another office of the tenant does not", () => {
  expect(decideCreation({ role: "records-clerk" }, true).allowed).toBe(true);
  expect(decideCreation({ role: "chief" }, false)).toMatchObject({ allowed: false, reason: "part" });
});
