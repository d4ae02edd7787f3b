import { expect } from "vitest";
import { takeOverContribution } from "@/lib/tasks/commands/take-over-contribution";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import {
  asked,
  closedWhenContributed,
  contributed,
  created,
  officeId,
  partOf,
  refused,
  takenOver,
} from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const takingOver = ["responsibilities", 5] as const;

describeCommand(takeOverContribution, {
  province,
  ready: () => contributed(province()),
  by: [party, "specialist"],
  input: (task) => ({ ...task, officeId: officeId(province(), council) }),
  subjectId: (task) => task.taskId,
  does: {
    "keeps that the part was taken over, unchanged": async ({ stage, province }) => {
      expect(await partOf(province, stage, council)).toMatchObject({
        state: "taken-over",
        contribution: "Bốn nghị quyết.",
        taken_over_at: expect.any(Date),
      });
    },
  },
  events: ["tasks.contributionTakenOver"],
  wrongInput: { "no office": { change: { officeId: "" }, field: "officeId" } },
  notAllowed: {
    "the office that gave it": {
      by: [council, "chief"],
      reason: "part",
      source: takingOver,
      offices: [party],
    },
    "another assisting office": {
      by: [committee, "chief"],
      reason: "part",
      source: takingOver,
      offices: [party],
    },
    "a records clerk of the lead": {
      by: [party, "records-clerk"],
      reason: "role",
      source: ["responsibilities", 11],
    },
    "a part nobody gave": {
      change: () => ({ officeId: officeId(province(), committee) }),
      reason: "assist-state",
      source: takingOver,
    },
  },
  wrongState: {
    "before it was asked": { stage: () => created(province()), reason: "assist-state", source: takingOver },
    "before it was given": { stage: () => asked(province()), reason: "assist-state", source: takingOver },
    "after the office declined": {
      stage: () => refused(province()),
      reason: "assist-state",
      source: takingOver,
    },
    "a second time": { stage: () => takenOver(province()), reason: "assist-state", source: takingOver },
    "after it was closed": {
      stage: () => closedWhenContributed(province()),
      reason: "state",
      source: takingOver,
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "assist-state" } },
});
