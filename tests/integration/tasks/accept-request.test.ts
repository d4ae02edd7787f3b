import { expect } from "vitest";
import { acceptRequest } from "@/lib/tasks/commands/accept-request";
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

describeCommand(acceptRequest, {
  province,
  ready: () => asked(province()),
  by: [council, "department-head"],
  input: (task) => ({ ...task }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps that this office accepted, and when": async ({ stage, province }) => {
      expect(await partOf(province, stage, council)).toMatchObject({
        state: "accepted",
        answered_at: expect.any(Date),
      });
    },
  },
  events: ["tasks.contributionAccepted"],
  wrongInput: { "no task": { change: { taskId: "all" }, field: "taskId" } },
  notAllowed: {
    "the lead: only who was asked answers": { by: [party, "chief"], reason: "part", source: answering },
    "an assisting office that was not asked": {
      by: [committee, "chief"],
      reason: "assist-state",
      source: answering,
    },
    "a specialist": { by: [council, "specialist"], reason: "role", source: ["responsibilities", 11] },
    "an inspector": { by: [council, "inspector"], reason: "role", source: ["responsibilities", 11] },
  },
  wrongState: {
    "before it was asked": { stage: () => created(province()), reason: "assist-state", source: answering },
    "a second time": { stage: () => accepted(province()), reason: "assist-state", source: answering },
    "after declining": { stage: () => refused(province()), reason: "assist-state", source: answering },
    "after contributing": { stage: () => contributed(province()), reason: "assist-state", source: answering },
    "after it was closed": { stage: () => closedWhenAsked(province()), reason: "state", source: answering },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "assist-state" } },
});
