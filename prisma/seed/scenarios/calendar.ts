import { answerMeeting } from "@/lib/meetings/commands/answer-meeting";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { as } from "../caller";
import type { SeededTenant } from "../create-tenant";
import type { SeededAgreement } from "./agreements";
import { dutyId } from "./tasks";

const [party, council, committee] = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"] as const;
const secretary = "Bí thư Tỉnh ủy";
const deputySecretary = "Phó Bí thư Thường trực Tỉnh ủy";
const councilChair = "Chủ tịch Hội đồng nhân dân tỉnh";
const committeeChair = "Chủ tịch Ủy ban nhân dân tỉnh";
const deputyChair = "Phó Chủ tịch Ủy ban nhân dân tỉnh";

type Entry = {
  by: string;
  lead: string;
  duty: string;
  kind: string;
  title: string;
  /** Days after the Monday of the week. */
  weekday: number;
  from: string;
  until: string;
  chair: string;
  leaders?: readonly string[];
  room?: string;
  place?: string;
  body?: string;
  /** Whose meeting it is: each counts its own members. */
  bodies?: readonly string[];
  host?: string;
  participants: string;
  preparing?: string;
};

/** The next week, with a few lines of every office; what is past cannot be filed, so the demonstration looks ahead. */
const week: readonly Entry[] = [
  {
    by: committee,
    lead: committee,
    duty: "committee-meetings",
    kind: "committee-sitting",
    title: "Phiên họp Ủy ban nhân dân tỉnh thường kỳ",
    weekday: 0,
    from: "8:00",
    until: "11:00",
    chair: committeeChair,
    leaders: [deputyChair],
    room: "UBA",
    bodies: ["UBND"],
    participants: "Các Phó Chủ tịch, Ủy viên Ủy ban nhân dân tỉnh; mời Thường trực Hội đồng nhân dân tỉnh",
  },
  {
    by: council,
    lead: council,
    duty: "council-sessions",
    kind: "council-standing",
    title: "Thường trực Hội đồng nhân dân tỉnh cho ý kiến chương trình kỳ họp thứ sáu",
    weekday: 0,
    from: "14:00",
    until: "16:00",
    chair: councilChair,
    room: "HD3",
    participants: "Thường trực Hội đồng nhân dân tỉnh, trưởng các ban",
  },
  {
    by: committee,
    lead: committee,
    duty: "delegations",
    kind: "trip",
    title: "Kiểm tra tiến độ đường nối cao tốc",
    weekday: 1,
    from: "14:00",
    until: "17:00",
    chair: deputyChair,
    host: deputyChair,
    place: "Xã Phù Ninh",
    participants: "Sở Xây dựng; Ủy ban nhân dân xã Hy Cương",
  },
  {
    by: party,
    lead: party,
    duty: "party-meetings",
    kind: "party-standing-members",
    title: "Giao ban Thường trực Tỉnh ủy",
    weekday: 2,
    from: "8:00",
    until: "9:30",
    chair: secretary,
    leaders: [deputySecretary],
    room: "TU1",
    participants: "Thường trực Tỉnh ủy; ba Chánh Văn phòng",
  },
  {
    by: party,
    lead: party,
    duty: "leaders-reception",
    kind: "citizen-reception",
    title: "Bí thư Tỉnh ủy tiếp công dân định kỳ",
    weekday: 3,
    from: "8:00",
    until: "11:30",
    chair: secretary,
    body: "TU",
    place: "Trụ sở Tiếp công dân tỉnh",
    participants: "Ban Nội chính, Ủy ban Kiểm tra Tỉnh ủy; Ban Tiếp công dân",
  },
  {
    by: party,
    lead: party,
    duty: "party-meetings",
    kind: "working-session",
    title: "Làm việc với Đảng ủy phường Việt Trì",
    weekday: 3,
    from: "14:00",
    until: "16:00",
    chair: deputySecretary,
    room: "TU2",
    participants: "Ban Tổ chức, Ban Tuyên giáo và Dân vận Tỉnh ủy",
  },
  {
    by: party,
    lead: party,
    duty: "party-meetings",
    kind: "other",
    title: "Hội nghị tổng kết công tác dân vận",
    weekday: 4,
    from: "8:00",
    until: "11:30",
    chair: deputySecretary,
    room: "HTL",
    participants: "Ban Thường vụ các đảng ủy xã, phường",
  },
  {
    by: council,
    lead: council,
    duty: "joint-voter-contact",
    kind: "voter-contact",
    title: "Tiếp xúc cử tri xã Tam Nông trước kỳ họp",
    weekday: 4,
    from: "14:00",
    until: "17:00",
    chair: councilChair,
    place: "Nhà văn hóa xã Tam Nông",
    participants: "Tổ đại biểu số 4; Ủy ban nhân dân xã, Mặt trận Tổ quốc xã",
  },
];

