import type { Content, CustomTableLayout, Margins, TableCell } from "pdfmake/interfaces.js";
import { authorityIn } from "@/lib/platform/documents/official-form";
import { recipientsPdf } from "@/lib/platform/documents/official-head-pdf";
import type { PaperForm } from "../paper-form";
import type { AgreementPdfInput, AgreementPdfOffice } from "./agreement-pdf-input";
import { bodyFontSize, millimetres, textWidth } from "./document-measures";
import { documentWords, upperCase } from "./document-words";

const COLUMN_GAP = 14;
const BOX_HEIGHT = millimetres(24);
const ORGANISATION_HEIGHT = millimetres(16);
const BOX_PADDING = 5;

/**
 * One block per office, lead first (Nghị định 30/2020/NĐ-CP, Phụ lục I, on joint documents), drawn before
 * anybody signs: afterwards no byte of a page may change, and the signatures themselves are invisible fields.
 */
export function documentSignatures(input: AgreementPdfInput): Content[] {
  const perRow = input.offices.length === 4 ? 2 : Math.min(3, Math.max(1, input.offices.length));
  const rows: AgreementPdfOffice[][] = [];
  for (let at = 0; at < input.offices.length; at += perRow) rows.push(input.offices.slice(at, at + perRow));
  const own = rows.map((offices) => ownOffices({ offices })).filter(({ length }) => length > 0);
  return [
    ...rows.map((offices) => signatureRow(offices, perRow, input.form)),
    ...(input.recipients.length === 0
      ? []
      : [{ unbreakable: true, margin: [0, 14, 0, 0] as Margins, stack: recipientsPdf(input.recipients) }]),
    organisationsTitle,
    ...own.map((offices) => organisationRow(offices, perRow)),
    closingNotes(input),
  ];
}

/** Those whose organisation signs here as well; parties outside come after them. */
function ownOffices({ offices }: Pick<AgreementPdfInput, "offices">): AgreementPdfOffice[] {
  return offices.filter(({ outside }) => !outside);
}

/** Names of the blocks in the order in which they are drawn; a signature of the portal has the same as its field. */
export function placeNames(input: Pick<AgreementPdfInput, "offices">): string[] {
  const names = (kind: string, offices: readonly AgreementPdfOffice[]) =>
    offices.map((_, index) => `${kind}_${index + 1}`);
  return [...names("party", input.offices), ...names("office", ownOffices(input))];
}

const organisationsTitle: Content = {
  text: documentWords.organisations,
  alignment: "center",
  fontSize: 11,
  italics: true,
  margin: [0, 16, 0, 0],
  headlineLevel: 1,
};

/** Under the blocks of the persons one for each organisation, whose signature comes after theirs (NĐ 30/2020 art. 32). */
function organisationRow(offices: readonly AgreementPdfOffice[], perRow: number): Content {
  const { width, side, widths, spaced } = columns(offices.length, perRow);
  return {
    unbreakable: true,
    margin: [side, 6, 0, 0],
    table: { widths, body: [spaced(offices.map((office) => organisationCell(office, width)))] },
    layout: borderless,
  };
}

function organisationCell(office: AgreementPdfOffice, width: number): TableCell {
  return box(width, ORGANISATION_HEIGHT, [
    `${documentWords.organisationSignature} ${office.name}`,
    documentWords.signingTime,
  ]);
}

function columns(count: number, perRow: number) {
  const width = (textWidth - COLUMN_GAP * (perRow - 1)) / perRow;
  return {
    width,
    side: ((perRow - count) * (width + COLUMN_GAP)) / 2,
    widths: Array.from({ length: count }, (_, index) => (index === 0 ? [width] : [COLUMN_GAP, width])).flat(),
    spaced: (cells: readonly TableCell[]): TableCell[] =>
      cells.flatMap((cell, index) => (index === 0 ? [cell] : [{ text: "" }, cell])),
  };
}

/** A table, so that boxes and names stay level although one title needs more lines than its neighbours. */
function signatureRow(offices: readonly AgreementPdfOffice[], perRow: number, form: PaperForm): Content {
  const { width, side, widths, spaced } = columns(offices.length, perRow);
  return {
    unbreakable: true,
    margin: [side, 16, 0, 0],
    table: {
      widths,
      body: [
        spaced(offices.map((office) => titleCell(office, form))),
        spaced(offices.map((office) => boxCell(office, width))),
        spaced(offices.map((office) => nameCell(office))),
      ],
    },
    layout: borderless,
  };
}

function titleCell(office: AgreementPdfOffice, form: PaperForm): TableCell {
  return {
    text: office.capacity.map((line) => upperCase(authorityIn(form, line))).join("\n"),
    bold: true,
    fontSize: 12.5,
    alignment: "center",
    margin: [0, 0, 0, 6],
  };
}

function boxCell(office: AgreementPdfOffice, width: number): TableCell {
  return box(width, BOX_HEIGHT, [
    `${documentWords.signedBy} ${office.signerName}`,
    `${documentWords.signingOffice} ${office.name}`,
    documentWords.signingTime,
  ]);
}

function box(width: number, height: number, lines: readonly string[]): TableCell {
  const small = { fontSize: 8.5, color: "#333333", lineHeight: 1.1 };
  return {
    table: {
      widths: [width - 2 * BOX_PADDING - 1],
      heights: [height],
      body: [[{ stack: lines.map((text): Content => ({ text, ...small })) }]],
    },
    layout: dashedBox,
  };
}

function nameCell(office: AgreementPdfOffice): TableCell {
  return {
    text: office.signerName,
    bold: true,
    fontSize: bodyFontSize,
    alignment: "center",
    margin: [0, 6, 0, 0],
  };
}

const dashedBox: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => "#777777",
  vLineColor: () => "#777777",
  hLineStyle: () => ({ dash: { length: 2, space: 2 } }),
  vLineStyle: () => ({ dash: { length: 2, space: 2 } }),
  paddingLeft: () => BOX_PADDING,
  paddingRight: () => BOX_PADDING,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

const borderless: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** In groups of four, so that two people can read it to each other. */
function grouped(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(" ") ?? hex;
}

function closingNotes(input: AgreementPdfInput): Content {
  const notes = [
    `${documentWords.chainHead} ${input.chainHead}`,
    documentWords.internalSignature,
    ...(input.rootSha256 ? [`${documentWords.root} ${grouped(input.rootSha256)}`] : []),
    ...(input.demo ? [documentWords.demonstration] : []),
    ...(input.templateMark ? [`${input.templateMark}.`] : []),
  ];
  return {
    unbreakable: true,
    margin: [0, 20, 0, 0],
    stack: [
      {
        canvas: [{ type: "line", x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.5 }],
        margin: [0, 0, 0, 4],
      },
      ...notes.map((text): Content => ({ text, fontSize: 9.5, lineHeight: 1.15 })),
    ],
  };
}
