import { headingKey } from "@/lib/platform/imports/columns";
import type { PetitionChannel, PetitionClass } from "../types";

/** The columns of a register of letters and the headings offices give them. */
export const headings = {
  code: ["Mã", "Mã đơn", "Số đơn", "Số đến", "Số thứ tự"],
  receivedOn: ["Ngày nhận", "Ngày tiếp nhận", "Ngày nhận đơn", "Ngày đến"],
  receivedBy: ["Cơ quan nhận", "Cơ quan nhận đơn", "Nơi nhận", "Gửi đến"],
  channel: ["Nguồn", "Nguồn đơn", "Nhận qua", "Hình thức tiếp nhận"],
  fullName: ["Họ tên", "Họ và tên", "Người gửi", "Người đứng đơn"],
  address: ["Địa chỉ"],
  phone: ["Điện thoại", "Số điện thoại"],
  idNumber: ["Số định danh", "Số căn cước", "Căn cước", "CCCD", "CMND", "Số CCCD"],
  subject: ["Trích yếu", "Tóm tắt", "Tóm tắt nội dung"],
  content: ["Nội dung", "Nội dung đơn"],
  class: ["Loại", "Loại đơn", "Phân loại"],
  outcome: ["Kết quả", "Kết quả xử lý", "Hướng xử lý"],
  outcomeOn: ["Ngày xử lý", "Ngày kết quả"],
  documents: ["Số văn bản", "Số văn bản ban hành", "Số văn bản đã ban hành"],
} as const;
export type Heading = keyof typeof headings;

export type ImportedOutcome = "forwarded" | "guided" | "returned" | "settled" | "filed-away";

/** Each word with the others it goes by; compared without marks, blanks and capitals. */
function dictionary<Value extends string>(
  words: Readonly<Record<Value, readonly string[]>>,
): ReadonlyMap<string, Value> {
  const values = Object.keys(words) as Value[];
  return new Map(
    values.flatMap((value) => [value, ...words[value]].map((word) => [headingKey(word), value])),
  );
}

export const channels = dictionary<PetitionChannel>({
  post: ["bưu điện", "bưu chính", "qua bưu điện", "đường bưu điện", "dịch vụ bưu chính"],
  hand: ["nộp trực tiếp", "trực tiếp", "gửi trực tiếp", "hộp thư", "hòm thư góp ý"],
  desk: ["tiếp công dân", "tại bàn tiếp", "tại nơi tiếp công dân", "trụ sở tiếp công dân"],
  forwarded: ["chuyển đến", "cơ quan khác chuyển", "nơi khác chuyển đến", "chuyển đơn đến"],
  "voters-meeting": ["tiếp xúc cử tri", "tại hội nghị tiếp xúc cử tri"],
  online: ["trực tuyến", "qua mạng", "cổng thông tin"],
});

export const classes = dictionary<PetitionClass>({
  complaint: ["khiếu nại", "KN", "đơn khiếu nại"],
  denunciation: ["tố cáo", "TC", "đơn tố cáo"],
  proposal: ["kiến nghị", "kiến nghị, phản ánh", "KNPA", "đơn kiến nghị"],
  feedback: ["phản ánh", "PA", "đơn phản ánh"],
  mixed: ["nhiều nội dung", "hỗn hợp", "đơn có nhiều nội dung", "có nhiều nội dung khác nhau"],
  "denunciation-information": ["thông tin có nội dung tố cáo", "thông tin tố cáo"],
});

export const outcomes = dictionary<ImportedOutcome>({
  forwarded: ["chuyển", "chuyển đơn", "đã chuyển", "đã chuyển đơn"],
  guided: ["hướng dẫn", "đã hướng dẫn"],
  returned: ["trả lại", "trả lại đơn", "trả đơn", "đã trả lại"],
  settled: ["giải quyết", "đã giải quyết", "giải quyết xong"],
  "filed-away": ["lưu", "lưu đơn", "xếp lưu", "xếp lưu đơn", "đã lưu"],
});

/** Kinds of bodies by the names people write; a code or the body's own name is known beside these. */
export const bodyKinds = dictionary({
  "party-committee": ["Tỉnh ủy", "Thành ủy", "cấp ủy", "Thường trực Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"],
  "assembly-delegation": ["Đoàn ĐBQH", "Đoàn đại biểu Quốc hội"],
  "peoples-council": [
    "council-standing",
    "HĐND",
    "Thường trực HĐND",
    "Thường trực Hội đồng nhân dân",
    "Hội đồng nhân dân",
  ],
  "peoples-committee": ["UBND", "Ủy ban nhân dân", "Chủ tịch UBND"],
});
