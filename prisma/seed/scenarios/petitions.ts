import { assignPetition } from "@/lib/petitions/commands/assign-petition";
import { recordMilestone } from "@/lib/petitions/commands/record-milestone";
import { takePetition } from "@/lib/petitions/commands/take-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import type { Role } from "@/lib/platform/policy/rule-table";
import { as, postOf } from "../caller";
import type { SeededTenant } from "../create-tenant";
import { seedExternalBodies } from "./external-bodies";

/** An invented letter: nobody of this name lives there, and the numbers are given to nobody. */
type Letter = {
  ago: number;
  by: readonly [office: string, role: Role];
  body: string;
  channel: string;
  who: string;
  address: string;
  phone?: string;
  idNumber?: string;
  subject: string;
  content?: string;
  class?: string;
  denounces?: string;
  kind?: string;
  people?: number;
  forwarder?: readonly [kind: string, name: string];
  settledBefore?: string;
  /** What became of it, in order: how many days ago, what, and by which paper. */
  milestones?: readonly Milestone[];
  /** To whom of the office its chief gave it. */
  handler?: Role;
};

type Milestone = { ago: number; kind: string; document?: string; criteria?: readonly string[] };

const party = ["VPTU", "reception-officer"] as const;
const partyClerk = ["VPTU", "records-clerk"] as const;
const council = ["VP ĐĐBQH&HĐND", "records-clerk"] as const;
const committee = ["VP UBND", "reception-officer"] as const;
const committeeClerk = ["VP UBND", "records-clerk"] as const;

