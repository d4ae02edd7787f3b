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
import {
  articleParts,
  nameLines,
  nation,
  numberLine,
  type OfficialPaper,
  type PaperParagraph,
  paperWords,
} from "./official-paper";

// Twentieths of a point.
const mm = (value: number) => Math.round((value * 1440) / 25.4);
const usable = mm(210 - 30 - 18);
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none };
const half = (points: number) => points * 2;

type Run = { bold?: boolean; italics?: boolean; size?: number; underlined?: boolean };

function line(
  text: string,
  { size = 13.5, underlined, ...run }: Run = {},
  before = 0,
  centred = true,
): Paragraph {
  return new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before },
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

/** A short rule below the line before it: the border of an empty, narrow paragraph. */
function rule(width: number, within: number): Paragraph {
  const indent = Math.round((within - width) / 2);
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 40, after: 0, line: 120, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } },
    children: [],
  });
}

function columns(shares: readonly [number, number], cells: readonly [Paragraph[], Paragraph[]]): Table {
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

function head(paper: OfficialPaper): (Paragraph | Table)[] {
  const [name, motto] = nation[paper.form];
  const issuer = [
    ...(paper.superior ? nameLines(paper.superior).map((text) => line(text, { size: 12.5 })) : []),
    ...nameLines(paper.issuer).map((text) => line(text, { size: 12.5, bold: true })),
    ...(paper.form === "party" ? [line("*", { size: 13 })] : [rule(mm(18), usable * 0.42)]),
    line(numberLine(paper), { size: 13 }, 120),
    ...(paper.title === "" ? [line(paper.abstract, { size: 12.5 })] : []),
  ];
  const national = [
    line(name, { size: 12.5, bold: true, underlined: paper.form === "party" }),
    ...(motto ? [line(motto, { bold: true }), rule(mm(58), usable * 0.58)] : []),
    line(paper.placeAndDate, { italics: true }, 120),
  ];
  return [
    ...(paper.mark ? [line(paper.mark, { size: 10, italics: true })] : []),
    columns([0.42, 0.58], [issuer, national]),
    ...(paper.title
      ? [
          line(paper.title, { size: 14.5, bold: true }, 240),
          line(paper.abstract, { size: 14, bold: true }),
          rule(mm(40), usable),
        ]
      : []),
    new Paragraph({ children: [] }),
    ...(paper.to ? [line(`${paperWords.to} ${paper.to}`), new Paragraph({ children: [] })] : []),
  ];
}

function paragraph({ kind, text }: PaperParagraph): Paragraph {
  if (kind === "order") return line(text, { bold: true }, 120);
  const [name, rest] = kind === "article" ? articleParts(text) : ["", text];
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(10) },
    spacing: { before: 60, after: 60 },
    children: [
      ...(name ? [new TextRun({ text: `${name} `, bold: true })] : []),
      new TextRun({ text: rest, italics: kind === "basis" }),
    ],
  });
}

function foot(paper: OfficialPaper): Table {
  const recipients = [
    line(paperWords.recipients, { size: 12, bold: true, italics: true }, 0, false),
    ...paper.recipients.map((text) => line(text, { size: 11 }, 0, false)),
  ];
  const signer = [
    ...paper.capacity.map((text) => line(text, { bold: true })),
    ...Array.from({ length: 4 }, () => new Paragraph({ children: [] })),
    line(paper.signer, { bold: true }),
  ];
  return columns([0.48, 0.52], [recipients, signer]);
}

/** The paper as a Word file, with the words of the PDF, numbered from page 2. */
export async function renderOfficialDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const document = new Document({
    creator: "Cổng phối hợp",
    title: [paper.title, paper.abstract].filter(Boolean).join(" "),
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
          first: new Header({ children: [new Paragraph({ children: [] })] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: half(13) })],
              }),
            ],
          }),
        },
        children: [
          ...head(paper),
          ...paper.paragraphs.map(paragraph),
          new Paragraph({ children: [] }),
          foot(paper),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
