import { expect, test } from "vitest";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { sheetLayouts } from "@/lib/meetings/layouts";
import { getWeek } from "@/lib/meetings/queries/get-week";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  approved,
  changedWeek,
  committeeChair,
  confirm,
  filed,
  freshWeek,
  leaderPost,
  publish,
  publishedWeek,
  restricted,
  secretary,
  seen,
  sheetOf,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { dutyOf } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const publishing = ["meetings", 11] as const;

async function versionInForce(): Promise<string> {
  const [row] = await province().rows<{ id: string }>(
    "select version_id as id from coordination_duties where id = $1",
    [await dutyOf(province(), "weekly-schedule")],
  );
  return row?.id ?? "";
}

async function ready() {
  return { ...(await changedWeek(province())), versionId: await versionInForce() };
}

describeCommand(publishSheet, {
  province,
  ready,
  by: [party, "chief"],
  input: ({ monday, after }) => ({ monday, after }),
  subjectId: ({ versionId }) => versionId,
  does: {
    "is the first adjustment of the week, with both lines": async ({ stage, result, province }) => {
      expect(result).toEqual({ monday: stage.monday, number: 1 });
      const versions = await sheetOf(province, stage.monday);
      expect(versions.map(({ number, rows }) => [number, rows.map((row) => row.meetingId)])).toEqual([
        [0, [stage.meeting.meetingId]],
        [1, [stage.meeting.meetingId, stage.added.meetingId]],
      ]);
    },
    "names the one who published, as what, and the head of the history then": async ({ stage, province }) => {
      const [version] = await sheetOf(province, stage.monday);
      const [row] = await province.rows<{ signer: object; head: string }>(
        "select signer, audit_head as head from week_sheet_versions where sheet_id = $1 and number = 1",
        [version?.id],
      );
      expect(row?.signer).toEqual({
        title: expect.stringMatching(/^Chánh Văn phòng/),
        name: "Trần Thị Minh Hà",
      });
      const [event] = await province.rows("select 1 from audit_events where hash = $1", [row?.head]);
      expect(event).toBeDefined();
    },
    "tells the offices of the new line, with the line; not the publisher, not the others": async ({
      stage,
      province,
    }) => {
      const [version] = await sheetOf(province, stage.monday);
      const notices = await province.rows<{ code: string; payload: object }>(
        `select o.code, n.payload from notices n join offices o on o.tenant_id = n.tenant_id and o.id = n.office_id
          where n.subject_id = $1 and n.payload ->> 'number' = '1' order by o.ordinal`,
        [version?.id],
      );
      const payload = { monday: stage.monday, number: 1, meetingIds: [stage.added.meetingId] };
      expect(notices).toEqual([
        { code: council, payload },
        { code: committee, payload },
      ]);
    },
  },
  events: ["meetings.sheetPublished"],
  jobs: 1,
  wrongInput: {
    "a day that is no Monday": { change: { monday: "2027-06-01" }, field: "monday" },
    "a day of no calendar": { change: { monday: "2027-02-31" }, field: "monday" },
    "no number": { change: { after: "mai" }, field: "after" },
  },
  notAllowed: {
    "another party: article 4 clause 11 gives it to the lead of the calendar": {
      by: [committee, "chief"],
      reason: "part",
      source: publishing,
      offices: [party],
    },
    "a clerk of the lead": { by: [party, "records-clerk"], reason: "role", source: ["meetings", 13] },
  },
  // The other tenant publishes its own week of that Monday, and has published none yet.
  otherTenant: { code: "stale" },
  otherOffice: { reason: "part", source: publishing, offices: [party] },
  conflicts: {
    "a week in which nothing has changed": {
      change: async () => ({ monday: (await publishedWeek(province())).monday, after: 1 }),
      answer: { code: "conflict", message: "nothingChanged" },
    },
  },
  wrongState: {},
  stale: { change: { after: 0 }, message: "staleSheet" },
  atOnce: { answer: { code: "stale" } },
});

test("the first sheet is told to every office but the one that published it", async () => {
  const week = await publishedWeek(province());
  const [version] = await sheetOf(province(), week.monday);
  expect(await toldOf(province(), version?.id ?? "", "sheet-published")).toEqual([
    council,
    committee,
    stranger,
  ]);
});

test("what is not approved, and what is not for everybody, is on no sheet", async () => {
  const monday = freshWeek();
  await filed(province(), { day: monday });
  const own = await restricted(province());
  await approved(province(), { day: plusDays(monday, 1), visibility: "restricted" });
  const shown = await approved(province(), { day: plusDays(monday, 2) });
  await publish(province(), monday, 0);
  const [version] = await sheetOf(province(), monday);
  expect(version?.rows.map((row) => row.meetingId)).toEqual([shown.meetingId]);
  expect(own.meetingId).not.toBe(shown.meetingId);
});

