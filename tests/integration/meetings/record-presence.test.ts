import { expect, test } from "vitest";
import { recordPresence } from "@/lib/meetings/commands/record-presence";
import { getMeetingPage } from "@/lib/meetings/queries/get-meeting-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  approved,
  confirmed,
  freshDay,
  type Input,
  leaderPost,
  type MeetingStage,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

// A joint meeting of the Party committee (two posts) and the People's Committee (three), that takes nobody's time and no room.

const province = useProvince();

function body(code: string): string {
  const id = province().phuTho.bodies.get(code);
  if (!id) throw new Error(`no body ${code}`);
  return id;
}

function joint(day = dayAt(new Date())): Input {
  return {
    day,
    from: "0:00",
    untilDay: plusDays(day, 1),
    until: "23:00",
    chairPostId: "",
    chairText: "Các Chánh Văn phòng",
    roomId: "",
    placeText: "Phòng họp cơ quan",
    bodyIds: [body("TU"), body("UBND")],
  };
}

const today = () => confirmed(province(), joint());
const member = (title: string) => leaderPost(province(), title);

const countOf = ({ meetingId }: MeetingStage, code: string) =>
  province().rows(
    `select members, present, quorum, other_members as "otherMembers", other_present as "otherPresent",
      quorum_basis as basis, (select array_agg(p.state order by p.state) from meeting_presences p
        where p.meeting_id = b.meeting_id and p.body_id = b.body_id) as states
      from meeting_bodies b where meeting_id = $1 and body_id = $2`,
    [meetingId, body(code)],
  );

describeCommand(recordPresence, {
  province,
  ready: today,
  by: [party, "records-clerk"],
  input: ({ meetingId }: MeetingStage) => ({
    meetingId,
    bodyId: body("TU"),
    members: { [member("Bí thư Tỉnh ủy")]: "present" },
    otherMembers: 3,
    otherPresent: 1,
  }),
  subjectId: ({ meetingId }) => meetingId,
  does: {
    "keeps who was there, how many are enough, and by which rule": async ({ stage }) => {
      expect(await countOf(stage, "TU")).toEqual([
        {
          members: 5,
          present: 2,
          quorum: 3,
          otherMembers: 3,
          otherPresent: 1,
          basis: "Mặc định của cổng: quá nửa tổng số thành viên",
          states: ["absent", "present"],
        },
      ]);
    },
    "leaves the other body's count to the other office": async ({ stage }) => {
      expect(await countOf(stage, "UBND")).toMatchObject([{ members: null, present: null, states: null }]);
    },
  },
  events: ["meetings.presenceRecorded"],
  wrongInput: {
    "more there than there are": { change: { otherPresent: 4 }, field: "otherPresent" },
    "somebody who is no member": {
      change: () => ({ members: { [member("Chủ tịch Hội đồng nhân dân tỉnh")]: "present" } }),
      field: "members",
    },
  },
  notAllowed: {
    "the office of another body": {
      by: [committee, "records-clerk"],
      reason: "part",
      source: "portal",
      offices: [party],
    },
    "an inspector of the body's own office": { by: [party, "inspector"], reason: "role", source: "portal" },
  },
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {
    "before it is confirmed": {
      stage: () => approved(province(), joint()),
      reason: "state",
      source: "portal",
    },
    "before its day": {
      stage: () => confirmed(province(), joint(freshDay())),
      code: "conflict",
      message: "presenceEarly",
    },
  },
  stale: null,
  atOnce: { answer: "both" },
});

test("each body is counted by its own office, by its own rule, and mended by counting again", async () => {
  const meeting = await confirmed(province(), { ...joint(), kindKey: "committee-sitting" });
  const count = (present: readonly string[]) =>
    executeCommand(recordPresence, as(province().phuTho, committee, "specialist"), {
      meetingId: meeting.meetingId,
      bodyId: body("UBND"),
      members: Object.fromEntries(present.map((title) => [member(title), "present"])),
    });
  const page = async (office: string) => {
    const found = await runQuery(getMeetingPage, as(province().phuTho, office, "chief"), {
      meetingId: meeting.meetingId,
    });
    return found?.view.attendance?.bodies.find(({ bodyId }) => bodyId === body("UBND"));
  };
  // Two thirds of three.
  await count(["Chủ tịch Ủy ban nhân dân tỉnh"]);
  expect(await page(party)).toMatchObject({
    total: 3,
    present: 1,
    quorum: 2,
    mayRecord: false,
    verified: false,
  });
  await count(["Chủ tịch Ủy ban nhân dân tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh"]);
  expect(await page(committee)).toMatchObject({ total: 3, present: 2, quorum: 2, mayRecord: true });
  expect(await countOf(meeting, "UBND")).toMatchObject([{ states: ["absent", "present", "present"] }]);
});

test("the database refuses a count by another office, and before the day", async () => {
  const raw = (meeting: MeetingStage, office: string) => {
    const post = postOf(province().phuTho, office, "chief");
    return outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId: post.officeId, accountId: post.accountId },
      `update meeting_bodies set members = 2, present = 2, quorum = 2, quorum_basis = 'x', recorded_at = now()
        where meeting_id = $1 and body_id = $2`,
      [meeting.meetingId, body("TU")],
    );
  };
  const meeting = await today();
  expect(await raw(meeting, council)).toBe("PH001 part");
  expect(await raw(meeting, party)).not.toMatch(/^PH|^42501|no row/);
  expect(await raw(await confirmed(province(), joint(freshDay())), party)).toBe("PH002 early");
});
