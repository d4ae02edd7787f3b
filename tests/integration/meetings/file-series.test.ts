import { describe, expect, test } from "vitest";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { editMeeting } from "@/lib/meetings/commands/edit-meeting";
import { fileSeries } from "@/lib/meetings/commands/file-series";
import { markOf } from "@/lib/meetings/series";
import type { SeriesAdvice } from "@/lib/meetings/types";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, plusDays } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { as } from "@/prisma/seed/caller";
import { inForce } from "@/tests/support/builders/agreement-stages";
import {
  claimsOf,
  confirmed,
  filingInput,
  freshWeek,
  type Input,
  meetingRow,
  readersOf,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { dutyOf, officeId } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clerk = () => as(province().phuTho, committee, "records-clerk");
const chief = (office: string) => as(province().phuTho, office, "chief");

/** Three Mondays that nothing else uses. */
function freshMondays(): [Day, Day, Day] {
  return [freshWeek(), freshWeek(), freshWeek()];
}

async function input(more: Input = {}): Promise<Input> {
  const [day, , lastDay] = freshMondays();
  return {
    ...(await filingInput(province(), { title: "Giao ban đầu tuần", day })),
    repeat: "weekly",
    every: 1,
    lastDay,
    ...more,
  };
}

type Row = { id: string; day: Day; state: string; revision: number };

function meetingsOf(seriesId: string): Promise<Row[]> {
  return province().rows<Row>(
    `select id, to_char(starts_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as day, state, revision
      from meetings where series_id = $1 order by starts_at`,
    [seriesId],
  );
}

async function filedSeries(more: Input = {}) {
  const done = await executeCommand(fileSeries, clerk(), await input(more));
  return { ...done, meetings: await meetingsOf(done.seriesId) };
}

/** An act on one of them and all that come after it, as its page offers it. */
function following(meetings: readonly Row[], from: number): Input {
  const [first, ...later] = meetings.slice(from);
  return {
    meetingId: first?.id,
    revision: first?.revision,
    scope: "following",
    following: markOf([first ?? { revision: 0 }, ...later]),
  };
}

describeCommand(fileSeries, {
  province,
  ready: () => inForce(province()),
  by: [committee, "records-clerk"],
  input: () => input(),
  subjectId: (version) => version.versionId,
  does: {
    "files a meeting for each day, each of its own, with the lead its duty says": async ({ result }) => {
      const meetings = await meetingsOf(result.seriesId);
      expect(result.count).toBe(3);
      expect(meetings).toHaveLength(3);
      for (const { id } of meetings) {
        expect(await meetingRow(province(), { meetingId: id })).toMatchObject({
          state: "filed",
          lead_office_id: officeId(province(), party),
          filing_office_id: officeId(province(), committee),
          revision: 1,
        });
      }
    },
    "holds the places of each, and lets the offices concerned read it": async ({ result, province }) => {
      for (const { id } of await meetingsOf(result.seriesId)) {
        expect((await claimsOf(province, { meetingId: id })).map(({ kind }) => kind)).toEqual([
          "hold",
          "hold",
        ]);
        expect(await readersOf(province, { meetingId: id })).toEqual({
          [party]: "lead",
          [council]: "assist",
          [committee]: "assist",
        });
      }
    },
    "keeps the rule it was filed by": async ({ result, province }) => {
      const [series] = await province.rows(
        "select rule, office_id, except_days from meeting_series where id = $1",
        [result.seriesId],
      );
      expect(series).toMatchObject({
        rule: expect.stringMatching(/^FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;UNTIL=\d{8}$/),
        office_id: officeId(province, committee),
        except_days: [],
      });
    },
  },
  events: ["meetings.filed", "meetings.filed", "meetings.filed"],
  jobs: 1,
  wrongInput: {
    "no way to repeat": { change: { repeat: "daily" }, field: "repeat" },
    "no end": { change: { lastDay: "" }, field: "lastDay" },
    "more than there may be": { change: { lastDay: "1/1/2035" }, field: "lastDay" },
    "a number of times that is none": { change: { times: "nhiều" }, field: "times" },
    "an exception that is no day": { change: { except: "30/2" }, field: "except" },
    "every day of it left out": {
      change: async () => {
        const [day] = freshMondays();
        return { day, lastDay: day, except: day };
      },
      field: "lastDay",
    },
    "a first day that has passed": { change: { day: "5/1/2026" }, field: "day" },
    "no body where the lead is whom the body is served by": {
      change: async () => ({ dutyId: await dutyOf(province(), "joint-meetings"), chairPostId: "" }),
      field: "bodyId",
    },
  },
  notAllowed: {
    "an inspector": { by: [committee, "inspector"], reason: "role", source: ["meetings", 13] },
  },
  otherOffice: { reason: "part", source: ["meetings", 7], offices: [party, council, committee] },
  conflicts: {
    "a day confirmed for another: the list of days first, nothing is filed": {
      change: async () => {
        const [day, second, lastDay] = freshMondays();
        await confirmed(province(), { day: second });
        return { day, lastDay };
      },
      answer: { code: "conflict", message: "clash.series" },
    },
  },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

async function adviceOf(more: Input): Promise<SeriesAdvice> {
  const refused = await attempt(fileSeries, clerk(), await input(more));
  if (!("error" in refused) || !(refused.error instanceof DomainError)) throw new Error("it was filed");
  return refused.error.details.advice as SeriesAdvice;
}

describe("where a day clashes", () => {
  async function clashing() {
    const [day, second, lastDay] = freshMondays();
    const other = await confirmed(province(), { day: second });
    return { day, second, lastDay, other };
  }

  test("the list says which day, what is in the way, and times near it that would do", async () => {
    const { day, second, lastDay } = await clashing();
    const advice = await adviceOf({ day, lastDay });
    expect(advice.total).toBe(3);
    expect(advice.days).toMatchObject([
      { of: second, day: second, from: "08:00", until: "10:00", clashes: [{ kind: "confirmed" }, {}] },
    ]);
    const slots = advice.days[0]?.slots ?? [];
    expect(slots).toHaveLength(3);
    for (const slot of slots) {
      expect(slot.day >= second && slot.day < plusDays(second, 7)).toBe(true);
    }
  });

  test("the rest is filed, and the day left out is remembered", async () => {
    const { day, second, lastDay } = await clashing();
    const { meetings, seriesId } = await filedSeries({ day, lastDay, answer: "rest", seen: [second] });
    expect(meetings.map((meeting) => meeting.day)).toEqual([`${day} 08:00`, `${lastDay} 08:00`]);
    const [series] = await province().rows("select except_days::text from meeting_series where id = $1", [
      seriesId,
    ]);
    expect(series).toEqual({ except_days: `{${second}}` });
  });

  test("each clashing day is moved: to a time that was offered, or to one's own", async () => {
    const { day, second, lastDay } = await clashing();
    await confirmed(province(), { day: lastDay });
    const advice = await adviceOf({ day, lastDay });
    expect(advice.days.map(({ of }) => of)).toEqual([second, lastDay]);
    const offered = advice.days[0]?.slots[0];
    const { meetings } = await filedSeries({
      day,
      lastDay,
      answer: "move",
      seen: [second, lastDay],
      moves: [
        { of: second, to: offered?.value },
        { of: lastDay, to: "own", day: plusDays(lastDay, 1), from: "14h", until: "16h" },
      ],
    });
    expect(meetings.map((meeting) => meeting.day)).toEqual([
      `${day} 08:00`,
      `${offered?.day} ${offered?.from}`,
      `${plusDays(lastDay, 1)} 14:00`,
    ]);
  });

  test("one is moved and one is left out", async () => {
    const { day, second, lastDay } = await clashing();
    await confirmed(province(), { day: lastDay });
    const { meetings } = await filedSeries({
      day,
      lastDay,
      answer: "move",
      seen: [second, lastDay],
      moves: [
        { of: second, to: "own", from: "15:00", until: "16:00" },
        { of: lastDay, to: "skip" },
      ],
    });
    expect(meetings.map((meeting) => meeting.day)).toEqual([`${day} 08:00`, `${second} 15:00`]);
  });

  test("who moves says where to, for each; the list stays", async () => {
    const { day, second, lastDay } = await clashing();
    const ask = async (move: Input) =>
      answerOf(
        await attempt(
          fileSeries,
          clerk(),
          await input({ day, lastDay, answer: "move", seen: [second], moves: [{ of: second, ...move }] }),
        ),
      );
    const advice = { days: [{ of: second, moved: null }] };
    expect(await ask({})).toMatchObject({ fields: { "moves[0].to": ["chooseOne"] }, advice });
    expect(await ask({ to: "own", from: "8 rưỡi" })).toMatchObject({
      fields: { "moves[0].from": ["timeUnknown"] },
      advice,
    });
    expect(await ask({ to: "own", from: "9:00", until: "8:00" })).toMatchObject({
      fields: { "moves[0].until": ["endsBeforeItStarts"] },
      advice,
    });
  });

  test("a day that was not on the list is never left out: the list comes again", async () => {
    const { day, second, lastDay } = await clashing();
    await confirmed(province(), { day: lastDay });
    const advice = await adviceOf({ day, lastDay, answer: "rest", seen: [second] });
    expect(advice.days.map(({ of }) => of)).toEqual([second, lastDay]);
    const moved = await adviceOf({
      day,
      lastDay,
      answer: "move",
      seen: [second],
      moves: [{ of: second, to: "own", day: lastDay, from: "9:00", until: "11:00" }],
    });
    expect(moved.days.map(({ of, moved: to }) => [of, to?.day])).toEqual([
      [second, lastDay],
      [lastDay, undefined],
    ]);
  });

  test("the day that was left out is left out also when it has become free", async () => {
    const { day, second, lastDay, other } = await clashing();
    await executeCommand(cancelMeeting, chief(party), {
      ...(await seen(province(), other)),
      reason: "Không họp nữa.",
    });
    const { meetings } = await filedSeries({ day, lastDay, answer: "rest", seen: [second] });
    expect(meetings).toHaveLength(2);
  });
});

test("times, every other week, and a day left out, as a clerk types it", async () => {
  const [day] = freshMondays();
  const third = plusDays(day, 28);
  const typed = `${third.slice(8, 10)}/${third.slice(5, 7)}/${third.slice(0, 4)}`;
  const { meetings } = await filedSeries({ day, lastDay: "", times: "4", every: "2", except: typed });
  expect(meetings.map((meeting) => meeting.day.slice(0, 10))).toEqual([
    day,
    plusDays(day, 14),
    plusDays(day, 42),
  ]);
  for (let week = 0; week < 6; week += 1) freshWeek();
});

describe("one of a series, and all that follow it", () => {
  test("one is given up alone", async () => {
    const { meetings, seriesId } = await filedSeries();
    const [, second] = meetings;
    await executeCommand(cancelMeeting, clerk(), {
      meetingId: second?.id,
      revision: 1,
      reason: "Tuần này không họp.",
    });
    expect((await meetingsOf(seriesId)).map(({ state }) => state)).toEqual(["filed", "cancelled", "filed"]);
  });

  test("one and the following are given up, and the offices are told once", async () => {
    const { meetings, seriesId } = await filedSeries();
    await executeCommand(cancelMeeting, clerk(), { ...following(meetings, 1), reason: "Thôi họp định kỳ." });
    const after = await meetingsOf(seriesId);
    expect(after.map(({ state }) => state)).toEqual(["filed", "cancelled", "cancelled"]);
    expect(await claimsOf(province(), { meetingId: after[2]?.id ?? "" })).toEqual([]);
    expect(await toldOf(province(), after[1]?.id ?? "", "meeting-ended")).toEqual([party, council]);
    expect(await toldOf(province(), after[2]?.id ?? "", "meeting-ended")).toEqual([]);
  });

  test("the chief approves and the lead confirms all at once", async () => {
    const { meetings, seriesId } = await filedSeries();
    await executeCommand(approveMeeting, chief(committee), following(meetings, 0));
    await executeCommand(confirmMeeting, chief(party), following(await meetingsOf(seriesId), 0));
    const after = await meetingsOf(seriesId);
    expect(after.map(({ state }) => state)).toEqual(["confirmed", "confirmed", "confirmed"]);
    for (const { id } of after) {
      expect((await claimsOf(province(), { meetingId: id })).map(({ kind }) => kind)).toEqual([
        "confirmed",
        "confirmed",
      ]);
    }
    expect(await toldOf(province(), after[0]?.id ?? "", "meeting-confirmed")).toEqual([council, committee]);
  });

  test("mended together, each keeps its own day and what was moved alone stays apart", async () => {
    const { meetings, seriesId } = await filedSeries();
    const [first, second, third] = meetings;
    const content = await filingInput(province());
    const days = meetings.map((meeting) => meeting.day.slice(0, 10));
    await executeCommand(editMeeting, clerk(), {
      ...content,
      meetingId: third?.id,
      revision: 1,
      day: days[2],
      from: "9:00",
      until: "11:00",
    });
    await executeCommand(editMeeting, clerk(), {
      ...content,
      title: "Giao ban tuần, có khách mời",
      ...following(await meetingsOf(seriesId), 1),
      day: plusDays(days[1] ?? "", 1),
      from: "13:30",
      until: "16:00",
    });
    expect((await meetingsOf(seriesId)).map((meeting) => meeting.day)).toEqual([
      `${days[0]} 08:00`,
      `${plusDays(days[1] ?? "", 1)} 13:30`,
      `${plusDays(days[2] ?? "", 1)} 14:30`,
    ]);
    expect(await meetingRow(province(), { meetingId: first?.id ?? "" })).toMatchObject({
      title: "Giao ban đầu tuần",
      revision: 1,
    });
    expect(await meetingRow(province(), { meetingId: second?.id ?? "" })).toMatchObject({
      title: "Giao ban tuần, có khách mời",
      revision: 2,
    });
  });

  test("the lead changes the confirmed ones; none where one has no place, and its day is named", async () => {
    const { meetings, seriesId } = await filedSeries();
    await executeCommand(approveMeeting, chief(committee), following(meetings, 0));
    await executeCommand(confirmMeeting, chief(party), following(await meetingsOf(seriesId), 0));
    const days = meetings.map((meeting) => meeting.day.slice(0, 10));
    await confirmed(province(), { day: days[2], from: "14:00", until: "15:00" });
    const change = async (from: string, until: string) =>
      attempt(changeMeeting, chief(party), {
        ...(await filingInput(province())),
        ...following(await meetingsOf(seriesId), 0),
        day: days[0],
        from,
        until,
        reason: "Chuyển sang buổi chiều.",
      });
    const refused = answerOf(await change("14:00", "16:00"));
    expect(refused).toMatchObject({ code: "conflict", message: "clash.following" });
    expect((await meetingsOf(seriesId)).map((meeting) => meeting.day.slice(11))).toEqual([
      "08:00",
      "08:00",
      "08:00",
    ]);
    expect(answerOf(await change("15:30", "17:00"))).toBe("done");
    expect((await meetingsOf(seriesId)).map((meeting) => meeting.day.slice(11))).toEqual([
      "15:30",
      "15:30",
      "15:30",
    ]);
  });

  test("a clerk who would give up one that is confirmed is refused for all, with the sentence", async () => {
    const { meetings, seriesId } = await filedSeries();
    const [, , third] = meetings;
    const last = { meetingId: third?.id, revision: 1 };
    await executeCommand(approveMeeting, chief(committee), last);
    await executeCommand(confirmMeeting, chief(party), { ...last, revision: 2 });
    const refused = await attempt(cancelMeeting, clerk(), {
      ...following(await meetingsOf(seriesId), 0),
      reason: "Thôi họp định kỳ.",
    });
    expect(answerOf(refused)).toMatchObject({
      code: "forbidden",
      refusal: { articleKey: "meetings", clause: 10, subjectId: third?.id },
    });
    expect((await meetingsOf(seriesId)).map(({ state }) => state)).toEqual(["filed", "filed", "confirmed"]);
  });

  test("who saw a later one as it was before is told so", async () => {
    const { meetings, seriesId } = await filedSeries();
    const [, , third] = meetings;
    const asSeen = following(meetings, 0);
    await executeCommand(approveMeeting, chief(committee), { meetingId: third?.id, revision: 1 });
    const late = await attempt(cancelMeeting, clerk(), { ...asSeen, reason: "Thôi họp định kỳ." });
    expect(answerOf(late)).toMatchObject({ code: "stale", message: "staleMeeting" });
    expect((await meetingsOf(seriesId)).map(({ state }) => state)).toEqual(["filed", "filed", "approved"]);
  });
});
