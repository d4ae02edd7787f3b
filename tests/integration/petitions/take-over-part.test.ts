import { expect } from "vitest";
import { takeOverPart } from "@/lib/petitions/commands/take-over-part";
import {
  acceptedPart,
  askedPart,
  givenPart,
  partRowOf,
  takenOverPart,
} from "@/tests/support/builders/petition-parts";
import { officeIdOf } from "@/tests/support/builders/petition-way";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const taking = ["responsibilities", 5] as const;

describeCommand(takeOverPart, {
  province,
  ready: () => givenPart(province()),
  by: [committee, "specialist"],
  input: ({ petitionId }) => ({ petitionId, officeId: officeIdOf(province(), council) }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps when, and that it no longer changes": async ({ stage, province }) => {
      expect(await partRowOf(province, stage)).toMatchObject({
        state: "taken-over",
        taken_over_at: expect.any(Date),
      });
    },
  },
  events: ["petitions.partTakenOver"],
  wrongInput: { "no office": { change: { officeId: "" }, field: "officeId" } },
  notAllowed: {
    "an assisting office takes nothing over": {
      by: [council, "chief"],
      reason: "part",
      source: taking,
      offices: [committee],
    },
    "a reception officer of the lead": {
      by: [committee, "reception-officer"],
      reason: "role",
      source: ["responsibilities", 11],
    },
  },
  wrongState: {
    "before it was given": { stage: () => askedPart(province()), reason: "assist-state", source: taking },
    "once accepted only": { stage: () => acceptedPart(province()), reason: "assist-state", source: taking },
    "once taken over": { stage: () => takenOverPart(province()), reason: "assist-state", source: taking },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "assist-state" } },
});
