import { expect } from "vitest";
import { tellResult } from "@/lib/petitions/commands/tell-result";
import { acknowledged, forwardsOf, settledThere } from "@/tests/support/builders/petition-way";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(tellResult, {
  province,
  ready: () => settledThere(province()),
  by: [party, "specialist"],
  input: ({ petitionId, forwardId }) => ({
    petitionId,
    forwardId,
    result: "Đã trả lời người gửi, không còn ý kiến.",
    documentNumber: "90/VPTU",
  }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "stands in the slip for who gave it over": async ({ stage }) => {
      expect(await forwardsOf(province(), stage)).toMatchObject([
        {
          state: "answered",
          result: "Đã trả lời người gửi, không còn ý kiến.",
          result_document: "90/VPTU",
        },
      ]);
    },
  },
  events: ["petitions.resultTold"],
  wrongInput: {
    "no result": { change: { result: "" }, field: "result" },
    "no number": { change: { documentNumber: "" }, field: "documentNumber" },
  },
  notAllowed: {
    "the office that waits for it": { by: [committee, "chief"], reason: "part", source: "portal" },
    "an inspector": { by: [party, "inspector"], reason: "role", source: "portal" },
  },
  conflicts: {
    "a slip of another letter": {
      change: { forwardId: "00000000-0000-4000-8000-000000000000" },
      answer: { code: "stale", message: "stalePetition" },
    },
  },
  wrongState: {
    "not settled yet": { stage: () => acknowledged(province()), reason: "state", source: "portal" },
  },
  stale: null,
  atOnce: { answer: { code: "stale" } },
});
