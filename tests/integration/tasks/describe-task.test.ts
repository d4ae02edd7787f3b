import { expect, test } from "vitest";
import { describeTask } from "@/lib/tasks/commands/describe-task";
import { as } from "@/prisma/seed/caller";
import { letPass } from "@/prisma/seed/scenarios/tasks";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { closedWhenAsked, created, inDays, taskRow } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(describeTask, {
  province,
  ready: () => created(province()),
  by: [party, "specialist"],
  input: async (task) => ({
    ...task,
    revision: (await taskRow(province(), task))["revision"],
    title: "Tài liệu hội nghị lần thứ 18",
    description: "Theo đề cương đã gửi.",
    dueOn: inDays(12),
  }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps title, description and day, and counts one revision more": async ({ stage, province }) => {
      expect(await taskRow(province, stage)).toMatchObject({
        title: "Tài liệu hội nghị lần thứ 18",
        description: "Theo đề cương đã gửi.",
        due_on: inDays(12),
        revision: 2,
        state: "open",
      });
    },
  },
  events: ["tasks.described"],
  wrongInput: {
    "no title": { change: { title: "  " }, field: "title" },
    "a title longer than a line of the list": { change: { title: "a".repeat(201) }, field: "title" },
    "a day that is none": { change: { dueOn: "mai" }, field: "dueOn" },
    "a day that passed": { change: { dueOn: inDays(-1) }, field: "dueOn" },
    "no task": { change: { taskId: "" }, field: "taskId" },
  },
  notAllowed: {
    "an assisting office: article 3 gives it to the lead": {
      by: [council, "chief"],
      reason: "part",
      source: ["responsibilities", 3],
      offices: [party],
    },
    "the office that created it": {
      by: [committee, "records-clerk"],
      reason: "part",
      source: ["responsibilities", 3],
      offices: [party],
    },
    "a records clerk of the lead": {
      by: [party, "records-clerk"],
      reason: "role",
      source: ["responsibilities", 11],
    },
  },
  wrongState: {
    "after it was closed": {
      stage: () => closedWhenAsked(province()),
      reason: "state",
      source: ["responsibilities", 3],
    },
  },
  stale: { change: { revision: 9 }, message: "staleTask" },
  atOnce: { answer: { code: "stale" } },
});

test("a late task keeps its day while its name is mended, and cannot be given another that passed", async () => {
  const task = await created(province());
  await letPass(province().phuTho, party, task.taskId);
  const describe = async (title: string, dueOn: string) =>
    attempt(describeTask, as(province().phuTho, party, "specialist"), {
      ...task,
      revision: (await taskRow(province(), task))["revision"],
      title,
      description: "",
      dueOn,
    });
  expect(answerOf(await describe("Tên đã sửa lại", inDays(-1)))).toBe("done");
  expect(answerOf(await describe("Tên sửa lần nữa", inDays(-2)))).toMatchObject({ code: "invalid" });
  expect(await taskRow(province(), task)).toMatchObject({ title: "Tên đã sửa lại", due_on: inDays(-1) });
});
