import { describe, expect, test } from "vitest";
import { addPlace } from "@/lib/meetings/commands/add-place";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { inForce, inRound } from "@/tests/support/builders/agreement-stages";
import {
  claimsOf,
  committeeChair,
  confirmed,
  filed,
  filingInput,
  freshDay,
  leaderPost,
  meetingRow,
  readersOf,
  roomId,
  toldOf,
  ungoverned,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { dutyOf, inDays, officeId } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const filing = ["meetings", 7] as const;
const body = (code: string) => province().phuTho.bodies.get(code);
const clerk = () => as(province().phuTho, committee, "records-clerk");

describeCommand(fileMeeting, {
  province,
  ready: () => inForce(province()),
  by: [committee, "records-clerk"],
  input: () => filingInput(province(), { bodyIds: [body("TU"), body("UBND")] }),
  subjectId: (version) => version.versionId,
  does: {
    "gives it to the office the duty names, whoever filed it": async ({ result, province }) => {
      expect(await meetingRow(province, result)).toMatchObject({
        lead_office_id: officeId(province, party),
        filing_office_id: officeId(province, committee),
        state: "filed",
        approved_at: null,
        revision: 1,
      });
    },
    "only holds its chair and its room, for the days the province holds places": async ({
      result,
      province,
    }) => {
      expect(await claimsOf(province, result)).toEqual([
        { name: "Đặng Quốc Trung", kind: "hold" },
        { name: "Phòng họp 1", kind: "hold" },
      ]);
      expect((await meetingRow(province, result))["hold_until"]).toBe(inDays(14));
    },
    "lets exactly the offices concerned read": async ({ result, province }) => {
      expect(await readersOf(province, result)).toEqual({
        [party]: "lead",
        [council]: "assist",
        [committee]: "assist",
      });
    },
    "counts a joint meeting once, with each of its bodies": async ({ result, province }) => {
      const bodies = await province.rows("select body_id from meeting_bodies where meeting_id = $1", [
        result.meetingId,
      ]);
      expect(bodies).toHaveLength(2);
    },
  },
  events: ["meetings.filed"],
  jobs: 1,
  wrongInput: {
    "no title": { change: { title: "" }, field: "title" },
    "no kind": { change: { kindKey: "" }, field: "kindKey" },
    "a kind that is none": { change: { kindKey: "party" }, field: "kindKey" },
    "a session called for nothing there is": {
      change: { kindKey: "council-session:monthly" },
      field: "kindKey",
    },
    "another kind called for as a session": { change: { kindKey: "other:thematic" }, field: "kindKey" },
    "no day": { change: { day: "" }, field: "day" },
    "a day that is none": { change: { day: "30/2/2027" }, field: "day" },
    "a time that is none": { change: { from: "8 rưỡi" }, field: "from" },
    "an end before the beginning": { change: { until: "7h59" }, field: "until" },
    "a day that has passed": { change: { day: "2/1/2026" }, field: "day" },
    "a hold that has run out": { change: { holdUntil: inDays(-1) }, field: "holdUntil" },
    "a room that is none": {
      change: { roomId: "019aa000-0000-7000-8000-000000000001" },
      field: "roomId",
    },
    "a leader's time as a room": {
      change: async () => {
        const [leader] = await province().rows<{ id: string }>(
          "select id from resources where kind = 'leader' limit 1",
        );
        return { roomId: leader?.id };
      },
      field: "roomId",
    },
    "a chief of an office as a leader": {
      change: () => ({ leaderPostIds: [province().phuTho.posts[0]?.postId] }),
      field: "leaderPostIds",
    },
    "no body where the lead is whom the body is served by": {
      change: async () => ({ dutyId: await dutyOf(province(), "joint-meetings"), chairPostId: "" }),
      field: "bodyId",
    },
    "no host where the host's office leads": {
      change: async () => ({ dutyId: await dutyOf(province(), "delegations"), chairPostId: "" }),
      field: "hostPostId",
    },
    "a code that the office has given before": {
      change: async () => {
        const code = "LH-01/2027";
        await filed(province(), { code });
        return { code };
      },
      field: "code",
    },
  },
  notAllowed: {
    "an inspector": { by: [committee, "inspector"], reason: "role", source: ["meetings", 13] },
    "the administrator of the portal": {
      by: [party, "tenant-administrator"],
      reason: "role",
      source: ["meetings", 13],
    },
  },
  otherOffice: { reason: "part", source: filing, offices: [party, council, committee] },
  conflicts: {
    "a duty of a version not yet signed": {
      change: async () => {
        const version = await inRound(province());
        const [duty] = await province().rows<{ id: string }>(
          "select id from coordination_duties where version_id = $1 and duty_key = 'party-meetings'",
          [version.versionId],
        );
        return { dutyId: duty?.id };
      },
      answer: { code: "not-found", message: "notFound" },
    },
    "a place confirmed for another": {
      change: async () => ({ day: (await confirmed(province())).day, from: "9:00", until: "11:00" }),
      answer: { code: "conflict", message: "clash.clash" },
    },
    "no time to travel between two sites": {
      change: async () => ({
        day: (await confirmed(province())).day,
        from: "10:15",
        until: "11:00",
        roomId: roomId(province(), "UBA"),
      }),
      answer: { code: "conflict", message: "clash.near" },
    },
    "no time to set the hall up": {
      change: async () => {
        const hall = roomId(province(), "HTL");
        const { day } = await confirmed(province(), { roomId: hall });
        return {
          day,
          from: "10:15",
          until: "11:00",
          roomId: hall,
          chairPostId: leaderPost(province(), committeeChair),
        };
      },
      answer: { code: "conflict", message: "clash.near" },
    },
  },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

describe("who leads follows the duty's rule", () => {
  const leads: readonly (readonly [string, string, () => Record<string, unknown>, string])[] = [
    ["a fixed lead", "council-sessions", () => ({}), council],
    ["the office that serves the body", "joint-meetings", () => ({ bodyId: body("HDND") }), council],
    [
      "the office of the hosting leader",
      "delegations",
      () => ({ hostPostId: leaderPost(province(), committeeChair) }),
      committee,
    ],
  ];

  test.each(leads)("%s", async (_rule, dutyKey, question, office) => {
    const input = await filingInput(province(), {
      dutyId: await dutyOf(province(), dutyKey),
      ...question(),
    });
    const meeting = await executeCommand(fileMeeting, as(province().phuTho, party, "secretary"), input);
    expect(await meetingRow(province(), meeting)).toMatchObject({
      lead_office_id: officeId(province(), office),
    });
  });

  test("what no agreement governs its own office leads, whichever office that is", async () => {
    const meeting = await ungoverned(province());
    expect(await meetingRow(province(), meeting)).toMatchObject({
      lead_office_id: officeId(province(), stranger),
      version_id: null,
      duty_id: null,
    });
    expect(await readersOf(province(), meeting)).toEqual({ [stranger]: "lead" });
  });
});

test("one code typed twice in the same moment: one stands, the other is told at the field", async () => {
  const code = "LH-02/2027";
  const inputs = await Promise.all([1, 2].map(() => filingInput(province(), { code })));
  const told = (await Promise.all(inputs.map((input) => attempt(fileMeeting, clerk(), input)))).map(answerOf);
  expect(told.filter((answer) => answer === "done")).toHaveLength(1);
  expect(told.filter((answer) => answer !== "done")).toEqual([
    { code: "invalid", message: "invalid", fields: { code: ["codeTaken"] } },
  ]);
  // Another office may use the same.
  const other = await attempt(fileMeeting, as(province().phuTho, council, "records-clerk"), {
    ...(await filingInput(province())),
    code,
  });
  expect(answerOf(other)).toBe("done");
});

test("a hold may lie over another, and both sides are told once", async () => {
  const day = freshDay();
  const first = await filed(province(), { day });
  const second = await filed(province(), { day });
  await filed(province(), { day });
  for (const meeting of [first, second]) {
    expect(await toldOf(province(), meeting.meetingId, "hold-overlap")).toEqual([party, committee]);
  }
});

test("optional leaders are named and their time is not taken; a person of two parts has the stronger", async () => {
  const chair = leaderPost(province(), committeeChair);
  const meeting = await filed(province(), {
    chairPostId: chair,
    leaderPostIds: [chair],
    optionalPostIds: [chair, leaderPost(province(), "Bí thư Tỉnh ủy")],
    roomId: "",
  });
  const parts = await province().rows(
    "select part from meeting_leaders where meeting_id = $1 order by part",
    [meeting.meetingId],
  );
  expect(parts).toEqual([{ part: "chair" }, { part: "optional" }]);
  expect(await claimsOf(province(), meeting)).toEqual([{ name: "Phan Văn Độ", kind: "hold" }]);
});

test("a kit is held with the meeting, and clashes as a room does", async () => {
  const { resourceId } = await executeCommand(
    addPlace,
    as(province().phuTho, party, "tenant-administrator"),
    {
      kind: "kit",
      name: "Bộ họp trực tuyến",
      officeId: "",
      setupMinutes: "30",
    },
  );
  const meeting = await confirmed(province(), { kitIds: [resourceId] });
  expect(await claimsOf(province(), meeting)).toContainEqual({
    name: "Bộ họp trực tuyến",
    kind: "confirmed",
  });
  const other = {
    day: meeting.day,
    chairPostId: leaderPost(province(), committeeChair),
    roomId: "",
    kitIds: [resourceId],
  };
  const during = await attempt(fileMeeting, clerk(), await filingInput(province(), other));
  expect(answerOf(during)).toMatchObject({ message: "clash.clash" });
  // Half an hour to set it up somewhere else.
  const near = { ...other, from: "10:15", until: "11:00" };
  expect(answerOf(await attempt(fileMeeting, clerk(), await filingInput(province(), near)))).toMatchObject({
    message: "clash.near",
  });
  const unknown = await filingInput(province(), { kitIds: [roomId(province(), "TU1")] });
  expect(answerOf(await attempt(fileMeeting, clerk(), unknown))).toMatchObject({
    fields: { kitIds: ["kitUnknown"] },
  });
});

test("a clash with what one may not read shows that it is busy, and nothing else of it", async () => {
  const taken = await confirmed(province(), { visibility: "restricted" });
  const refused = await attempt(fileMeeting, as(province().phuTho, stranger, "specialist"), {
    ...(await filingInput(province(), { day: taken.day })),
    dutyId: "",
  });
  expect(answerOf(refused)).toMatchObject({
    message: "clash.clash",
    advice: {
      clashes: [
        { kind: "confirmed", what: null, office: null },
        { kind: "confirmed", what: null, office: null },
      ],
    },
  });
});

test.each(["regular", "thematic", "irregular"])(
  "a %s session of the council is kept as one",
  async (variant) => {
    const session = await executeCommand(
      fileMeeting,
      clerk(),
      await filingInput(province(), { kindKey: `council-session:${variant}` }),
    );
    expect(await meetingRow(province(), session)).toMatchObject({ kind_key: "council-session", variant });
  },
);

test("the database keeps what a session is called for from other kinds", async () => {
  const { meetingId } = await filed(province());
  await expect(
    province().rows(
      `set session_replication_role = replica; update meetings set variant = 'thematic' where id = '${meetingId}'; reset session_replication_role`,
    ),
  ).rejects.toThrow(/meetings_variant_of_sessions/);
});
