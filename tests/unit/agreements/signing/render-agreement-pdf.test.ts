import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { AgreementPdfInput } from "@/lib/agreements/signing/agreement-pdf-input";
import { placeAndDateLine, romanNumber } from "@/lib/agreements/signing/document-words";
import { PdfFile } from "@/lib/agreements/signing/pdf-reader/pdf-file";
import { renderAgreementPdf } from "@/lib/agreements/signing/render-agreement-pdf";
import { placesOf } from "@/lib/agreements/signing/signature-places";
import { extractPages } from "./extract-text";
import { isInstalled, run } from "./installed-tool";
import { everyVietnameseLetter, sampleAgreement } from "./sample-agreement";

let input: AgreementPdfInput;
let pdf: Uint8Array;

beforeAll(async () => {
  input = sampleAgreement(3);
  pdf = await renderAgreementPdf(input);
});

/** Lines are broken by the layout, so blanks say nothing. */
function dense(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}

function expectedTexts(): string[] {
  return [
    ...input.offices.map((office) => office.name.toLocaleUpperCase("vi-VN")),
    ...input.offices.map((office) => `Ký số bởi: ${office.signerName}`),
    ...input.offices.map((office) => `Cơ quan: ${office.name}`),
    ...input.chapters.map((chapter) => chapter.title.toLocaleUpperCase("vi-VN")),
    ...input.chapters.flatMap((chapter) =>
      chapter.articles.map((article) => `Điều ${article.ordinal}. ${article.heading}`),
    ),
    ...input.bases,
    ...(input.chapters[0]?.articles[0]?.clauses ?? []),
    `Số: 01/${input.symbol}`,
    "Phú Thọ, ngày 24 tháng 11 năm 2025",
    "QUY CHẾ",
    input.abstract,
    "Chương II",
    everyVietnameseLetter,
    `Đầu chuỗi nhật ký khi phát hành: ${input.chainHead}`,
    "Chữ ký số nội bộ, không thay chữ ký số chuyên dùng công vụ.",
    "Bản trình diễn",
    input.templateMark ?? "",
  ];
}

