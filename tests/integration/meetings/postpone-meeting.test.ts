import { expect, test } from "vitest";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import {
  approved,
  claimsOf,
  confirmed,
  meetingRow,
  postponed,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const changing = ["meetings", 10] as const;
const reason = "Chờ báo cáo của các xã, phường.";

describeCommand(postponeMeeting, {
  province,
  ready: () => confirmed(province()),
  by: [party, "department-head"],
  input: async (meeting) => ({ ...(await seen(province(), meeting)), reason }),
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "is put off, with the reason": async ({ stage, province }) => {
      expect(await meetingRow(province, stage)).toMatchObject({ state: "postponed", reason, revision: 4 });
    },
    "gives its places back": async ({ stage, province }) => {
      expect(await claimsOf(province, stage)).toEqual([]);
    },
    "tells the other offices concerned": async ({ stage, province }) => {
      expect(await toldOf(province, stage.meetingId, "meeting-ended")).toEqual([council, committee]);
    },
  },
  events: ["meetings.postponed"],
  jobs: 1,
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "a reason of four letters": { change: { reason: "Bận." }, field: "reason" },
  },
  notAllowed: {
    "the filing office: article 4 clause 10 gives it to the lead": {
      by: [committee, "chief"],
      reason: "part",
      source: changing,
      offices: [party],
    },
    "an assisting office": { by: [council, "chief"], reason: "part", source: changing, offices: [party] },
    "a specialist of the lead": { by: [party, "specialist"], reason: "role", source: ["meetings", 13] },
  },
  otherOffice: { reason: "part", source: changing, offices: [party] },
  wrongState: {
    "what is not confirmed": { stage: () => approved(province()), reason: "state", source: changing },
    "a second time": { stage: () => postponed(province()), reason: "state", source: changing },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("another meeting may have the place now", async () => {
  const free = await postponed(province());
  const next = await confirmed(province(), { day: free.day });
  expect(await claimsOf(province(), next)).toHaveLength(2);
});
