import { expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { editItem } from "@/lib/work-programmes/commands/edit-item";
import { settleOverlap } from "@/lib/work-programmes/commands/settle-overlap";
import { getOverlaps } from "@/lib/work-programmes/queries/get-overlaps";
import { as } from "@/prisma/seed/caller";
import {
  added,
  committeeYear,
  decision,
  drafted,
  freshYear,
  itemInput,
  yearIssued,
} from "@/tests/support/builders/programme-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const seenBy = async (office: string, year: number) => {
  const found = await runQuery(getOverlaps, as(province().phuTho, office, "chief"), { year });
  return found?.view.overlaps ?? [];
};

/** Two issued items of two offices that ask for the same leader on the same days. */
async function ready() {
  const own = await yearIssued(province(), freshYear());
  const other = await committeeYear(province(), own.year);
  const [overlap] = await seenBy(party, own.year);
  if (!overlap?.other) throw new Error("two items overlap");
  return {
    ...own,
    other,
    programmeOfOne: overlap.one.programmeId,
    input: { itemId: overlap.one.itemId, otherItemId: overlap.other.itemId, basis: overlap.basis },
  };
}

const reason = "Hai văn phòng thống nhất ghép hai hội nghị vào một buổi.";

describeCommand(settleOverlap, {
  province,
  ready,
  by: [committee, "department-head"],
  input: ({ input }) => ({ ...input, reason }),
  subjectId: ({ programmeOfOne }) => programmeOfOne,
  does: {
    "is settled for both offices, with the reason": async ({ stage }) => {
      for (const office of [party, committee, council]) {
        const [overlap] = await seenBy(office, stage.year);
        expect(overlap).toMatchObject({ kind: "leader", settled: { reason, office: committee } });
      }
    },
    "and is another overlap once a day is changed": async ({ stage, province }) => {
      await executeCommand(editItem, as(province.phuTho, party, "specialist"), {
        itemId: stage.itemId,
        revision: 1,
        ...(await itemInput(province, stage.year, { due: `11/02/${stage.year}`, despite: "yes" })),
        ...decision,
      });
      expect((await seenBy(party, stage.year)).map((overlap) => overlap.settled)).toEqual([null]);
    },
  },
  events: ["programmes.overlapSettled", "programmes.overlapSettled"],
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "no item": { change: { itemId: "" }, field: "itemId" },
    "no basis": { change: { basis: "" }, field: "basis" },
  },
  notAllowed: {
    "an office that keeps neither programme": { by: [council, "chief"], reason: "part", source: "portal" },
    "a specialist of one that does": { by: [party, "specialist"], reason: "role", source: "portal" },
  },
  otherOffice: { reason: "part", source: "portal" },
  conflicts: {
    "an overlap that is none": {
      change: { basis: "leader x y z" },
      answer: { code: "stale", message: "overlapGone" },
    },
  },
  wrongState: {
    "a second time": {
      stage: async () => {
        const stage = await ready();
        await executeCommand(settleOverlap, as(province().phuTho, party, "chief"), {
          ...stage.input,
          reason,
        });
        return stage;
      },
      code: "conflict",
      message: "overlapSettled",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

test("of a draft only the keeping office sees what it overlaps with", async () => {
  const year = freshYear();
  await committeeYear(province(), year);
  const programmeId = await drafted(province(), String(year));
  await added(province(), programmeId, { ...(await itemInput(province(), year)), despite: "yes" });
  expect(await seenBy(party, year)).toHaveLength(1);
  expect(await seenBy(committee, year)).toEqual([]);
});
