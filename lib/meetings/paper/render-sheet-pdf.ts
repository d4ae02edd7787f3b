import pdfmake from "pdfmake";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { findDocumentFonts } from "@/lib/platform/documents/document-fonts";
import { columnShares } from "./column-widths";
import type { PaperCell, SheetPaper } from "./sheet-paper";

const markWidth = 44;
const usable = 841.89 - 2 * 34 - markWidth;

function cell(of: PaperCell, column: number): TableCell {
  if (of === null) return {};
  const centred = column < 2 && !of.columns;
  return {
    stack: [
      {
        text: [
          ...(of.before
            ? [{ text: `${of.before} `, decoration: "lineThrough" as const, color: "#444444" }]
            : []),
          {
            text: of.text,
            bold: of.bold === true,
            ...(of.struck ? { decoration: "lineThrough" as const } : {}),
            ...(of.before ? { decoration: "underline" as const } : {}),
          },
        ],
      },
      ...(of.notes ?? []).map((note) => ({ text: note })),
    ],
    ...(of.rows && of.rows > 1 ? { rowSpan: of.rows } : {}),
    ...(of.columns && of.columns > 1 ? { colSpan: of.columns } : {}),
    ...(centred ? { alignment: "center" as const } : {}),
  };
}

function table(paper: SheetPaper): Content {
  const noBorder: [boolean, boolean, boolean, boolean] = [false, false, false, false];
  const head: TableCell[] = [
    { text: "", border: noBorder },
    ...paper.head.map((text): TableCell => ({ text, bold: true, alignment: "center" })),
  ];
  const rows = paper.rows.map((row): TableCell[] => [
    { text: row.mark, border: noBorder, alignment: "right", fontSize: 9, bold: true },
    ...row.cells.map((of, index) => cell(of, index)),
  ]);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [markWidth, ...columnShares(paper).map((share) => (usable * share) / 100 - 9)],
      body: [head, ...rows],
    },
    layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingLeft: () => 4, paddingRight: () => 4 },
    fontSize: 10.5,
    margin: [0, 8, 0, 0],
  };
}

function foot(paper: SheetPaper): Content[] {
  const { signer } = paper;
  return [
    {
      unbreakable: true,
      margin: [markWidth, 12, 0, 0],
      columns: [
        {
          width: "*",
          stack: paper.recipients.map((line, index) => ({
            text: line,
            fontSize: 10,
            bold: index === 0,
            italics: index === 0,
          })),
        },
        signer
          ? {
              width: 260,
              alignment: "center",
              stack: [
                { text: signer.title.toLocaleUpperCase("vi"), bold: true },
                { text: signer.name, bold: true, margin: [0, 48, 0, 0] },
              ],
            }
          : { width: 260, text: "" },
      ],
    },
    ...(paper.foot
      ? [
          {
            text: paper.foot,
            fontSize: 8.5,
            margin: [markWidth, 10, 0, 0] as [number, number, number, number],
          },
        ]
      : []),
  ];
}

/** The official sheet on A4 lying on its side, in Times metrics. The same view gives the same pages. */
export async function renderSheetPdf(paper: SheetPaper, createdAt: Date): Promise<Uint8Array> {
  const fonts = findDocumentFonts();
  const allowed = new Set<string>(Object.values(fonts));
  pdfmake.setFonts({ Tinos: { ...fonts } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  const definition: TDocumentDefinitions = {
    version: "1.7",
    language: "vi-VN",
    pageSize: "A4",
    pageOrientation: "landscape",
    pageMargins: [34, 40, 34, 36],
    displayTitle: true,
    info: {
      title: `${paper.title} ${paper.version}`,
      creator: "Cổng phối hợp",
      producer: "pdfmake",
      creationDate: createdAt,
    },
    defaultStyle: { font: "Tinos", fontSize: 11, lineHeight: 1.1 },
    footer: (current: number, total: number) =>
      total > 1 ? { text: `${current}/${total}`, alignment: "center", fontSize: 9 } : "",
    content: [
      ...(paper.issuer ? [{ text: paper.issuer, bold: true, fontSize: 11 }] : []),
      { text: paper.title, bold: true, fontSize: 15, alignment: "center" },
      { text: paper.subject, italics: true, alignment: "center", margin: [0, 2, 0, 0] },
      { text: paper.version, bold: true, alignment: "center", margin: [0, 2, 0, 0] },
      table(paper),
      ...foot(paper),
    ],
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}
