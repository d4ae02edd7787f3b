import { expect, test } from "vitest";
import { giveBackMeeting } from "@/lib/meetings/commands/give-back-meeting";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  approved,
  claimsOf,
  confirmed,
  filed,
  meetingRow,
  readersOf,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const confirming = ["meetings", 9] as const;
const reason = "Chưa ghi thành phần dự họp.";

describeCommand(giveBackMeeting, {
  province,
  ready: () => approved(province()),
  by: [party, "chief"],
  input: async (meeting) => ({ ...(await seen(province(), meeting)), reason }),
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "is filed again, with the reason": async ({ stage, province }) => {
      expect(await meetingRow(province, stage)).toMatchObject({
        state: "filed",
        approved_at: null,
        return_reason: reason,
        revision: 3,
      });
    },
    "keeps holding its places": async ({ stage, province }) => {
      expect((await claimsOf(province, stage)).map(({ kind }) => kind)).toEqual(["hold", "hold"]);
    },
    "leaves the common sheet: an office without part reads it no more": async ({ stage, province }) => {
      expect(Object.keys(await readersOf(province, stage))).toEqual([party, council, committee]);
    },
    "tells the filing office": async ({ stage, province }) => {
      expect(await toldOf(province, stage.meetingId, "meeting-given-back")).toEqual([committee]);
    },
  },
  events: ["meetings.givenBack"],
  jobs: 1,
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "a reason of three letters": { change: { reason: "Sai" }, field: "reason" },
  },
  notAllowed: {
    "an assisting office: article 4 clause 9 gives it to the lead": {
      by: [council, "chief"],
      reason: "part",
      source: confirming,
      offices: [party],
    },
    "the filing office, which has approved it": {
      by: [committee, "chief"],
      reason: "state",
      source: ["meetings", 8],
    },
    "a clerk of the lead": { by: [party, "records-clerk"], reason: "role", source: ["meetings", 13] },
  },
  otherOffice: { reason: "part", source: confirming, offices: [party] },
  wrongState: {
    "what is confirmed": { stage: () => confirmed(province()), reason: "state", source: confirming },
    "what its own office has not approved": {
      stage: () => filed(province()),
      reason: "state",
      source: confirming,
    },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("the filing office's chief gives back what was filed, the lead's cannot", async () => {
  const meeting = await filed(province());
  const input = { ...(await seen(province(), meeting)), reason };
  const lead = await attempt(giveBackMeeting, as(province().phuTho, party, "chief"), input);
  expect(answerOf(lead)).toMatchObject({ refusal: { reason: "state" } });
  const outside = await attempt(giveBackMeeting, as(province().phuTho, council, "chief"), input);
  expect(answerOf(outside)).toMatchObject({
    refusal: { reason: "part", articleKey: "meetings", clause: 8, offices: [committee] },
  });
  await executeCommand(giveBackMeeting, as(province().phuTho, committee, "chief"), input);
  expect(await meetingRow(province(), meeting)).toMatchObject({ state: "filed", return_reason: reason });
  // Nobody tells oneself, and who has no part is not told at all.
  expect(await toldOf(province(), meeting.meetingId, "meeting-given-back")).toEqual([]);
  expect(await readersOf(province(), meeting)).not.toHaveProperty([stranger]);
});
