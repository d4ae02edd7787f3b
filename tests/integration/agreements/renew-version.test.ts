import { expect } from "vitest";
import { renewVersion } from "@/lib/agreements/commands/renew-version";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { formatDay } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { declined } from "@/tests/support/builders/agreement-stages";
import { inDays, inForceCopy } from "@/tests/support/builders/endings";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(renewVersion, {
  province,
  ready: () => inForceCopy(province(), inDays(40)),
  by: [committee, "department-head"],
  input: ({ versionId }) => ({ versionId, plannedUntil: formatDay(inDays(700)) }),
  subjectId: (version) => version.versionId,
  does: {
    "makes the next whole text, which begins where the signed term ends": async ({
      result,
      stage,
      province,
    }) => {
      const [row] = await province.rows(
        `select number, state, amends_id as amends, copied_from_id as "from", planned_from::text as starts,
            planned_until::text as ends from agreement_versions where id = $1`,
        [result.versionId],
      );
      expect(row).toEqual({
        number: 2,
        state: "negotiating",
        amends: null,
        from: stage.versionId,
        starts: inDays(40),
        ends: inDays(701),
      });
    },
    "leaves the signed one as it is": async ({ stage, province }) => {
      const [row] = await province.rows(
        "select state, effective_until::text as until from agreement_versions where id = $1",
        [stage.versionId],
      );
      expect(row).toEqual({ state: "signed", until: inDays(40) });
    },
  },
  events: ["agreements.renewed"],
  wrongInput: {
    "no version": { change: { versionId: "x" }, field: "versionId" },
    "a last day within the signed term": {
      change: { plannedUntil: formatDay(inDays(39)) },
      field: "plannedUntil",
    },
    "a last day that passed": { change: { plannedUntil: formatDay(inDays(-1)) }, field: "plannedUntil" },
  },
  notAllowed: { "a specialist": { by: [council, "specialist"], reason: "role", source: ["heads", 4] } },
  otherOffice: { by: [stranger, "chief"], reason: "part", source: ["review", 2] },
  wrongState: {
    "one without a last day": {
      stage: () => inForceCopy(province()),
      code: "conflict",
      message: "renewsNoTerm",
    },
    "one that was declined": { stage: () => declined(province()), code: "conflict", message: "renewsNoTerm" },
    "one that was renewed already": {
      stage: async () => {
        const version = await inForceCopy(province(), inDays(40));
        await executeCommand(renewVersion, as(province().phuTho, party, "chief"), {
          versionId: version.versionId,
        });
        return version;
      },
      code: "stale",
      message: "newerVersion",
    },
  },
  stale: null,
  atOnce: { answer: { code: "stale" } },
});
