import { expect } from "vitest";
import { declineHandover } from "@/lib/tasks/commands/decline-handover";
import { declined, movedTasks, offered, reason, saidOf, word } from "@/tests/support/builders/handovers";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clause = ["review", 4] as const;
const ready = movedTasks(province, 5);

describeCommand(declineHandover, {
  province,
  ready: async () => offered(province(), await ready()),
  by: [committee, "chief"],
  input: (task) => ({ ...task, reason }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps the reason, and the task stays where it was": async ({ stage, province }) => {
      expect(await saidOf(province, stage)).toEqual([{ state: "declined", word, reason }]);
      const [task] = await province.rows(
        "select o.code, t.revision from tasks t join offices o on o.id = t.lead_office_id where t.id = $1",
        [stage.taskId],
      );
      expect(task).toEqual({ code: party, revision: 1 });
    },
  },
  events: ["tasks.handoverDeclined"],
  wrongInput: { "no reason": { change: { reason: "" }, field: "reason" } },
  notAllowed: {
    "the deputy": { by: [committee, "deputy-chief"], reason: "role", source: clause },
    "the office that leads": { by: [party, "chief"], reason: "part", source: clause, offices: [committee] },
  },
  wrongState: {
    "nothing is offered": { stage: ready, reason: "state", source: clause },
    "a second time": {
      stage: async () => declined(province(), await ready()),
      reason: "state",
      source: clause,
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