const letters: readonly Letter[] = [
  {
    ago: 44,
    by: committee,
    body: "UBND",
    channel: "desk",
    who: "Hà Thị Lụa",
    address: "Khu 5, xã Hy Cương",
    phone: "0900 000 412",
    idNumber: "025 180 000 412",
    subject: "Bồi thường khi thu hồi đất làm đường nối cao tốc",
    content:
      "Gia đình có 312 m² đất vườn bị thu hồi làm đường nối cao tốc, mức bồi thường tính theo giá đất năm 2023. Đề nghị tính lại và bố trí tái định cư gần chỗ cũ.",
    class: "complaint",
    settledBefore: "UBND xã Hy Cương, văn bản 214 ngày 02/10/2026",
    milestones: [
      { ago: 38, kind: "accepted", document: "61/TB-UBND" },
      { ago: 30, kind: "facts", document: "7/BB", criteria: ["several-places", "differing-opinions"] },
    ],
    handler: "specialist",
  },
  {
    ago: 41,
    by: council,
    body: "HDND",
    channel: "post",
    who: "Hà Thị Lụa",
    address: "Khu 5, xã Hy Cương",
    phone: "0900 000 412",
    subject: "Đề nghị giám sát việc bồi thường, tái định cư dự án đường nối cao tốc",
    class: "proposal",
  },
  {
    ago: 39,
    by: party,
    body: "TU",
    channel: "post",
    who: "Nguyễn Văn Thắng",
    address: "Khu 2, xã Tam Nông",
    phone: "0900 000 113",
    subject: "Việc thu, chi quỹ đóng góp xây dựng nhà văn hóa khu dân cư",
    content:
      "Tôi là Nguyễn Văn Thắng, ở khu 2. Trưởng khu thu tiền của dân mà không công khai, có dấu hiệu chiếm dụng.",
    class: "denunciation",
    denounces: "yes",
    milestones: [{ ago: 33, kind: "accepted", document: "18/QĐ" }],
  },
  {
    ago: 36,
    by: committee,
    body: "UBND",
    channel: "hand",
    who: "Bùi Thị Sen",
    address: "Tổ 7, phường Nông Trang",
    phone: "0900 000 207",
    subject: "Cấp giấy chứng nhận quyền sử dụng đất sau khi dồn điền đổi thửa",
    class: "complaint",
    milestones: [
      { ago: 30, kind: "accepted", document: "66/TB-UBND" },
      { ago: 12, kind: "suspended", document: "24/QĐ-UBND" },
    ],
  },
  {
    ago: 33,
    by: committee,
    body: "UBND",
    channel: "desk",
    who: "Trần Văn Lộc",
    address: "Xóm 4, xã Hùng Sơn",
    phone: "0900 000 222",
    subject: "Ô nhiễm mùi và nước thải từ trại lợn đầu xóm",
    content:
      "Trại lợn ở đầu xóm xả thải ra mương, mùi hôi cả ngày lẫn đêm; xã đã kiểm tra nhưng không xử lý.",
    class: "feedback",
    people: 12,
  },
  {
    ago: 31,
    by: council,
    body: "DDBQH",
    channel: "voters-meeting",
    who: "Đinh Công Tuấn",
    address: "Xã Yên Lập",
    phone: "0900 000 318",
    subject: "Mở rộng đối tượng được hỗ trợ trồng rừng gỗ lớn",
    class: "proposal",
  },
  {
    ago: 29,
    by: partyClerk,
    body: "TU",
    channel: "forwarded",
    who: "Phùng Thị Nga",
    address: "Phường Thanh Miếu",
    subject: "Giải quyết chế độ cho người tham gia kháng chiến",
    class: "proposal",
    forwarder: ["front", "Ủy ban Mặt trận Tổ quốc tỉnh, công văn 88"],
  },
  {
    ago: 26,
    by: committee,
    body: "UBND",
    channel: "desk",
    who: "Lê Quang Dũng",
    address: "Khu 9, xã Cẩm Khê",
    phone: "0900 000 355",
    subject: "Hỏi thủ tục tách thửa đất thừa kế",
    class: "feedback",
    kind: "visit",
  },
  {
    ago: 24,
    by: committeeClerk,
    body: "UBND",
    channel: "post",
    who: "",
    address: "",
    subject: "Thu tiền làm đường không có biên lai",
    content: "Cán bộ thôn thu mỗi hộ 300.000 đồng tiền làm đường nhưng không có biên lai, không công khai.",
    denounces: "unsure",
  },
  {
    ago: 22,
    by: committee,
    body: "UBND",
    channel: "desk",
    who: "Hoàng Thị Thu",
    address: "Khu 3, xã Thanh Ba",
    phone: "0900 000 431",
    subject: "Xây lấn hành lang an toàn lưới điện cạnh trường mầm non",
    class: "feedback",
  },
  {
    ago: 20,
    by: council,
    body: "HDND",
    channel: "forwarded",
    who: "Vương Đình Khánh",
    address: "Phường Vân Phú",
    phone: "0900 000 486",
    subject: "Chậm bàn giao mặt bằng khu tái định cư phía Bắc",
    class: "complaint",
    forwarder: ["na-deputy", "Đại biểu Quốc hội tỉnh, phiếu chuyển 31"],
    people: 6,
  },
  {
    ago: 18,
    by: committee,
    body: "UBND",
    channel: "hand",
    who: "Đặng Thị Hảo",
    address: "Xã Hạ Hòa",
    phone: "0900 000 502",
    subject: "Nhiều nội dung: bồi thường đất lúa và việc làm của cán bộ địa chính",
    content: "Đơn nêu việc bồi thường thiếu 120 m² đất lúa và việc cán bộ địa chính nhận tiền làm giấy tờ.",
    class: "mixed",
    denounces: "yes",
  },
  {
    ago: 16,
    by: party,
    body: "TU",
    channel: "desk",
    who: "Tạ Văn Hưng",
    address: "Phường Phong Châu",
    phone: "0900 000 561",
    subject: "Đề nghị xem xét quy hoạch nghĩa trang nhân dân của phường",
    class: "proposal",
    kind: "visit",
  },
  {
    ago: 13,
    by: committee,
    body: "UBND",
    channel: "desk",
    who: "Trần Văn Lộc",
    address: "Xóm 4, xã Hùng Sơn",
    phone: "0900 000 222",
    subject: "Hỏi kết quả kiểm tra trại lợn đầu xóm",
    class: "feedback",
    kind: "visit",
  },
  {
    ago: 11,
    by: committeeClerk,
    body: "UBND",
    channel: "post",
    who: "Ngô Thị Liên",
    address: "Khu 1, xã Đoan Hùng",
    subject: "Không đồng ý quyết định xử phạt vi phạm hành chính về đất đai",
    class: "complaint",
  },
  {
    ago: 9,
    by: council,
    body: "HDND",
    channel: "post",
    who: "Cao Văn Sỹ",
    address: "Xã Tân Sơn",
    subject: "Đường liên xã hư hỏng sau mưa lũ, xe không đi được",
    class: "feedback",
  },
  {
    ago: 7,
    by: partyClerk,
    body: "TU",
    channel: "post",
    who: "Lưu Thị Mận",
    address: "Phường Gia Cẩm",
    phone: "0900 000 633",
    subject: "Phẩm chất của một đảng viên giữ chức vụ ở phường",
    content: "Tôi là Lưu Thị Mận, điện thoại 0900 000 633, xin báo việc sau đây để Tỉnh ủy xem xét.",
    class: "denunciation",
    denounces: "yes",
  },
  {
    ago: 5,
    by: committee,
    body: "UBND",
    channel: "desk",
    who: "Phạm Thị Vui",
    address: "Tổ 12, phường Dữu Lâu",
    phone: "0900 000 702",
    subject: "Chậm chi trả tiền hỗ trợ di dời chuồng trại",
    class: "complaint",
  },
  {
    ago: 3,
    by: council,
    body: "DDBQH",
    channel: "forwarded",
    who: "Quách Văn Hòa",
    address: "Xã Thu Cúc",
    subject: "Chính sách cho giáo viên mầm non vùng cao",
    class: "proposal",
    forwarder: ["press", "Tòa soạn báo tỉnh, công văn 19"],
  },
  {
    ago: 1,
    by: committeeClerk,
    body: "UBND",
    channel: "post",
    who: "Nguyễn Thị Thơm",
    address: "Khu 6, xã Phù Ninh",
    subject: "Đơn gửi Chủ tịch tỉnh về việc sử dụng đất công ích",
    denounces: "unsure",
  },
  {
    ago: 0,
    by: committee,
    body: "UBND",
    channel: "desk",
    who: "Hà Thị Lụa",
    address: "Khu 5, xã Hy Cương",
    phone: "0900 000 412",
    subject: "Hỏi tiến độ trả lời đơn khiếu nại về bồi thường đất",
    class: "feedback",
    kind: "visit",
  },
];

