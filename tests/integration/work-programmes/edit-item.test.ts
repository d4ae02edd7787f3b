import { expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { editItem } from "@/lib/work-programmes/commands/edit-item";
import { getProgramme } from "@/lib/work-programmes/queries/get-programme";
import { as } from "@/prisma/seed/caller";
import {
  decision,
  itemInput,
  itemRow,
  yearDraft,
  yearIssued,
} from "@/tests/support/builders/programme-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { dutyOf, officeId } from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const revisionOf = async (itemId: string) => (await itemRow(province(), itemId))["revision"];

describeCommand(editItem, {
  province,
  ready: () => yearDraft(province()),
  by: [party, "specialist"],
  input: async ({ itemId, year }) => ({
    itemId,
    revision: await revisionOf(itemId),
    ...(await itemInput(province(), year, {
      title: "Hội nghị chuyên đề về đầu tư công",
      due: `quý II/${year}`,
      dutyId: await dutyOf(province(), "committee-meetings"),
    })),
  }),
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "in a draft: other words, time and lead, and no decision is kept": async ({ stage, province }) => {
      expect(await itemRow(province, stage.itemId)).toMatchObject({
        title: "Hội nghị chuyên đề về đầu tư công",
        precision: "quarter",
        starts_on: `${stage.year}-04-01`,
        lead_office_id: officeId(province, committee),
        revision: 2,
      });
      const kept = await province.rows("select 1 from programme_changes where item_id = $1", [stage.itemId]);
      expect(kept).toEqual([]);
    },
  },
  events: ["programmes.itemEdited"],
  wrongInput: {
    "no title": { change: { title: "" }, field: "title" },
    "a time outside the year": { change: ({ year }) => ({ due: `05/${year + 1}` }), field: "due" },
    "no revision": { change: { revision: "" }, field: "revision" },
  },
  notAllowed: {
    "a reception officer": { by: [party, "reception-officer"], reason: "role", source: "portal" },
  },
  wrongState: {
    "issued, without a decision": {
      stage: () => yearIssued(province()),
      code: "invalid",
      message: "invalid",
    },
  },
  stale: { change: { revision: 9 }, message: "staleItem" },
  atOnce: { answer: { code: "stale" } },
});

const changed = async ({ itemId, year }: { itemId: string; year: number }) => ({
  itemId,
  revision: await revisionOf(itemId),
  ...(await itemInput(province(), year, { title: "Hội nghị Ban Chấp hành lần thứ mười", due: `03/${year}` })),
  ...decision,
});

describeCommand(editItem, {
  province,
  ready: () => yearIssued(province()),
  by: [party, "department-head"],
  input: changed,
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "after issue: the decision is kept with what the item was before": async ({ stage, province }) => {
      expect(await itemRow(province, stage.itemId)).toMatchObject({ precision: "month", revision: 2 });
      const [kept] = await province.rows<{ act: string; before: Record<string, unknown> }>(
        "select act, before from programme_changes where item_id = $1",
        [stage.itemId],
      );
      expect(kept).toMatchObject({
        act: "change",
        before: {
          title: "Hội nghị Ban Chấp hành Đảng bộ tỉnh về kinh tế, xã hội",
          starts_on: `${stage.year}-02-10`,
          revision: 1,
        },
      });
    },
  },
  events: ["programmes.changedByDecision"],
  wrongInput: { "half a decision": { change: { decisionNumber: "" }, field: "decisionNumber" } },
  notAllowed: {
    "another office, which reads it": {
      by: [council, "chief"],
      reason: "part",
      source: "portal",
      offices: [party],
    },
  },
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {},
  stale: { change: { revision: 9 }, message: "staleItem" },
  atOnce: { answer: { code: "stale" } },
});

test("every office reads what was changed, by whose decision, and what stood there before each change", async () => {
  const stage = await yearIssued(province());
  const specialist = as(province().phuTho, party, "specialist");
  await executeCommand(editItem, specialist, await changed(stage));
  await executeCommand(editItem, specialist, {
    ...(await changed(stage)),
    title: "Hội nghị Ban Chấp hành lần thứ mười một",
    decisionNumber: "32-TB/TU",
  });
  const found = await runQuery(getProgramme, as(province().phuTho, council, "specialist"), {
    programmeId: stage.programmeId,
  });
  expect(found?.view.changes).toMatchObject([
    {
      act: "change",
      decision: { number: "32-TB/TU", on: "2026-11-25", by: decision.decidedBy },
      fields: [
        {
          field: "title",
          before: "Hội nghị Ban Chấp hành lần thứ mười",
          after: "Hội nghị Ban Chấp hành lần thứ mười một",
        },
      ],
    },
    {
      decision: { number: decision.decisionNumber },
      fields: [
        { field: "title", after: "Hội nghị Ban Chấp hành lần thứ mười" },
        { field: "due", before: `10/02/${stage.year} – 11/02/${stage.year}`, after: `03/${stage.year}` },
      ],
    },
  ]);
});
