import type { Column, Content } from "pdfmake/interfaces.js";
import { docxType, escapeXml, type Made, makeDocx, makeXlsx, xlsxType } from "./make-files";
import { makePdf } from "./make-pdf";

/** Numbers that look drawn and are the same every time (mulberry32). */
export function drawing(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number) => Math.floor(next() * most);
  return { upTo, one: <T>(list: readonly T[]): T => list[upTo(list.length)] as T };
}
export type Drawing = ReturnType<typeof drawing>;

const issuers = [
  "TỈNH ỦY PHÚ THỌ\nVĂN PHÒNG",
  "HỘI ĐỒNG NHÂN DÂN\nTỈNH PHÚ THỌ",
  "ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ",
  "CÔNG AN TỈNH PHÚ THỌ\nPHÒNG BẢO VỆ BÍ MẬT NHÀ NƯỚC",
];
// Headings, of which some break so that a line begins or ends with the word itself.
const titles = [
  "BÁO CÁO\nCông tác bảo vệ bí mật nhà nước quý III",
  "KẾ HOẠCH BẢO VỆ BÍ\nMẬT NHÀ NƯỚC NĂM 2026",
  "QUY CHẾ BẢO MẬT THÔNG TIN",
  "MẬT ĐỘ DÂN SỐ CÁC XÃ, PHƯỜNG",
  "BÁO CÁO MẬT ĐỘ XÂY DỰNG",
  "HƯỚNG DẪN ĐỔI MẬT KHẨU",
  "TỜ TRÌNH\nVề việc trang bị thiết bị bảo mật",
  "DANH MỤC BÍ MẬT NHÀ NƯỚC ĐÃ GIẢI MẬT",
  "QUYẾT ĐỊNH\nBan hành nội quy bảo mật, an toàn thông tin",
  "ĐỀ ÁN PHÁT TRIỂN NGHỀ NUÔI ONG LẤY MẬT",
  "THÔNG BÁO\nKết luận cuộc họp giao ban tháng 10",
];
const sentences = [
  "Văn phòng giữ bí mật thông tin của người tố cáo theo quy định.",
  "Mật độ dân số trung bình là 412 người trên một ki-lô-mét vuông.",
  "Cán bộ đổi mật khẩu ba tháng một lần, không dùng chung mật khẩu.",
  "Tài liệu có độ Mật, Tối mật, Tuyệt mật không đưa lên Cổng.",
  "Mật",
  "Các cơ quan phối hợp mật thiết trong công tác tiếp công dân.",
  "Việc bảo mật do cơ yếu hướng dẫn; mật mã được thay định kỳ.",
  "Sản lượng mật ong đạt 1.240 tấn, mật mía 310 tấn.",
  "Không tiết lộ bí mật công tác, bí mật kinh doanh.",
  "Nơi nhận: như trên; lưu VT.",
  "Căn cứ Luật Bảo vệ bí mật nhà nước số 117/2025/QH15.",
  "Tuyệt đối không sao chụp tài liệu mật.",
  "Hồ sơ được giải mật trước ngày 30/11/2026.",
];

type Letter = { issuer: string; title: string; lines: string[]; mark?: string };

function letter(draw: Drawing, mark?: string): Letter {
  const lines = Array.from({ length: 4 + draw.upTo(8) }, () => draw.one(sentences));
  return {
    issuer: draw.one(issuers),
    title: draw.one(titles),
    lines,
    ...(mark === undefined ? {} : { mark }),
  };
}

const motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc";
const place = "Phú Thọ, ngày 26 tháng 11 năm 2026";

async function asPdf({ issuer, title, lines, mark }: Letter, info: Record<string, string>): Promise<Made> {
  const column = (text: string, width: string): Column => ({ text, width, alignment: "center" });
  const content: Content = [
    { columns: [column(issuer, "45%"), column(motto, "55%")] },
    { columns: [column("Số: 12/BC-VP", "45%"), column(place, "55%")] },
    ...(mark === undefined ? [] : [{ columns: [column(mark, "45%"), column("", "55%")] }]),
    { text: title, alignment: "center", bold: true, margin: [0, 16, 0, 8] },
    ...lines.map((text): Content => ({ text, alignment: "justify", margin: [0, 4, 0, 0] })),
  ];
  return { name: "van-ban.pdf", type: "application/pdf", bytes: await makePdf(content, info) };
}

