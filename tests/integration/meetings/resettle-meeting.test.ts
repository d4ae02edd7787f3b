import { expect, test } from "vitest";
import { resettleMeeting } from "@/lib/meetings/commands/resettle-meeting";
import { getMeetingPage } from "@/lib/meetings/queries/get-meeting-page";
import { getWeek } from "@/lib/meetings/queries/get-week";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  approved,
  claimsOf,
  confirmed,
  contested,
  displaced,
  displacedWhenFiled,
  meetingRow,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const answering = ["meetings", 9] as const;

describeCommand(resettleMeeting, {
  province,
  ready: () => displaced(province()),
  by: [party, "chief"],
  input: async (meeting) => ({
    ...(await seen(province(), meeting)),
    slot: `${meeting.day}T07:00Z/${meeting.day}T09:00Z`,
  }),
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "stays approved, at the chosen time": async ({ stage, province }) => {
      const row = await meetingRow(province, stage);
      expect(row).toMatchObject({ state: "approved", revision: 3 });
      expect((row["starts_at"] as Date).toISOString()).toBe(`${stage.day}T07:00:00.000Z`);
      expect((row["ends_at"] as Date).toISOString()).toBe(`${stage.day}T09:00:00.000Z`);
    },
    "holds its places again": async ({ stage, province }) => {
      expect((await claimsOf(province, stage)).map(({ kind }) => kind)).toEqual(["hold", "hold"]);
    },
    "answers for the place that was taken": async ({ stage, province }) => {
      const rows = await province.rows(
        "select answer, answered_at from displacements where meeting_id = $1",
        [stage.meetingId],
      );
      expect(rows).toEqual([{ answer: "moved", answered_at: expect.any(Date) }]);
    },
    "tells the filing and the assisting offices": async ({ stage, province }) => {
      expect(await toldOf(province, stage.meetingId, "meeting-changed")).toEqual([council, committee]);
    },
  },
  events: ["meetings.resettled"],
  jobs: 1,
  wrongInput: {
    "no time at all": { change: { slot: "" }, field: "day" },
    "a time that is none": {
      change: { slot: "", day: "5/12/2027", from: "25:00", until: "9:00" },
      field: "from",
    },
    "a time that ends before it begins": {
      change: ({ day }) => ({ slot: `${day}T09:00Z/${day}T07:00Z` }),
      field: "slot",
    },
    "a time of no calendar": { change: { slot: "2027-13-41T09:00Z/2027-13-41T10:00Z" }, field: "slot" },
    "a time that has passed": { change: { slot: "2026-01-05T01:00Z/2026-01-05T02:00Z" }, field: "day" },
  },
  notAllowed: {
    "the filing office: article 4 clause 9 gives it to the lead": {
      by: [committee, "chief"],
      reason: "part",
      source: answering,
      offices: [party],
    },
    "an assisting office": { by: [council, "chief"], reason: "part", source: answering, offices: [party] },
    "a secretary of the lead": { by: [party, "secretary"], reason: "role", source: ["meetings", 13] },
  },
  otherOffice: { reason: "part", source: answering, offices: [party] },
  conflicts: {
    "what lost no place": {
      change: async () => seen(province(), await approved(province())),
      answer: { code: "conflict", message: "wrongState" },
    },
    "onto a place confirmed for another": {
      change: async () => {
        const { day } = await confirmed(province());
        return { slot: `${day}T02:00Z/${day}T04:00Z` };
      },
      answer: { code: "conflict", message: "clash.clash" },
    },
  },
  wrongState: {
    "what is confirmed": { stage: () => confirmed(province()), reason: "state", source: answering },
    "what its own office has not approved: that office mends it": {
      stage: () => displacedWhenFiled(province()),
      reason: "state",
      source: answering,
    },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "stale" } },
});

test("who lost a place is offered three times, also before the own chief approved", async () => {
  const stage = await displacedWhenFiled(province());
  const clerk = as(province().phuTho, committee, "records-clerk");
  const page = (await runQuery(getMeetingPage, clerk, { meetingId: stage.meetingId }))?.view;
  expect(page?.may).toMatchObject({ edit: true, cancel: true, resettle: false });
  expect(page?.advice.slots).toHaveLength(3);
});

test("the draft of a week marks both of two that hold one place", async () => {
  const { lower, higher } = await contested(province());
  const chief = as(province().phuTho, party, "chief");
  const week = (await runQuery(getWeek, chief, { day: lower.day, working: true }))?.view;
  for (const { meetingId } of [lower, higher]) {
    expect(week?.clashes[meetingId]?.map(({ kind, resource }) => [kind, resource])).toContainEqual([
      "hold",
      "Phòng họp 1",
    ]);
  }
  const alone = await confirmed(province());
  const other = (await runQuery(getWeek, chief, { day: alone.day, working: true }))?.view;
  expect(other?.clashes[alone.meetingId]).toBeUndefined();
});
