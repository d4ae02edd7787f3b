import type { PetitionClass } from "../words";

/** Papers that leave with a letter's steps; a correction (đính chính) mends the form of one (NĐ 30/2020, art. 18(3)). */
export const paperKinds = [
  "acceptance",
  "refusal",
  "guidance",
  "forwarding",
  "verification",
  "dialogue",
  "decision",
  "conclusion",
  "extension",
  "interim",
  "correction",
] as const;
export type PaperKind = (typeof paperKinds)[number];

type Form = {
  /** Abbreviation of the type in the number (NĐ 30/2020, Phụ lục III); "" for an official letter. */
  type: string;
  title: string;
  classes: readonly PetitionClass[];
  /** Its text orders something, in articles. */
  orders: boolean;
};

const all: readonly PetitionClass[] = [
  "complaint",
  "denunciation",
  "proposal",
  "feedback",
  "mixed",
  "denunciation-information",
];

export const paperForms: Readonly<Record<PaperKind, Form>> = {
  acceptance: { type: "TB", title: "THÔNG BÁO", classes: ["complaint", "denunciation"], orders: false },
  refusal: { type: "TB", title: "THÔNG BÁO", classes: ["complaint", "denunciation"], orders: false },
  guidance: {
    type: "PHD",
    title: "PHIẾU HƯỚNG DẪN",
    classes: ["complaint", "proposal", "feedback"],
    orders: false,
  },
  forwarding: { type: "PC", title: "PHIẾU CHUYỂN ĐƠN", classes: all, orders: false },
  verification: { type: "QĐ", title: "QUYẾT ĐỊNH", classes: ["complaint", "denunciation"], orders: true },
  dialogue: { type: "BB", title: "BIÊN BẢN", classes: ["complaint"], orders: false },
  decision: { type: "QĐ", title: "QUYẾT ĐỊNH", classes: ["complaint"], orders: true },
  conclusion: { type: "KL", title: "KẾT LUẬN", classes: ["denunciation"], orders: false },
  extension: { type: "QĐ", title: "QUYẾT ĐỊNH", classes: ["complaint", "denunciation"], orders: true },
  interim: {
    type: "TB",
    title: "THÔNG BÁO",
    classes: ["complaint", "denunciation", "proposal", "feedback"],
    orders: false,
  },
  correction: { type: "", title: "", classes: all, orders: false },
};