test("each adjustment tells exactly the offices of its changed lines, and earlier sheets stay as they were", async () => {
  const monday = freshWeek();
  const ofCouncil = await approved(province(), {
    day: monday,
    title: "Phiên họp Thường trực",
    dutyId: "",
    chairPostId: leaderPost(province(), "Chủ tịch Hội đồng nhân dân tỉnh"),
    roomId: "",
    placeText: "Phòng họp số 5",
  });
  const ofParty = await approved(province(), { day: plusDays(monday, 2) });
  await confirm(province(), ofParty);
  await publish(province(), monday, 0);
  const [first] = await sheetOf(province(), monday);
  await executeCommand(postponeMeeting, as(province().phuTho, party, "chief"), {
    ...(await seen(province(), ofParty)),
    reason: "Dời sang tuần sau.",
  });
  await publish(province(), monday, 1);
  const [before, after] = await sheetOf(province(), monday);
  expect(before).toEqual(first);
  expect(after?.rows).toMatchObject([
    { meetingId: ofCouncil.meetingId, state: "hold" },
    { meetingId: ofParty.meetingId, state: "postponed", reason: "Dời sang tuần sau." },
  ]);
  const told = await province().rows(
    `select o.code, n.payload -> 'meetingIds' as ids from notices n
      join offices o on o.tenant_id = n.tenant_id and o.id = n.office_id
      where n.subject_id = $1 and n.payload ->> 'number' = '1' order by o.ordinal`,
    [first?.id],
  );
  expect(told).toEqual([
    { code: council, ids: [ofParty.meetingId] },
    { code: committee, ids: [ofParty.meetingId] },
  ]);
});

test("a leader who has to be there is printed before the other participants", async () => {
  const monday = freshWeek();
  await confirm(
    province(),
    await approved(province(), {
      day: monday,
      leaderPostIds: [leaderPost(province(), committeeChair), leaderPost(province(), secretary)],
      optionalPostIds: [leaderPost(province(), "Chủ tịch Hội đồng nhân dân tỉnh")],
    }),
  );
  await publish(province(), monday, 0);
  const sheet = await runQuery(getWeek, as(province().phuTho, council, "specialist"), { day: monday });
  // The Secretary chairs it and stands in the chair's column.
  expect(sheet?.view.lines.map(({ participants }) => participants)).toEqual([
    expect.stringMatching(/^Chủ tịch Ủy ban nhân dân tỉnh [^;]+; Các sở, ban, ngành$/),
  ]);
});

test("who goes along is printed where the province has a column for it, and another is a changed line", async () => {
  const monday = freshWeek();
  const columns = (names: readonly string[]) =>
    province().rows(
      `set session_replication_role = replica; update calendar_settings set sheet_columns = '{${names.join(",")}}' where tenant_id = '${province().phuTho.tenant.id}'; reset session_replication_role`,
    );
  const meeting = await approved(province(), { day: monday, serving: "LĐVP: Đ/c Trần Thị Minh Hà" });
  await publish(province(), monday, 0);
  await columns(sheetLayouts["hau-giang"]);
  const reader = as(province().phuTho, council, "specialist");
  const sheet = await runQuery(getWeek, reader, { day: monday });
  expect(sheet?.view.columns).toContain("serving");
  expect(sheet?.view.lines).toMatchObject([{ serving: "LĐVP: Đ/c Trần Thị Minh Hà", change: null }]);
  await province().rows(
    `set session_replication_role = replica; update meetings set serving = 'Phòng Tổng hợp' where id = '${meeting.meetingId}'; reset session_replication_role`,
  );
  const working = await runQuery(getWeek, reader, { day: monday, working: true });
  expect(working?.view.lines).toMatchObject([
    { serving: "Phòng Tổng hợp", change: { before: { serving: "LĐVP: Đ/c Trần Thị Minh Hà" } } },
  ]);
  await columns(sheetLayouts.full);
});

test("nobody publishes twice what is published once: the second of two is told that it is too late", async () => {
  const monday = freshWeek();
  await approved(province(), { day: monday });
  const chief = as(province().phuTho, party, "chief");
  const answers = await Promise.all([1, 2, 3].map(() => attempt(publishSheet, chief, { monday, after: 0 })));
  expect(answers.map(answerOf).filter((answer) => answer === "done")).toHaveLength(1);
  expect((await sheetOf(province(), monday)).map(({ number }) => number)).toEqual([0]);
});
