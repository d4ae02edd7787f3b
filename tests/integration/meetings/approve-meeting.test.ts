import { expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { giveBackMeeting } from "@/lib/meetings/commands/give-back-meeting";
import { getApprovals } from "@/lib/meetings/queries/get-approvals";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  approved,
  cancelled,
  claimsOf,
  confirmed,
  contested,
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

test("the page of several lists what the person may approve, the soonest first, with what lies over each", async () => {
  const alone = await filed(province());
  const { lower } = await contested(province(), filed);
  const returned = await filed(province());
  await executeCommand(giveBackMeeting, as(province().phuTho, committee, "chief"), {
    ...(await seen(province(), returned)),
    reason: "Ghi rõ thành phần.",
  });
  const gone = [await approved(province()), await displacedWhenFiled(province()), returned];
  const listed = async (office: string, role: "chief" | "records-clerk") =>
    (await runQuery(getApprovals, as(province().phuTho, office, role), {}))?.view.items ?? [];
  const items = await listed(committee, "chief");
  const days = items.map(({ day }) => day);
  expect(days).toEqual([...days].sort());
  const clashesOf = ({ meetingId }: { meetingId: string }) =>
    items.find((item) => item.meetingId === meetingId)?.clashes.map(({ resource }) => resource);
  expect(clashesOf(alone)).toEqual([]);
  expect(clashesOf(lower)).toContain("Phòng họp 1");
  // It assists in what it filed, and finds it on its desk as well.
  const desk = (await runQuery(getDesk, as(province().phuTho, committee, "chief"), {}))?.view.meetings ?? [];
  expect(desk.filter(({ meetingId }) => meetingId === alone.meetingId).map(({ act }) => act)).toEqual([
    "approve",
  ]);
  // Approved already, without its place, or back with who filed it: nothing to approve.
  expect(gone.map(clashesOf)).toEqual([undefined, undefined, undefined]);
  expect(await listed(committee, "records-clerk")).toEqual([]);
  expect((await listed(party, "chief")).map(({ meetingId }) => meetingId)).not.toContain(alone.meetingId);
});
