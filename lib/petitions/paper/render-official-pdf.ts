import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { paperWords } from "@/lib/platform/documents/official-form";
import { officialHeadPdf, officialTitlePdf, recipientsPdf } from "@/lib/platform/documents/official-head-pdf";
import { typesetPdf } from "@/lib/platform/documents/typeset-pdf";
import { articleParts, headOf, type OfficialPaper, type PaperParagraph } from "./official-paper";

const mm = (value: number) => (value * 72) / 25.4;
/** A4 with the margins of NĐ 30/2020, Phụ lục I: 20 above and below, 30 left, 18 right. */
const margins: [number, number, number, number] = [mm(30), mm(20), mm(18), mm(20)];
const usable = 595.28 - margins[0] - margins[2];

function head(paper: OfficialPaper): Content[] {
  return [
    ...(paper.mark ? [{ text: paper.mark, fontSize: 10, italics: true, alignment: "center" as const }] : []),
    officialHeadPdf(headOf(paper)),
    ...(paper.title ? officialTitlePdf(paper.form, paper.title, paper.abstract) : []),
    ...(paper.to
      ? [
          {
            text: `${paperWords.to} ${paper.to}`,
            alignment: "center" as const,
            margin: [0, 0, 0, 10] as [number, number, number, number],
          },
        ]
      : []),
  ];
}

function paragraph({ kind, text }: PaperParagraph): Content {
  if (kind === "order") return { text, bold: true, alignment: "center", margin: [0, 6, 0, 6] };
  const indented = { alignment: "justify", leadingIndent: mm(10), margin: [0, 0, 0, 6] } as const;
  if (kind === "article") {
    const [name, rest] = articleParts(text);
    return { text: [{ text: name, bold: true }, ` ${rest}`], ...indented, margin: [0, 0, 0, 6] };
  }
  return { text, ...(kind === "basis" ? { italics: true } : {}), ...indented, margin: [0, 0, 0, 6] };
}

function foot(paper: OfficialPaper): Content {
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [
      {
        width: usable * 0.48,
        stack: recipientsPdf(paper.recipients),
      },
      {
        width: usable * 0.52,
        alignment: "center",
        stack: [
          ...paper.capacity.map((text) => ({ text, bold: true })),
          { text: paper.signer, bold: true, margin: [0, 64, 0, 0] },
        ],
      },
    ],
  };
}

/** The paper in Times metrics, black, numbered from page 2. The same description gives the same pages. */
export async function renderOfficialPdf(paper: OfficialPaper, issuedAt: Date): Promise<Uint8Array> {
  const definition: TDocumentDefinitions = {
    version: "1.7",
    language: "vi-VN",
    pageSize: "A4",
    pageMargins: margins,
    displayTitle: true,
    info: {
      title: [paper.title, paper.abstract].filter(Boolean).join(" "),
      subject: paper.number,
      author: paper.issuer,
      creator: "Cổng phối hợp",
      producer: "pdfmake",
      creationDate: issuedAt,
    },
    defaultStyle: { font: "Tinos", fontSize: 13.5, lineHeight: 1.15 },
    header: (current: number) =>
      current === 1
        ? ""
        : { text: String(current), fontSize: 13, alignment: "center", margin: [0, 26, 0, 0] },
    content: [...head(paper), ...paper.paragraphs.map(paragraph), foot(paper)],
  };
  return typesetPdf(definition);
}
