import { expect } from "vitest";
import { proposeEnding } from "@/lib/agreements/commands/propose-ending";
import { formatDay } from "@/lib/platform/dates/days";
import { inRound } from "@/tests/support/builders/agreement-stages";
import {
  endOf,
  inDays,
  inForceCopy,
  lastDay,
  openEndingOf,
  proposed,
  reason,
} from "@/tests/support/builders/endings";
import { committee, council, stranger, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(proposeEnding, {
  province,
  ready: () => inForceCopy(province(), inDays(400)),
  by: [council, "chief"],
  input: ({ agreementId }) => ({ agreementId, lastDay: lastDay(), reason }),
  subjectId: (version) => version.versionId,
  does: {
    "keeps day and reason, counts as its own agreement, and ends nothing": async ({ stage, province }) => {
      const endingId = await openEndingOf(province, stage);
      const [row] = await province.rows(
        `select e.ends_on::text as day, e.reason, (select array_agg(o.code) from ending_consents c
            join agreement_parties p on p.id = c.party_id join offices o on o.id = p.office_id where c.ending_id = e.id) as agreed
          from agreement_endings e where e.id = $1`,
        [endingId],
      );
      expect(row).toEqual({ day: inDays(31), reason, agreed: [council] });
      expect(await endOf(province, stage)).toBe(inDays(400));
    },
  },
  events: ["agreements.endingProposed"],
  jobs: 1,
  wrongInput: {
    "no day": { change: { lastDay: "" }, field: "lastDay" },
    "no reason": { change: { reason: "" }, field: "reason" },
    "a day that passed": { change: { lastDay: formatDay(inDays(-1)) }, field: "lastDay" },
    "a day after the signed term": { change: { lastDay: formatDay(inDays(399)) }, field: "lastDay" },
  },
  notAllowed: {
    "the deputy": { by: [council, "deputy-chief"], reason: "role", source: "portal" },
  },
  otherOffice: { by: [stranger, "chief"], reason: "part", source: "portal" },
  wrongState: {
    "while another proposal is open": {
      stage: async () => proposed(province(), await inForceCopy(province())),
      reason: "state",
      source: "portal",
      by: [committee, "chief"],
    },
    "before anything is signed": { stage: () => inRound(province()), code: "not-found", message: "notFound" },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
