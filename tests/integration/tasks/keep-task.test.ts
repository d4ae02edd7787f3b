import { expect } from "vitest";
import { keepTask } from "@/lib/tasks/commands/keep-task";
import { kept, movedTasks, offered, reason, saidOf, word } from "@/tests/support/builders/handovers";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clause = ["review", 4] as const;
const ready = movedTasks(province, 4);

describeCommand(keepTask, {
  province,
  ready: async () => offered(province(), await ready()),
  by: [party, "chief"],
  input: (task) => ({ ...task, reason }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps the reason, and the open offer lapses": async ({ stage, province }) => {
      expect(await saidOf(province, stage)).toEqual([
        { state: "kept", word: reason, reason: null },
        { state: "lapsed", word, reason: null },
      ]);
    },
  },
  events: ["tasks.kept"],
  wrongInput: { "no reason": { change: { reason: "" }, field: "reason" } },
  notAllowed: {
    "the deputy": { by: [party, "deputy-chief"], reason: "role", source: clause },
    "the office that would lead": {
      by: [committee, "chief"],
      reason: "part",
      source: clause,
      offices: [party],
    },
  },
  wrongState: {
    "a second time": { stage: async () => kept(province(), await ready()), reason: "state", source: clause },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
