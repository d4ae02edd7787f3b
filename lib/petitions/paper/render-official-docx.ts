import { AlignmentType, Paragraph, type Table, TextRun } from "docx";
import {
  columns,
  emptyLine,
  line,
  mm,
  packOfficialPage,
  rule,
  usable,
} from "@/lib/platform/documents/docx-parts";
import {
  articleParts,
  nameLines,
  nation,
  numberLine,
  type OfficialPaper,
  type PaperParagraph,
  paperWords,
} from "./official-paper";

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
    emptyLine(),
    ...(paper.to ? [line(`${paperWords.to} ${paper.to}`), emptyLine()] : []),
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
    ...Array.from({ length: 4 }, () => emptyLine()),
    line(paper.signer, { bold: true }),
  ];
  return columns([0.48, 0.52], [recipients, signer]);
}

/** The paper as a Word file, with the words of the PDF, numbered from page 2. */
export async function renderOfficialDocx(paper: OfficialPaper): Promise<Uint8Array> {
  return packOfficialPage([paper.title, paper.abstract].filter(Boolean).join(" "), [
    ...head(paper),
    ...paper.paragraphs.map(paragraph),
    emptyLine(),
    foot(paper),
  ]);
}
