import { AlignmentType, Paragraph, type Table, TextRun } from "docx";
import { columns, emptyLine, line, mm, packOfficialPage } from "@/lib/platform/documents/docx-parts";
import { paperWords } from "@/lib/platform/documents/official-form";
import {
  officialHeadDocx,
  officialTitleDocx,
  recipientsDocx,
} from "@/lib/platform/documents/official-head-docx";
import { articleParts, headOf, type OfficialPaper, type PaperParagraph } from "./official-paper";

function head(paper: OfficialPaper): (Paragraph | Table)[] {
  return [
    ...(paper.mark ? [line(paper.mark, { size: 10, italics: true })] : []),
    officialHeadDocx(headOf(paper)),
    ...(paper.title ? officialTitleDocx(paper.form, paper.title, paper.abstract) : []),
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
  const signer = [
    ...paper.capacity.map((text) => line(text, { bold: true })),
    ...Array.from({ length: 4 }, () => emptyLine()),
    line(paper.signer, { bold: true }),
  ];
  return columns([0.48, 0.52], [recipientsDocx(paper.recipients), signer]);
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
