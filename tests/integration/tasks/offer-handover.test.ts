import { expect } from "vitest";
import { offerHandover } from "@/lib/tasks/commands/offer-handover";
import { movedTasks, offered, saidOf, word } from "@/tests/support/builders/handovers";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { created } from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clause = ["review", 4] as const;
const ready = movedTasks(province, 4);

describeCommand(offerHandover, {
  province,
  ready,
  by: [party, "chief"],
  input: (task) => ({ ...task, word }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps the offer with its word, and moves nothing": async ({ stage, province }) => {
      expect(await saidOf(province, stage)).toEqual([{ state: "offered", word, reason: null }]);
      const [task] = await province.rows("select revision from tasks where id = $1", [stage.taskId]);
      expect(task).toEqual({ revision: 1 });
    },
  },
  events: ["tasks.handoverOffered"],
  wrongInput: { "no word": { change: { word: " " }, field: "word" } },
  notAllowed: {
    "the deputy": { by: [party, "deputy-chief"], reason: "role", source: clause, offices: [party] },
    "the office that created it": {
      by: [council, "chief"],
      reason: "part",
      source: clause,
      offices: [party],
    },
  },
  wrongState: {
    "a second time": {
      stage: async () => offered(province(), await ready()),
      reason: "state",
      source: clause,
    },
    "a task whose lead does not move": { stage: () => created(province()), reason: "state", source: clause },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
