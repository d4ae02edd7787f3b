import type { Content } from "pdfmake/interfaces.js";
import {
  issuerLines,
  nameLines,
  nation,
  type OfficialForm,
  type OfficialHead,
  paperWords,
} from "./official-form";

const mm = (value: number) => (value * 72) / 25.4;
/** Width of the text of an A4 page with the margins of NĐ 30/2020/NĐ-CP, Phụ lục I. */
const usable = 595.28 - mm(30) - mm(18);

function rule(width: number): Content {
  return {
    canvas: [{ type: "line", x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7 }],
    alignment: "center",
    margin: [0, 2, 0, 0],
  };
}

/** The bodies that issue beside the nation or the Party, as the official form has them. */
export function officialHeadPdf(head: OfficialHead): Content {
  const [name, motto] = nation[head.form];
  const isParty = head.form === "party";
  const issuer: Content[] = [
    ...(head.superior ? [{ text: nameLines(head.superior).join("\n"), fontSize: 12.5 }] : []),
    { text: issuerLines(head).join("\n"), fontSize: head.issuers.length > 1 ? 12 : 12.5, bold: true },
    ...(isParty ? [{ text: "*", fontSize: 13 }] : [rule(mm(18))]),
    { text: head.numberLine, fontSize: 13, margin: [0, 8, 0, 0] },
    ...(head.below ? [{ text: head.below, fontSize: 12.5 }] : []),
  ];
  const national: Content[] = [
    { text: name, fontSize: 12.5, bold: true, ...(isParty ? { decoration: "underline" } : {}) },
    ...(motto ? [{ text: motto, fontSize: 13.5, bold: true }, rule(mm(58))] : []),
    { text: head.placeAndDate, fontSize: 13.5, italics: true, margin: [0, 8, 0, 0] },
  ];
  return {
    columns: [
      { width: usable * 0.42, stack: issuer, alignment: "center" },
      { width: usable * 0.58, stack: national, alignment: "center" },
    ],
    margin: [0, 0, 0, 16],
  };
}

/** Type and abstract of a paper, and what closes them: a rule, or the five hyphens of the Party's form. */
export function officialTitlePdf(form: OfficialForm, title: string, abstract: string): Content[] {
  return [
    { text: title, fontSize: 14.5, bold: true, alignment: "center" },
    { text: abstract, fontSize: 14, bold: true, alignment: "center" },
    form === "party" ? { text: paperWords.partyRule, alignment: "center" } : rule(mm(40)),
    { text: "", margin: [0, 0, 0, 10] },
  ];
}

export function recipientsPdf(recipients: readonly string[]): Content[] {
  return [
    { text: paperWords.recipients, bold: true, italics: true, fontSize: 12 },
    ...recipients.map((text): Content => ({ text, fontSize: 11 })),
  ];
}
