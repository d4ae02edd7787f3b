import { expect } from "vitest";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import {
  consentCount,
  consentOf,
  drafted,
  inForce,
  inRound,
  negotiating,
  textHash,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(recordConsent, {
  province,
  ready: () => negotiating(province()),
  by: [council, "deputy-chief"],
  input: async (version) => ({
    versionId: version.versionId,
    contentHash: await textHash(province(), version),
  }),
  subjectId: (version) => version.versionId,
  does: {
    "keeps one consent, of this party to this text": async ({ stage, province }) => {
      const rows = await province.rows(
        `select o.code, c.content_hash as hash from consents c
          join agreement_parties p on p.tenant_id = c.tenant_id and p.id = c.party_id
          join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id where c.version_id = $1`,
        [stage.versionId],
      );
      expect(rows).toEqual([{ code: council, hash: await textHash(province, stage) }]);
    },
  },
  events: ["agreements.consentRecorded"],
  wrongInput: {
    "no hash": { change: { contentHash: "" }, field: "contentHash" },
    "half a hash": { change: { contentHash: "a".repeat(32) }, field: "contentHash" },
  },
  notAllowed: {
    "a department head speaks for no party": {
      by: [council, "department-head"],
      reason: "role",
      source: ["heads", 4],
    },
    "a specialist": { by: [committee, "specialist"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "before the draft is sent": { stage: () => drafted(province()), reason: "state", source: ["signing", 3] },
    "after the round opened": { stage: () => inRound(province()), reason: "state", source: ["signing", 3] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 3] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 3] },
    "a second time": {
      stage: async () => {
        const version = await negotiating(province());
        await consentOf(province(), version, council);
        expect(await consentCount(province(), version)).toBe(1);
        return version;
      },
      code: "conflict",
      message: "alreadyConsented",
    },
  },
  stale: { change: { contentHash: "0".repeat(64) }, message: "staleText" },
  atOnce: {
    second: {
      by: [party, "chief"],
      input: async (version) => ({
        versionId: version.versionId,
        contentHash: await textHash(province(), version),
      }),
    },
    answer: "both",
  },
});
