import { expect } from "vitest";
import { keepApart } from "@/lib/petitions/commands/keep-apart";
import { party, useProvince } from "@/tests/support/builders/province";
import { apartPair, joinsOf, runningTerms, samePair } from "@/tests/support/builders/same-letters";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(keepApart, {
  province,
  ready: () => samePair(province()),
  by: [party, "specialist"],
  input: ({ petitionId, revision, first }) => ({
    petitionId,
    revision,
    code: first.code,
    reason: "Việc khác của cùng một hộ.",
  }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "says why, and its own terms run on": async ({ stage }) => {
      expect(await joinsOf(province(), stage)).toMatchObject([
        { kind: "apart", reason: "Việc khác của cùng một hộ.", undone: false },
      ]);
      expect(await runningTerms(province(), stage)).not.toEqual([]);
    },
  },
  events: ["petitions.keptApart"],
  wrongInput: { "no reason": { change: { reason: " " }, field: "reason" } },
  notAllowed: { "an inspector": { by: [party, "inspector"], reason: "role", source: "portal" } },
  conflicts: {
    "a code that is not among them": {
      change: { code: "PTO-0" },
      answer: { code: "conflict", message: "notTheSame" },
    },
  },
  wrongState: {
    "kept apart already": {
      stage: () => apartPair(province()),
      code: "conflict",
      message: "alreadyAnswered",
    },
  },
  stale: { change: { revision: 77 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});
