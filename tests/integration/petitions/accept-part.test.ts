import { expect } from "vitest";
import { acceptPart } from "@/lib/petitions/commands/accept-part";
import {
  acceptedPart,
  askedPart,
  declinedPart,
  forwardedWhenAsked,
  givenPart,
  partRowOf,
} from "@/tests/support/builders/petition-parts";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const answering = ["responsibilities", 7] as const;
const roles = ["responsibilities", 11] as const;

describeCommand(acceptPart, {
  province,
  ready: () => askedPart(province()),
  by: [council, "chief"],
  input: ({ petitionId }) => ({ petitionId }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps that it accepted, and when": async ({ stage, province }) => {
      expect(await partRowOf(province, stage)).toMatchObject({
        state: "accepted",
        answered_at: expect.any(Date),
      });
    },
  },
  events: ["petitions.partAccepted"],
  wrongInput: { "no letter": { change: { petitionId: "x" }, field: "petitionId" } },
  notAllowed: {
    "the lead accepts for nobody": {
      by: [committee, "chief"],
      reason: "part",
      source: answering,
      offices: [council],
    },
    "a specialist": { by: [council, "specialist"], reason: "role", source: roles },
  },
  wrongState: {
    "once accepted": { stage: () => acceptedPart(province()), reason: "assist-state", source: answering },
    "after declining": { stage: () => declinedPart(province()), reason: "assist-state", source: answering },
    "once it contributed": { stage: () => givenPart(province()), reason: "assist-state", source: answering },
    "of a letter that was given over": {
      stage: () => forwardedWhenAsked(province()),
      reason: "state",
      source: answering,
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "assist-state" } },
});
