import { expect, test } from "vitest";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  approved,
  claimsOf,
  committeeChair,
  confirmed,
  contentInput,
  displaced,
  freshDay,
  leaderPost,
  type MeetingStage,
  meetingRow,
  postponed,
  readersOf,
  roomId,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const changing = ["meetings", 10] as const;
const reason = "Bí thư đi công tác buổi sáng.";

async function moved(meeting: MeetingStage) {
  return {
    ...contentInput(province(), meeting.day),
    ...(await seen(province(), meeting)),
    from: "14:00",
    until: "15h30",
    roomId: roomId(province(), "TU2"),
    reason,
  };
}

describeCommand(changeMeeting, {
  province,
  ready: () => confirmed(province()),
  by: [party, "chief"],
  input: moved,
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "stays confirmed, at the new time, with the reason": async ({ stage, province }) => {
      const row = await meetingRow(province, stage);
      expect(row).toMatchObject({ state: "confirmed", reason, revision: 4 });
      expect((row["starts_at"] as Date).toISOString()).toBe(`${stage.day}T07:00:00.000Z`);
      expect((row["ends_at"] as Date).toISOString()).toBe(`${stage.day}T08:30:00.000Z`);
    },
    "takes the new room and gives the old one back": async ({ stage, province }) => {
      expect(await claimsOf(province, stage)).toEqual([
        { name: "Đặng Quốc Trung", kind: "confirmed" },
        { name: "Phòng họp 2", kind: "confirmed" },
      ]);
    },
    "tells the other offices concerned": async ({ stage, province }) => {
      expect(await toldOf(province, stage.meetingId, "meeting-changed")).toEqual([council, committee]);
    },
    "keeps in the history what it was": async ({ stage, province }) => {
      const [event] = await province.rows<{ payload: object }>(
        "select payload from audit_events where subject_id = $1 and name = 'meetings.changed'",
        [stage.meetingId],
      );
      expect(event?.payload).toMatchObject({
        reason,
        was: { startsAt: `${stage.day}T01:00:00.000Z`, endsAt: `${stage.day}T03:00:00.000Z` },
      });
    },
  },
  events: ["meetings.changed"],
  jobs: 1,
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "an end before the beginning": { change: { until: "13:00" }, field: "until" },
    "a day that has passed": { change: { day: "2/1/2026" }, field: "day" },
    "a kind that is none": { change: { kindKey: "party" }, field: "kindKey" },
    "a room that is none": {
      change: { roomId: "019aa000-0000-7000-8000-000000000001" },
      field: "roomId",
    },
    "a leader that is none": {
      change: { chairPostId: "019aa000-0000-7000-8000-000000000001" },
      field: "chairPostId",
    },
  },
  notAllowed: {
    "the filing office: article 4 clause 10 gives it to the lead": {
      by: [committee, "chief"],
      reason: "part",
      source: changing,
      offices: [party],
    },
    "an assisting office": { by: [council, "chief"], reason: "part", source: changing, offices: [party] },
    "a clerk of the lead": { by: [party, "records-clerk"], reason: "role", source: ["meetings", 13] },
  },
  otherOffice: { reason: "part", source: changing, offices: [party] },
  conflicts: {
    "onto a place confirmed for another": {
      change: async () => {
        const other = await confirmed(province());
        return { day: other.day, from: "9:00", until: "11:00" };
      },
      answer: { code: "conflict", message: "clash.clash" },
    },
    "onto a place held for another": {
      change: async () => {
        const other = await approved(province(), { kindKey: "other", roomId: roomId(province(), "TU2") });
        return { day: other.day, from: "9:00", until: "11:00" };
      },
      answer: { code: "conflict", message: "clash.held" },
    },
  },
  wrongState: {
    "what is not confirmed": { stage: () => approved(province()), reason: "state", source: changing },
    "what was put off": { stage: () => postponed(province()), reason: "state", source: changing },
    "what lost its place": { stage: () => displaced(province()), reason: "state", source: changing },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "stale" } },
});

test("a leader asked for now: the office that serves him reads and is told", async () => {
  const meeting = await confirmed(province(), { visibility: "restricted" });
  await executeCommand(changeMeeting, as(province().phuTho, party, "chief"), {
    ...(await moved(meeting)),
    visibility: "restricted",
    leaderPostIds: [leaderPost(province(), committeeChair)],
  });
  expect((await claimsOf(province(), meeting)).map(({ name }) => name)).toContain("Phan Văn Độ");
  expect(await readersOf(province(), meeting)).toMatchObject({ [committee]: "assist" });
});

test("its own former time does not stand in its way", async () => {
  const meeting = await confirmed(province(), { day: freshDay() });
  await executeCommand(changeMeeting, as(province().phuTho, party, "chief"), {
    ...(await moved(meeting)),
    from: "9:00",
    until: "11:00",
    roomId: roomId(province(), "TU1"),
  });
  expect(await claimsOf(province(), meeting)).toHaveLength(2);
});
