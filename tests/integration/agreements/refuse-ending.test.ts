import { expect } from "vitest";
import { refuseEnding } from "@/lib/agreements/commands/refuse-ending";
import { endOf, inForceCopy, proposed } from "@/tests/support/builders/endings";
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
      const [row] = await province.rows(
        `select e.state, e.close_reason as reason, o.code from agreement_endings e join offices o on o.id = e.closing_office_id
          where e.id = $1`,
        [stage.endingId],
      );
      expect(row).toEqual({ state: "refused", reason, code: party });
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
      change: { endingId: "00000000-0000-4000-8000-000000000001" },
      answer: { code: "stale", message: "staleText" },
    },
  },
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {
    "nothing is proposed": {
      stage: async () => ({
        ...(await inForceCopy(province())),
        endingId: "00000000-0000-4000-8000-000000000001",
      }),
      reason: "state",
      source: "portal",
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