describe("the paper of an agreement", () => {
  test("holds every word of the agreement with all its marks", () => {
    const text = dense(extractPages(pdf).join(""));
    expect(text).not.toContain("\ufffd");
    for (const expected of expectedTexts()) expect(text).toContain(dense(expected));
    for (const row of input.matrix.rows) {
      expect(text).toContain(dense(`${row.article}.${row.clause} ${row.text}`));
    }
  });

  test.skipIf(!isInstalled("pdftotext"))("reads the same in pdftotext", () => {
    const folder = mkdtempSync(join(tmpdir(), "agreement-"));
    const path = join(folder, "agreement.pdf");
    writeFileSync(path, pdf);
    const text = dense(run("pdftotext", ["-raw", path, "-"]));
    rmSync(folder, { recursive: true });
    for (const letter of new Set(dense(everyVietnameseLetter))) expect(text).toContain(letter);
    expect(text).toContain(dense("Điều 8. Tiếp công dân, tiếp nhận và xử lý đơn thư"));
    expect(text).toContain(dense("Chữ ký số nội bộ, không thay chữ ký số chuyên dùng công vụ."));
  });

  test("is the same, byte for byte, for the same agreement", async () => {
    expect(Buffer.compare(await renderAgreementPdf(sampleAgreement(3)), pdf)).toBe(0);
  });

  test("leaves no heading alone at the foot of a page, wherever its pages end", async () => {
    const first = input.chapters[0];
    if (!first) throw new Error("no chapter");
    const headings = input.chapters.flatMap(({ title, articles }) => [
      title.toLocaleUpperCase("vi-VN"),
      ...articles.map(({ ordinal, heading }) => `Điều ${ordinal}. ${heading}`),
    ]);
    for (let lines = 0; lines < 6; lines += 1) {
      const longer = { ...input, bases: [...input.bases, ...Array<string>(lines).fill("Căn cứ thêm;")] };
      const pages = extractPages(await renderAgreementPdf(longer)).map((page) =>
        dense(page).replace(/\d+$/, ""),
      );
      const alone = headings.filter((heading) => pages.some((page) => page.endsWith(dense(heading))));
      expect([lines, alone]).toEqual([lines, []]);
    }
  });

  test("is one revision with no form, script or attachment", () => {
    const file = new PdfFile(pdf);
    const catalogue = file.revision(0).get(file.revision(0).trailer.get("Root"));
    expect(file.sections).toHaveLength(1);
    expect(
      catalogue instanceof Map &&
        [...catalogue.keys()].toSorted((a, b) => String(a).localeCompare(String(b))),
    ).toEqual(["Lang", "Metadata", "Names", "Pages", "Type", "ViewerPreferences"]);
  });

  test("numbers its pages from the second on", () => {
    const pages = extractPages(pdf);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((text, index) => {
      const isNumbered = text.split("\n").includes(String(index + 1));
      expect(isNumbered).toBe(index > 0);
    });
  });

  test.each([2, 3, 4, 5, 6])("has a block for each of %i signers", async (count) => {
    const many = sampleAgreement(count);
    const text = dense(extractPages(await renderAgreementPdf(many)).join(""));
    for (const office of many.offices) {
      expect(text).toContain(dense(`Ký số bởi: ${office.signerName}`));
      expect(text).toContain(dense(office.capacity.join("").toLocaleUpperCase("vi-VN")));
    }
  });

  test("says over the name in whose place somebody signs", async () => {
    const two = sampleAgreement(2);
    const offices = two.offices.map((office, index) =>
      index === 0 ? { ...office, capacity: ["KT. Chánh Văn phòng", "Phó Chánh Văn phòng"] } : office,
    );
    const text = dense(extractPages(await renderAgreementPdf({ ...two, offices })).join(""));
    for (const line of ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]) expect(text).toContain(dense(line));
  });

  test("says nothing of demonstration or template where it is neither", async () => {
    const { templateMark: _, ...rest } = sampleAgreement(2);
    const text = dense(extractPages(await renderAgreementPdf({ ...rest, demo: false })).join(""));
    expect(text).not.toContain(dense("Bản trình diễn"));
    expect(text).not.toContain(dense("phần mềm soạn"));
    expect(text).toContain(dense("Chữ ký số nội bộ"));
  });

  test("is not made of a matrix with holes or of a date that is none", async () => {
    const [row] = input.matrix.rows;
    if (!row) throw new Error("no row");
    const matrix = { ...input.matrix, rows: [{ ...row, cells: row.cells.slice(1) }] };
    await expect(renderAgreementPdf({ ...input, matrix })).rejects.toThrow(RangeError);
    await expect(renderAgreementPdf({ ...input, date: "24/11/2026" })).rejects.toThrow(RangeError);
    await expect(renderAgreementPdf({ ...input, issuedAt: "hôm nay" })).rejects.toThrow(RangeError);
  });
});

test("a party outside has its block after the offices', its name over the title, and none for its organisation", async () => {
  const outside = {
    name: "Ủy ban MTTQ Việt Nam tỉnh",
    capacity: ["Chủ tịch Ủy ban MTTQ Việt Nam tỉnh"],
    signerName: "Phùng Khánh Ngân",
    outside: true,
  };
  const drawn = await renderAgreementPdf({ ...input, offices: [...input.offices, outside] });
  expect(placesOf(drawn).map(({ name }) => name)).toEqual([
    "party_1",
    "party_2",
    "party_3",
    "party_4",
    "office_1",
    "office_2",
    "office_3",
  ]);
  const [first = "", ...rest] = extractPages(drawn).map(dense);
  expect(first.slice(0, first.indexOf("QUYCHẾ"))).toContain(dense(outside.name.toLocaleUpperCase("vi-VN")));
  const words = rest.join("");
  expect(words).toContain(dense("Ký số bởi: Phùng Khánh Ngân"));
  expect(words).not.toContain(dense(`Cơ quan ký số: ${outside.name}`));
});

describe("words of the form", () => {
  test.each([
    ["2025-11-24", "Phú Thọ, ngày 24 tháng 11 năm 2025"],
    ["2027-02-05", "Phú Thọ, ngày 05 tháng 02 năm 2027"],
    ["2027-03-09", "Phú Thọ, ngày 09 tháng 3 năm 2027"],
  ])("the day %s is written as %s", (day, line) => {
    expect(placeAndDateLine("Phú Thọ", day)).toBe(line);
  });

  test.each([
    [1, "I"],
    [3, "III"],
    [4, "IV"],
    [9, "IX"],
    [14, "XIV"],
  ])("chapter %i is chapter %s", (value, text) => {
    expect(romanNumber(value)).toBe(text);
  });
});
