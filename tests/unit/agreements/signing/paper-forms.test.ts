import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { firstRecipients } from "@/lib/agreements/paper-form";
import { documentNumber } from "@/lib/agreements/rules";
import type { AgreementPdfInput } from "@/lib/agreements/signing/agreement-pdf-input";
import { documentWords, placeAndDateLine } from "@/lib/agreements/signing/document-words";
import { renderAgreementDocx } from "@/lib/agreements/signing/render-agreement-docx";
import { renderAgreementPdf } from "@/lib/agreements/signing/render-agreement-pdf";
import { issuerLines, numberLine } from "@/lib/platform/documents/official-form";
import { extractPages } from "./extract-text";
import { sampleAgreement } from "./sample-agreement";

const dense = (text: string) => text.normalize("NFC").replace(/\s+/g, "");

function sampleIn(form: AgreementPdfInput["form"]): AgreementPdfInput {
  const { symbol, offices, ...rest } = sampleAgreement(3);
  const [first, ...others] = offices;
  if (!first) throw new Error("no office");
  return {
    ...rest,
    form,
    symbol: form === "party" ? symbol.replace("QCPH-", "QC/") : symbol.replace("QCPH-", "QC-"),
    recipients: form === "joint" ? [] : firstRecipients(offices.map(({ name }) => name)),
    offices: [{ ...first, capacity: ["KT. Chánh Văn phòng", "Phó Chánh Văn phòng"] }, ...others],
  };
}

async function docxText(input: AgreementPdfInput): Promise<string> {
  const { number, symbol, place, date, form, ...paper } = input;
  const files = unzipSync(
    await renderAgreementDocx({
      ...paper,
      form,
      numberLine: numberLine({ form, number: documentNumber(Number(number), symbol) }),
      placeAndDate: placeAndDateLine(place, date),
      worth: documentWords.wordOfSigned,
    }),
  );
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return dense(
    [...xml.matchAll(/<w:t\b[^>]*>(.*?)<\/w:t>/gs)]
      .map(([, text = ""]) => text.replaceAll("&amp;", "&"))
      .join(""),
  );
}

const pdfText = async (input: AgreementPdfInput) =>
  dense(extractPages(await renderAgreementPdf(input)).join(""));

const national = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
const ofParty = ["ĐẢNG CỘNG SẢN VIỆT NAM"];

describe.each([
  ["PDF", pdfText],
  ["Word file", docxText],
] as const)("the %s", (_name, textOf) => {
  test("in the State's form has its nine parts", async () => {
    const text = await textOf(sampleIn("state"));
    for (const part of [
      ...national,
      "VĂN PHÒNG TỈNH ỦY PHÚ THỌ",
      "Số: 01/QC-VPTU-VPĐĐBQH&HĐND-VPUBND",
      "Phú Thọ, ngày 24 tháng 11 năm 2025",
      "QUY CHẾ",
      "Căn cứ chức năng, nhiệm vụ, quyền hạn của các văn phòng;",
      "KT. CHÁNH VĂN PHÒNG",
      "Nơi nhận:",
      "- Văn phòng Tỉnh ủy Phú Thọ;",
      "- Lưu: văn thư các bên.",
    ])
      expect(text).toContain(dense(part));
    expect(text).not.toContain(dense("ĐẢNG CỘNG SẢN"));
  });

  test("in the Party's form has the Party's heading, its number and its signs of authority", async () => {
    const text = await textOf(sampleIn("party"));
    for (const part of [
      ...ofParty,
      "VĂN PHÒNG TỈNH ỦY PHÚ THỌ",
      "*Số 01-QC/VPTU-VPĐĐBQH&HĐND-VPUBND",
      "Phú Thọ, ngày 24 tháng 11 năm 2025",
      "K/T CHÁNH VĂN PHÒNG",
      "-----",
      "Nơi nhận:",
      "- Lưu: văn thư các bên.",
    ])
      expect(text).toContain(dense(part));
    for (const other of [...national, "KT."]) expect(text).not.toContain(dense(other));
  });

  test("in the joint form has neither head and names no recipients", async () => {
    const text = await textOf({ ...sampleIn("joint"), symbol: "QCPH-VPTU" });
    for (const other of [...national, ...ofParty, "Nơi nhận:"]) expect(text).not.toContain(dense(other));
    expect(text).toContain(dense("Số: 01/QCPH-VPTU"));
  });
});

test("several bodies are named one under another, each over lines of about one length", () => {
  const issuers = sampleAgreement(3).offices.map(({ name }) => name.toLocaleUpperCase("vi-VN"));
  expect(issuerLines({ issuers })).toEqual([
    "VĂN PHÒNG TỈNH ỦY",
    "PHÚ THỌ",
    "VĂN PHÒNG ĐOÀN ĐẠI BIỂU",
    "QUỐC HỘI VÀ HỘI ĐỒNG",
    "NHÂN DÂN TỈNH PHÚ THỌ",
    "VĂN PHÒNG ỦY BAN",
    "NHÂN DÂN TỈNH PHÚ THỌ",
  ]);
  expect(issuerLines({ issuers: issuers.slice(0, 1) })).toEqual(["VĂN PHÒNG", "TỈNH ỦY PHÚ THỌ"]);
});
