import { expect } from "vitest";
import { refuseEnding } from "@/lib/agreements/commands/refuse-ending";
import {
  closingOf,
  endOf,
  inForceCopy,
  neverProposed,
  nothingProposed,
  proposed,
} from "@/tests/support/builders/endings";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const reason = "Còn nhiều việc đang phối hợp.";

describeCommand(refuseEnding, {
  province,
  ready: async () => proposed(province(), await inForceCopy(province())),
  by: [party, "chief"],
  input: ({ agreementId, endingId }) => ({ agreementId, endingId, reason }),
  subjectId: (version) => version.versionId,
  does: {
    "keeps the reason, and the term stays": async ({ stage, province }) => {
      expect(await closingOf(province, stage)).toEqual({ state: "refused", reason, code: party });
      expect(await endOf(province, stage)).toBeNull();
    },
  },
  events: ["agreements.endingRefused"],
  jobs: 1,
  wrongInput: { "no reason": { change: { reason: " " }, field: "reason" } },
  notAllowed: {
    "the deputy": { by: [party, "deputy-chief"], reason: "role", source: "portal" },
    "who proposed it": { by: [council, "chief"], reason: "part", source: "portal" },
  },
  conflicts: {
    "another proposal than the one that stands": {
      change: { endingId: neverProposed },
      answer: { code: "stale", message: "staleText" },
    },
  },
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {
    "nothing is proposed": {
      stage: () => nothingProposed(province()),
      reason: "state",
      source: "portal",
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
