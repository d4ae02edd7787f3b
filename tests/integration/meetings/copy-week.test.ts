import { describe, expect, test } from "vitest";
import { copyWeek } from "@/lib/meetings/commands/copy-week";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, plusDays } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { inForce, signed, type VersionStage } from "@/tests/support/builders/agreement-stages";
import {
  claimsOf,
  confirmed,
  filed,
  freshWeek,
  leaderPost,
  type MeetingStage,
  meetingRow,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { dutyOf, officeId } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clerk = () => as(province().phuTho, committee, "records-clerk");

type Week = { meetings: readonly MeetingStage[] };

async function lastWeek(): Promise<Week> {
  const monday = freshWeek();
  return {
    meetings: [
      await confirmed(province(), { day: monday, title: "Giao ban đầu tuần" }),
      await filed(province(), {
        day: plusDays(monday, 3),
        title: "Tiếp đoàn công tác",
        dutyId: await dutyOf(province(), "delegations"),
        hostPostId: leaderPost(province(), "Phó Chủ tịch Ủy ban nhân dân tỉnh"),
      }),
    ],
  };
}

const idsOf = (week: Week) => week.meetings.map(({ meetingId }) => meetingId);

/** What was copied into a week. */
function copiedInto(monday: Day) {
  return province().rows<Record<string, unknown> & { id: string }>(
    `select * from meetings where starts_at >= $1::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and starts_at < ($1::date + 7)::timestamp at time zone 'Asia/Ho_Chi_Minh' order by starts_at`,
    [monday],
  );
}

describeCommand(copyWeek, {
  province,
  ready: lastWeek,
  by: [committee, "records-clerk"],
  input: (week) => ({ monday: freshWeek(), meetingIds: idsOf(week) }),
  subjectId: () => null,
  does: {
    "files each again, on the same weekday and hour, with the same lead": async ({ result, province }) => {
      const copies = await copiedInto(result.monday);
      expect(copies).toMatchObject([
        {
          title: "Giao ban đầu tuần",
          state: "filed",
          lead_office_id: officeId(province, party),
          starts_at: new Date(`${result.monday}T01:00:00Z`),
          ends_at: new Date(`${result.monday}T03:00:00Z`),
          confirmed_at: null,
          revision: 1,
        },
        {
          title: "Tiếp đoàn công tác",
          state: "filed",
          lead_office_id: officeId(province, committee),
          starts_at: new Date(`${plusDays(result.monday, 3)}T01:00:00Z`),
        },
      ]);
      expect(result.count).toBe(2);
    },
    "holds the places of each": async ({ result, province }) => {
      for (const { id } of await copiedInto(result.monday)) {
        expect((await claimsOf(province, { meetingId: id })).map(({ kind }) => kind)).toEqual([
          "hold",
          "hold",
        ]);
      }
    },
    "leaves what was copied as it was": async ({ stage, province }) => {
      const states = await Promise.all(stage.meetings.map((meeting) => meetingRow(province, meeting)));
      expect(states.map((row) => row["state"])).toEqual(["confirmed", "filed"]);
    },
  },
  events: ["meetings.filed", "meetings.filed"],
  jobs: 1,
  wrongInput: {
    "a day that is no Monday": { change: { monday: "2027-06-01" }, field: "monday" },
    "nothing chosen": { change: { meetingIds: [] }, field: "meetingIds" },
    "a week that has passed": { change: { monday: "2026-01-05" } },
  },
  notAllowed: null,
  conflicts: {
    "something confirmed for another in the way of one: none is copied": {
      change: async () => {
        const monday = freshWeek();
        await confirmed(province(), { day: monday });
        return { monday };
      },
      answer: { code: "conflict", message: "clash.copy" },
    },
    "a meeting of another week that is not there": {
      change: { meetingIds: ["019aa000-0000-7000-8000-000000000001"] },
      answer: { code: "not-found", message: "notFound" },
    },
  },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("an inspector may not file, and so may not copy: article 4 clause 13", async () => {
  const refused = await attempt(copyWeek, as(province().phuTho, committee, "inspector"), {
    monday: freshWeek(),
    meetingIds: idsOf(await lastWeek()),
  });
  expect(answerOf(refused)).toMatchObject({
    code: "forbidden",
    refusal: { reason: "role", articleKey: "meetings", clause: 13 },
  });
});

test("an office copies what it filed or leads, nothing else it may read", async () => {
  const week = await lastWeek();
  const input = () => ({
    monday: freshWeek(),
    meetingIds: week.meetings.slice(0, 1).map((m) => m.meetingId),
  });
  const assisting = await attempt(copyWeek, as(province().phuTho, council, "records-clerk"), input());
  expect(answerOf(assisting)).toMatchObject({ code: "not-found" });
  const leading = await attempt(copyWeek, as(province().phuTho, party, "records-clerk"), input());
  expect(answerOf(leading)).toBe("done");
});

/** What time does and no command: past every trigger. */
async function past(sql: string, id: string): Promise<void> {
  const client = await province().pool("superuser").connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(sql, [id]);
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
}

const end = ({ versionId }: VersionStage) =>
  past("update agreement_versions set effective_until = portal_today() where id = $1", versionId);

test("where the duty asks what the meeting never said, nothing is copied and it is named", async () => {
  const week = await lastWeek();
  const hosted = week.meetings[1]?.meetingId ?? "";
  await past("update meetings set host_post_id = null where id = $1", hosted);
  const refused = await attempt(copyWeek, clerk(), { monday: freshWeek(), meetingIds: idsOf(week) });
  expect(answerOf(refused)).toEqual({
    code: "conflict",
    message: "copyLeadUnknown",
    values: { title: "Tiếp đoàn công tác" },
  });
});

describe("from a time when another version was in force", () => {
  test("a copy follows the duty of the same key as it is signed now, or none when nothing is", async () => {
    const week = await lastWeek();
    const before = await inForce(province());
    const next = await signed(province());
    await end(before);
    const first = await executeCommand(copyWeek, clerk(), { monday: freshWeek(), meetingIds: idsOf(week) });
    const copies = await copiedInto(first.monday);
    expect(copies).toMatchObject([
      { version_id: next.versionId, lead_office_id: officeId(province(), party) },
      { version_id: next.versionId, lead_office_id: officeId(province(), committee) },
    ]);
    const [duty] = await province().rows(
      "select version_id, duty_key from coordination_duties where id = $1",
      [copies[0]?.["duty_id"]],
    );
    expect(duty).toEqual({ version_id: next.versionId, duty_key: "party-meetings" });

    await end(next);
    const second = await executeCommand(copyWeek, clerk(), { monday: freshWeek(), meetingIds: idsOf(week) });
    expect(await copiedInto(second.monday)).toMatchObject([
      { version_id: null, duty_id: null, lead_office_id: officeId(province(), committee) },
      { version_id: null, duty_id: null, lead_office_id: officeId(province(), committee) },
    ]);
  });
});
