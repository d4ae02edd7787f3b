import { describe, expect, test } from "vitest";
import { addPlace } from "@/lib/meetings/commands/add-place";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { editMeeting } from "@/lib/meetings/commands/edit-meeting";
import { fileSeries } from "@/lib/meetings/commands/file-series";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { undoMeeting } from "@/lib/meetings/commands/undo-meeting";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { as } from "@/prisma/seed/caller";
import {
  approve,
  approved,
  claimsOf,
  committeeChair,
  confirm,
  confirmed,
  contested,
  displaced,
  filed,
  filingInput,
  freshDay,
  freshWeek,
  leaderPost,
  type MeetingStage,
  meetingRow,
  publish,
  readersOf,
  roomId,
  seen,
  toldOf,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clerk = () => as(province().phuTho, committee, "records-clerk");
const chief = (office: string) => as(province().phuTho, office, "chief");
const reason = "Có việc đột xuất.";

/** A meeting with the newest act on it, as its page offers to take it back. */
type Stage = MeetingStage & { actId: string };

async function withAct(meeting: MeetingStage): Promise<Stage> {
  const [act] = await province().rows<{ id: string }>(
    "select act_id as id from meeting_undos where meeting_id = $1 order by revision desc limit 1",
    [meeting.meetingId],
  );
  return { ...meeting, actId: act?.id ?? "" };
}

async function ended(meeting: MeetingStage, command: typeof cancelMeeting | typeof postponeMeeting) {
  await executeCommand(command, chief(party), { ...(await seen(province(), meeting)), reason });
  return withAct(meeting);
}

const cancelledByLead = async () => ended(await confirmed(province()), cancelMeeting);

/** Everything that is said of a meeting, but how often it was changed and when. */
async function whole(meeting: MeetingStage) {
  const { revision: _revision, changed_at: _at, ...row } = await meetingRow(province(), meeting);
  const parts = await province().rows(
    `select person_id as id, part from meeting_leaders where meeting_id = $1
      union all select body_id, 'body' from meeting_bodies where meeting_id = $1
      union all select resource_id, 'kit' from meeting_kits where meeting_id = $1 order by 1, 2`,
    [meeting.meetingId],
  );
  return {
    row,
    parts,
    claims: await claimsOf(province(), meeting),
    readers: await readersOf(province(), meeting),
  };
}

/** Past every trigger: the act was that long ago. */
async function age(actId: string, seconds: number): Promise<void> {
  await province()
    .pool("superuser")
    .query("update meeting_undos set at = at - make_interval(secs => $2) where act_id = $1", [
      actId,
      seconds,
    ]);
}

describeCommand(undoMeeting, {
  province,
  ready: cancelledByLead,
  by: [party, "chief"],
  input: ({ actId }) => ({ actId }),
  subjectId: ({ meetingId }) => meetingId,
  does: {
    "stands as before, with its places": async ({ stage, province }) => {
      expect(await meetingRow(province, stage)).toMatchObject({
        state: "confirmed",
        reason: null,
        revision: 5,
      });
      expect((await claimsOf(province, stage)).map(({ kind }) => kind)).toEqual(["confirmed", "confirmed"]);
    },
    "tells those who were told of the act": async ({ stage, province }) => {
      expect(await toldOf(province, stage.meetingId, "meeting-undone")).toEqual([council, committee]);
    },
  },
  events: ["meetings.undone"],
  jobs: 1,
  wrongInput: { "an act that is no id": { change: { actId: "1" }, field: "actId" } },
  notAllowed: null,
  conflicts: {
    "an act that never was": {
      change: { actId: "019aa000-0000-7000-8000-000000000001" },
      answer: { code: "not-found", message: "notFound" },
    },
  },
  wrongState: {
    "more than a minute later": {
      stage: async () => {
        const stage = await cancelledByLead();
        await age(stage.actId, 61);
        return stage;
      },
      code: "conflict",
      message: "undo.late",
    },
    "what was taken back already": {
      stage: async () => {
        const stage = await cancelledByLead();
        await executeCommand(undoMeeting, chief(party), { actId: stage.actId });
        return stage;
      },
      code: "conflict",
      message: "undo.gone",
    },
    "somebody went on": {
      stage: async () => {
        const stage = await ended(await confirmed(province()), postponeMeeting);
        await executeCommand(cancelMeeting, as(province().phuTho, party, "deputy-chief"), {
          ...(await seen(province(), stage)),
          reason,
        });
        const [act] = await province().rows<{ id: string }>(
          "select act_id as id from meeting_undos where meeting_id = $1 and act = 'postpone'",
          [stage.meetingId],
        );
        return { ...stage, actId: act?.id ?? "" };
      },
      code: "conflict",
      message: "undo.built-on",
    },
    "the sheet was published with it": {
      stage: async () => {
        const meeting = await confirmed(province(), { day: freshWeek() });
        await publish(province(), mondayOf(meeting.day), 0);
        const stage = await ended(meeting, cancelMeeting);
        await publish(province(), mondayOf(meeting.day), 1);
        return stage;
      },
      code: "conflict",
      message: "undo.published",
    },
    "its place is another's by now": {
      stage: async () => {
        const stage = await cancelledByLead();
        await confirmed(province(), { day: stage.day });
        return stage;
      },
      code: "conflict",
      message: "undo.taken",
    },
    "a hold of another lies there by now": {
      stage: async () => {
        const stage = await cancelledByLead();
        await filed(province(), { day: stage.day });
        return stage;
      },
      code: "conflict",
      message: "undo.taken",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

test("within the minute it still is taken back, by the clock of the database", async () => {
  const stage = await cancelledByLead();
  // What is left of the minute is for a machine that does much else.
  await age(stage.actId, 30);
  await executeCommand(undoMeeting, chief(party), { actId: stage.actId });
  expect(await meetingRow(province(), stage)).toMatchObject({ state: "confirmed" });
});

test("nobody else takes it back, of the same office neither, nor the person from another post", async () => {
  const stage = await cancelledByLead();
  for (const other of [as(province().phuTho, party, "deputy-chief"), chief(committee), chief(council)]) {
    expect(answerOf(await attempt(undoMeeting, other, { actId: stage.actId }))).toMatchObject({
      code: "not-found",
    });
  }
});

describe("each act is taken back to exactly what was before", () => {
  const everyPart = {
    chairPostId: "",
    chairText: "Đồng chí được phân công",
    leaderPostIds: [] as string[],
    roomId: "",
    placeText: "Trụ sở xã",
    note: "Ghi chú khác",
    visibility: "restricted",
    bodyIds: [] as string[],
  };
  const other = () => ({
    ...everyPart,
    leaderPostIds: [leaderPost(province(), committeeChair)],
    bodyIds: [province().phuTho.bodies.get("UBND")],
  });
  const withBodies = () => ({ bodyIds: [province().phuTho.bodies.get("TU")] });
  const addKit = async (name: string) => {
    const administrator = as(province().phuTho, party, "tenant-administrator");
    const kit = { kind: "kit", name, officeId: "", setupMinutes: "0" };
    return (await executeCommand(addPlace, administrator, kit)).resourceId;
  };

  test("a change, with its leaders, room, kits and bodies", async () => {
    const kits = [await addKit("Bộ họp trực tuyến 1"), await addKit("Bộ họp trực tuyến 2")];
    const meeting = await confirmed(province(), { ...withBodies(), kitIds: [kits[0]] });
    const before = await whole(meeting);
    await executeCommand(changeMeeting, chief(party), {
      ...(await filingInput(province(), {
        ...other(),
        kitIds: [kits[1]],
        day: plusDays(meeting.day, 400),
        from: "14:00",
        until: "17:00",
      })),
      ...(await seen(province(), meeting)),
      reason,
    });
    expect(await whole(meeting)).not.toEqual(before);
    await executeCommand(undoMeeting, chief(party), { actId: (await withAct(meeting)).actId });
    const after = await whole(meeting);
    // Whose leader was asked for a moment stays a reader: who was told stays told.
    expect({ ...after, readers: null }).toEqual({ ...before, readers: null });
  });

  test("an edit of what was approved: it is approved again, as it was", async () => {
    const meeting = await approved(province(), withBodies());
    const before = await whole(meeting);
    await executeCommand(editMeeting, clerk(), {
      ...(await filingInput(province(), { ...other(), day: plusDays(meeting.day, 401) })),
      ...(await seen(province(), meeting)),
    });
    expect(await meetingRow(province(), meeting)).toMatchObject({ state: "filed" });
    await executeCommand(undoMeeting, clerk(), { actId: (await withAct(meeting)).actId });
    expect({ ...(await whole(meeting)), readers: null }).toEqual({ ...before, readers: null });
  });

  test("putting off", async () => {
    const meeting = await confirmed(province());
    const before = await whole(meeting);
    const { actId } = await ended(meeting, postponeMeeting);
    await executeCommand(undoMeeting, chief(party), { actId });
    expect(await whole(meeting)).toEqual(before);
  });

  test("giving up what only waits", async () => {
    const meeting = await filed(province());
    const before = await whole(meeting);
    await executeCommand(cancelMeeting, clerk(), { ...(await seen(province(), meeting)), reason });
    await executeCommand(undoMeeting, clerk(), { actId: (await withAct(meeting)).actId });
    expect(await whole(meeting)).toEqual(before);
  });

  test("filing: it is given up and its places are free", async () => {
    const stage = await withAct(await filed(province()));
    await executeCommand(undoMeeting, clerk(), { actId: stage.actId });
    expect(await meetingRow(province(), stage)).toMatchObject({
      state: "cancelled",
      reason: "Hoàn tác ngay sau khi đăng ký.",
    });
    expect(await claimsOf(province(), stage)).toEqual([]);
    expect(await toldOf(province(), stage.meetingId, "meeting-undone")).toEqual([]);
  });

  test("a series that was filed, whole", async () => {
    const day = freshWeek();
    freshWeek();
    const done = await executeCommand(fileSeries, clerk(), {
      ...(await filingInput(province(), { day })),
      repeat: "weekly",
      times: "2",
    });
    const { actId } = await withAct({ meetingId: done.meetingId, day });
    await executeCommand(undoMeeting, clerk(), { actId });
    const states = await province().rows("select state from meetings where series_id = $1", [done.seriesId]);
    expect(states).toEqual([{ state: "cancelled" }, { state: "cancelled" }]);
  });
});

describe("what was built on", () => {
  test("filed and approved by the chief since", async () => {
    const stage = await withAct(await filed(province()));
    await approve(province(), stage);
    const late = await attempt(undoMeeting, clerk(), { actId: stage.actId });
    expect(answerOf(late)).toMatchObject({ message: "undo.built-on" });
  });

  test("a change that took a place from others", async () => {
    const { lower, higher } = await contested(province());
    const away = freshDay();
    await executeCommand(editMeeting, clerk(), {
      ...(await filingInput(province(), { kindKey: "party-plenum", day: away })),
      ...(await seen(province(), higher)),
    });
    await approve(province(), higher);
    await confirm(province(), higher);
    await executeCommand(changeMeeting, chief(party), {
      ...(await filingInput(province(), { kindKey: "party-plenum", day: lower.day })),
      ...(await seen(province(), higher)),
      reason,
      displaceReason: "Hội nghị Ban Chấp hành dời ngày.",
    });
    const late = await attempt(undoMeeting, chief(party), { actId: (await withAct(higher)).actId });
    expect(answerOf(late)).toMatchObject({ message: "undo.built-on" });
  });

  test("an act that answered for a lost place", async () => {
    const meeting = await displaced(province());
    await executeCommand(cancelMeeting, chief(committee), { ...(await seen(province(), meeting)), reason });
    const late = await attempt(undoMeeting, chief(committee), { actId: (await withAct(meeting)).actId });
    expect(answerOf(late)).toMatchObject({ message: "undo.built-on" });
  });
});

describe("without the code", () => {
  const settings = (office: string) => {
    const { session } = chief(office);
    const officeId = province().phuTho.offices.get(office);
    return { account: session.accountId, office: officeId };
  };
  async function raw(office: string, sql: string, values: unknown[]): Promise<string> {
    const client = await province().pool("app").connect();
    const { account, office: officeId } = settings(office);
    try {
      await client.query("begin");
      await client.query(
        `select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true), set_config('app.office_id', $3, true)`,
        [province().phuTho.tenant.id, account, officeId],
      );
      await client.query(sql, values);
      return "done";
    } catch (error) {
      return (error as { code?: string }).code ?? "fault";
    } finally {
      await client.query("rollback");
      client.release();
    }
  }

  test("a cancelled meeting is nobody's to bring back as something else, nor after the minute", async () => {
    const stage = await cancelledByLead();
    const back =
      "update meetings set state = 'confirmed', reason = null, revision = revision + 1 where id = $1";
    const other = `update meetings set state = 'confirmed', reason = null, title = 'Khác', revision = revision + 1 where id = $1`;
    expect(await raw(party, other, [stage.meetingId])).toBe("PH002");
    expect(await raw(committee, back, [stage.meetingId])).toMatch(/^PH00[12]$/);
    // Exactly as it was, by who did it, in time: that is what taking back is. Its claims are asked at commit.
    expect(await raw(party, back, [stage.meetingId])).toBe("done");
    await age(stage.actId, 61);
    expect(await raw(party, back, [stage.meetingId])).toBe("PH002");
  });

  test("what a meeting was is not to be read, and no row is written by hand", async () => {
    await cancelledByLead();
    expect(await raw(party, "select before from meeting_undos", [])).toBe("42501");
    expect(await raw(party, "update meeting_undos set at = now()", [])).toBe("42501");
    expect(await raw(party, "delete from meeting_undos", [])).toBe("42501");
  });
});

test("the room a change gave back cannot be gone to twice", async () => {
  const meeting = await confirmed(province());
  await executeCommand(changeMeeting, chief(party), {
    ...(await filingInput(province(), { day: meeting.day, roomId: roomId(province(), "UBA") })),
    ...(await seen(province(), meeting)),
    reason,
  });
  const stage = await withAct(meeting);
  const other = await filed(province(), {
    day: meeting.day,
    chairPostId: leaderPost(province(), committeeChair),
  });
  await approve(province(), other);
  await executeCommand(confirmMeeting, chief(party), await seen(province(), other));
  const late = await attempt(undoMeeting, chief(party), { actId: stage.actId });
  expect(answerOf(late)).toMatchObject({ message: "undo.taken" });
});
