import { expect } from "vitest";
import { removeItem } from "@/lib/work-programmes/commands/remove-item";
import { itemRow, itemRows, yearDraft, yearIssued } from "@/tests/support/builders/programme-stages";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(removeItem, {
  province,
  ready: () => yearDraft(province()),
  by: [party, "specialist"],
  input: async ({ itemId }) => ({ itemId, revision: 1 }),
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "takes the item out of the draft": async ({ stage, province }) => {
      expect(await itemRows(province, stage.programmeId)).toEqual([]);
    },
  },
  events: ["programmes.itemRemoved"],
  wrongInput: {
    "no item": { change: { itemId: "" }, field: "itemId" },
    "no revision": { change: { revision: "0" }, field: "revision" },
  },
  notAllowed: {
    "an inspector": { by: [party, "inspector"], reason: "role", source: "portal" },
  },
  wrongState: {
    "out of an issued programme none goes": {
      stage: async () => {
        const stage = await yearIssued(province());
        expect(await itemRow(province(), stage.itemId)).toMatchObject({ state: "active" });
        return stage;
      },
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { revision: 9 }, message: "staleItem" },
  atOnce: { answer: { code: "not-found" } },
});
