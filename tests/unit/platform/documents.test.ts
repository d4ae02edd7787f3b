import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { expect, test } from "vitest";
import { findDocumentFonts } from "@/lib/platform/documents/document-fonts";
import { typesetPdf } from "@/lib/platform/documents/typeset-pdf";

const paper = (text: string): TDocumentDefinitions => ({
  info: { creationDate: new Date("2026-11-24T02:00:00Z") },
  defaultStyle: { font: "Tinos", fontSize: 13 },
  content: [
    { text, alignment: "justify" },
    { text: [{ text, bold: true }, " ", { text, italics: true }, " ", { text, bold: true, italics: true }] },
  ],
});

/** The same paper by the typesetter alone, which parses every face anew. */
async function byItself(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const files = findDocumentFonts();
  pdfmake.setFonts({ Tinos: { ...files } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(files).includes(path));
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

// Blanks, dashes and letters of other alphabets that share a glyph with one of ours: whoever draws it first says which it is.
const papers = [
  "Điều\u00a01. Ủy\u00a0ban\u2011nhân\u2011dân tỉnh \u2126 \u00b5 \u0394",
  "Điều 1. Ủy ban-nhân-dân tỉnh \u03a9 \u03bc \u2206",
  "Quyết nghị của Hội đồng nhân dân, AVATAR, ghi nhận ffi",
].map(paper);

test("a paper has the bytes it has when its fonts are parsed for it alone, whatever was set before it", async () => {
  for (const definition of [...papers, ...papers.toReversed()]) {
    const shared = Buffer.from(await typesetPdf(structuredClone(definition)));
    expect(shared.equals(Buffer.from(await byItself(structuredClone(definition))))).toBe(true);
  }
});
