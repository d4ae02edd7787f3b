import type { Paragraph, Table } from "docx";
import { columns, line, mm, rule, usable } from "./docx-parts";
import {
  issuerLines,
  nameLines,
  nation,
  type OfficialForm,
  type OfficialHead,
  paperWords,
} from "./official-form";

/** The bodies that issue beside the nation or the Party, as the official form has them. */
export function officialHeadDocx(head: OfficialHead): Table {
  const [name, motto] = nation[head.form];
  const isParty = head.form === "party";
  const issuer = [
    ...(head.superior ? nameLines(head.superior).map((text) => line(text, { size: 12.5 })) : []),
    ...issuerLines(head).map((text) => line(text, { size: head.issuers.length > 1 ? 12 : 12.5, bold: true })),
    ...(isParty ? [line("*", { size: 13 })] : [rule(mm(18), usable * 0.42)]),
    line(head.numberLine, { size: 13 }, 120),
    ...(head.below ? [line(head.below, { size: 12.5 })] : []),
  ];
  const national = [
    line(name, { size: 12.5, bold: true, underlined: isParty }),
    ...(motto ? [line(motto, { bold: true }), rule(mm(58), usable * 0.58)] : []),
    line(head.placeAndDate, { italics: true }, 120),
  ];
  return columns([0.42, 0.58], [issuer, national]);
}

/** Type and abstract of a paper, and what closes them: a rule, or the five hyphens of the Party's form. */
export function officialTitleDocx(form: OfficialForm, title: string, abstract: string): Paragraph[] {
  return [
    line(title, { size: 14.5, bold: true }, 240),
    line(abstract, { size: 14, bold: true }),
    form === "party" ? line(paperWords.partyRule) : rule(mm(40), usable),
  ];
}

export function recipientsDocx(recipients: readonly string[]): Paragraph[] {
  return [
    line(paperWords.recipients, { size: 12, bold: true, italics: true }, 0, false),
    ...recipients.map((text) => line(text, { size: 11 }, 0, false)),
  ];
}
