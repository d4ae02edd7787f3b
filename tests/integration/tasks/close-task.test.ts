import { expect } from "vitest";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { asked, closedWhenAsked, officeId, partOf, taskRow } from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const closing = ["responsibilities", 6] as const;
const result = "Hội nghị đã họp, ban hành thông báo kết luận.";

describeCommand(closeTask, {
  province,
  ready: () => asked(province()),
  by: [party, "department-head"],
  input: async (task) => ({ ...task, revision: (await taskRow(province(), task))["revision"], result }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps the result and when it was closed": async ({ stage, province }) => {
      expect(await taskRow(province, stage)).toMatchObject({
        state: "closed",
        result,
        closed_at: expect.any(Date),
        revision: 2,
      });
    },
    "leaves what an office still owed as it was, and names it in the event": async ({ stage, province }) => {
      expect((await partOf(province, stage, council)).state).toBe("asked");
      const [event] = await province.rows(
        "select payload from audit_events where subject_id = $1 and name = 'tasks.closed'",
        [stage.taskId],
      );
      expect(event).toEqual({ payload: { stillOut: [officeId(province, council)] } });
    },
  },
  events: ["tasks.closed"],
  wrongInput: {
    "no result": { change: { result: "" }, field: "result" },
    "a result of four letters": { change: { result: "Xong" }, field: "result" },
    "no revision": { change: { revision: "" }, field: "revision" },
  },
  notAllowed: {
    "an assisting office: article 3 clause 6 gives it to the lead": {
      by: [council, "chief"],
      reason: "part",
      source: closing,
      offices: [party],
    },
    "the office that created it": {
      by: [committee, "chief"],
      reason: "part",
      source: closing,
      offices: [party],
    },
    "a specialist of the lead": {
      by: [party, "specialist"],
      reason: "role",
      source: ["responsibilities", 11],
    },
  },
  wrongState: {
    "a second time": { stage: () => closedWhenAsked(province()), reason: "state", source: closing },
  },
  stale: { change: { revision: 9 }, message: "staleTask" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
