import { expect } from "vitest";
import { sendForNegotiation } from "@/lib/agreements/commands/send-for-negotiation";
import {
  drafted,
  inForce,
  inRound,
  negotiating,
  revisionOf,
  stateOf,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(sendForNegotiation, {
  province,
  ready: () => drafted(province()),
  by: [party, "specialist"],
  input: async (version) => ({
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
  }),
  subjectId: (version) => version.versionId,
  does: {
    "lets the parties negotiate": async ({ stage, province }) => {
      expect(await stateOf(province, stage)).toBe("negotiating");
    },
    "changes no word": async ({ stage, province }) => {
      expect(await revisionOf(province, stage)).toBe(1);
    },
  },
  events: ["agreements.sent"],
  wrongInput: {
    "no version": { change: { versionId: "" }, field: "versionId" },
    "a revision that is no number": { change: { revision: "x" }, field: "revision" },
  },
  notAllowed: {
    "another party: the draft is the contact office's": {
      by: [committee, "chief"],
      reason: "part",
      source: ["signing", 1],
      offices: [party],
    },
    "a records clerk of the contact office": {
      by: [party, "records-clerk"],
      reason: "role",
      source: ["heads", 4],
    },
    "another party's clerk is told whose act it is, not his role": {
      by: [council, "records-clerk"],
      reason: "part",
      source: ["signing", 1],
    },
  },
  wrongState: {
    "while negotiating": { stage: () => negotiating(province()), reason: "state", source: ["signing", 1] },
    "after the round opened": { stage: () => inRound(province()), reason: "state", source: ["signing", 1] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 1] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 1] },
  },
  stale: { change: { revision: 2 }, message: "staleText" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