/** How a paper is called as a file: by its kind and number, "thong-bao-thu-ly-05-TB-VPUBND". */
export function fileNameOf(kind: PaperKind, number: string): string {
  const plain = number
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("Đ", "D")
    .replaceAll("đ", "d");
  return `${fileNames[kind]}-${plain.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
}

const fileNames: Readonly<Record<PaperKind, string>> = {
  acceptance: "thong-bao-thu-ly",
  refusal: "thong-bao-khong-thu-ly",
  guidance: "phieu-huong-dan",
  forwarding: "phieu-chuyen-don",
  verification: "quyet-dinh-xac-minh",
  dialogue: "bien-ban-doi-thoai",
  decision: "quyet-dinh-giai-quyet",
  conclusion: "ket-luan",
  extension: "quyet-dinh-gia-han",
  interim: "thong-bao-tinh-hinh-xu-ly",
  correction: "cong-van-dinh-chinh",
};

/** Papers the sender of a letter in the clear reads on the page of the letter; `citizen_papers_of` in the database knows the same. */
export function isToldToSender(kind: PaperKind): boolean {
  return kind !== "verification" && kind !== "conclusion";
}

export type PaperFacts = {
  class: PetitionClass;
  code: string;
  receivedOn: string;
  subject: string;
  body: string;
  office: string;
  /** Who wrote, in the clear; null of a sealed letter and of nobody who gave a name. */
  sender: { fullName: string; address: string } | null;
  sealed: boolean;
  /** The day of acceptance, and the days the law gives from it; null where nothing is known of them. */
  acceptedOn: string | null;
  settleDays: number | null;
  /** The notice of acceptance that left: its number and day. */
  acceptance: { number: string; day: string } | null;
  /** The paper that is corrected: its number and day. */
  corrected: { number: string; day: string } | null;
};

/** To be filled in by who issues the paper. */
const gap = "[…]";

const matters: Partial<Record<PetitionClass, string>> = {
  complaint: "khiếu nại",
  proposal: "kiến nghị",
  feedback: "phản ánh",
};
const matter = (facts: PaperFacts) => matters[facts.class] ?? "tố cáo";

/** A denouncer is named in no paper (Luật Tố cáo 2018, art. 8(3)). */
function whoWrote(facts: PaperFacts): string {
  if (facts.sealed) return `người gửi đơn mã số ${facts.code}`;
  if (!facts.sender) return "người gửi đơn không ghi tên";
  const { fullName, address } = facts.sender;
  return address === "" ? `ông (bà) ${fullName}` : `ông (bà) ${fullName}, địa chỉ: ${address}`;
}

const received = (facts: PaperFacts) =>
  `Ngày ${facts.receivedOn}, ${facts.office} nhận được đơn của ${whoWrote(facts)}, gửi ${facts.body}, vào sổ mã số ${facts.code}.`;
const about = (facts: PaperFacts) => `Nội dung đơn: ${facts.subject}.`;
const laws = (facts: PaperFacts) =>
  facts.class === "complaint"
    ? "Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011 (sửa đổi, bổ sung năm 2025);"
    : "Căn cứ Luật Tố cáo ngày 12 tháng 6 năm 2018 (sửa đổi, bổ sung năm 2025);";

/** The abstract (trích yếu) a paper begins with; of a sealed letter it says nothing of the matter. */
export function abstractOf(kind: PaperKind, facts: PaperFacts): string {
  switch (kind) {
    case "acceptance":
      return facts.class === "complaint" ? "Về việc thụ lý giải quyết khiếu nại" : "Về việc thụ lý tố cáo";
    case "refusal":
      return `Về việc không thụ lý giải quyết ${matter(facts)}`;
    case "guidance":
      return "Về việc hướng dẫn gửi đơn đến cơ quan có thẩm quyền";
    case "forwarding":
      return `Đơn mã số ${facts.code}`;
    case "verification":
      return `Về việc xác minh nội dung ${matter(facts)}`;
    case "dialogue":
      return "Đối thoại giải quyết khiếu nại";
    case "decision":
      return "Về việc giải quyết khiếu nại";
    case "conclusion":
      return "Nội dung tố cáo";
    case "extension":
      return facts.class === "complaint"
        ? "Về việc kéo dài thời hạn giải quyết khiếu nại"
        : "Về việc gia hạn giải quyết tố cáo";
    case "interim":
      return `Về tình hình xử lý ${matter(facts)}`;
    case "correction":
      return `V/v đính chính văn bản số ${facts.corrected?.number ?? ""}`;
  }
}

/** The text a paper begins with; whoever issues it goes on from there. Brackets are to be filled in. */
export function draftOf(kind: PaperKind, facts: PaperFacts): string {
  const lines: Record<PaperKind, readonly string[]> = {
    acceptance: [
      received(facts),
      about(facts),
      facts.class === "complaint"
        ? `Sau khi xem xét nội dung đơn, căn cứ Điều 27 Luật Khiếu nại, khiếu nại đủ điều kiện thụ lý và thuộc thẩm quyền giải quyết của ${gap}.`
        : "Sau khi kiểm tra điều kiện thụ lý, căn cứ Điều 29 Luật Tố cáo, tố cáo được thụ lý để giải quyết theo quy định.",
      facts.class === "complaint"
        ? `Khiếu nại được thụ lý giải quyết từ ngày ${facts.acceptedOn ?? gap}; thời hạn giải quyết là ${facts.settleDays ?? gap} ngày kể từ ngày thụ lý.`
        : `Tố cáo được thụ lý từ ngày ${facts.acceptedOn ?? gap}; thời hạn giải quyết là ${facts.settleDays ?? gap} ngày kể từ ngày thụ lý; thông tin về người tố cáo được giữ bí mật.`,
    ],
    refusal: [
      received(facts),
      about(facts),
      `Sau khi xem xét, ${matter(facts)} không đủ điều kiện thụ lý vì: […] (${facts.class === "complaint" ? "Điều 11 Luật Khiếu nại" : "Điều 29 Luật Tố cáo"}).`,
      `Vì vậy ${facts.office} thông báo không thụ lý giải quyết để người gửi đơn biết.`,
    ],
    guidance: [
      received(facts),
      about(facts),
      "Đơn không thuộc thẩm quyền giải quyết của cơ quan nhận đơn. Đề nghị ông (bà) gửi đơn đến […] để được xem xét, giải quyết theo quy định của pháp luật.",
      "Việc hướng dẫn chỉ thực hiện một lần đối với một nội dung.",
    ],
    forwarding: [
      received(facts),
      about(facts),
      "Căn cứ nội dung đơn, đơn thuộc thẩm quyền giải quyết của […]. Chuyển đơn đến quý cơ quan để xem xét, giải quyết theo quy định của pháp luật và thông báo kết quả.",
    ],
    verification: [
      laws(facts),
      `Căn cứ Thông báo thụ lý số ${facts.acceptance?.number ?? gap} ngày ${facts.acceptance?.day ?? gap};`,
      "QUYẾT ĐỊNH:",
      `Điều 1. Tiến hành xác minh nội dung ${matter(facts)} trong đơn mã số ${facts.code}. Thời hạn xác minh là […] ngày.`,
      "Điều 2. Thành lập Tổ xác minh gồm: […].",
      "Điều 3. Tổ xác minh có trách nhiệm xác minh, báo cáo kết quả bằng văn bản; các cơ quan, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.",
    ],
    dialogue: [
      `Hôm nay, hồi […] giờ, ngày […], tại […], tiến hành đối thoại để giải quyết khiếu nại của ${whoWrote(facts)}, đơn mã số ${facts.code}.`,
      "I. Thành phần: […]",
      "II. Nội dung đối thoại: […]",
      "III. Ý kiến của các bên: […]",
      "Biên bản lập thành ba bản, các bên đã đọc lại và ký tên.",
    ],
    decision: [
      laws(facts),
      `Căn cứ đơn khiếu nại của ${whoWrote(facts)};`,
      "Căn cứ báo cáo kết quả xác minh ngày […];",
      about(facts),
      "Kết quả xác minh: […]",
      "QUYẾT ĐỊNH:",
      "Điều 1. […] (giữ nguyên, sửa đổi hoặc hủy bỏ quyết định, hành vi hành chính bị khiếu nại).",
      "Điều 2. Nếu không đồng ý, người khiếu nại có quyền khiếu nại tiếp hoặc khởi kiện vụ án hành chính tại Tòa án theo quy định của pháp luật.",
      "Điều 3. Quyết định này có hiệu lực kể từ ngày […]; các cơ quan, cá nhân có liên quan chịu trách nhiệm thi hành.",
    ],
    conclusion: [
      laws(facts),
      `Căn cứ báo cáo kết quả xác minh nội dung tố cáo trong đơn mã số ${facts.code};`,
      "1. Kết quả xác minh nội dung tố cáo: […]",
      "2. Kết luận: nội dung tố cáo […] (đúng, đúng một phần hoặc sai).",
      "3. Kiến nghị, biện pháp xử lý: […]",
    ],
    extension: [
      laws(facts),
      `Căn cứ tính chất phức tạp của vụ việc: […];`,
      "QUYẾT ĐỊNH:",
      `Điều 1. ${facts.class === "complaint" ? "Kéo dài" : "Gia hạn"} thời hạn giải quyết ${matter(facts)} trong đơn mã số ${facts.code} thêm […] ngày, kể từ ngày […].`,
      "Điều 2. Các cơ quan, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.",
    ],
    interim: [
      received(facts),
      about(facts),
      "Đến nay đã thực hiện: […]. Vụ việc chưa xử lý xong vì: […].",
      `${facts.office} sẽ trả lời ông (bà) chậm nhất ngày […]; thông báo này không thay đổi thời hạn theo quy định của pháp luật.`,
    ],
    correction: [
      `Ngày ${facts.corrected?.day ?? ""}, ${facts.office} ban hành văn bản số ${facts.corrected?.number ?? ""}. Do sơ suất trong kỹ thuật trình bày, ${facts.office} đính chính như sau:`,
      "Tại […] đã viết: “[…]”; nay sửa thành: “[…]”.",
      "Các nội dung khác của văn bản không thay đổi.",
    ],
  };
  return lines[kind].join("\n");
}

/** To whom copies go, as the paper begins. */
export function recipientsOf(kind: PaperKind, facts: PaperFacts): string {
  const sender = facts.sealed
    ? "- Người tố cáo (gửi riêng, không ghi tên);"
    : facts.sender
      ? `- Ông (bà) ${facts.sender.fullName};`
      : "";
  const more: Partial<Record<PaperKind, string>> = {
    acceptance: "- Cơ quan thanh tra cùng cấp;",
    forwarding: "- Cơ quan nhận đơn;",
    verification: "- Như Điều 3;",
    decision: "- Người bị khiếu nại;",
    conclusion: "- Người bị tố cáo;",
  };
  return [sender, more[kind] ?? "", "- Lưu: VT, hồ sơ."].filter(Boolean).join("\n");
}