const paragraph = (text: string) =>
  `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
const cell = (text: string) => `<w:tc>${text.split("\n").map(paragraph).join("")}</w:tc>`;
const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join("")}</w:tr>`;

function asDocx({ issuer, title, lines, mark }: Letter, properties: Record<string, string>): Made {
  const left = ["Số: 12/BC-VP", ...(mark === undefined ? [] : [mark])].join("\n");
  // A table of what is kept secret how: its values are capitals as well.
  const table = `<w:tbl>${row("STT", "Tên tài liệu", "Độ mật", "Nơi giữ")}${row("1", "Kế hoạch A", "MẬT", "Tủ 1")}</w:tbl>`;
  const body = `<w:tbl>${row(issuer, motto)}${row(left, place)}</w:tbl>${title.split("\n").map(paragraph).join("")}${table}`;
  return { name: "van-ban.docx", type: docxType, bytes: makeDocx(lines, { body, properties }) };
}

function asXlsx({ issuer, title, lines, mark }: Letter, properties: Record<string, string>): Made {
  const rows = [
    [issuer, motto],
    ["Số: 12/BC-VP", place],
    ...(mark === undefined ? [] : [[mark, ""].filter(Boolean)]),
    [title],
    ["STT", "Trích yếu", "Độ mật", "Ngày", "Người giữ"],
    ...lines.map((line, index) => [
      String(index + 1),
      line,
      index % 2 ? "MẬT" : "Thường",
      "01/11/2026",
      "Văn thư",
    ]),
  ];
  return { name: "bang.xlsx", type: xlsxType, bytes: makeXlsx(rows, { properties }) };
}

function asText({ issuer, title, lines, mark }: Letter): Made {
  const text = [issuer, motto, ...(mark === undefined ? [] : [mark]), "", title, "", ...lines].join("\r\n");
  return { name: "ghi-chep.txt", type: "text/plain", bytes: Buffer.from(text, "utf8") };
}

// PDFs take longest to make.
const formats = [asPdf, asDocx, asXlsx, asText, asDocx, asXlsx];

/** Ordinary documents full of the word in every other sense; `seed` names one of them. */
export function harmless(seed: number): Made | Promise<Made> {
  const draw = drawing(seed);
  const made = letter(draw);
  const title = draw.one(["Báo cáo mật độ", "Quy chế bảo mật", "Mật khẩu, mật mã", "Kế hoạch", ""]);
  return (formats[seed % formats.length] ?? asText)(made, { title });
}

/** How a mark is written: plain, spaced, framed, in pieces, in fonts from before Unicode. */
export const writtenMarks: readonly string[] = [
  "MẬT",
  "TỐI MẬT",
  "TUYỆT MẬT",
  "M Ậ T",
  "T Ố I  M Ậ T",
  "T U Y Ệ T   M Ậ T",
  "[ MẬT ]",
  "*** TỐI MẬT ***",
  "| TUYỆT MẬT |",
  "═══ MẬT ═══",
  "- MẬT -",
  "“TỐI MẬT”",
  "MẬT.",
  "Độ mật: MẬT",
  "Độ mật: Tối mật",
  "TUYỆT MẬT - TUYỆT MẬT",
  "MAÄT",
  "TUYEÄT MAÄT",
  "MËT",
  "TUYÖT MËT",
];

/** The same documents with a mark in their head or, every seventh, in their properties. */
export function marked(seed: number): Made | Promise<Made> {
  const draw = drawing(seed * 7 + 1);
  const written = writtenMarks[seed % writtenMarks.length] ?? "MẬT";
  const mark = seed % 3 === 0 ? written.normalize("NFD") : written;
  const format = formats[(seed + Math.floor(seed / writtenMarks.length)) % formats.length] ?? asText;
  if (seed % 7 === 6 && format !== asText)
    return format(letter(draw), { title: draw.one(["Mật", "TỐI MẬT", "tuyệt mật"]) });
  return format(letter(draw, mark), { title: "Báo cáo" });
}
