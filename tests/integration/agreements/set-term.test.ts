import { expect } from "vitest";
import { setTerm } from "@/lib/agreements/commands/set-term";
import {
  consentCount,
  consented,
  drafted,
  inForce,
  inRound,
  revisionOf,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(setTerm, {
  province,
  ready: () => consented(province()),
  by: [committee, "department-head"],
  input: async (version) => ({
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    plannedFrom: "01/07/2027",
    plannedUntil: "30/06/2030",
  }),
  subjectId: (version) => version.versionId,
  does: {
    "keeps the first day and the first day after the last": async ({ stage, province }) => {
      const [version] = await province.rows(
        `select planned_from::text as "from", planned_until::text as "until" from agreement_versions where id = $1`,
        [stage.versionId],
      );
      expect(version).toEqual({ from: "2027-07-01", until: "2030-07-01" });
    },
    "clears every consent": async ({ stage, province }) => {
      expect(await consentCount(province, stage)).toBe(0);
    },
  },
  events: ["agreements.termSet"],
  wrongInput: {
    "a day that is none": { change: { plannedFrom: "hôm nay" }, field: "plannedFrom" },
    "an end before the beginning": { change: { plannedUntil: "30/06/2027" }, field: "plannedUntil" },
    "no revision": { change: { revision: "" }, field: "revision" },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: ["heads", 4] },
    "a reception officer": { by: [party, "reception-officer"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "a draft is the contact office's own": {
      stage: () => drafted(province()),
      reason: "state",
      source: ["signing", 2],
    },
    "after the round opened": { stage: () => inRound(province()), reason: "state", source: ["signing", 2] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 2] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 2] },
  },
  stale: { change: { revision: 9 }, message: "staleText" },
  atOnce: {
    second: {
      by: [council, "specialist"],
      input: async (version) => ({
        versionId: version.versionId,
        revision: await revisionOf(province(), version),
        plannedFrom: "01/09/2027",
      }),
    },
    answer: { code: "stale" },
  },
});
