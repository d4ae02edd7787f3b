import { expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { answerMeeting } from "@/lib/meetings/commands/answer-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { getMeetingPage } from "@/lib/meetings/queries/get-meeting-page";
import { listInvitations } from "@/lib/meetings/queries/list-invitations";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  approved,
  confirmed,
  contentInput,
  leaderPost,
  type MeetingStage,
  secretary,
  seen,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { officeId } from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

// The party's office leads and serves the secretary, who is asked for; the committee's filed it, the council's assists.

const province = useProvince();

type Stage = MeetingStage & { personId: string };

async function withLeader(meeting: MeetingStage): Promise<Stage> {
  const [leader] = await province().rows<{ personId: string }>(
    `select person_id as "personId" from meeting_leaders where meeting_id = $1`,
    [meeting.meetingId],
  );
  return { ...meeting, personId: leader?.personId ?? "" };
}

const answersOf = ({ meetingId }: MeetingStage) =>
  province().rows<{ answer: string; substitute: string | null; account: string; office: string | null }>(
    `select answer, substitute, account_id as account, office_id as office from meeting_answers where meeting_id = $1
      order by office_id nulls first`,
    [meetingId],
  );

describeCommand(answerMeeting, {
  province,
  ready: async () => withLeader(await confirmed(province())),
  by: [party, "secretary"],
  input: async (stage: Stage) => ({
    ...(await seen(province(), stage)),
    whom: `leader:${stage.personId}`,
    answer: "substitute",
    substitute: "Phó Bí thư Thường trực Mai Thị Xuân",
  }),
  subjectId: ({ meetingId }) => meetingId,
  does: {
    "keeps what was said, who comes instead, and who said it": async ({ stage, province }) => {
      expect(await answersOf(stage)).toEqual([
        {
          answer: "substitute",
          substitute: "Phó Bí thư Thường trực Mai Thị Xuân",
          account: postOf(province.phuTho, party, "secretary").accountId,
          office: null,
        },
      ]);
    },
  },
  events: ["meetings.answered"],
  wrongInput: {
    "no answer": { change: { answer: "" }, field: "answer" },
    "nobody named who comes instead": { change: { substitute: " " }, field: "substitute" },
    "somebody who is not invited": {
      change: { whom: "leader:00000000-0000-4000-8000-000000000000" },
      field: "whom",
    },
  },
  notAllowed: {
    "an office that does not serve the leader": {
      by: [committee, "chief"],
      reason: "part",
      source: "portal",
      offices: [party],
    },
    "a specialist of the office that does": { by: [party, "specialist"], reason: "role", source: "portal" },
  },
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {
    "before it is confirmed nobody is invited": {
      stage: async () => withLeader(await approved(province())),
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { revision: 1 }, message: "staleMeeting" },
  atOnce: { answer: "both" },
});

test("an office answers for its own participants, and said again it replaces what was said", async () => {
  const meeting = await confirmed(province());
  const clerk = as(province().phuTho, council, "records-clerk");
  const answer = async (said: string) =>
    executeCommand(answerMeeting, clerk, {
      ...(await seen(province(), meeting)),
      whom: "office",
      answer: said,
    });
  await answer("attends");
  await answer("absent");
  expect(await answersOf(meeting)).toMatchObject([
    { answer: "absent", substitute: null, office: officeId(province(), council) },
  ]);
});

test("the page shows who answered to those with a part; at another time an answer is none", async () => {
  const meeting = await withLeader(await confirmed(province()));
  await executeCommand(answerMeeting, as(province().phuTho, party, "secretary"), {
    ...(await seen(province(), meeting)),
    whom: `leader:${meeting.personId}`,
    answer: "attends",
  });
  const page = async (office: string) => {
    const found = await runQuery(getMeetingPage, as(province().phuTho, office, "chief"), {
      meetingId: meeting.meetingId,
    });
    return found?.view.attendance;
  };
  const leads = await page(party);
  expect(leads?.invited.map(({ whom, mayAnswer }) => [whom, mayAnswer])).toEqual([
    ["Bí thư Tỉnh ủy Đặng Quốc Trung", true],
    [party, true],
    [council, false],
    [committee, false],
  ]);
  expect(leads?.invited[0]?.answer).toMatchObject({
    answer: "attends",
    by: "Cao Minh Nhật",
    outdated: false,
  });
  expect((await page("VP MTTQ"))?.invited).toBeUndefined();
  await executeCommand(changeMeeting, as(province().phuTho, party, "chief"), {
    ...contentInput(province(), meeting.day),
    ...(await seen(province(), meeting)),
    from: "15:00",
    until: "16:00",
    reason: "Đổi sang chiều.",
  });
  expect((await page(party))?.invited[0]?.answer).toMatchObject({ outdated: true });
});

test("the database refuses an answer for whom one does not serve, in another's name, or before it is confirmed", async () => {
  const insert = async (stage: Stage, office: string, role: "chief" | "secretary", account = office) => {
    const post = postOf(province().phuTho, office, role);
    return outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId: post.officeId, accountId: post.accountId },
      `insert into meeting_answers (tenant_id, id, meeting_id, person_id, answer, starts_at, ends_at, answered_at, account_id, by_office_id)
        values (current_tenant(), gen_random_uuid(), $1, $2, 'attends', now(), now(), now(), $3, current_office())`,
      [stage.meetingId, stage.personId, postOf(province().phuTho, account, "chief").accountId],
    );
  };
  const stage = await withLeader(await confirmed(province()));
  expect(await insert(stage, party, "chief")).not.toMatch(/^PH|^42501/);
  expect(await insert(stage, committee, "chief")).toBe("PH001 part");
  expect(await insert(stage, party, "secretary")).toBe("PH001 not-own-office");
  expect(await insert(await withLeader(await approved(province())), party, "chief")).toBe("PH002 state");
});

