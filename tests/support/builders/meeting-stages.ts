import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { as } from "@/prisma/seed/caller";
import { committee, type Province, party, stranger } from "./province";
import { dutyOf } from "./task-stages";

/**
 * A meeting that the committee's office filed, the party's office leads and the council's assists, brought to some state
 * by real acts. Each has a day of its own, so that none stands in another's way.
 */
export type MeetingStage = { meetingId: string; day: Day };

export type Input = Record<string, unknown>;

let daysTaken = 0;

/** A day on which nothing is: after the demonstration's week. */
export function freshDay(): Day {
  daysTaken += 1;
  return plusDays(dayAt(new Date()), 29 + daysTaken);
}

let weeksTaken = 0;

/** The Monday of a week in which nothing is, after all fresh days. */
export function freshWeek(): Day {
  weeksTaken += 1;
  return plusDays(mondayOf(dayAt(new Date())), 7 * (59 + weeksTaken));
}

export const secretary = "Bí thư Tỉnh ủy";
export const committeeChair = "Chủ tịch Ủy ban nhân dân tỉnh";

export function leaderPost({ phuTho }: Province, title: string): string {
  const id = phuTho.leaderPosts.get(title);
  if (!id) throw new Error(`no leader ${title}`);
  return id;
}

export function roomId({ phuTho }: Province, code: string): string {
  const id = phuTho.rooms.get(code);
  if (!id) throw new Error(`no room ${code}`);
  return id;
}

/** What a leader's post takes when its holder is asked for. */
export async function resourceOf(province: Province, title: string): Promise<string> {
  const [found] = await province.rows<{ id: string }>(
    `select r.id from resources r join post_holdings h on h.tenant_id = r.tenant_id and h.person_id = r.person_id
      where h.post_id = $1`,
    [leaderPost(province, title)],
  );
  if (!found) throw new Error(`nobody is ${title}`);
  return found.id;
}

/** What a meeting says, as its forms send it. */
export function contentInput(province: Province, day: Day = freshDay()): Input {
  return {
    title: "Hội nghị chuyên đề",
    kindKey: "working-session",
    day,
    from: "8:00",
    until: "10:00",
    chairPostId: leaderPost(province, secretary),
    roomId: roomId(province, "TU1"),
    participants: "Các sở, ban, ngành",
  };
}

export async function filingInput(province: Province, more: Input = {}): Promise<Input> {
  return { ...contentInput(province), dutyId: await dutyOf(province, "party-meetings"), ...more };
}

export async function meetingRow(
  province: Province,
  { meetingId }: { meetingId: string },
): Promise<Record<string, unknown>> {
  const [row] = await province.rows<Record<string, unknown>>(
    "select *, hold_until::text as hold_until from meetings where id = $1",
    [meetingId],
  );
  if (!row) throw new Error("no such meeting");
  return row;
}

/** What every act on a meeting sends of it: which, and as it was seen. */
export async function seen(province: Province, { meetingId }: { meetingId: string }): Promise<Input> {
  return { meetingId, revision: (await meetingRow(province, { meetingId }))["revision"] };
}

/** Places taken for a meeting, by the name of what is taken. */
export function claimsOf(province: Province, { meetingId }: { meetingId: string }) {
  return province.rows<{ name: string; kind: string }>(
    `select r.name, c.kind from resource_claims c join resources r on r.tenant_id = c.tenant_id and r.id = c.resource_id
      where c.meeting_id = $1 order by r.kind, r.name`,
    [meetingId],
  );
}

/** Which offices were told what of a meeting or a sheet, in the order of the offices. */
export async function toldOf(province: Province, subjectId: string, kind: string): Promise<string[]> {
  const rows = await province.rows<{ code: string }>(
    `select o.code from notices n join offices o on o.tenant_id = n.tenant_id and o.id = n.office_id
      where n.subject_id = $1 and n.kind = $2 order by o.ordinal`,
    [subjectId, kind],
  );
  return rows.map(({ code }) => code);
}

/** Who may read it, and as what. */
export async function readersOf(province: Province, { meetingId }: { meetingId: string }) {
  const rows = await province.rows<{ code: string; level: string }>(
    `select o.code, a.level from access a join offices o on o.tenant_id = a.tenant_id and o.id = a.office_id
      where a.subject_id = $1 order by o.ordinal`,
    [meetingId],
  );
  return Object.fromEntries(rows.map(({ code, level }) => [code, level]));
}

export async function filed(province: Province, more: Input = {}): Promise<MeetingStage> {
  const caller = as(province.phuTho, committee, "records-clerk");
  return executeCommand(fileMeeting, caller, await filingInput(province, more));
}

