import type { AgreementPdfInput } from "@/lib/agreements/signing/agreement-pdf-input";

const OFFICES = [
  {
    name: "Văn phòng Tỉnh ủy Phú Thọ",
    code: "VPTU",
    postTitle: "Chánh Văn phòng Tỉnh ủy",
    signer: "Đỗ Thị Ánh Nguyệt",
  },
  {
    name: "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Phú Thọ",
    code: "VPĐĐBQH&HĐND",
    postTitle: "Chánh Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
    signer: "Nguyễn Hữu Lộc",
  },
  {
    name: "Văn phòng Ủy ban nhân dân tỉnh Phú Thọ",
    code: "VPUBND",
    postTitle: "Chánh Văn phòng Ủy ban nhân dân tỉnh",
    signer: "Phùng Quý Vượng",
  },
  {
    name: "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Thọ",
    code: "MTTQ",
    postTitle: "Chủ tịch",
    signer: "Vũ Mỹ Hằng",
  },
  { name: "Công an tỉnh Phú Thọ", code: "CA", postTitle: "Giám đốc", signer: "Tạ Quốc Khánh" },
  {
    name: "Bộ Chỉ huy Quân sự tỉnh Phú Thọ",
    code: "BCHQS",
    postTitle: "Chỉ huy trưởng",
    signer: "Lê Đức Ưng",
  },
] as const;

const CLAUSES = [
  "1. Văn phòng Ủy ban nhân dân tỉnh (Ban Tiếp công dân) chủ trì hoạt động tại Trụ sở Tiếp công dân tỉnh; Văn phòng Tỉnh ủy và Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh cử đại diện bằng văn bản và phối hợp.",
  "2. Đơn gửi đến nhiều cơ quan được vào một sổ chung. Văn phòng chủ trì xác định theo bảng lĩnh vực; đơn chỉ chuyển một lần, kèm phiếu chuyển, trong thời hạn 05 ngày làm việc kể từ ngày nhận.",
  "3. Văn phòng phối hợp trả lời bằng văn bản trong 05 ngày làm việc; quá thời hạn mà không trả lời thì văn phòng chủ trì nhắc một lần và báo thủ trưởng hai bên.",
] as const;

const HEADINGS = [
  "Phạm vi điều chỉnh, đối tượng áp dụng",
  "Nguyên tắc phối hợp",
  "Hình thức phối hợp",
  "Hội nghị, cuộc họp, kỳ họp",
  "Thẩm định, thẩm tra",
  "Thông tin, tài liệu",
  "Tiếp xúc cử tri",
  "Tiếp công dân, tiếp nhận và xử lý đơn thư",
  "Công tác, đối ngoại",
  "Bồi dưỡng nghiệp vụ",
  "Nội dung khác",
  "Trách nhiệm thi hành",
  "Đầu mối liên hệ",
  "Sơ kết, tổng kết",
  "Hiệu lực thi hành",
] as const;

/** Every letter with every mark of the Vietnamese alphabet, so that a missing glyph is found. */
export const everyVietnameseLetter =
  "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ " +
  "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ";

/** An agreement of two to six offices in three chapters and fifteen articles. */
export function sampleAgreement(officeCount = 3): AgreementPdfInput {
  const offices = OFFICES.slice(0, officeCount);
  const articles = HEADINGS.map((heading, index) => ({ ordinal: index + 1, heading, clauses: CLAUSES }));
  return {
    form: "joint",
    recipients: [],
    number: "01",
    symbol: `QCPH-${offices.map((office) => office.code).join("-")}`,
    place: "Phú Thọ",
    date: "2025-11-24",
    title: "Quy chế",
    abstract:
      "phối hợp công tác giữa Văn phòng Tỉnh ủy, Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh, Văn phòng Ủy ban nhân dân tỉnh",
    offices: offices.map((office) => ({
      name: office.name,
      capacity: [office.postTitle],
      signerName: office.signer,
    })),
    bases: [
      "Căn cứ chức năng, nhiệm vụ, quyền hạn của các văn phòng;",
      `Căn cứ bảng chữ cái ${everyVietnameseLetter};`,
      "Các văn phòng thống nhất ban hành Quy chế phối hợp công tác với các nội dung sau đây:",
    ],
    chapters: [
      { ordinal: 1, title: "Quy định chung", articles: articles.slice(0, 3) },
      { ordinal: 2, title: "Nội dung phối hợp", articles: articles.slice(3, 11) },
      { ordinal: 3, title: "Tổ chức thực hiện", articles: articles.slice(11) },
    ],
    matrix: {
      offices: offices.map((office) => ({ code: office.code })),
      rows: [4, 4, 4, 5, 5, 6, 7, 7, 8, 8, 9, 10, 11].map((article, index, all) => ({
        article,
        clause: all.slice(0, index + 1).filter((other) => other === article).length,
        text: "Hội nghị Ban Chấp hành, Ban Thường vụ; họp Thường trực Tỉnh ủy",
        cells: offices.map((_, at) =>
          article === 6 || article === 9
            ? "CT|PH"
            : at === index % offices.length
              ? "CT"
              : at % 2
                ? "PH"
                : "B",
        ),
      })),
    },
    chainHead: "3f7c1be0a94d27586b1d0a4e55c3f0928d6e7b1a2c4f5d6e7f8091a2b3c4d5e6",
    templateMark: "Bản mẫu do phần mềm soạn, chưa được cơ quan nào ban hành",
    demo: true,
    issuedAt: "2025-11-24T02:00:00.000Z",
  };
}
