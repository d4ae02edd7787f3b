import { expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { declineRequest } from "@/lib/tasks/commands/decline-request";
import { as } from "@/prisma/seed/caller";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import {
  accepted,
  asked,
  closedWhenAsked,
  contributed,
  created,
  partOf,
  refused,
} from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const answering = ["responsibilities", 7] as const;
const reason = "Các ban đang thẩm tra, xin lùi ba ngày.";

describeCommand(declineRequest, {
  province,
  ready: () => asked(province()),
  by: [council, "chief"],
  input: (task) => ({ ...task, reason }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps that this office declined, why and when": async ({ stage, province }) => {
      expect(await partOf(province, stage, council)).toMatchObject({
        state: "declined",
        decline_reason: reason,
        answered_at: expect.any(Date),
      });
    },
  },
  events: ["tasks.contributionDeclined"],
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "a reason of blanks": { change: { reason: "        " }, field: "reason" },
    "a reason longer than a page": { change: { reason: "a".repeat(2001) }, field: "reason" },
  },
  notAllowed: {
    "the lead": { by: [party, "chief"], reason: "part", source: answering },
    "an assisting office that was not asked": {
      by: [committee, "chief"],
      reason: "assist-state",
      source: answering,
    },
    "a specialist": { by: [council, "specialist"], reason: "role", source: ["responsibilities", 11] },
  },
  wrongState: {
    "before it was asked": { stage: () => created(province()), reason: "assist-state", source: answering },
    "a second time": { stage: () => refused(province()), reason: "assist-state", source: answering },
    "after contributing": { stage: () => contributed(province()), reason: "assist-state", source: answering },
    "after it was closed": { stage: () => closedWhenAsked(province()), reason: "state", source: answering },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "assist-state" } },
});

test("an office that accepted may still decline before it contributed", async () => {
  const task = await accepted(province());
  await executeCommand(declineRequest, as(province().phuTho, council, "chief"), { ...task, reason });
  expect((await partOf(province(), task, council)).state).toBe("declined");
});
