import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { half, line, mm, noBorders } from "@/lib/platform/documents/docx-parts";
import type { ProgrammeCell, ProgrammePaper } from "./programme-paper";

// A4 on its side within its margins, and what each column takes of it.
const usable = mm(297 - 20 - 15);
const shares = [0.04, 0.26, 0.09, 0.13, 0.11, 0.1, 0.13, 0.14];
const size = 11;

function paragraphsOf({ text, below = [], bold = false, struck = false }: ProgrammeCell, centred: boolean) {
  const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT;
  const lines = below.map(
    (more) => new Paragraph({ alignment, children: [new TextRun({ text: more, size: half(size) })] }),
  );
  if (text === "" && lines.length > 0) return lines;
  return [
    new Paragraph({ alignment, children: [new TextRun({ text, bold, strike: struck, size: half(size) })] }),
    ...lines,
  ];
}

function table({ head, rows }: ProgrammePaper): Table {
  const widths = shares.map((share) => Math.round(usable * share));
  const cell = (index: number, children: Paragraph[]) =>
    new TableCell({ width: { size: widths[index] ?? 0, type: WidthType.DXA }, children });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: usable, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, index) => cell(index, [line(text, { bold: true, size })])),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((each, index) => cell(index, paragraphsOf(each, index === 0))),
          }),
      ),
    ],
  });
}

function heading({ issuer, nation, motto, placeAndDay }: ProgrammePaper): Table {
  const widths = [Math.round(usable * 0.42), Math.round(usable * 0.58)];
  const sides = [
    [line(issuer, { bold: true, size: 12.5 })],
    [
      line(nation, { bold: true, size: 12.5 }),
      line(motto, { bold: true }),
      line(placeAndDay, { italics: true }, 120),
    ],
  ];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: usable, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        children: sides.map(
          (children, index) =>
            new TableCell({
              borders: noBorders,
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children,
            }),
        ),
      }),
    ],
  });
}

/** The official table of a programme as a Word file, with the words, rows and columns of the page, across an A4 sheet. */
export async function renderProgrammeDocx(paper: ProgrammePaper): Promise<Uint8Array> {
  const document = new Document({
    creator: "Cổng phối hợp",
    title: paper.title,
    styles: {
      default: { document: { run: { font: "Times New Roman", language: { value: "vi-VN" } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 },
            margin: { top: mm(20), bottom: mm(15), left: mm(20), right: mm(15) },
          },
        },
        children: [
          heading(paper),
          line(paper.title, { bold: true, size: 14.5 }, 240),
          line(paper.about, { bold: true }),
          new Paragraph(""),
          table(paper),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
