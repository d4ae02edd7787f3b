import { expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { as } from "@/prisma/seed/caller";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import {
  accepted,
  asked,
  closedWhenAsked,
  contributed,
  created,
  inDays,
  officeId,
  partOf,
  refused,
  takenOver,
} from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const request = { request: "Tiến độ thẩm tra của các ban.", dueOn: inDays(3) };

describeCommand(askContribution, {
  province,
  ready: () => created(province()),
  by: [party, "specialist"],
  input: (task) => ({ ...task, officeId: officeId(province(), council), ...request }),
  subjectId: (task) => task.taskId,
  does: {
    "asks that office, with what and until when": async ({ stage, province }) => {
      expect(await partOf(province, stage, council)).toMatchObject({
        state: "asked",
        request: request.request,
        due_on: request.dueOn,
        asked_at: expect.any(Date),
      });
    },
    "asks nobody else": async ({ stage, province }) => {
      expect((await partOf(province, stage, committee)).state).toBe("named");
    },
  },
  events: ["tasks.contributionAsked"],
  wrongInput: {
    "no request": { change: { request: "" }, field: "request" },
    "no day": { change: { dueOn: "" }, field: "dueOn" },
    "a day that passed": { change: { dueOn: inDays(-1) }, field: "dueOn" },
    "no office": { change: { officeId: "council" }, field: "officeId" },
  },
  notAllowed: {
    "an assisting office: the lead asks": {
      by: [committee, "chief"],
      reason: "part",
      source: ["responsibilities", 4],
      offices: [party],
    },
    "a secretary of the lead": { by: [party, "secretary"], reason: "role", source: ["responsibilities", 11] },
    "an office the duty does not name": {
      change: () => ({ officeId: officeId(province(), stranger) }),
      reason: "assist-state",
      source: ["responsibilities", 4],
    },
    itself: {
      change: () => ({ officeId: officeId(province(), party) }),
      reason: "assist-state",
      source: ["responsibilities", 4],
    },
  },
  wrongState: {
    "an office that accepted: its day stands": {
      stage: () => accepted(province()),
      reason: "assist-state",
      source: ["responsibilities", 4],
    },
    "an office whose part was taken over": {
      stage: () => takenOver(province()),
      reason: "assist-state",
      source: ["responsibilities", 4],
    },
    "after it was closed": {
      stage: () => closedWhenAsked(province()),
      reason: "state",
      source: ["responsibilities", 4],
    },
  },
  stale: null,
  // The second changes the day of a request not yet answered (article 3 clause 4).
  atOnce: { answer: "both" },
});

test.each([
  ["not answered yet", () => asked(province())],
  ["that declined", () => refused(province())],
  ["whose part does not suffice", () => contributed(province())],
])("asks again an office %s", async (_name, build) => {
  const task = await build();
  await executeCommand(askContribution, as(province().phuTho, party, "specialist"), {
    ...task,
    officeId: officeId(province(), council),
    ...request,
  });
  expect(await partOf(province(), task, council)).toMatchObject({ state: "asked", request: request.request });
});