export async function approve(province: Province, meeting: MeetingStage): Promise<MeetingStage> {
  const caller = as(province.phuTho, committee, "chief");
  await executeCommand(approveMeeting, caller, await seen(province, meeting));
  return meeting;
}

export async function approved(province: Province, more: Input = {}): Promise<MeetingStage> {
  return approve(province, await filed(province, more));
}

export async function confirm(
  province: Province,
  meeting: MeetingStage,
  more: Input = {},
): Promise<MeetingStage> {
  const caller = as(province.phuTho, party, "chief");
  await executeCommand(confirmMeeting, caller, { ...(await seen(province, meeting)), ...more });
  return meeting;
}

export async function confirmed(province: Province, more: Input = {}): Promise<MeetingStage> {
  return confirm(province, await approved(province, more));
}

export async function postponed(province: Province): Promise<MeetingStage> {
  const meeting = await confirmed(province);
  await executeCommand(postponeMeeting, as(province.phuTho, party, "chief"), {
    ...(await seen(province, meeting)),
    reason: "Chờ báo cáo của các sở.",
  });
  return meeting;
}

/** Given up by the filing office after its own chief had approved it. */
export async function cancelled(province: Province): Promise<MeetingStage> {
  const meeting = await approved(province);
  await executeCommand(cancelMeeting, as(province.phuTho, committee, "records-clerk"), {
    ...(await seen(province, meeting)),
    reason: "Đăng ký nhầm tuần.",
  });
  return meeting;
}

/** Two meetings that hold the same place; the second has the higher rank and is approved. */
export async function contested(
  province: Province,
  bring: (province: Province, more: Input) => Promise<MeetingStage> = approved,
): Promise<{ lower: MeetingStage; higher: MeetingStage }> {
  const day = freshDay();
  const lower = await bring(province, { day, kindKey: "other" });
  return { lower, higher: await approved(province, { day, kindKey: "party-plenum" }) };
}

/** Approved, and its place taken by a meeting of higher rank. */
export async function displaced(province: Province): Promise<MeetingStage> {
  const { lower, higher } = await contested(province);
  await confirm(province, higher, { displaceReason: "Hội nghị Ban Chấp hành dời ngày." });
  return lower;
}

export async function displacedWhenFiled(province: Province): Promise<MeetingStage> {
  const { lower, higher } = await contested(province, filed);
  await confirm(province, higher, { displaceReason: "Hội nghị Ban Chấp hành dời ngày." });
  return lower;
}

/** Filed by the party's office, which leads it as well. */
export async function ownOfParty(province: Province, more: Input = {}): Promise<MeetingStage> {
  const caller = as(province.phuTho, party, "records-clerk");
  return executeCommand(fileMeeting, caller, await filingInput(province, more));
}

/** Approved, but not for the common sheet: only the offices concerned read it. */
export function restricted(province: Province, more: Input = {}): Promise<MeetingStage> {
  return approved(province, { visibility: "restricted", ...more });
}

/** Under no agreement: the fourth office files and leads it. */
export async function ungoverned(province: Province): Promise<MeetingStage> {
  const caller = as(province.phuTho, stranger, "specialist");
  return executeCommand(fileMeeting, caller, {
    title: "Họp cơ quan",
    kindKey: "other",
    day: freshDay(),
    from: "8:00",
    until: "9:00",
    placeText: "Phòng họp cơ quan",
  });
}

/** A week with one confirmed meeting, published as often as `after` says, and changed since. */
export type WeekStage = { monday: Day; after: number; meeting: MeetingStage };

export async function publish(province: Province, monday: Day, after: number): Promise<void> {
  await executeCommand(publishSheet, as(province.phuTho, party, "chief"), { monday, after });
}

export async function publishedWeek(province: Province): Promise<WeekStage> {
  const monday = freshWeek();
  const meeting = await confirmed(province, { day: monday });
  await publish(province, monday, 0);
  return { monday, after: 1, meeting };
}

/** Published, and one more meeting approved since. */
export async function changedWeek(province: Province): Promise<WeekStage & { added: MeetingStage }> {
  const week = await publishedWeek(province);
  const added = await approved(province, { day: plusDays(week.monday, 1), title: "Cuộc họp thêm vào" });
  return { ...week, added };
}

export async function sheetOf(province: Province, monday: Day) {
  const versions = await province.rows<{
    id: string;
    number: number;
    rows: { meetingId: string; title: string }[];
  }>(
    `select s.id, v.number, v.rows from week_sheets s
      join week_sheet_versions v on v.tenant_id = s.tenant_id and v.sheet_id = s.id
      where s.tenant_id = $1 and s.monday = $2 order by v.number`,
    [province.phuTho.tenant.id, monday],
  );
  return versions;
}
