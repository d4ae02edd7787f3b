import type { Content, Margins } from "pdfmake/interfaces.js";
import { numberLine, type OfficialForm } from "@/lib/platform/documents/official-form";
import { officialHeadPdf, officialTitlePdf } from "@/lib/platform/documents/official-head-pdf";
import { documentNumber } from "../rules";
import type { AgreementPdfInput } from "./agreement-pdf-input";
import { millimetres, textWidth } from "./document-measures";
import { placeAndDateLine, upperCase } from "./document-words";

/** The official form of the State or of the Party, or the neutral joint form. */
export function documentHead(input: AgreementPdfInput): Content[] {
  return [
    ...templateMark(input.templateMark),
    ...(input.form === "joint" ? jointHead(input) : officialHead(input, input.form)),
  ];
}

/** Of a joint paper every body is named, the lead first (NĐ 30/2020/NĐ-CP, Phụ lục I). */
function officialHead(input: AgreementPdfInput, form: OfficialForm): Content[] {
  return [
    officialHeadPdf({
      form,
      superior: "",
      issuers: input.offices.map(({ name }) => upperCase(name)),
      numberLine: numberOf(input),
      placeAndDate: placeAndDateLine(input.place, input.date),
      below: "",
    }),
    ...officialTitlePdf(form, upperCase(input.title), input.abstract),
  ];
}

function numberOf({ form, number, symbol }: AgreementPdfInput): string {
  return numberLine({ form, number: documentNumber(Number(number), symbol) });
}

/**
 * The neutral joint form: names of the offices one under another, lead first, over the title. Neither the
 * State's nor the Party's heading is used, since the parties answer to both.
 */
function jointHead(input: AgreementPdfInput): Content[] {
  return [
    ...input.offices.map(
      (office): Content => ({
        text: balancedLines(upperCase(office.name)),
        bold: true,
        fontSize: 13,
        alignment: "center",
      }),
    ),
    centredRule(millimetres(32), 4, 10),
    numberAndDate(input),
    { text: upperCase(input.title), bold: true, fontSize: 15, alignment: "center" },
    { text: input.abstract, bold: true, fontSize: 14, alignment: "center", margin: [0, 2, 0, 0] },
    centredRule(millimetres(45), 5, 12),
  ];
}

/** A long name is broken near its middle, before "VÀ" where it has one, instead of leaving one word alone. */
function balancedLines(name: string): string {
  if (name.length <= 46) return name;
  const joint = name.indexOf(" VÀ ");
  const middle = joint > name.length / 4 ? joint : name.indexOf(" ", Math.floor(name.length / 2));
  return middle < 0 ? name : `${name.slice(0, middle)}\n${name.slice(middle + 1)}`;
}

/** Number on the left, place and date on the right; a number too long for that stands on a line of its own. */
function numberAndDate(input: AgreementPdfInput): Content {
  const number = numberOf(input);
  const date = placeAndDateLine(input.place, input.date);
  const dateText = { text: date, italics: true, alignment: "right" } as const;
  const layout = { fontSize: 12, margin: [0, 0, 0, 12] } satisfies { fontSize: number; margin: Margins };
  return number.length + date.length > 82
    ? { stack: [{ text: number }, dateText], ...layout }
    : {
        columns: [
          { width: "auto", text: number, noWrap: true },
          { width: "*", ...dateText },
        ],
        ...layout,
      };
}

function templateMark(mark: string | undefined): Content[] {
  if (!mark) return [];
  return [
    {
      table: { widths: ["*"], body: [[{ text: mark, fontSize: 11, italics: true, alignment: "center" }]] },
      layout: {
        hLineWidth: () => 0.6,
        vLineWidth: () => 0.6,
        hLineStyle: () => ({ dash: { length: 3, space: 2 } }),
        vLineStyle: () => ({ dash: { length: 3, space: 2 } }),
        paddingTop: () => 4,
        paddingBottom: () => 4,
      },
      margin: [0, 0, 0, 14],
    },
  ];
}

function centredRule(width: number, above: number, below: number): Content {
  const start = (textWidth - width) / 2;
  return {
    canvas: [{ type: "line", x1: start, y1: 0, x2: start + width, y2: 0, lineWidth: 0.7 }],
    margin: [0, above, 0, below],
  };
}
