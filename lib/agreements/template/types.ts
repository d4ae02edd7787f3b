/**
 * An office by what it does, not by which it is: in a province with merged offices two functions are served by one
 * office. "party" serves the Party committee, "assembly-council" the National Assembly delegation and the People's
 * Council, "peoples-committee" the People's Committee.
 */
export const officeRefs = ["party", "assembly-council", "peoples-committee"] as const;

export type OfficeRef = (typeof officeRefs)[number];

/** What an assisting office's silence means when the days for its opinion have run out. */
export type Silence = "agree" | "remind" | "block";

export type LeadTableRow<Office> = {
  /** Stable key of the subject, kept through all versions. */
  subject: string;
  label: string;
  office: Office;
  basis: string;
};

/** How the lead office of an item is found. `Office` is a function here and an office id once mapped to a tenant. */
export type LeadRule<Office = OfficeRef> =
  | { kind: "fixed"; office: Office }
  | { kind: "office-serving" }
  | { kind: "host-of" }
  | { kind: "by-table"; rows: readonly LeadTableRow<Office>[] };

export type DutyOffice<Office = OfficeRef> = { office: Office; part: "assist" | "informed" };

export type TemplateDuty = {
  key: string;
  areaKey: string;
  /** "4.1" is article 4, clause 1. */
  clause: string;
  /** The full clause, equal to the article's. */
  text: string;
  /** One line for the matrix. */
  shortText: string;
  leadRule: LeadRule;
  offices: readonly DutyOffice[];
  /** The law summed up, never quoted. */
  basis?: string;
  /** The law itself names the lead, so the agreement may not say otherwise. */
  fixedByLaw: boolean;
  /** Working days before the event by which the assisting offices are told. */
  noticeDays?: number;
  /** Working days before the event by which papers are there. */
  paperDays?: number;
  /** Working days for an opinion, counted from the request. */
  opinionDays: number;
  silence: Silence;
};

export type TemplateChapter = { ordinal: number; title: string };

export type TemplateArticle = {
  key: string;
  ordinal: number;
  chapterOrdinal: number;
  heading: string;
  /** One paragraph each, without its number: clause 1 is `clauses[0]`. */
  clauses: readonly string[];
};

export type TemplateArea = { key: string; ordinal: number; title: string; articleKey: string };

export type TemplateAgreement = {
  title: string;
  abstract: string;
  /** Says that no body has issued this text. Printed wherever the text is. */
  mark: string;
  bases: readonly string[];
  chapters: readonly TemplateChapter[];
  articles: readonly TemplateArticle[];
  areas: readonly TemplateArea[];
  duties: readonly TemplateDuty[];
};

export type TemplateOffice = {
  /** The functions this office serves: two where offices were merged. */
  refs: readonly OfficeRef[];
  /** As it stands inside the text, e.g. "Văn phòng Ủy ban nhân dân tỉnh"; the province's own name is added in headings. */
  name: string;
  /** Title of the head, e.g. "Chánh Văn phòng Tỉnh ủy". */
  chiefTitle: string;
};

export type TemplateParams = {
  province: { kind: "tỉnh" | "thành phố"; name: string };
  offices: readonly TemplateOffice[];
  /** The office that opens the signing round; by function. */
  contactOffice: OfficeRef;
};
