import { expect } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { stopItem } from "@/lib/work-programmes/commands/stop-item";
import { as } from "@/prisma/seed/caller";
import { decision, itemRow, yearDraft, yearIssued } from "@/tests/support/builders/programme-stages";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(stopItem, {
  province,
  ready: () => yearIssued(province()),
  by: [party, "specialist"],
  input: ({ itemId }) => ({ itemId, revision: 1, ...decision }),
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "stays in the programme as stopped, with the decision and what it was": async ({ stage, province }) => {
      expect(await itemRow(province, stage.itemId)).toMatchObject({ state: "stopped", revision: 2 });
      const kept = await province.rows(
        "select act, decision_number, before ->> 'state' as state from programme_changes where item_id = $1",
        [stage.itemId],
      );
      expect(kept).toEqual([{ act: "stop", decision_number: decision.decisionNumber, state: "active" }]);
    },
  },
  events: ["programmes.stoppedByDecision"],
  wrongInput: {
    "no decision": {
      change: { decisionNumber: "", decidedOn: "", decidedBy: "" },
      field: "decisionNumber",
    },
    "a decision without its day": { change: { decidedOn: "" }, field: "decidedOn" },
  },
  notAllowed: {
    "another office, which reads it": {
      by: [council, "chief"],
      reason: "part",
      source: "portal",
      offices: [party],
    },
    "an inspector of the office": { by: [party, "inspector"], reason: "role", source: "portal" },
  },
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {
    "in a draft it is removed instead": {
      stage: () => yearDraft(province()),
      reason: "state",
      source: "portal",
    },
    "a second time": {
      stage: async () => {
        const stage = await yearIssued(province());
        const input = { itemId: stage.itemId, revision: 1, ...decision };
        await executeCommand(stopItem, as(province().phuTho, party, "specialist"), input);
        return stage;
      },
      code: "conflict",
      message: "itemStopped",
    },
  },
  stale: { change: { revision: 9 }, message: "staleItem" },
  atOnce: { answer: { code: "conflict" } },
});
