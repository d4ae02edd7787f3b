import { expect } from "vitest";
import { tellCase } from "@/lib/petitions/commands/tell-case";
import { answered, caseOf, daysAgo, membersOf } from "@/tests/support/builders/cases";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(tellCase, {
  province,
  ready: async () => {
    const found = await caseOf(province(), 2);
    await answered(province(), found);
    return found;
  },
  by: [committee, "records-clerk"],
  input: ({ caseId }) => ({ caseId, how: "post", toldOn: daysAgo(0) }),
  subjectId: ({ caseId }) => caseId,
  does: {
    "marks every letter of the office at once": async ({ stage }) => {
      expect(await membersOf(province(), stage)).toMatchObject([{ told_how: "post" }, { told_how: "post" }]);
    },
  },
  events: ["petitions.caseTold", "petitions.toldOfCase", "petitions.toldOfCase"],
  wrongInput: {
    "no way": { change: { how: "" }, field: "how" },
    "before the answer": { change: { toldOn: daysAgo(2) }, field: "toldOn" },
  },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "not answered": { stage: () => caseOf(province(), 1), reason: "state", source: "portal" },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
