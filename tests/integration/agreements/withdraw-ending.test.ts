import { expect } from "vitest";
import { withdrawEnding } from "@/lib/agreements/commands/withdraw-ending";
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

describeCommand(withdrawEnding, {
  province,
  ready: async () => proposed(province(), await inForceCopy(province())),
  by: [council, "chief"],
  input: ({ agreementId, endingId }) => ({ agreementId, endingId, reason }),
  subjectId: (version) => version.versionId,
  does: {
    "keeps the reason, and the term stays": async ({ stage, province }) => {
      expect(await closingOf(province, stage)).toEqual({ state: "withdrawn", reason, code: council });
      expect(await endOf(province, stage)).toBeNull();
    },
  },
  events: ["agreements.endingWithdrawn"],
  jobs: 1,
  wrongInput: { "no reason": { change: { reason: " " }, field: "reason" } },
  notAllowed: {
    "the deputy": { by: [council, "deputy-chief"], reason: "role", source: "portal" },
    "another party": { by: [party, "chief"], reason: "part", source: "portal" },
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
      reason: "part",
      source: "portal",
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "part" } },
});
