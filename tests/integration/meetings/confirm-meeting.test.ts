import { expect, test } from "vitest";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import type { ClashAdvice } from "@/lib/meetings/types";
import { as } from "@/prisma/seed/caller";
import {
  approve,
  approved,
  cancelled,
  claimsOf,
  confirm,
  confirmed,
  contested,
  displaced,
  filed,
  freshDay,
  meetingRow,
  roomId,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const confirming = ["meetings", 9] as const;
const taking = "Hội nghị Ban Chấp hành dời ngày.";

/** Its chair is confirmed at another site until a quarter of an hour before, and it was filed when nobody knew. */
async function withoutTimeToTravel() {
  const day = freshDay();
  const late = await approved(province(), {
    day,
    from: "10:15",
    until: "11:00",
    roomId: roomId(province(), "UBA"),
  });
  // Overlaps the hold of the other by nothing, and comes before it is confirmed.
  await confirm(province(), await approved(province(), { day }));
  return seen(province(), late);
}

describeCommand(confirmMeeting, {
  province,
  ready: () => approved(province()),
  by: [party, "chief"],
  input: (meeting) => seen(province(), meeting),
  subjectId: (meeting) => meeting.meetingId,
  does: {
    "stands as confirmed, and when": async ({ stage, province }) => {
      expect(await meetingRow(province, stage)).toMatchObject({
        state: "confirmed",
        confirmed_at: expect.any(Date),
        revision: 3,
      });
    },
    "takes its chair and its room": async ({ stage, province }) => {
      expect(await claimsOf(province, stage)).toEqual([
        { name: "Đặng Quốc Trung", kind: "confirmed" },
        { name: "Phòng họp 1", kind: "confirmed" },
      ]);
    },
    "tells the filing and the assisting offices, once": async ({ stage, province }) => {
      expect(await toldOf(province, stage.meetingId, "meeting-confirmed")).toEqual([council, committee]);
    },
  },
  events: ["meetings.confirmed"],
  jobs: 1,
  wrongInput: {
    "no meeting": { change: { meetingId: "mai" }, field: "meetingId" },
    "no revision": { change: { revision: "" }, field: "revision" },
  },
  notAllowed: {
    "the filing office: article 4 clause 9 gives it to the lead": {
      by: [committee, "chief"],
      reason: "part",
      source: confirming,
      offices: [party],
    },
    "an assisting office": { by: [council, "chief"], reason: "part", source: confirming, offices: [party] },
    "a specialist of the lead": { by: [party, "specialist"], reason: "role", source: ["meetings", 13] },
  },
  otherOffice: { reason: "part", source: confirming, offices: [party] },
  conflicts: {
    "a place confirmed for another": {
      change: async () => seen(province(), await displaced(province())),
      answer: { code: "conflict", message: "clash.clash" },
    },
    "a place held for a lower kind, and nobody said that it shall lose it": {
      change: async () => seen(province(), (await contested(province())).higher),
      answer: { code: "conflict", message: "clash.held" },
    },
    "a place held for a higher kind, whatever is said": {
      change: async () => ({
        ...(await seen(province(), (await contested(province())).lower)),
        displaceReason: taking,
      }),
      answer: { code: "conflict", message: "clash.outranked" },
    },
    "no time to travel between two sites": {
      change: withoutTimeToTravel,
      answer: { code: "conflict", message: "clash.near" },
    },
  },
  wrongState: {
    "what its own office has not approved": {
      stage: () => filed(province()),
      reason: "state",
      source: confirming,
    },
    "what was given up": { stage: () => cancelled(province()), reason: "state", source: confirming },
  },
  stale: { change: { revision: 9 }, message: "staleMeeting" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

const chief = () => as(province().phuTho, party, "chief");

test("a hold of lower rank is taken with a reason: its lead and its filer are told, and it holds nothing", async () => {
  const { lower, higher } = await contested(province());
  await confirm(province(), higher, { displaceReason: taking });
  expect(await claimsOf(province(), lower)).toEqual([]);
  expect(await toldOf(province(), lower.meetingId, "displaced")).toEqual([party, committee]);
  const rows = await province().rows(
    "select by_meeting_id as by, reason, answer from displacements where meeting_id = $1",
    [lower.meetingId],
  );
  expect(rows).toEqual([{ by: higher.meetingId, reason: taking, answer: null }]);
  expect(await meetingRow(province(), lower)).toMatchObject({ state: "approved" });
});

test("two holds over each other: both sides are told, once", async () => {
  const { lower, higher } = await contested(province());
  for (const meeting of [lower, higher]) {
    expect(await toldOf(province(), meeting.meetingId, "hold-overlap")).toEqual([party, committee]);
  }
});

test("among equals in rank the one filed earlier keeps its place", async () => {
  const day = freshDay();
  const earlier = await approved(province(), { day });
  const later = await approved(province(), { day });
  const outranked = await attempt(confirmMeeting, chief(), {
    ...(await seen(province(), later)),
    displaceReason: taking,
  });
  expect(answerOf(outranked)).toMatchObject({ message: "clash.outranked" });
  await confirm(province(), earlier, { displaceReason: taking });
  expect(await claimsOf(province(), later)).toEqual([]);
});

test("who is told of a clash is told what it is, and three free times in different half-days", async () => {
  const told = answerOf(
    await attempt(confirmMeeting, chief(), await seen(province(), await displaced(province()))),
  );
  const { clashes, slots } = (told as { advice: ClashAdvice }).advice;
  expect(clashes.map(({ resource, kind, what, office }) => ({ resource, kind, what, office }))).toEqual([
    { resource: "Đặng Quốc Trung", kind: "confirmed", what: "Hội nghị chuyên đề", office: party },
    { resource: "Phòng họp 1", kind: "confirmed", what: "Hội nghị chuyên đề", office: party },
  ]);
  expect(new Set(slots.map(({ day, from }) => `${day} ${from < "12:00"}`)).size).toBe(3);
});

test("travel is passed over with a reason, which stays", async () => {
  const overrideReason = "Lãnh đạo dự trực tuyến phần đầu.";
  const input = await withoutTimeToTravel();
  const done = await attempt(confirmMeeting, chief(), { ...input, overrideReason });
  expect(answerOf(done)).toBe("done");
  const [row] = await province().rows("select override_reason from meetings where id = $1", [
    input["meetingId"],
  ]);
  expect(row).toEqual({ override_reason: overrideReason });
});

test("holds that ran out while nobody confirmed are placed anew, and expired ones of others stand in no way", async () => {
  const { lower, higher } = await contested(province());
  await province().rows(
    "update resource_claims set hold_until = portal_today() - 1 where meeting_id = any($1)",
    [[lower.meetingId, higher.meetingId]],
  );
  await confirm(province(), higher);
  expect((await claimsOf(province(), higher)).map(({ kind }) => kind)).toEqual(["confirmed", "confirmed"]);
  // It had lost its places before: nothing was taken from it.
  expect(await toldOf(province(), lower.meetingId, "displaced")).toEqual([]);
});

test("two meetings over one place, both confirmed in the same moment: the one by rank stands, the other is told why", async () => {
  for (let round = 0; round < 3; round += 1) {
    const day = freshDay();
    const earlier = await filed(province(), { day });
    const later = await filed(province(), { day });
    for (const meeting of [earlier, later]) await approve(province(), meeting);
    const acts = await Promise.all(
      [later, earlier].map(async (meeting) => ({
        ...(await seen(province(), meeting)),
        displaceReason: taking,
      })),
    );
    const [second, first] = (
      await Promise.all(acts.map((input) => attempt(confirmMeeting, chief(), input)))
    ).map(answerOf);
    expect(first).toBe("done");
    expect((second as { message: string }).message).toMatch(/^clash\.(clash|outranked)$/);
  }
});

test("no two confirmed meetings of this file share a place", async () => {
  await confirmed(province());
  const overlapping = await province().rows(
    `select a.meeting_id from resource_claims a join resource_claims b on b.tenant_id = a.tenant_id
      and b.resource_id = a.resource_id and b.id > a.id and a.during && b.during
      where a.kind = 'confirmed' and b.kind = 'confirmed'`,
  );
  expect(overlapping).toEqual([]);
});
