import { placeAndDate } from "@/lib/platform/documents/official-form";

/**
 * Fixed words of the paper. The document is Vietnamese whatever language the screen is in, so these are part
 * of the form (Nghị định 30/2020/NĐ-CP, Phụ lục I) and not of the interface texts.
 */
export const documentWords = {
  chapter: "Chương",
  article: "Điều",
  annexTitle: "PHỤ LỤC",
  annexSubtitle: "Phân công chủ trì, phối hợp",
  annexArticle: "Điều, lĩnh vực",
  annexDuty: "Nhiệm vụ",
  annexLegend: "CT: chủ trì; PH: phối hợp; B: để biết; CT/PH: chủ trì hoặc phối hợp tùy từng việc.",
  signedBy: "Ký số bởi:",
  signingOffice: "Cơ quan:",
  signingTime: "Thời gian ký: ghi trong chữ ký số của tệp",
  organisations: "Chữ ký số của các cơ quan (văn thư ký sau khi người có thẩm quyền đã ký)",
  organisationSignature: "Cơ quan ký số:",
  chainHead: "Đầu chuỗi nhật ký khi phát hành:",
  root: "Mã chứng thư gốc của chữ ký số nội bộ (SHA-256; kiểm tra tệp tại trang /verify của cổng):",
  internalSignature: "Chữ ký số nội bộ, không thay chữ ký số chuyên dùng công vụ.",
  demonstration: "Bản trình diễn: người, cơ quan và nội dung là giả định, không có giá trị pháp lý.",
  wordOfDraft: "Tệp Word của bản chưa ký đủ, để đọc và góp ý; không thay bản ký.",
  wordOfSigned: "Tệp Word để đọc và dùng lại; bản có giá trị là tệp PDF đã ký số.",
} as const;

/** Before a round is opened the day is not known. */
export function openPlaceAndDate(place: string): string {
  return `${place}, ngày ... tháng ... năm ...`;
}

/** "2026-11-24" in "Phú Thọ" → "Phú Thọ, ngày 24 tháng 11 năm 2026"; days under 10 and months 1, 2 take a zero. */
export function placeAndDateLine(place: string, isoDay: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDay))
    throw new RangeError("The date of an agreement is an ISO day (yyyy-mm-dd)");
  return placeAndDate(place, isoDay);
}

/** Chapters carry Roman numbers (Nghị định 30/2020/NĐ-CP, Phụ lục I): 4 → "IV". */
export function romanNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 399)
    throw new RangeError("Roman numbers run from 1 to 399");
  const signs: readonly [number, string][] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = value;
  let text = "";
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

export function upperCase(text: string): string {
  return text.normalize("NFC").toLocaleUpperCase("vi-VN");
}
