import type { Role, Rule, RuleSource } from "@/lib/platform/policy/rule-table";
import { roles } from "@/lib/platform/policy/rule-table";

export const meetingActs = [
  "file",
  "read",
  "edit",
  "approve",
  "giveBack",
  "confirm",
  "change",
  "postpone",
  "cancel",
  "resettle",
  "number",
] as const;
export type MeetingAct = (typeof meetingActs)[number];

/**
 * The acting office's one strongest part: "own" leads and filed it, lead, filing, assist, informed (named by the duty, or
 * its leader is asked for), reader (of the common sheet), none. Filing comes before there is a meeting: "party" represents
 * a party to the version in force, "ungoverned" files what no agreement governs, "other" is neither.
 */
export const meetingParts = [
  "own",
  "lead",
  "filing",
  "assist",
  "informed",
  "reader",
  "none",
  "party",
  "ungoverned",
  "other",
] as const;
export type MeetingPart = (typeof meetingParts)[number];

/** "none" is the state before the meeting exists. */
export const meetingStates = ["none", "filed", "approved", "confirmed", "postponed", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

export type MeetingRule = Rule<MeetingAct, MeetingPart, MeetingState, never>;

const deciding: readonly Role[] = ["chief", "deputy-chief", "department-head"];
const filing: readonly Role[] = [
  ...deciding,
  "specialist",
  "records-clerk",
  "reception-officer",
  "secretary",
];
const existing = ["filed", "approved", "confirmed", "postponed", "cancelled"] as const;

/** Article 4 of the template: its five duties are clauses 1 to 5. */
function meetings(clause: number): RuleSource {
  return { kind: "article", articleKey: "meetings", clause };
}

/** Where the agreement says which roles inside an office may do what it gives the office. */
export const meetingRolesSource = { kind: "article", articleKey: "meetings", clause: 13 } as const;

const cancelOwn =
  "Cuộc họp chưa được xác nhận thì văn phòng đăng ký hoặc văn phòng chủ trì hủy, nêu rõ lý do.";
const leadChanges = "Cuộc họp đã được xác nhận thì văn phòng chủ trì thay đổi, hoãn hoặc hủy, nêu rõ lý do.";

/**
 * Who may do what on a meeting. Beyond these rows a command still asks whether the times are free, the item is fresh, the
 * input valid, the duty one of the version in force, and for `resettle` whether the place was taken at all.
 */
export const meetingRules: readonly MeetingRule[] = [
  {
    id: "meeting-file",
    act: "file",
    roles: filing,
    parts: ["party"],
    states: ["none"],
    source: meetings(7),
    quote:
      "Văn phòng là một bên của Quy chế đang có hiệu lực được đăng ký cuộc họp vào lịch chung, kể cả cuộc họp do văn phòng khác chủ trì.",
  },
  {
    id: "meeting-file-ungoverned",
    act: "file",
    roles: filing,
    parts: ["ungoverned"],
    states: ["none"],
    source: { kind: "portal", name: "Lịch chung" },
    quote: "Cuộc họp không thuộc quy chế nào thì văn phòng đăng ký chủ trì, có ghi chú “chưa có quy chế”.",
  },
  {
    id: "meeting-read-concerned",
    act: "read",
    roles,
    parts: ["own", "lead", "filing", "assist", "informed"],
    states: existing,
    source: meetings(12),
    quote:
      "Văn phòng chủ trì, phối hợp, đăng ký, được thông tin và văn phòng phục vụ lãnh đạo dự họp được xem cuộc họp.",
  },
  {
    id: "meeting-read-common",
    act: "read",
    roles,
    parts: ["reader"],
    states: ["approved", "confirmed", "postponed", "cancelled"],
    source: meetings(12),
    quote:
      "Cuộc họp thuộc lịch chung đã được duyệt thì mọi văn phòng được xem; cuộc họp khác thì văn phòng không có liên quan chỉ biết là bận.",
  },
  {
    id: "meeting-edit",
    act: "edit",
    roles: filing,
    parts: ["own", "filing"],
    states: ["filed", "approved"],
    source: meetings(7),
    quote:
      "Khi mục đăng ký chưa được xác nhận, văn phòng đăng ký được sửa; mục đã duyệt mà sửa thì duyệt lại.",
  },
  {
    id: "meeting-approve",
    act: "approve",
    roles: deciding,
    parts: ["own", "filing"],
    states: ["filed"],
    source: meetings(8),
    quote: "Văn phòng đăng ký duyệt mục đăng ký của mình hoặc trả lại để sửa, nêu rõ lý do.",
  },
  {
    id: "meeting-give-back-filed",
    act: "giveBack",
    roles: deciding,
    parts: ["own", "filing"],
    states: ["filed"],
    source: meetings(8),
    quote: "Văn phòng đăng ký duyệt mục đăng ký của mình hoặc trả lại để sửa, nêu rõ lý do.",
  },
  {
    id: "meeting-give-back-approved",
    act: "giveBack",
    roles: deciding,
    parts: ["own", "lead"],
    states: ["approved"],
    source: meetings(9),
    quote: "Văn phòng chủ trì cuộc họp xác nhận mục đã duyệt vào lịch chung hoặc trả lại, nêu rõ lý do.",
  },
  {
    id: "meeting-confirm",
    act: "confirm",
    roles: deciding,
    parts: ["own", "lead"],
    states: ["approved"],
    source: meetings(9),
    quote: "Văn phòng chủ trì cuộc họp xác nhận mục đã duyệt vào lịch chung hoặc trả lại, nêu rõ lý do.",
  },
  {
    id: "meeting-change",
    act: "change",
    roles: deciding,
    parts: ["own", "lead"],
    states: ["confirmed"],
    source: meetings(10),
    quote: leadChanges,
  },
  {
    id: "meeting-postpone",
    act: "postpone",
    roles: deciding,
    parts: ["own", "lead"],
    states: ["confirmed"],
    source: meetings(10),
    quote: leadChanges,
  },
  {
    id: "meeting-cancel-confirmed",
    act: "cancel",
    roles: deciding,
    parts: ["own", "lead"],
    states: ["confirmed", "postponed"],
    source: meetings(10),
    quote: leadChanges,
  },
  {
    id: "meeting-cancel-filed",
    act: "cancel",
    roles: deciding,
    parts: ["lead"],
    states: ["filed", "approved"],
    source: meetings(10),
    quote: cancelOwn,
  },
  {
    id: "meeting-cancel-own-filing",
    act: "cancel",
    roles: filing,
    parts: ["own", "filing"],
    states: ["filed", "approved"],
    source: meetings(10),
    quote: cancelOwn,
  },
  {
    id: "meeting-resettle",
    act: "resettle",
    roles: deciding,
    parts: ["own", "lead"],
    states: ["approved"],
    source: meetings(9),
    quote:
      "Văn phòng chủ trì cuộc họp đã duyệt mà bị lấy chỗ được báo lý do, được gợi ý ba khoảng thời gian trống và phải trả lời bằng một thời gian khác hoặc hủy; mục chưa duyệt mà bị lấy chỗ thì văn phòng đăng ký sửa hoặc hủy.",
  },
  {
    id: "meeting-number",
    act: "number",
    roles: filing,
    parts: ["own", "lead", "filing"],
    states: ["approved", "confirmed"],
    source: { kind: "portal", name: "Số giấy mời" },
    quote:
      "Văn phòng chủ trì và văn phòng đăng ký ghi số giấy mời đã lấy ở hệ thống quản lý văn bản của mình vào cuộc họp đã duyệt hoặc đã xác nhận.",
  },
];

export const sheetActs = ["publish", "read"] as const;
export const sheetParts = ["calendar-lead", "office"] as const;
export const sheetStates = ["week"] as const;
export type SheetRule = Rule<
  (typeof sheetActs)[number],
  (typeof sheetParts)[number],
  (typeof sheetStates)[number],
  never
>;

/** Who may do what with the common week sheet. */
export const sheetRules: readonly SheetRule[] = [
  {
    id: "sheet-publish",
    act: "publish",
    roles: deciding,
    parts: ["calendar-lead"],
    states: ["week"],
    source: meetings(11),
    quote:
      "Văn phòng chủ trì lịch công tác tuần chung phát hành lịch tuần; mỗi lần thay đổi sau khi phát hành là một lần điều chỉnh, báo cho các văn phòng có cuộc họp thay đổi.",
  },
  {
    id: "sheet-read",
    act: "read",
    roles,
    parts: ["calendar-lead", "office"],
    states: ["week"],
    source: meetings(12),
    quote: "Lịch tuần đã phát hành thì mọi văn phòng được xem.",
  },
];

export const feedActs = ["create", "revoke"] as const;
/** "maker" made it; "office" is anybody else of the office whose feed it is, or who makes one for it. */
export const feedParts = ["maker", "office"] as const;
export const feedStates = ["none", "live"] as const;
export type FeedRule = Rule<
  (typeof feedActs)[number],
  (typeof feedParts)[number],
  (typeof feedStates)[number],
  never
>;

const feeds: RuleSource = { kind: "portal", name: "Nhận lịch về điện thoại (iCal)" };

/** Who may let a calendar outside the portal read along. What it shows is never more than its office may read. */
export const feedRules: readonly FeedRule[] = [
  {
    id: "feed-create",
    act: "create",
    roles,
    parts: ["office"],
    states: ["none"],
    source: meetings(12),
    quote:
      "Cuộc họp thuộc lịch chung đã được duyệt thì mọi văn phòng được xem; cuộc họp khác thì văn phòng không có liên quan chỉ biết là bận.",
  },
  {
    id: "feed-revoke-own",
    act: "revoke",
    roles,
    parts: ["maker"],
    states: ["live"],
    source: feeds,
    quote: "Người tạo địa chỉ đăng ký lịch thu hồi địa chỉ đó bất cứ lúc nào.",
  },
  {
    id: "feed-revoke-of-office",
    act: "revoke",
    roles: ["chief"],
    parts: ["office"],
    states: ["live"],
    source: feeds,
    quote: "Chánh Văn phòng thu hồi được mọi địa chỉ đăng ký lịch của văn phòng mình.",
  },
];

export const attendanceActs = ["answer", "recordPresence"] as const;
/**
 * "self" is invited by the own account; "diary" serves the body of the leader who is invited; "office" answers for its own
 * participants; "secretariat" serves the body whose members are counted; "other" is none of these.
 */
export const attendanceParts = ["self", "diary", "office", "secretariat", "other"] as const;
export type AttendancePart = (typeof attendanceParts)[number];
export type AttendanceRule = Rule<(typeof attendanceActs)[number], AttendancePart, MeetingState, never>;

const attendance: RuleSource = { kind: "portal", name: "Dự họp và điểm danh" };

/** Who says who comes, and who says who came. Counting also waits for the day of the meeting. */
export const attendanceRules: readonly AttendanceRule[] = [
  {
    id: "answer-in-person",
    act: "answer",
    roles,
    parts: ["self"],
    states: ["confirmed"],
    source: attendance,
    quote: "Người được mời họp tự trả lời trên cổng: dự, không dự hoặc cử người đi thay.",
  },
  {
    id: "answer-for-a-leader",
    act: "answer",
    roles: [...deciding, "secretary", "records-clerk"],
    parts: ["diary"],
    states: ["confirmed"],
    source: attendance,
    quote:
      "Văn phòng phục vụ cơ quan của lãnh đạo được mời trả lời thay lãnh đạo: thư ký, văn thư, trưởng phòng, Phó Chánh Văn phòng, Chánh Văn phòng.",
  },
  {
    id: "answer-for-an-office",
    act: "answer",
    roles: filing,
    parts: ["office"],
    states: ["confirmed"],
    source: attendance,
    quote: "Văn phòng có phần trong cuộc họp trả lời cho thành phần dự họp của văn phòng mình.",
  },
  {
    id: "presence-record",
    act: "recordPresence",
    roles: filing,
    parts: ["secretariat"],
    states: ["confirmed"],
    source: attendance,
    quote: "Văn phòng phục vụ cơ quan nào thì điểm danh thành viên của cơ quan đó, từ ngày họp.",
  },
];

export const keepingActs = [
  "setRules",
  "setQuorum",
  "removeQuorum",
  "addKind",
  "editKind",
  "removeKind",
  "addPlace",
  "editPlace",
] as const;
/** A room or a kit is of the acting office ("own"), of another or of none ("other"); everything else is the tenant's. */
export const keepingParts = ["tenant", "own", "other"] as const;
/** A kind is the portal's ("standard") or was added by the tenant; "set" is everything that is there from the beginning. */
export const keepingStates = ["none", "set", "standard", "added"] as const;
export type KeepingRule = Rule<
  (typeof keepingActs)[number],
  (typeof keepingParts)[number],
  (typeof keepingStates)[number],
  never
>;

const settings: RuleSource = { kind: "portal", name: "Danh mục của lịch" };
const administrator: readonly Role[] = ["tenant-administrator"];
const quorumSentence =
  "Quản trị cổng đặt tỷ lệ thành viên cần có mặt của từng loại cơ quan và từng loại cuộc họp, kèm căn cứ.";
const kindsSentence = "Quản trị cổng thêm loại cuộc họp của tỉnh, đổi tên và thứ tự ưu tiên của mọi loại.";
const placesSentence = "Quản trị cổng lập và sửa danh mục phòng họp, thiết bị của mọi văn phòng.";
const ownPlacesSentence = "Chánh Văn phòng lập và sửa danh mục phòng họp, thiết bị của văn phòng mình.";

/** Who keeps what the calendar reckons with. */
export const keepingRules: readonly KeepingRule[] = [
  {
    id: "calendar-set-rules",
    act: "setRules",
    roles: administrator,
    parts: ["tenant"],
    states: ["set"],
    source: settings,
    quote:
      "Quản trị cổng đặt giờ làm việc, ngày trao đổi dự kiến lịch, thời gian đi lại, thời hạn giữ chỗ và các cột của lịch tuần.",
  },
  {
    id: "quorum-set",
    act: "setQuorum",
    roles: administrator,
    parts: ["tenant"],
    states: ["set"],
    source: settings,
    quote: quorumSentence,
  },
  {
    id: "quorum-remove",
    act: "removeQuorum",
    roles: administrator,
    parts: ["tenant"],
    states: ["added"],
    source: settings,
    quote: "Quy định đủ số chung cho mọi cơ quan, mọi cuộc họp không bỏ được; quy định riêng thì bỏ được.",
  },
  {
    id: "kind-add",
    act: "addKind",
    roles: administrator,
    parts: ["tenant"],
    states: ["none"],
    source: settings,
    quote: kindsSentence,
  },
  {
    id: "kind-edit",
    act: "editKind",
    roles: administrator,
    parts: ["tenant"],
    states: ["standard", "added"],
    source: settings,
    quote: kindsSentence,
  },
  {
    id: "kind-remove",
    act: "removeKind",
    roles: administrator,
    parts: ["tenant"],
    states: ["added"],
    source: settings,
    quote:
      "Loại cuộc họp có sẵn của cổng không bỏ được; loại của tỉnh bỏ được khi chưa có cuộc họp nào dùng.",
  },
  {
    id: "place-add",
    act: "addPlace",
    roles: administrator,
    parts: ["own", "other"],
    states: ["none"],
    source: settings,
    quote: placesSentence,
  },
  {
    id: "place-add-own",
    act: "addPlace",
    roles: ["chief"],
    parts: ["own"],
    states: ["none"],
    source: settings,
    quote: ownPlacesSentence,
  },
  {
    id: "place-edit",
    act: "editPlace",
    roles: administrator,
    parts: ["own", "other"],
    states: ["set"],
    source: settings,
    quote: placesSentence,
  },
  {
    id: "place-edit-own",
    act: "editPlace",
    roles: ["chief"],
    parts: ["own"],
    states: ["set"],
    source: settings,
    quote: ownPlacesSentence,
  },
];
