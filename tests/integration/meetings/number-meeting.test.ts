import { expect, test } from "vitest";
import { numberMeeting } from "@/lib/meetings/commands/number-meeting";
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  approved,
  cancelled,
  confirmed,
  filed,
  type MeetingStage,
  meetingRow,
  postponed,
  publishedWeek,
  seen,
  sheetOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const noticeNumber = "125/GM-VPTU";
const input = async (meeting: MeetingStage) => ({ ...(await seen(province(), meeting)), noticeNumber });

describeCommand(numberMeeting, {
  province,
  ready: () => confirmed(province()),
  by: [party, "records-clerk"],
  input,
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "is kept, and nothing else is changed": async ({ stage, province }) => {
      expect(await meetingRow(province, stage)).toMatchObject({
        notice_number: noticeNumber,
        state: "confirmed",
        reason: null,
        revision: 4,
      });
    },
  },
  events: ["meetings.numbered"],
  wrongInput: {
    "a number that is a letter": { change: { noticeNumber: "x".repeat(61) }, field: "noticeNumber" },
  },
  notAllowed: {
    "an assisting office": {
      by: [council, "chief"],
      reason: "part",
      source: "portal",
      offices: [party, committee],
    },
    "an inspector of the lead": { by: [party, "inspector"], reason: "role", source: ["meetings", 13] },
  },
  // Everybody reads it from the common sheet.
  otherOffice: { reason: "part", source: "portal", offices: [party, committee] },
  wrongState: {
    "not approved yet": { stage: () => filed(province()), reason: "state", source: "portal" },
    "put off": { stage: () => postponed(province()), reason: "state", source: "portal" },
    "given up": { stage: () => cancelled(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "stale" } },
});

test("the office that filed it writes it too, and takes a wrong one away", async () => {
  const meeting = await approved(province());
  const clerk = as(province().phuTho, committee, "records-clerk");
  await executeCommand(numberMeeting, clerk, await input(meeting));
  expect(await meetingRow(province(), meeting)).toMatchObject({ notice_number: noticeNumber });
  await executeCommand(numberMeeting, clerk, { ...(await seen(province(), meeting)), noticeNumber: " " });
  expect(await meetingRow(province(), meeting)).toMatchObject({ notice_number: null, state: "approved" });
});

test("the sheet prints it, and its next version tells of the changed line", async () => {
  const { monday, meeting } = await publishedWeek(province());
  await executeCommand(numberMeeting, as(province().phuTho, party, "records-clerk"), await input(meeting));
  await executeCommand(publishSheet, as(province().phuTho, party, "chief"), { monday, after: 1 });
  const [before, after] = await sheetOf(province(), monday);
  const lineOf = (version: typeof after) => version?.rows.find((row) => row.meetingId === meeting.meetingId);
  expect(lineOf(before)).toMatchObject({ notice: null });
  expect(lineOf(after)).toMatchObject({ notice: noticeNumber });
});
