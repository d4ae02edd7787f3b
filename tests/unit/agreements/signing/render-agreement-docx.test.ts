import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { documentWords, placeAndDateLine } from "@/lib/agreements/signing/document-words";
import { type AgreementDocxInput, renderAgreementDocx } from "@/lib/agreements/signing/render-agreement-docx";
import { everyVietnameseLetter, sampleAgreement } from "./sample-agreement";

function sampleCopy(offices: 2 | 3 | 4): AgreementDocxInput {
  const { number, symbol, place, date, ...paper } = sampleAgreement(offices);
  return {
    ...paper,
    numberLine: `Số: ${number}/${symbol}`,
    placeAndDate: placeAndDateLine(place, date),
    worth: documentWords.wordOfSigned,
  };
}

async function paragraphsOf(input: AgreementDocxInput): Promise<string[]> {
  const files = unzipSync(await renderAgreementDocx(input));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return xml.split("</w:p>").map((paragraph) =>
    [...paragraph.matchAll(/<w:t\b[^>]*>(.*?)<\/w:t>/gs)]
      .map(([, text = ""]) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"'))
      .join("")
      .normalize("NFC"),
  );
}

describe.each([2, 3, 4] as const)("the Word file of an agreement of %i offices", (offices) => {
  test("has the words of the paper, each in a paragraph of its own", async () => {
    const input = sampleCopy(offices);
    const said = await paragraphsOf(input);
    const articles = input.chapters.flatMap((chapter) => chapter.articles);
    for (const expected of [
      ...input.offices.map(({ name }) => name.toLocaleUpperCase("vi-VN")),
      ...input.offices.flatMap(({ capacity }) => capacity.map((title) => title.toLocaleUpperCase("vi-VN"))),
      ...input.offices.map(({ signerName }) => signerName),
      ...input.bases,
      ...input.chapters.map(({ title }) => title.toLocaleUpperCase("vi-VN")),
      ...articles.map(({ ordinal, heading }) => `Điều ${ordinal}. ${heading}`),
      ...articles.flatMap(({ clauses }) => clauses),
      input.numberLine,
      "Phú Thọ, ngày 24 tháng 11 năm 2025",
      "QUY CHẾ",
      input.abstract,
      documentWords.wordOfSigned,
    ])
      expect(said).toContain(expected.normalize("NFC"));
    expect(said.join("")).toContain(everyVietnameseLetter.normalize("NFC"));
  });

  test("has every duty with the part of each office", async () => {
    const input = sampleCopy(offices);
    const said = await paragraphsOf(input);
    for (const duty of input.matrix.rows) {
      const at = said.indexOf(`${duty.article}.${duty.clause}  ${duty.text.normalize("NFC")}`);
      expect(at, duty.text).toBeGreaterThan(0);
      expect(said.slice(at + 1, at + 1 + offices)).toEqual(duty.cells.map((cell) => cell.replace("|", "/")));
    }
  });

  test("claims no signature", async () => {
    const said = (await paragraphsOf(sampleCopy(offices))).join("\n");
    for (const claim of [documentWords.signedBy, documentWords.signingTime, documentWords.chainHead])
      expect(said).not.toContain(claim);
  });
});
