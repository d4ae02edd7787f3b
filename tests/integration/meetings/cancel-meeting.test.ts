import { expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  cancelled,
  claimsOf,
  confirmed,
  displaced,
  filed,
  type MeetingStage,
  meetingRow,
  ownOfParty,
  postponed,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const ending = ["meetings", 10] as const;
const reason = "Đăng ký nhầm tuần.";
const input = async (meeting: MeetingStage) => ({ ...(await seen(province(), meeting)), reason });

describeCommand(cancelMeeting, {
  province,
  ready: () => filed(province()),
  by: [committee, "records-clerk"],
  input,
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "is given up, with the reason": async ({ stage, province }) => {
      expect(await meetingRow(province, stage)).toMatchObject({ state: "cancelled", reason, revision: 2 });
    },
    "gives its places back": async ({ stage, province }) => {
      expect(await claimsOf(province, stage)).toEqual([]);
    },
    "tells the other offices concerned": async ({ stage, province }) => {
      expect(await toldOf(province, stage.meetingId, "meeting-ended")).toEqual([party, council]);
    },
  },
  events: ["meetings.cancelled"],
  jobs: 1,
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "a reason of three letters": { change: { reason: "Bận" }, field: "reason" },
  },
  notAllowed: {
    "an assisting office: article 4 clause 10 gives it to the filing office and the lead": {
      by: [council, "chief"],
      reason: "part",
      source: ending,
      offices: [party, committee],
    },
    "a clerk of the lead": { by: [party, "records-clerk"], reason: "role", source: ["meetings", 13] },
    "an inspector of the filing office": {
      by: [committee, "inspector"],
      reason: "role",
      source: ["meetings", 13],
    },
  },
  wrongState: {
    "a second time": { stage: () => cancelled(province()), reason: "state", source: ending },
    "what the lead has confirmed": { stage: () => confirmed(province()), reason: "state", source: ending },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

const leads = {
  "what it confirmed": confirmed,
  "what it put off": postponed,
  "what it does not want": filed,
  "what lost its place": displaced,
};

test.each(Object.entries(leads))("the lead gives up %s", async (_what, build) => {
  const meeting = await build(province());
  await executeCommand(cancelMeeting, as(province().phuTho, party, "chief"), await input(meeting));
  expect(await meetingRow(province(), meeting)).toMatchObject({ state: "cancelled", reason });
  expect(await claimsOf(province(), meeting)).toEqual([]);
});

test("whoever assists and would cancel what is confirmed is shown the sentence about confirmed meetings", async () => {
  const meeting = await confirmed(province());
  const refused = await attempt(cancelMeeting, as(province().phuTho, council, "chief"), await input(meeting));
  expect(answerOf(refused)).toMatchObject({
    refusal: {
      reason: "part",
      offices: [party],
      quote: {
        text: "Cuộc họp đã được xác nhận thì văn phòng chủ trì thay đổi, hoãn hoặc hủy, nêu rõ lý do.",
      },
    },
  });
});

test("a clerk gives up what the own office filed and leads", async () => {
  const meeting = await ownOfParty(province());
  const clerk = as(province().phuTho, party, "records-clerk");
  await executeCommand(cancelMeeting, clerk, await input(meeting));
  expect(await meetingRow(province(), meeting)).toMatchObject({ state: "cancelled" });
});

test("giving up what lost its place answers for it", async () => {
  const meeting = await displaced(province());
  await executeCommand(cancelMeeting, as(province().phuTho, committee, "chief"), await input(meeting));
  const rows = await province().rows("select answer, answered_at from displacements where meeting_id = $1", [
    meeting.meetingId,
  ]);
  expect(rows).toEqual([{ answer: "cancelled", answered_at: expect.any(Date) }]);
});
