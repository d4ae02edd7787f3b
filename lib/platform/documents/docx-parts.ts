import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from "docx";

/** Twentieths of a point. */
export const mm = (value: number) => Math.round((value * 1440) / 25.4);

/** Width of the text of an A4 page with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export const usable = mm(210 - 30 - 18);

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const noBorders = { top: none, bottom: none, left: none, right: none };

/** Sizes of letters are counted in half points. */
export const half = (points: number) => points * 2;

export type DocxRun = {
  bold?: boolean;
  italics?: boolean;
  size?: number;
  underlined?: boolean;
  /** Stays on the page of what follows. */
  keepNext?: boolean;
};

/** One line, centred unless said otherwise; `before` in twentieths of a point. */
export function line(
  text: string,
  { size = 13.5, underlined, keepNext = false, ...run }: DocxRun = {},
  before = 0,
  centred = true,
): Paragraph {
  return new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before },
    keepNext,
    children: [
      new TextRun({
        text,
        size: half(size),
        ...run,
        ...(underlined ? { underline: { type: UnderlineType.SINGLE } } : {}),
      }),
    ],
  });
}

export function emptyLine(): Paragraph {
  return new Paragraph({ children: [] });
}

/** A short rule below the line before it: the border of an empty, narrow paragraph. */
export function rule(width: number, within: number): Paragraph {
  const indent = Math.round((within - width) / 2);
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 40, after: 0, line: 120, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } },
    children: [],
  });
}

/** Columns without borders beside one another, which stay on one page. `shares` of the page's width, one for each. */
export function columns(shares: readonly number[], cells: readonly Paragraph[][]): Table {
  const widths = shares.map((share) => Math.round(usable * share));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: usable, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({
              borders: noBorders,
              margins: { left: 0, right: 0 },
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children,
            }),
        ),
      }),
    ],
  });
}

/** An A4 page of NĐ 30/2020/NĐ-CP, Phụ lục I, numbered from page 2, as a Word file. */
export async function packOfficialPage(title: string, children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    creator: "Cổng phối hợp",
    title,
    styles: {
      default: {
        document: {
          run: { font: "Times New Roman", size: half(13.5), language: { value: "vi-VN" } },
          paragraph: { spacing: { line: 288, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18), header: mm(10) },
          },
        },
        headers: {
          first: new Header({ children: [emptyLine()] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: half(13) })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
