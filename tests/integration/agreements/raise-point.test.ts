import { expect } from "vitest";
import { raisePoint } from "@/lib/agreements/commands/raise-point";
import { firstClause, proposedText } from "@/tests/support/builders/agreement-points";
import {
  consentCount,
  drafted,
  inForce,
  oneConsent,
  revisionOf,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(raisePoint, {
  province,
  ready: () => oneConsent(province()),
  by: [council, "specialist"],
  input: async (version) => ({
    versionId: version.versionId,
    at: "scope.1",
    kind: "proposal",
    words: "Cần báo cáo hằng tháng.",
    beforeText: await firstClause(province(), version),
    proposedText: `1. ${proposedText}`,
  }),
  subjectId: (version) => version.versionId,
  does: {
    "keeps the clause as it was, as it is to be, and who says so": async ({ stage, result, province }) => {
      const rows = await province.rows(
        `select o.code, c.kind, c.state, c.article_key, c.clause, c.before_text, c.proposed_text
          from clause_points c join offices o on o.tenant_id = c.tenant_id and o.id = c.office_id where c.id = $1`,
        [result.pointId],
      );
      expect(rows).toEqual([
        {
          code: council,
          kind: "proposal",
          state: "open",
          article_key: "scope",
          clause: 1,
          before_text: await firstClause(province, stage),
          proposed_text: proposedText,
        },
      ]);
    },
    "changes neither the text nor a consent": async ({ stage, province }) => {
      expect([await consentCount(province, stage), await revisionOf(province, stage)]).toEqual([1, 1]);
    },
  },
  events: ["agreements.pointRaised"],
  wrongInput: {
    "no clause": { change: { at: "" }, field: "at" },
    "a clause the article does not have": { change: { at: "scope.99" }, field: "at" },
    "an article the agreement does not have": { change: { at: "weather.1" }, field: "at" },
    "no reason": { change: { words: " " }, field: "words" },
    "a proposal without a wording": { change: { proposedText: "" }, field: "proposedText" },
    "the wording that stands": {
      change: async (version) => ({ proposedText: await firstClause(province(), version) }),
      field: "proposedText",
    },
    "neither remark nor proposal": { change: { kind: "order" }, field: "kind" },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "before the draft is sent": {
      stage: () => drafted(province()),
      by: [party, "specialist"],
      reason: "state",
      source: ["signing", 2],
    },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 2] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 2] },
  },
  stale: { change: { beforeText: "Khoản như nó từng được viết." }, message: "clauseChanged" },
  atOnce: { answer: "both" },
});
