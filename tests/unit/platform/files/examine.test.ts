import { describe, expect, test } from "vitest";
import { examineFile } from "@/lib/platform/files/examine/examine";
import { cleanName } from "@/lib/platform/files/examine/file-name";
import { hostile } from "@/tests/support/files/hostile";
import {
  docxType,
  makeDocx,
  makeJpeg,
  makePlainPdf,
  makePng,
  makeXlsx,
  xlsxType,
} from "@/tests/support/files/make-files";
import { useFileSettings } from "@/tests/support/files/settings";

useFileSettings();

async function look(name: string, declaredType: string, bytes: Uint8Array): Promise<string> {
  const found = await examineFile({ name, declaredType, bytes });
  return typeof found === "string" ? found : `taken${found.textRead ? "" : ", no text"}`;
}

describe("taken", () => {
  test.each([
    ["a.pdf", "application/pdf", makePlainPdf("Bao cao"), "taken"],
    ["a.pdf", "application/octet-stream", makePlainPdf("Bao cao"), "taken"],
    ["a.docx", docxType, makeDocx(["Báo cáo"]), "taken"],
    ["a.docx", "", makeDocx(["Báo cáo"]), "taken"],
    ["a.xlsx", xlsxType, makeXlsx([["STT"]]), "taken"],
    ["a.PNG", "image/png", makePng(), "taken, no text"],
    ["a.jpeg", "image/jpeg", makeJpeg("Máy quét"), "taken, no text"],
    ["a.jpg", "image/jpeg", Buffer.concat([makeJpeg(), makeJpeg(), Buffer.alloc(16)]), "taken, no text"],
    ["a.txt", "text/plain", Buffer.from("Ghi chép"), "taken"],
    ["a.csv", "application/vnd.ms-excel", Buffer.from("\uFEFFSTT;Tên\n"), "taken"],
    ["a.csv", "text/csv", Buffer.from("\uFEFFSTT;Tên\n", "utf16le"), "taken"],
    [
      "bieu-do.docx",
      docxType,
      makeDocx(["Số liệu"], { more: { "word/embeddings/Microsoft_Excel_Sheet1.xlsx": makeXlsx([["1"]]) } }),
      "taken",
    ],
  ])("%s declared as %s", async (name, type, bytes, answer) => {
    expect(await look(name, type, bytes)).toBe(answer);
  });
});

describe("refused with its reason", () => {
  test.each([
    ["a.exe", "application/pdf", makePlainPdf("a"), "kindNotTaken"],
    ["a.pdf", "text/html", makePlainPdf("a"), "notWhatItSays"],
    ["a.pdf", "application/pdf", new Uint8Array(), "empty"],
    ["a.pdf", "application/pdf", makePng(), "notWhatItSays"],
    [
      "a.docx",
      docxType,
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 encrypted package", "latin1"),
      "oldOffice",
    ],
    ["a.xlsx", xlsxType, makeDocx(["a"]), "notWhatItSays"],
    ["MẬT.png", "image/png", makePng(), "secretMark"],
    ["a.png", "image/png", makePng({ keyword: "Title", value: "MAT" }), "taken, no text"],
    ["a.jpg", "image/jpeg", makeJpeg("TỐI MẬT"), "secretMark"],
    [
      "a.docx",
      docxType,
      makeDocx(["a"], { body: "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>mật</w:t></w:r></w:p>" }),
      "secretMark",
    ],
    [
      "a.docx",
      docxType,
      makeDocx(["a"], {
        body: '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>tèi mËt</w:t></w:r></w:p>',
      }),
      "secretMark",
    ],
    ["a.xlsx", xlsxType, makeXlsx([["STT"]], { header: '&C&"Arial,Bold"&12TUYỆT MẬT' }), "secretMark"],
    ["a.csv", "text/csv", Buffer.from("MẬT;;\nSTT;Tên\n"), "secretMark"],
    [
      "a.docx",
      docxType,
      makeDocx(["a"], { more: { "word/embeddings/a.xlsx": makeXlsx([["TỐI MẬT"]]) } }),
      "secretMark",
    ],
  ])("%s declared as %s, the %#th", async (name, type, bytes, answer) => {
    expect(await look(name, type, bytes)).toBe(answer);
  });

  test("whatever is made to harm, by 120 of its kinds", async () => {
    const wrong: string[] = [];
    for (let seed = 0; seed < 120; seed += 1) {
      const { what, name, type, bytes, outcome } = await hostile(seed);
      // What is too large is refused while it streams in.
      if (what.startsWith("50 MB")) continue;
      const answer = await look(name, type, bytes);
      if (outcome === "refused" && answer.startsWith("taken")) wrong.push(`${seed}: ${what}`);
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

test.each([
  ["../../etc/passwd.txt", "passwd.txt"],
  ["C:\\a\\b.txt", "b.txt"],
  ["a\u202Efdp.exe", "afdp.exe"],
  ["a\r\nX: 1.txt", "aX- 1.txt"],
  [".txt", "txt"],
  ["\u200b.txt", "txt"],
  ["Tờ trình.pdf".normalize("NFD"), "Tờ trình.pdf"],
  ["  a   b .pdf", "a b.pdf"],
  [`${"a".repeat(300)}.pdf`, `${"a".repeat(150)}.pdf`],
])("the name %j is kept as %j", (given, kept) => {
  expect(cleanName(given)).toBe(kept);
});
