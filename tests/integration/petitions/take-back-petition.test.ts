import { expect } from "vitest";
import { takeBackPetition } from "@/lib/petitions/commands/take-back-petition";
import { petitionRow, readersOfPetition } from "@/tests/support/builders/petition-stages";
import { classified, forwarded, forwardsOf, sentBack } from "@/tests/support/builders/petition-way";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(takeBackPetition, {
  province,
  ready: () => sentBack(province()),
  by: [committee, "specialist"],
  input: ({ petitionId, revision }) => ({ petitionId, revision }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "is handled again, and may be given over once more": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "classified",
        competent: null,
        outcome: null,
        outcome_body: "",
      });
      expect(await forwardsOf(province(), stage)).toMatchObject([{ state: "taken-back" }]);
      expect(await readersOfPetition(province(), stage)).toEqual({
        [party]: "informed",
        [committee]: "lead",
      });
    },
  },
  events: ["petitions.takenBack"],
  wrongInput: { "no revision": { change: { revision: "" }, field: "revision" } },
  notAllowed: {
    "the office that sent it back": { by: [party, "chief"], reason: "part", source: "portal" },
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: "portal" },
  },
  wrongState: {
    "still waiting for receipt": {
      stage: () => forwarded(province()),
      code: "conflict",
      message: "forwardNotSentBack",
    },
    "never given over": { stage: () => classified(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 77 }, message: "stalePetition" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
