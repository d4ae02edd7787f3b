import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { AgreementPdfCell, AgreementPdfDuty, AgreementPdfInput } from "./agreement-pdf-input";
import { millimetres } from "./document-measures";
import { documentWords } from "./document-words";

const FONT_SIZE = 11.5;

/** The table that says who leads, assists and is informed: what the portal enforces, printed. */
export function documentAnnex(input: AgreementPdfInput): Content[] {
  const { offices, rows } = input.matrix;
  if (rows.length === 0) return [];
  if (rows.some((row) => row.cells.length !== offices.length)) {
    throw new RangeError("Every row of the matrix needs one cell per office");
  }
  const headings = articleHeadings(input);
  return [
    {
      text: documentWords.annexTitle,
      bold: true,
      fontSize: 14,
      alignment: "center",
      margin: [0, 16, 0, 0],
      headlineLevel: 1,
    },
    {
      text: documentWords.annexSubtitle,
      bold: true,
      fontSize: 14,
      alignment: "center",
      margin: [0, 0, 0, 8],
      headlineLevel: 1,
    },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [millimetres(32), "*", ...offices.map(() => millimetres(Math.min(18, 66 / offices.length)))],
        body: [
          [
            headCell(documentWords.annexArticle),
            headCell(documentWords.annexDuty),
            ...offices.map((office) => headCell(breakableCode(office.code), offices.length > 4 ? 8 : 10)),
          ],
          ...rows.map((row, index) =>
            dutyRow(row, { above: rows[index - 1], below: rows[index + 1] }, headings),
          ),
        ],
      },
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0.5,
        paddingTop: () => 3,
        paddingBottom: () => 3,
        paddingLeft: () => 3,
        paddingRight: () => 3,
      },
    },
    { text: documentWords.annexLegend, fontSize: 11, italics: true, margin: [0, 4, 0, 6] },
  ];
}

function articleHeadings(input: AgreementPdfInput): Map<number, string> {
  const articles = input.chapters.flatMap((chapter) => chapter.articles);
  return new Map(articles.map((article) => [article.ordinal, article.heading]));
}

function dutyRow(
  duty: AgreementPdfDuty,
  neighbours: { above: AgreementPdfDuty | undefined; below: AgreementPdfDuty | undefined },
  headings: ReadonlyMap<number, string>,
): TableCell[] {
  const continues = neighbours.above?.article === duty.article;
  const goesOn = neighbours.below?.article === duty.article;
  const heading = duty.heading ?? headings.get(duty.article);
  return [
    {
      text: continues ? "" : `${duty.article}. ${heading ?? ""}`.trim(),
      fontSize: FONT_SIZE,
      bold: true,
      border: [true, !continues, true, !goesOn],
    },
    { text: `${duty.article}.${duty.clause}  ${duty.text.normalize("NFC")}`, fontSize: FONT_SIZE },
    ...duty.cells.map((cell) => partCell(cell)),
  ];
}

function headCell(text: string, fontSize = 10): TableCell {
  return { text, bold: true, fontSize, alignment: "center", fillColor: "#eeeeee" };
}

function partCell(cell: AgreementPdfCell): TableCell {
  return {
    text: cell.replace("|", "/"),
    bold: cell.startsWith("CT"),
    fontSize: cell === "CT|PH" ? 10 : FONT_SIZE,
    alignment: "center",
  };
}

/** "VPĐĐBQH&HĐND" is wider than its column and has no blank to break at, so the sign gets one. */
function breakableCode(code: string): string {
  return code.replaceAll("&", " &").replace(/^VP(?=\p{Lu})/u, "VP ");
}
