import { expect } from "vitest";
import { agreeEnding } from "@/lib/agreements/commands/agree-ending";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  type EndingStage,
  endOf,
  inDays,
  inForceCopy,
  neverProposed,
  nothingProposed,
  proposed,
} from "@/tests/support/builders/endings";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

/** The committee's office has agreed too: one is out. */
async function oneOut(): Promise<EndingStage> {
  const stage = await proposed(province(), await inForceCopy(province()));
  const { agreementId, endingId } = stage;
  await executeCommand(agreeEnding, as(province().phuTho, committee, "chief"), { agreementId, endingId });
  return stage;
}

describeCommand(agreeEnding, {
  province,
  ready: oneOut,
  by: [party, "chief"],
  input: ({ agreementId, endingId }) => ({ agreementId, endingId }),
  subjectId: (version) => version.versionId,
  does: {
    "with the last one the range in force ends on the day all agreed on": async ({ stage, province }) => {
      expect(await endOf(province, stage)).toBe(inDays(31));
      const [row] = await province.rows("select state from agreement_endings where id = $1", [
        stage.endingId,
      ]);
      expect(row).toEqual({ state: "agreed" });
    },
  },
  events: ["agreements.endingAgreed", "agreements.ended"],
  jobs: 1,
  wrongInput: { "no proposal": { change: { endingId: "x" }, field: "endingId" } },
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
    "a second time": {
      stage: async () => {
        const stage = await proposed(province(), await inForceCopy(province()));
        const { agreementId, endingId } = stage;
        await executeCommand(agreeEnding, as(province().phuTho, party, "chief"), { agreementId, endingId });
        return stage;
      },
      code: "conflict",
      message: "alreadyConsented",
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
