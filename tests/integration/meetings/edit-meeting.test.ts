import { expect, test } from "vitest";
import { editMeeting } from "@/lib/meetings/commands/edit-meeting";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  approved,
  claimsOf,
  committeeChair,
  confirmed,
  contentInput,
  displaced,
  displacedWhenFiled,
  filed,
  leaderPost,
  type MeetingStage,
  meetingRow,
  readersOf,
  seen,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { inDays } from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const filing = ["meetings", 7] as const;

async function mended(meeting: MeetingStage) {
  return {
    ...contentInput(province(), meeting.day),
    ...(await seen(province(), meeting)),
    title: "Hội nghị chuyên đề chuyển đổi số",
    from: "14:00",
    until: "16:00",
    chairPostId: leaderPost(province(), committeeChair),
    roomId: "",
    placeText: "Trung tâm Hội nghị tỉnh",
    holdUntil: inDays(5),
    serving: "LĐVP: Đ/c Phó Chánh Văn phòng",
  };
}

describeCommand(editMeeting, {
  province,
  ready: () => filed(province()),
  by: [committee, "records-clerk"],
  input: mended,
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "keeps what was mended": async ({ stage, province }) => {
      const row = await meetingRow(province, stage);
      expect(row).toMatchObject({
        state: "filed",
        title: "Hội nghị chuyên đề chuyển đổi số",
        room_id: null,
        place_text: "Trung tâm Hội nghị tỉnh",
        hold_until: inDays(5),
        serving: "LĐVP: Đ/c Phó Chánh Văn phòng",
        revision: 2,
      });
      expect((row["starts_at"] as Date).toISOString()).toBe(`${stage.day}T07:00:00.000Z`);
    },
    "holds what it says now and nothing else": async ({ stage, province }) => {
      expect(await claimsOf(province, stage)).toEqual([{ name: "Phan Văn Độ", kind: "hold" }]);
    },
  },
  events: ["meetings.edited"],
  jobs: 1,
  wrongInput: {
    "no title": { change: { title: "" }, field: "title" },
    "an end before the beginning": { change: { until: "13:59" }, field: "until" },
    "longer than a month": { change: { untilDay: inDays(900) }, field: "untilDay" },
    "a day that has passed": { change: { day: "2/1/2026" }, field: "day" },
    "a hold that has run out": { change: { holdUntil: inDays(-1) }, field: "holdUntil" },
    "a room that is none": { change: { roomId: "phòng 1" }, field: "roomId" },
    "a body that is none": {
      change: { bodyIds: ["019aa000-0000-7000-8000-000000000001"] },
      field: "bodyIds",
    },
  },
  notAllowed: {
    "the lead: article 4 clause 7 gives it to the filing office": {
      by: [party, "chief"],
      reason: "part",
      source: filing,
      offices: [committee],
    },
    "an assisting office": { by: [council, "chief"], reason: "part", source: filing, offices: [committee] },
    "an inspector of the filing office": {
      by: [committee, "inspector"],
      reason: "role",
      source: ["meetings", 13],
    },
  },
  conflicts: {
    "onto a place confirmed for another": {
      change: async () => {
        const { day } = await confirmed(province());
        const taken = contentInput(province(), day);
        return { day, from: "9:00", until: "11:00", chairPostId: taken["chairPostId"] };
      },
      answer: { code: "conflict", message: "clash.clash" },
    },
  },
  wrongState: {
    "what the lead has confirmed": { stage: () => confirmed(province()), reason: "state", source: filing },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "stale" } },
});

test("what was approved is to be approved again, and leaves the common sheet until then", async () => {
  const meeting = await approved(province());
  expect(await readersOf(province(), meeting)).toMatchObject({ [stranger]: "reader" });
  const clerk = as(province().phuTho, committee, "records-clerk");
  await executeCommand(editMeeting, clerk, await mended(meeting));
  expect(await meetingRow(province(), meeting)).toMatchObject({ state: "filed", approved_at: null });
  expect(await readersOf(province(), meeting)).not.toHaveProperty([stranger]);
});

test.each([
  ["approved", displaced],
  ["filed", displacedWhenFiled],
] as const)("another time answers for the place taken from what was %s", async (_state, build) => {
  const meeting = await build(province());
  const clerk = as(province().phuTho, committee, "records-clerk");
  await executeCommand(editMeeting, clerk, await mended(meeting));
  const rows = await province().rows("select answer from displacements where meeting_id = $1", [
    meeting.meetingId,
  ]);
  expect(rows).toEqual([{ answer: "moved" }]);
});

test("a session says what it is called for; what a register brought and the form does not ask stays", async () => {
  const meeting = await filed(province());
  const { phuTho } = province();
  // Round the triggers, as the import wrote it.
  await province().rows(
    `set session_replication_role = replica; update meetings set points = 45, delegates = 10306 where id = '${meeting.meetingId}'; reset session_replication_role`,
  );
  const clerk = as(phuTho, committee, "records-clerk");
  await executeCommand(editMeeting, clerk, {
    ...(await mended(meeting)),
    kindKey: "council-session:thematic",
  });
  const row = await meetingRow(province(), meeting);
  expect(row).toMatchObject({
    kind_key: "council-session",
    variant: "thematic",
    points: 45,
    delegates: 10306,
  });
  await executeCommand(editMeeting, clerk, { ...(await mended(meeting)), delegates: "" });
  expect(await meetingRow(province(), meeting)).toMatchObject({ variant: null, points: 45, delegates: null });
});
