import type { MatrixArea, MatrixOffice, MatrixPart } from "@/components/agreements/matrix-types";
import type { SigningParty } from "@/components/agreements/signature-strip";
import type { DueContent } from "@/components/ui/due";
import type { OfficeMark } from "@/components/ui/office-label";
import type { WhyContent } from "@/components/ui/why";

// Everything here is invented; people carry the mark of it on every page of the demonstration.
export const vptu: OfficeMark = { code: "VPTU", tint: 1, name: "Văn phòng Tỉnh ủy" };
export const vphdnd: OfficeMark = {
  code: "VP ĐĐBQH&HĐND",
  tint: 2,
  name: "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
};
export const vpubnd: OfficeMark = { code: "VP UBND", tint: 3, name: "Văn phòng Ủy ban nhân dân tỉnh" };
export const ubkt: OfficeMark = { code: "Ủy ban Kiểm tra Tỉnh ủy", tint: "x" };

export const matrixOffices: readonly MatrixOffice[] = [
  { ...vptu, id: "vptu", mine: true },
  { ...vphdnd, id: "vphdnd" },
  { ...vpubnd, id: "vpubnd" },
];

export const fileHash = "7be041c9d25a83f60b1e97c45d38aa20e6f13c8b94d7610e2fa5c8731b69d40f";

export const dueWhy: WhyContent = {
  title: "Vì sao hạn là 26/11/2026?",
  steps: [
    { label: "Hội nghị", text: "14:00, Thứ Ba 01/12/2026" },
    { label: "Lùi lại", text: "3 ngày làm việc: 30/11, 27/11, 26/11" },
    { label: "Bỏ qua", text: "Thứ Bảy 28 và Chủ nhật 29/11" },
    { label: "Hạn", text: "hết Thứ Năm 26/11/2026" },
  ],
  quote: {
    text: "“Tài liệu gửi cơ quan chủ trì trước hội nghị ít nhất 03 ngày làm việc.”",
    source: "Điều 4 khoản 1 Quy chế 2026, đang có hiệu lực",
  },
};

export const closeWhy: WhyContent = {
  title: "Chỉ VPTU kết thúc nhiệm vụ này",
  quote: {
    text: "“Cơ quan chủ trì tổng hợp, tiếp thu ý kiến và kết thúc nhiệm vụ.”",
    source: "Điều 3 khoản 3 Quy chế 2026",
  },
};

export const dueSoon: DueContent = {
  tone: "due",
  text: "còn 1 ngày",
  date: { iso: "2026-11-26", text: "26/11/2026" },
  why: dueWhy,
};

export const dueLate: DueContent = {
  tone: "late",
  text: "quá 2 ngày",
  date: { iso: "2026-11-23", text: "23/11/2026" },
  why: { ...dueWhy, title: "Vì sao hạn là 23/11/2026?" },
};

export const duePlain: DueContent = {
  tone: "plain",
  text: "còn 5 ngày",
  date: { iso: "2026-11-30", text: "30/11/2026" },
};

const letters: Record<string, MatrixPart> = {
  C: "lead",
  P: "assist",
  B: "informed",
  T: "lead-or-assist",
  "-": "none",
};

function cells(row: string): MatrixPart[] {
  return row.split("").map((letter) => letters[letter] ?? "none");
}

const byLaw: WhyContent = {
  title: "Vì sao không đổi được?",
  quote: {
    text: "Ban Tiếp công dân thường trực và chủ trì tại Trụ sở; các văn phòng khác cử đại diện bằng văn bản.",
    source: "Tóm ý Nghị định 154/2026, Điều 29 đến 34. Quy chế không được ghi khác.",
  },
};

type DutySketch = [clause: string, text: string, row: string, rule?: string, why?: WhyContent];

function area(number: string, title: string, duties: readonly DutySketch[]): MatrixArea {
  return {
    key: number,
    number,
    title,
    duties: duties.map(([clause, text, row, rule, why]) => ({
      key: clause,
      clause,
      href: `#dieu-${number}`,
      text,
      parts: cells(row),
      rule,
      why,
    })),
  };
}

export const matrixAreas: readonly MatrixArea[] = [
  area("4", "Hội nghị, cuộc họp, kỳ họp", [
    ["4.1", "Hội nghị BCH, BTV; họp Thường trực Tỉnh ủy", "CPP"],
    ["4.2", "Kỳ họp, phiên họp HĐND; việc của Đoàn ĐBQH", "PCP"],
    ["4.3", "Phiên họp UBND, họp của lãnh đạo UBND tỉnh", "BBC"],
    ["4.4", "Lịch công tác tuần chung của lãnh đạo tỉnh", "CPP"],
  ]),
  area("5", "Thẩm định, thẩm tra", [
    ["5.1", "Tờ trình của UBND tỉnh trình Ban Thường vụ", "PBC"],
    ["5.2", "Dự thảo nghị quyết trình kỳ họp HĐND", "-CP"],
  ]),
  area("6", "Thông tin, tài liệu", [
    ["6.1", "Trao đổi thông tin, cung cấp tài liệu", "TTT", "Theo cơ quan ra tài liệu"],
  ]),
  area("7", "Tiếp xúc cử tri", [
    ["7.1", "Tiếp xúc cử tri chung", "BCP", "Luật định", byLaw],
    ["7.2", "Tổng hợp trả lời kiến nghị cử tri", "BPC", "Luật định", byLaw],
  ]),
  area("8", "Tiếp công dân, đơn thư", [
    ["8.1", "Trụ sở Tiếp công dân, đoàn đông người", "PPC", "Luật định", byLaw],
    ["8.2", "Đơn gửi đến các cơ quan của tỉnh", "TTT", "Theo bảng lĩnh vực đơn", byLaw],
  ]),
  area("9", "Công tác, đối ngoại", [
    ["9.1", "Đón tiếp đoàn, lễ tân, tháp tùng", "TTT", "Theo lãnh đạo chủ trì đón"],
  ]),
  area("10", "Bồi dưỡng nghiệp vụ", [["10.1", "Tập huấn nghiệp vụ văn phòng hằng năm", "CPP"]]),
  area("11", "Nội dung khác", [["11.1", "Hạ tầng số, văn thư, lưu trữ", "PPC"]]),
];

/** Merged offices: one for Party and one for Council and Committee. */
export const mergedAreas: readonly MatrixArea[] = matrixAreas.map((one) => ({
  ...one,
  duties: one.duties.map((duty) => ({ ...duty, parts: duty.parts.slice(0, 2) })),
}));

export const parties: readonly SigningParty[] = [
  {
    key: "vptu",
    office: vptu,
    state: "mine",
    signer: "Trần Thị Minh Hà, Chánh Văn phòng",
    detail: "Mời ký từ 08:30, 24/11/2026 · hạn 27/11",
  },
  {
    key: "vphdnd",
    office: vphdnd,
    state: "asked",
    signer: "Hoàng Văn Khải, Chánh Văn phòng",
    detail: "Mời ký từ 08:30, 24/11/2026 · đã mở xem hôm nay",
  },
  {
    key: "vpubnd",
    office: vpubnd,
    state: "signed",
    signer: "Vũ Đình Lâm, Chánh Văn phòng",
    detail: "16:05, 24/11/2026",
  },
];
