import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from "docx";
import { columnShares } from "./column-widths";
import type { PaperCell, SheetPaper } from "./sheet-paper";

// Twentieths of a point: A4 on its side within its margins, and the margin column of the marks.
const usable = 16838 - 2 * 680;
const markWidth = 880;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none };
const half = (points: number) => points * 2;

function line(
  text: string,
  run: { bold?: boolean; italics?: boolean; size?: number } = {},
  centred = true,
): Paragraph {
  return new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: [new TextRun({ text, size: half(11), ...run })],
  });
}

function paragraphsOf(cell: NonNullable<PaperCell>, centred: boolean): Paragraph[] {
  const runs = [
    ...(cell.before ? [new TextRun({ text: `${cell.before} `, strike: true, color: "444444" })] : []),
    new TextRun({
      text: cell.text,
      bold: cell.bold === true,
      strike: cell.struck === true,
      ...(cell.before ? { underline: {} } : {}),
    }),
  ];
  const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT;
  return [
    new Paragraph({ alignment, children: runs }),
    ...(cell.notes ?? []).map(
      (note) => new Paragraph({ alignment, children: [new TextRun({ text: note })] }),
    ),
  ];
}

function cellsOf(paper: SheetPaper, row: number, widths: readonly number[]): TableCell[] {
  const { mark, cells } = paper.rows[row] ?? { mark: "", cells: [] };
  const made: TableCell[] = [
    new TableCell({
      borders: noBorders,
      width: { size: markWidth, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [new TextRun({ text: mark, bold: true, size: half(9) })],
        }),
      ],
    }),
  ];
  let covered = 0;
  cells.forEach((cell, index) => {
    if (covered > 0) {
      covered -= 1;
      return;
    }
    const width = { size: widths[index] ?? 1000, type: WidthType.DXA };
    if (cell === null) {
      // Covered from above: the same column goes on.
      made.push(
        new TableCell({ width, verticalMerge: VerticalMergeType.CONTINUE, children: [new Paragraph("")] }),
      );
      return;
    }
    covered = (cell.columns ?? 1) - 1;
    made.push(
      new TableCell({
        width,
        ...(cell.columns && cell.columns > 1 ? { columnSpan: cell.columns } : {}),
        ...(cell.rows && cell.rows > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
        children: paragraphsOf(cell, index < 2 && !cell.columns),
      }),
    );
  });
  return made;
}

function table(paper: SheetPaper): Table {
  const widths = columnShares(paper).map((share) => Math.round(((usable - markWidth) * share) / 100));
  const head = new TableRow({
    tableHeader: true,
    children: [
      new TableCell({
        borders: noBorders,
        width: { size: markWidth, type: WidthType.DXA },
        children: [new Paragraph("")],
      }),
      ...paper.head.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 1000, type: WidthType.DXA },
            children: [line(text, { bold: true, size: half(10.5) })],
          }),
      ),
    ],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: usable, type: WidthType.DXA },
    columnWidths: [markWidth, ...widths],
    rows: [
      head,
      ...paper.rows.map(
        (_, index) => new TableRow({ cantSplit: true, children: cellsOf(paper, index, widths) }),
      ),
    ],
  });
}

function foot(paper: SheetPaper): (Paragraph | Table)[] {
  const { signer } = paper;
  const left = paper.recipients.map((text, index) =>
    line(text, { size: half(10), bold: index === 0, italics: index === 0 }, false),
  );
  const right = signer
    ? [
        line(signer.title.toLocaleUpperCase("vi"), { bold: true }),
        ...Array.from({ length: 4 }, () => new Paragraph("")),
        line(signer.name, { bold: true }),
      ]
    : [new Paragraph("")];
  return [
    new Paragraph(""),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: usable, type: WidthType.DXA },
      columnWidths: [Math.round(usable / 2), Math.round(usable / 2)],
      rows: [
        new TableRow({
          cantSplit: true,
          children: [left, right].map(
            (children) =>
              new TableCell({
                borders: noBorders,
                width: { size: Math.round(usable / 2), type: WidthType.DXA },
                children,
              }),
          ),
        }),
      ],
    }),
    ...(paper.foot ? [line(paper.foot, { size: half(8.5) }, false)] : []),
  ];
}

/** The official sheet as a Word file, with the words, rows and columns of the PDF. */
export async function renderSheetDocx(paper: SheetPaper): Promise<Uint8Array> {
  const document = new Document({
    creator: "Cổng phối hợp",
    title: `${paper.title} ${paper.version}`,
    styles: {
      default: {
        document: { run: { font: "Times New Roman", size: half(10.5), language: { value: "vi-VN" } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 },
            margin: { top: 800, bottom: 720, left: 680, right: 680 },
          },
        },
        children: [
          ...(paper.issuer ? [line(paper.issuer, { bold: true }, false)] : []),
          line(paper.title, { bold: true, size: half(15) }),
          line(paper.subject, { italics: true }),
          line(paper.version, { bold: true }),
          new Paragraph(""),
          table(paper),
          ...foot(paper),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