/** Two offices have answered, one of them sends a substitute; the leaders have not yet. */
async function answerFor(seeded: SeededTenant, meetingId: string): Promise<void> {
  const known = { meetingId, revision: 3 };
  await executeCommand(answerMeeting, as(seeded, committee, "records-clerk"), {
    ...known,
    whom: "office",
    answer: "attends",
  });
  await executeCommand(answerMeeting, as(seeded, council, "chief"), {
    ...known,
    whom: "office",
    answer: "substitute",
    substitute: "Phó Chánh Văn phòng Vi Thị Ngọc",
    note: "Chánh Văn phòng dự phiên giải trình cùng giờ.",
  });
}

/** A published week with one adjustment, an entry that waits for its lead, and one that waits for its own chief. */
export async function seedPhuThoCalendar(seeded: SeededTenant, agreement: SeededAgreement): Promise<void> {
  const monday = plusDays(mondayOf(dayAt(new Date())), 7);
  const post = (title?: string) => (title ? (seeded.leaderPosts.get(title) ?? "") : "");
  const input = async (entry: Entry) => ({
    dutyId: await dutyId(seeded, agreement, entry.duty),
    kindKey: entry.kind,
    title: entry.title,
    day: formatDay(plusDays(monday, entry.weekday)),
    from: entry.from,
    until: entry.until,
    chairPostId: post(entry.chair),
    leaderPostIds: (entry.leaders ?? []).map((title) => post(title)),
    roomId: entry.room ? (seeded.rooms.get(entry.room) ?? "") : "",
    placeText: entry.place ?? "",
    bodyId: entry.body ? (seeded.bodies.get(entry.body) ?? "") : "",
    hostPostId: post(entry.host),
    bodyIds: (entry.bodies ?? []).map((code) => seeded.bodies.get(code) ?? ""),
    participants: entry.participants,
    preparing: entry.preparing ?? "",
  });
  const file = async (entry: Entry) =>
    (await executeCommand(fileMeeting, as(seeded, entry.by, "records-clerk"), await input(entry))).meetingId;
  const approve = (entry: Entry, meetingId: string) =>
    executeCommand(approveMeeting, as(seeded, entry.by, "chief"), { meetingId, revision: 1 });
  const confirm = (entry: Entry, meetingId: string) =>
    executeCommand(confirmMeeting, as(seeded, entry.lead, "chief"), { meetingId, revision: 2 });
  const publish = (after: number) =>
    executeCommand(publishSheet, as(seeded, party, "chief"), { monday, after });

  const confirmed = new Map<string, { id: string; entry: Entry }>();
  for (const entry of week) {
    const id = await file(entry);
    await approve(entry, id);
    await confirm(entry, id);
    confirmed.set(entry.title, { id, entry });
  }
  await publish(0);

  const road = confirmed.get("Kiểm tra tiến độ đường nối cao tốc");
  const mass = confirmed.get("Hội nghị tổng kết công tác dân vận");
  if (!road || !mass) throw new Error("the week of the demonstration has both entries");
  await executeCommand(changeMeeting, as(seeded, committee, "chief"), {
    ...(await input({ ...road.entry, place: "Xã Hy Cương" })),
    meetingId: road.id,
    revision: 3,
    reason: "Đoạn qua xã Phù Ninh chưa bàn giao mặt bằng.",
  });
  await executeCommand(postponeMeeting, as(seeded, party, "chief"), {
    meetingId: mass.id,
    revision: 3,
    reason: "Dời sang tuần sau, chờ báo cáo của các xã, phường.",
  });
  await publish(1);

  const sitting = confirmed.get("Phiên họp Ủy ban nhân dân tỉnh thường kỳ");
  if (sitting) await answerFor(seeded, sitting.id);

  const audit: Entry = {
    by: committee,
    lead: party,
    duty: "party-meetings",
    kind: "other",
    title: "Hội nghị chuyên đề chuyển đổi số",
    weekday: 3,
    from: "16:15",
    until: "17:00",
    chair: secretary,
    leaders: [committeeChair],
    room: "HTL",
    participants: "Các sở, ban, ngành; Đảng ủy xã, phường",
  };
  await approve(audit, await file(audit));
  await file({
    by: committee,
    lead: committee,
    duty: "delegations",
    kind: "delegation-visit",
    title: "Tiếp Đoàn công tác tỉnh Lào Cai",
    weekday: 2,
    from: "14:00",
    until: "16:30",
    chair: deputyChair,
    host: deputyChair,
    room: "UBK",
    participants: "Sở Nông nghiệp và Môi trường; Sở Công Thương",
  });
}
