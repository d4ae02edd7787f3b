import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { typesetPdf } from "@/lib/platform/documents/typeset-pdf";
import { columnShares } from "./column-widths";
import type { PaperCell, PaperRow, SheetPaper } from "./sheet-paper";

const markWidth = 44;
const usable = 841.89 - 2 * 34 - markWidth;

/** A code like ĐĐBQH&HĐND may go on in the next line after its "&", in a column too narrow for it. */
function breakable(text: string): string {
  return text.replaceAll("&", "&\u200b");
}

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
            text: breakable(of.text),
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

/** Cells that reach down over a page's end are begun again on the next page, with their words. */
export function splitAtPages(rows: readonly PaperRow[], firstOfPage: ReadonlySet<number>): PaperRow[] {
  const split = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  rows.forEach((row, start) => {
    row.cells.forEach((of, column) => {
      const ends = start + (of?.rows ?? 1);
      let from = start;
      for (let at = start + 1; at <= ends; at += 1) {
        if (!of || (at < ends && !firstOfPage.has(at))) continue;
        const part = split[from];
        if (part) part.cells[column] = { ...of, rows: at - from };
        from = at;
      }
    });
  });
  return split;
}

const rowId = (index: number) => `row ${index}`;

function table(paper: SheetPaper): Content {
  const noBorder: [boolean, boolean, boolean, boolean] = [false, false, false, false];
  const head: TableCell[] = [
    { text: "", border: noBorder },
    ...paper.head.map((text): TableCell => ({ text, bold: true, alignment: "center" })),
  ];
  const rows = paper.rows.map((row, index): TableCell[] => [
    // By its name the row is found again where the pages end; a node without text has no page.
    {
      text: row.mark === "" ? " " : row.mark,
      id: rowId(index),
      border: noBorder,
      alignment: "right",
      fontSize: 9,
      bold: true,
    },
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
  ];
}

/** The official sheet on A4 lying on its side, in Times metrics. The same view gives the same pages. */
export async function renderSheetPdf(paper: SheetPaper, createdAt: Date): Promise<Uint8Array> {
  const pages = new Map<string, number>();
  const definitionOf = (rows: SheetPaper["rows"]): TDocumentDefinitions => ({
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
    footer: (current: number, total: number) => ({
      margin: [34, 4, 34, 0],
      columns: [
        { width: "*", text: paper.foot, fontSize: 7, color: "#444444" },
        { width: 60, text: total > 1 ? `${current}/${total}` : "", alignment: "right", fontSize: 9 },
      ],
    }),
    pageBreakBefore: ({ id, pageNumbers }) => {
      if (id) pages.set(id, pageNumbers[0] ?? 0);
      return false;
    },
    content: [
      ...(paper.issuer ? [{ text: paper.issuer, bold: true, fontSize: 11 }] : []),
      { text: paper.title, bold: true, fontSize: 15, alignment: "center" },
      { text: paper.subject, italics: true, alignment: "center", margin: [0, 2, 0, 0] },
      { text: paper.version, bold: true, alignment: "center", margin: [0, 2, 0, 0] },
      table({ ...paper, rows }),
      ...foot(paper),
    ],
  });
  const print = (rows: SheetPaper["rows"]) => typesetPdf(definitionOf(rows));
  const whole = await print(paper.rows);
  const pageOf = (index: number) => pages.get(rowId(index));
  const firstOfPage = new Set(
    paper.rows.flatMap((_, index) => (index > 0 && pageOf(index) !== pageOf(index - 1) ? [index] : [])),
  );
  // Where the pages end is known once it is laid out.
  return firstOfPage.size === 0 ? whole : print(splitAtPages(paper.rows, firstOfPage));
}