const moving = ["accepted", "suspended", "resumed", "decided", "concluded"];

/** As its handler records it; each move of the letter is a revision. */
async function record(
  seeded: SeededTenant,
  petitionId: string,
  office: string,
  milestones: readonly Milestone[],
): Promise<number> {
  let revision = 1;
  for (const { ago, kind, document = "", criteria = [] } of milestones) {
    await executeCommand(recordMilestone, as(seeded, office, "chief"), {
      petitionId,
      revision,
      kind,
      on: formatDay(plusDays(dayAt(new Date()), -ago)),
      document,
      criteria,
    });
    if (moving.includes(kind)) revision += 1;
  }
  return revision;
}

async function take(seeded: SeededTenant, letter: Letter, by: Letter["by"]): Promise<void> {
  const [forwarderKind = "", forwarderName = ""] = letter.forwarder ?? [];
  const { petitionId } = await executeCommand(takePetition, as(seeded, ...by), {
    kind: letter.kind ?? "letter",
    receivedOn: formatDay(plusDays(dayAt(new Date()), -letter.ago)),
    channel: letter.channel,
    forwarderKind,
    forwarderName,
    bodyId: seeded.bodies.get(letter.body),
    fullName: letter.who,
    address: letter.address,
    phone: letter.phone ?? "",
    idNumber: letter.idNumber ?? "",
    subject: letter.subject,
    content: letter.content ?? "",
    class: letter.class ?? "",
    denounces: letter.denounces ?? "no",
    peopleCount: letter.people ?? 1,
    settledBefore: letter.settledBefore ?? "",
  });
  const revision = await record(seeded, petitionId, by[0], letter.milestones ?? []);
  if (!letter.handler) return;
  const { postId, personId } = postOf(seeded, by[0], letter.handler);
  await executeCommand(assignPetition, as(seeded, by[0], "chief"), {
    petitionId,
    revision,
    handler: `${postId}.${personId}`,
    reason: "",
  });
}

/** Six weeks of the register of Phú Thọ: every channel and class, somebody who comes again, names kept sealed. */
export async function seedPhuThoPetitions(seeded: SeededTenant): Promise<void> {
  await seedExternalBodies(seeded);
  for (const letter of letters) await take(seeded, letter, letter.by);
}

/** Two letters of the merged office of Hà Giang, one of them a denunciation. */
export async function seedHaGiangPetitions(seeded: SeededTenant): Promise<void> {
  const clerk = ["VP ĐĐBQH, HĐND&UBND", "records-clerk"] as const;
  const [plain, , sealed] = letters;
  for (const letter of [plain, sealed]) {
    if (letter)
      await take(seeded, { ...letter, body: "UBND", who: "Vừ Thị Dợ", address: "Thôn Lũng Táo" }, clerk);
  }
}
