import { expect } from "vitest";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import {
  cancelled,
  claimsOf,
  confirmed,
  displacedWhenFiled,
  filed,
  meetingRow,
  readersOf,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const approving = ["meetings", 8] as const;

describeCommand(approveMeeting, {
  province,
  ready: () => filed(province()),
  by: [committee, "chief"],
  input: (meeting) => seen(province(), meeting),
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "stands as approved, and when": async ({ stage, province }) => {
      expect(await meetingRow(province, stage)).toMatchObject({
        state: "approved",
        approved_at: expect.any(Date),
        confirmed_at: null,
        return_reason: null,
        revision: 2,
      });
    },
    "still only holds its places": async ({ stage, province }) => {
      expect((await claimsOf(province, stage)).map(({ kind }) => kind)).toEqual(["hold", "hold"]);
    },
    "lets every office read it from now on": async ({ stage, province }) => {
      expect(await readersOf(province, stage)).toEqual({
        [party]: "lead",
        [council]: "assist",
        [committee]: "assist",
        [stranger]: "reader",
      });
    },
    "tells the lead that it waits": async ({ stage, province }) => {
      expect(await toldOf(province, stage.meetingId, "meeting-to-confirm")).toEqual([party]);
    },
  },
  events: ["meetings.approved"],
  jobs: 1,
  wrongInput: {
    "no meeting": { change: { meetingId: "" }, field: "meetingId" },
    "no revision": { change: { revision: "" }, field: "revision" },
  },
  notAllowed: {
    "the lead: article 4 clause 8 gives it to the filing office": {
      by: [party, "chief"],
      reason: "part",
      source: approving,
      offices: [committee],
    },
    "an assisting office": {
      by: [council, "chief"],
      reason: "part",
      source: approving,
      offices: [committee],
    },
    "the clerk who filed it": {
      by: [committee, "records-clerk"],
      reason: "role",
      source: ["meetings", 13],
    },
  },
  conflicts: {
    "what lost its place while it lay": {
      change: async () => seen(province(), await displacedWhenFiled(province())),
      answer: { code: "conflict", message: "clash.clash" },
    },
  },
  wrongState: {
    "what is confirmed": { stage: () => confirmed(province()), reason: "state", source: approving },
    "what was given up": { stage: () => cancelled(province()), reason: "state", source: approving },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