test("an invitation waits on the desk of who keeps the leader's diary until it is answered for its time", async () => {
  const { meetingId } = await confirmed(province());
  const caller = as(province().phuTho, party, "secretary");
  const waiting = async () =>
    (await runQuery(getDesk, caller, {}))?.view.invitations.filter((each) => each.meetingId === meetingId) ??
    [];
  const [invitation, ...others] = await waiting();
  expect(others).toEqual([]);
  expect(invitation?.whom).toContain(secretary);
  const diaries = (await runQuery(getDesk, caller, {}))?.view.diaries ?? [];
  expect(diaries.map(({ postId }) => postId)).toContain(leaderPost(province(), secretary));
  // The clerk of the same office may answer, and finds it on the meeting's own page.
  const clerk = await runQuery(getDesk, as(province().phuTho, party, "records-clerk"), {});
  expect(clerk?.view.invitations).toEqual([]);
  await executeCommand(answerMeeting, caller, {
    ...(await seen(province(), { meetingId })),
    whom: `leader:${invitation?.personId}`,
    answer: "attends",
  });
  expect(await waiting()).toEqual([]);
});

test("chief and clerk of every office with a part see who is invited and who has not answered, nobody else", async () => {
  const meeting = await withLeader(await confirmed(province()));
  const listed = async (office: string, role: "chief" | "records-clerk") =>
    (await runQuery(listInvitations, as(province().phuTho, office, role), {}))?.view.items.find(
      ({ meetingId }) => meetingId === meeting.meetingId,
    );
  for (const office of [party, committee, council]) {
    for (const role of ["chief", "records-clerk"] as const) {
      expect((await listed(office, role))?.invited).toEqual([
        { whom: "Bí thư Tỉnh ủy Đặng Quốc Trung", answer: null, substitute: null },
      ]);
    }
  }
  expect(await listed("VP MTTQ", "chief")).toBeUndefined();
  await executeCommand(answerMeeting, as(province().phuTho, party, "secretary"), {
    ...(await seen(province(), meeting)),
    whom: `leader:${meeting.personId}`,
    answer: "attends",
  });
  expect((await listed(committee, "records-clerk"))?.invited[0]?.answer).toBe("attends");
  await executeCommand(changeMeeting, as(province().phuTho, party, "chief"), {
    ...contentInput(province(), meeting.day),
    ...(await seen(province(), meeting)),
    from: "15:00",
    until: "16:00",
    reason: "Đổi sang chiều.",
  });
  expect(await listed(committee, "chief")).toMatchObject({ from: "15:00", invited: [{ answer: null }] });
  // It was told of the meeting and may read it still; who answers is told to those with a part in it now.
  await province().rows("delete from meeting_offices where meeting_id = $1 and office_id = $2", [
    meeting.meetingId,
    officeId(province(), council),
  ]);
  expect(await listed(council, "chief")).toBeUndefined();
});
