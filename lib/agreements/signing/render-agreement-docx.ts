import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import {
  columns,
  emptyLine,
  half,
  line,
  mm,
  packOfficialPage,
  rule,
  usable,
} from "@/lib/platform/documents/docx-parts";
import { authorityIn, type OfficialForm } from "@/lib/platform/documents/official-form";
import {
  officialHeadDocx,
  officialTitleDocx,
  recipientsDocx,
} from "@/lib/platform/documents/official-head-docx";
import type { AgreementPdfChapter, AgreementPdfInput } from "./agreement-pdf-input";
import { documentWords, romanNumber, upperCase } from "./document-words";

/** What the Word file of an agreement says: the words of its paper, without what only a signed file can have. */
export type AgreementDocxInput = Pick<
  AgreementPdfInput,
  | "form"
  | "recipients"
  | "title"
  | "abstract"
  | "offices"
  | "bases"
  | "chapters"
  | "matrix"
  | "templateMark"
  | "demo"
> & {
  /** "Số: 01/QCPH-…"; before a round is opened there is no number yet. */
  numberLine: string;
  /** "Phú Thọ, ngày 24 tháng 11 năm 2026", or with its day open. */
  placeAndDate: string;
  /** What this file is worth, printed at its end. */
  worth: string;
};

function paragraph(text: string, run: { italics?: boolean; bold?: boolean } = {}): Paragraph {
  return new Paragraph({
    alignment: run.bold ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(10) },
    spacing: { before: 60, after: 60 },
    keepNext: run.bold === true,
    children: [new TextRun({ text: text.normalize("NFC"), ...run })],
  });
}

function head(input: AgreementDocxInput): (Paragraph | Table)[] {
  return [
    ...(input.templateMark ? [line(input.templateMark, { size: 11, italics: true })] : []),
    ...(input.form === "joint" ? jointHead(input) : officialHead(input, input.form)),
    emptyLine(),
  ];
}

function officialHead(input: AgreementDocxInput, form: OfficialForm): (Paragraph | Table)[] {
  const { numberLine, placeAndDate } = input;
  const issuers = input.offices.map(({ name }) => upperCase(name));
  return [
    officialHeadDocx({ form, superior: "", issuers, numberLine, placeAndDate, below: "" }),
    ...officialTitleDocx(form, upperCase(input.title), input.abstract),
  ];
}

function jointHead(input: AgreementDocxInput): (Paragraph | Table)[] {
  return [
    ...input.offices.map(({ name }) => line(upperCase(name), { size: 13, bold: true })),
    rule(mm(32), usable),
    columns(
      [0.5, 0.5],
      [
        [line(input.numberLine, { size: 12 }, 0, false)],
        [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun({ text: input.placeAndDate, size: half(12), italics: true })],
          }),
        ],
      ],
    ),
    line(upperCase(input.title), { size: 15, bold: true }, 240),
    line(input.abstract, { size: 14, bold: true }),
    rule(mm(45), usable),
  ];
}

function chapter({ ordinal, title, articles }: AgreementPdfChapter): Paragraph[] {
  return [
    // A short paper has articles only (NĐ 30/2020/NĐ-CP, Phụ lục I).
    ...(title === ""
      ? []
      : [
          line(
            `${documentWords.chapter} ${romanNumber(ordinal)}`,
            { size: 14, bold: true, keepNext: true },
            240,
          ),
          line(upperCase(title), { size: 14, bold: true, keepNext: true }),
        ]),
    ...articles.flatMap((article) => [
      paragraph(`${documentWords.article} ${article.ordinal}. ${article.heading}`, { bold: true }),
      ...article.clauses.map((clause) => paragraph(clause)),
    ]),
  ];
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const allThin = { top: thin, bottom: thin, left: thin, right: thin };

function cell(
  text: string,
  width: number,
  run: { bold?: boolean; centred?: boolean; shaded?: boolean } = {},
) {
  return new TableCell({
    borders: allThin,
    width: { size: width, type: WidthType.DXA },
    margins: { left: 60, right: 60, top: 40, bottom: 40 },
    ...(run.shaded ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EEEEEE" } } : {}),
    children: [line(text, { size: 11.5, bold: run.bold === true }, 0, run.centred === true)],
  });
}

/** Who leads, assists and is informed. A row names its article, so that no cell needs another to be read. */
function annex({ matrix, chapters }: AgreementDocxInput): (Paragraph | Table)[] {
  if (matrix.rows.length === 0) return [];
  const headings = new Map(
    chapters.flatMap(({ articles }) => articles.map(({ ordinal, heading }) => [ordinal, heading] as const)),
  );
  const office = mm(Math.min(18, 66 / matrix.offices.length));
  const widths = [
    mm(34),
    usable - mm(34) - office * matrix.offices.length,
    ...matrix.offices.map(() => office),
  ];
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: texts.map((text, index) =>
        cell(text, widths[index] ?? 0, {
          centred: isHead || index > 1,
          shaded: isHead,
          bold: isHead || index === 0 || (index > 1 && text.startsWith("CT")),
        }),
      ),
    });
  return [
    line(documentWords.annexTitle, { size: 14, bold: true, keepNext: true }, 320),
    line(documentWords.annexSubtitle, { size: 14, bold: true, keepNext: true }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: usable, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        row(
          [documentWords.annexArticle, documentWords.annexDuty, ...matrix.offices.map(({ code }) => code)],
          true,
        ),
        ...matrix.rows.map((duty) =>
          row(
            [
              `${duty.article}. ${duty.heading ?? headings.get(duty.article) ?? ""}`.trim(),
              `${duty.article}.${duty.clause}  ${duty.text.normalize("NFC")}`,
              ...duty.cells.map((part) => part.replace("|", "/")),
            ],
            false,
          ),
        ),
      ],
    }),
    line(documentWords.annexLegend, { size: 11, italics: true }, 80, false),
  ];
}

function signers({ offices, form }: AgreementDocxInput): (Paragraph | Table)[] {
  const perRow = offices.length === 4 ? 2 : Math.min(3, Math.max(1, offices.length));
  const rows: (Paragraph | Table)[] = [];
  for (let at = 0; at < offices.length; at += perRow) {
    const some = offices.slice(at, at + perRow);
    const shares = some.map(() => 1 / some.length);
    // Names stand level although one title needs more lines than its neighbours.
    rows.push(
      line("", { keepNext: true }),
      columns(
        shares,
        some.map(({ capacity }) =>
          capacity.map((title) =>
            line(upperCase(authorityIn(form, title)), { size: 12.5, bold: true, keepNext: true }),
          ),
        ),
      ),
      ...Array.from({ length: 4 }, () => line("", { keepNext: true })),
      columns(
        shares,
        some.map(({ signerName }) => [line(signerName, { bold: true })]),
      ),
    );
  }
  return rows;
}

/** The agreement as a Word file in the form its version has, with the words of its paper. It carries no signature and says so. */
export async function renderAgreementDocx(input: AgreementDocxInput): Promise<Uint8Array> {
  const notes = [input.worth, ...(input.demo ? [documentWords.demonstration] : [])];
  return packOfficialPage(`${input.title} ${input.abstract}`, [
    ...head(input),
    ...input.bases.map((text) => paragraph(text, { italics: input.form !== "party" })),
    ...input.chapters.flatMap(chapter),
    ...annex(input),
    ...signers(input),
    ...(input.recipients.length === 0 ? [] : [emptyLine(), ...recipientsDocx(input.recipients)]),
    emptyLine(),
    ...notes.map((text) => line(text, { size: 9.5, italics: true }, 0, false)),
  ]);
}
