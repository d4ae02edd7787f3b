import { expect, test } from "vitest";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, plusDays } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import {
  committeeChair,
  freshWeek,
  leaderPost,
  publish,
  secretary,
  seen,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { dutyOf } from "@/tests/support/builders/task-stages";
import { answerOf, attempt } from "@/tests/support/command-outcomes";
import { type Draw, drawFrom } from "@/tests/support/differential/draw";

const province = useProvince();
const changes = Number(process.env.DEEP_SHEET_CHANGES ?? 500);
const councilChair = "Chủ tịch Hội đồng nhân dân tỉnh";

/** Whose diary each leader's time is in. */
const serves: Readonly<Record<string, string>> = {
  [secretary]: party,
  [councilChair]: council,
  [committeeChair]: committee,
};

/** Ways a meeting comes about: who files it, under which duty, and who leads and assists it by that. */
const ways = [
  { files: committee, duty: "party-meetings", leads: party, assists: [council, committee] },
  { files: committee, duty: null, leads: committee, assists: [] },
  { files: council, duty: null, leads: council, assists: [] },
  { files: party, duty: null, leads: party, assists: [] },
] as const;

/** A meeting as this test knows it: by what was asked of the portal, not by what the portal says of it. */
type Known = {
  meetingId: string;
  way: (typeof ways)[number];
  state: "hold" | "confirmed" | "postponed" | "cancelled" | "moved";
  slot: number;
  title: string;
  chair: string;
  participants: string;
};

const slotsOfWeek = 5 * 16;
/** Half an hour each from seven o'clock, five days a week; those of the next week go on from there. */
function timesOf(monday: Day, slot: number): { day: Day; from: string; until: string } {
  const week = Math.floor(slot / slotsOfWeek);
  const minute = 7 * 60 + (slot % 16) * 30;
  const clock = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, "0")}`;
  const day = plusDays(monday, 7 * week + Math.floor((slot % slotsOfWeek) / 16));
  return { day, from: clock(minute), until: clock(minute + 30) };
}

function concerned({ way, chair }: Known): Set<string> {
  return new Set([way.files, way.leads, ...way.assists, serves[chair] ?? ""]);
}

function printed({ state, slot, title, chair, participants }: Known): string {
  return state === "hold" || state === "confirmed"
    ? [state, slot, title, chair, participants].join("|")
    : state === "moved"
      ? `moved|${slot}`
      : state;
}

/** Which office is told of which lines, the one that publishes left out. */
function oracle(before: ReadonlyMap<string, Known>, now: readonly Known[]): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const meeting of now) {
    const was = before.get(meeting.meetingId);
    const on = meeting.state === "hold" || meeting.state === "confirmed";
    if (was ? printed(was) === printed(meeting) : !on) continue;
    for (const office of new Set([...concerned(meeting), ...(was ? concerned(was) : [])])) {
      if (office !== party) told.set(office, [...(told.get(office) ?? []), meeting.meetingId].sort());
    }
  }
  return told;
}

/** A published week, and the acts one does to it. */
class Week {
  readonly monday = freshWeek();
  meetings: Known[] = [];
  private taken = new Set<number>();
  private made = 0;

  constructor(private readonly draw: Draw) {
    freshWeek(); // Meetings move to the week after.
  }

  private freeSlot(week: 0 | 1): number {
    for (;;) {
      const slot = week * slotsOfWeek + this.draw.below(slotsOfWeek);
      if (this.taken.has(slot)) continue;
      this.taken.add(slot);
      return slot;
    }
  }

  private contentOf(meeting: Omit<Known, "meetingId">, note = ""): Record<string, unknown> {
    return {
      title: meeting.title,
      kindKey: "working-session",
      ...timesOf(this.monday, meeting.slot),
      chairPostId: leaderPost(province(), meeting.chair),
      participants: meeting.participants,
      placeText: "Trụ sở cơ quan",
      note,
    };
  }

  async add(): Promise<void> {
    const way = this.draw.pick(ways);
    this.made += 1;
    const meeting: Omit<Known, "meetingId"> = {
      way,
      state: "hold",
      slot: this.freeSlot(0),
      title: `Cuộc họp ${this.made}`,
      chair: this.draw.pick(Object.keys(serves)),
      participants: "Các sở",
    };
    const { meetingId } = await executeCommand(
      fileMeeting,
      as(province().phuTho, way.files, "records-clerk"),
      { ...this.contentOf(meeting), dutyId: way.duty ? await dutyOf(province(), way.duty) : "" },
    );
    await executeCommand(
      approveMeeting,
      as(province().phuTho, way.files, "chief"),
      await seen(province(), { meetingId }),
    );
    this.meetings.push({ ...meeting, meetingId });
  }

  private async ended(meeting: Known, state: "postponed" | "cancelled"): Promise<void> {
    const by = meeting.state === "confirmed" ? meeting.way.leads : meeting.way.files;
    const input = { ...(await seen(province(), meeting)), reason: "Lãnh đạo đi công tác." };
    const caller = as(province().phuTho, by, "chief");
    if (state === "postponed") await executeCommand(postponeMeeting, caller, input);
    else await executeCommand(cancelMeeting, caller, input);
    meeting.state = state;
  }

  private async changed(meeting: Known, change: Partial<Known>, note = ""): Promise<void> {
    Object.assign(meeting, change);
    await executeCommand(changeMeeting, as(province().phuTho, meeting.way.leads, "chief"), {
      ...this.contentOf(meeting, note),
      ...(await seen(province(), meeting)),
      reason: "Điều chỉnh theo ý kiến lãnh đạo.",
    });
  }

  async act(): Promise<string> {
    const open = this.meetings.filter(({ state }) => state === "hold" || state === "confirmed");
    if (open.length < 4 || this.draw.below(6) === 0) {
      await this.add();
      return "added";
    }
    const meeting = this.draw.pick(open);
    if (meeting.state === "hold") {
      if (this.draw.below(5) === 0) {
        await this.ended(meeting, "cancelled");
        return "hold cancelled";
      }
      await executeCommand(
        confirmMeeting,
        as(province().phuTho, meeting.way.leads, "chief"),
        await seen(province(), meeting),
      );
      meeting.state = "confirmed";
      return "confirmed";
    }
    const acts: Readonly<Record<string, () => Promise<void>>> = {
      title: () => this.changed(meeting, { title: `${meeting.title} (bổ sung)` }),
      chair: () => this.changed(meeting, { chair: this.draw.pick(Object.keys(serves)) }),
      hour: () => this.changed(meeting, { slot: this.freeSlot(0) }),
      participants: () => this.changed(meeting, { participants: this.draw.pick(["Các sở", "Các xã"]) }),
      note: () => this.changed(meeting, {}, "Chỉ cơ quan liên quan đọc."),
      moved: async () => {
        await this.changed(meeting, { slot: this.freeSlot(1) });
        meeting.state = "moved";
      },
      postponed: () => this.ended(meeting, "postponed"),
      cancelled: () => this.ended(meeting, "cancelled"),
    };
    const name = this.draw.pick(Object.keys(acts));
    await acts[name]?.();
    return name;
  }
}

async function toldOf(monday: Day, number: number): Promise<Map<string, string[]>> {
  const rows = await province().rows<{ code: string; ids: string[] }>(
    `select o.code, n.payload -> 'meetingIds' as ids from notices n
      join offices o on o.tenant_id = n.tenant_id and o.id = n.office_id
      where n.kind = 'sheet-published' and n.payload ->> 'monday' = $1 and n.payload ->> 'number' = $2`,
    [monday, String(number)],
  );
  return new Map(rows.map(({ code, ids }) => [code, [...ids].sort()]));
}

test(`${changes} random changes of published weeks, by those whose act each is: exactly the offices concerned are told, of exactly those lines`, async () => {
  const draw = drawFrom(20_261_128);
  const done = new Map<string, number>();
  let [acts, told, nobody, refused] = [0, 0, 0, 0];
  while (acts < changes) {
    const week = new Week(draw);
    for (let n = 0; n < 5; n += 1) await week.add();
    await publish(province(), week.monday, 0);
    let published = new Map(week.meetings.map((meeting) => [meeting.meetingId, { ...meeting }]));
    for (let version = 1, left = Math.min(60, changes - acts); left > 0; ) {
      for (let some = Math.min(left, 1 + draw.below(2)); some > 0; some -= 1, left -= 1, acts += 1) {
        const act = await week.act();
        done.set(act, (done.get(act) ?? 0) + 1);
      }
      const expected = oracle(published, week.meetings);
      const anything = week.meetings.some((meeting) => {
        const was = published.get(meeting.meetingId);
        return was
          ? printed(was) !== printed(meeting)
          : meeting.state === "hold" || meeting.state === "confirmed";
      });
      const answer = await attempt(publishSheet, as(province().phuTho, party, "chief"), {
        monday: week.monday,
        after: version,
      });
      expect(answerOf(answer), `after ${acts} changes`).toEqual(
        anything ? "done" : { code: "conflict", message: "nothingChanged" },
      );
      if (!anything) {
        refused += 1;
        continue;
      }
      expect(await toldOf(week.monday, version), `after ${acts} changes`).toEqual(expected);
      told += expected.size;
      if (expected.size === 0) nobody += 1;
      published = new Map(week.meetings.map((meeting) => [meeting.meetingId, { ...meeting }]));
      version += 1;
    }
  }
  console.log(JSON.stringify({ acts, told, nobody, refused, done: Object.fromEntries(done) }));
  expect(told).toBeGreaterThan(changes / 3);
  expect(nobody).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
}, 1_200_000);
