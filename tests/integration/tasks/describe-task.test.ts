import { expect } from "vitest";
import { describeTask } from "@/lib/tasks/commands/describe-task";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { closedWhenAsked, created, inDays, taskRow } from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

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
