import { expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { giveContribution } from "@/lib/tasks/commands/give-contribution";
import { as, postOf } from "@/prisma/seed/caller";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import {
  asked,
  closedWhenAsked,
  contributed,
  created,
  partOf,
  refused,
  takenOver,
} from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const giving = ["responsibilities", 8] as const;
const contribution = "Danh mục bốn nghị quyết, kèm tiến độ thẩm tra.";

describeCommand(giveContribution, {
  province,
  ready: () => asked(province()),
  by: [council, "specialist"],
  input: (task) => ({ ...task, contribution }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps the text, who wrote it and when": async ({ stage, province }) => {
      expect(await partOf(province, stage, council)).toMatchObject({
        state: "contributed",
        contribution,
        contributed_by: postOf(province.phuTho, council, "specialist").personId,
        contributed_at: expect.any(Date),
      });
    },
    "counts as having accepted": async ({ stage, province }) => {
      expect((await partOf(province, stage, council))["answered_at"]).toEqual(expect.any(Date));
    },
  },
  events: ["tasks.contributionGiven"],
  wrongInput: {
    "no text": { change: { contribution: "" }, field: "contribution" },
    "a text longer than a paper": { change: { contribution: "a".repeat(20_001) }, field: "contribution" },
  },
  notAllowed: {
    "the lead writes no other office's part": { by: [party, "chief"], reason: "part", source: giving },
    "an assisting office that was not asked": {
      by: [committee, "specialist"],
      reason: "assist-state",
      source: giving,
    },
    "a records clerk": { by: [council, "records-clerk"], reason: "role", source: ["responsibilities", 11] },
  },
  wrongState: {
    "before it was asked": { stage: () => created(province()), reason: "assist-state", source: giving },
    "after declining": { stage: () => refused(province()), reason: "assist-state", source: giving },
    "after it was taken over": { stage: () => takenOver(province()), reason: "assist-state", source: giving },
    "after it was closed": { stage: () => closedWhenAsked(province()), reason: "state", source: giving },
  },
  stale: null,
  // The second revises the first: an office may do so until its part is taken over.
  atOnce: { answer: "both" },
});

test("may be revised until it is taken over", async () => {
  const task = await contributed(province());
  await executeCommand(giveContribution, as(province().phuTho, council, "chief"), { ...task, contribution });
  expect(await partOf(province(), task, council)).toMatchObject({ state: "contributed", contribution });
});
