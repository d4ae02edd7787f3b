import { expect } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { acceptHandover } from "@/lib/tasks/commands/accept-handover";
import { keepTask } from "@/lib/tasks/commands/keep-task";
import { as } from "@/prisma/seed/caller";
import { declined, movedTasks, offered, reason, saidOf, word } from "@/tests/support/builders/handovers";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clause = ["review", 4] as const;
const ready = movedTasks(province, 6);

describeCommand(acceptHandover, {
  province,
  ready: async () => offered(province(), await ready()),
  by: [committee, "chief"],
  input: (task) => ({ ...task }),
  subjectId: (task) => task.taskId,
  does: {
    "moves the task under the duty of the text in force": async ({ stage, province }) => {
      expect(await saidOf(province, stage)).toEqual([{ state: "accepted", word, reason: null }]);
      const [task] = await province.rows(
        `select o.code, t.revision, v.number, d.duty_key as duty, p.office_id = t.lead_office_id as answers
          from tasks t join offices o on o.id = t.lead_office_id join agreement_versions v on v.id = t.version_id
          join coordination_duties d on d.id = t.duty_id and d.version_id = v.id join posts p on p.id = t.lead_post_id
          where t.id = $1`,
        [stage.taskId],
      );
      expect(task).toEqual({
        code: committee,
        revision: 2,
        number: 2,
        duty: "weekly-schedule",
        answers: true,
      });
    },
    "names in its history who led before, and under which duty": async ({ stage, province }) => {
      const [event] = await province.rows<{ payload: Record<string, string> }>(
        "select payload from audit_events where subject_id = $1 and name = 'tasks.handedOver'",
        [stage.taskId],
      );
      const [duty] = await province.rows(
        "select v.number from coordination_duties d join agreement_versions v on v.id = d.version_id where d.id = $1",
        [event?.payload["fromDutyId"]],
      );
      expect([event?.payload["from"], duty]).toEqual([party, { number: 1 }]);
    },
  },
  events: ["tasks.handedOver"],
  wrongInput: { "no task": { change: { taskId: "x" }, field: "taskId" } },
  notAllowed: {
    "the deputy": { by: [committee, "deputy-chief"], reason: "role", source: clause },
    "the office that leads": { by: [party, "chief"], reason: "part", source: clause, offices: [committee] },
  },
  wrongState: {
    "nothing is offered": { stage: ready, reason: "state", source: clause },
    "it was declined": {
      stage: async () => declined(province(), await ready()),
      reason: "state",
      source: clause,
    },
    "the offer was taken back": {
      stage: async () => {
        const task = await offered(province(), await ready());
        await executeCommand(keepTask, as(province().phuTho, party, "chief"), { ...task, reason });
        return task;
      },
      reason: "state",
      source: clause,
    },
  },
  stale: null,
  // Whoever comes second leads the task already.
  atOnce: { answer: { code: "forbidden", reason: "part" } },
});
