import { fill } from "./fill";
import { mapDuty } from "./map-duty";
import {
  eightAreasSource,
  type SourceArticle,
  type SourceDuty,
  type TemplateSource,
  twoBodiesSource,
} from "./source";
import {
  type LeadRule,
  type OfficeRef,
  type TemplateAgreement,
  type TemplateArticle,
  type TemplateDuty,
  type TemplateOffice,
  type TemplateParams,
} from "./types";

type Values = ReadonlyMap<string, string>;
type OfficeOf = (ref: OfficeRef) => TemplateOffice;

const numberWords = new Map([
  [1, "một"],
  [2, "hai"],
  [3, "ba"],
]);

/**
 * Lists offices the way an official text does. Their names often hold a "và" themselves, so "và" joins only two
 * names of which the first has none; a comma joins the rest.
 */
function list(names: readonly string[]): string {
  const [first] = names;
  const joinedByAnd = names.length === 2 && first?.includes(" và ") === false;
  return names.join(joinedByAnd ? " và " : ", ");
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}

function twoDigits(days: number | undefined): string {
  return days === undefined ? "" : String(days).padStart(2, "0");
}

function officeFinder(offices: readonly TemplateOffice[], needed: readonly OfficeRef[]): OfficeOf {
  const byRef = new Map<OfficeRef, TemplateOffice>();
  for (const office of offices) {
    for (const ref of office.refs) {
      if (byRef.has(ref)) throw new Error(`Two offices serve the function ${ref}`);
      byRef.set(ref, office);
    }
  }
  const missing = needed.filter((ref) => !byRef.has(ref));
  if (missing.length > 0) throw new Error(`No office serves the function ${missing.join(", ")}`);
  return (ref) => {
    const office = byRef.get(ref);
    if (office === undefined) throw new Error(`No office serves the function ${ref}`);
    return office;
  };
}

function generalValues({ province, offices, contactOffice }: TemplateParams, officeOf: OfficeOf): Values {
  const others = offices.length > 2 ? "các văn phòng còn lại" : "văn phòng còn lại";
  return new Map([
    ["province", `${province.kind} ${province.name}`],
    ["unit", province.kind],
    ["partyCommittee", province.kind === "tỉnh" ? "Tỉnh ủy" : "Thành ủy"],
    ["offices", list(offices.map(({ name }) => name))],
    ["officeCount", numberWords.get(offices.length) ?? String(offices.length)],
    ["others", others],
    ["Others", capitalised(others)],
    ["chiefs", list(offices.map(({ chiefTitle }) => chiefTitle))],
    ["contactOffice", officeOf(contactOffice).name],
  ]);
}

function fillLeadRule(rule: LeadRule, values: Values): LeadRule {
  if (rule.kind !== "by-table") return rule;
  return { kind: "by-table", rows: rule.rows.map((row) => ({ ...row, label: fill(row.label, values) })) };
}

function tableSentence(rule: LeadRule, officeOf: OfficeOf): string {
  if (rule.kind !== "by-table") return "";
  return rule.rows
    .map(({ label, office }) => `${uncapitalised(label)} do ${officeOf(office).name} chủ trì`)
    .join("; ");
}

function dutyValues(duty: SourceDuty, leadRule: LeadRule, general: Values, officeOf: OfficeOf): Values {
  const { offices } = mapDuty(duty, officeOf);
  const named = (part: "assist" | "informed") =>
    list(offices.filter((entry) => entry.part === part).map(({ office }) => office.name));
  return new Map([
    ...general,
    ["lead", leadRule.kind === "fixed" ? officeOf(leadRule.office).name : ""],
    ["assisting", named("assist")],
    ["informed", named("informed")],
    ["table", tableSentence(leadRule, officeOf)],
    ["noticeDays", twoDigits(duty.noticeDays)],
    ["paperDays", twoDigits(duty.paperDays)],
    ["opinionDays", twoDigits(duty.opinionDays)],
  ]);
}

function renderDuty(duty: SourceDuty, clause: string, general: Values, officeOf: OfficeOf): TemplateDuty {
  const leadRule = fillLeadRule(duty.leadRule, general);
  return {
    ...duty,
    clause,
    text: fill(duty.text, dutyValues(duty, leadRule, general, officeOf)),
    shortText: fill(duty.shortText, general),
    leadRule,
  };
}

function renderArticle(
  source: TemplateSource,
  article: SourceArticle,
  duties: readonly TemplateDuty[],
  general: Values,
): TemplateArticle {
  const areas = source.areas.filter(({ articleKey }) => articleKey === article.key);
  const ofArticle = duties.filter(({ areaKey }) => areas.some(({ key }) => key === areaKey));
  return {
    ...article,
    clauses: [
      ...ofArticle.map(({ text }) => text),
      ...article.clauses.map((clause) => fill(clause, general)),
    ],
  };
}

function renderDuties(source: TemplateSource, general: Values, officeOf: OfficeOf): TemplateDuty[] {
  return source.areas.flatMap((area) => {
    const article = source.articles.find(({ key }) => key === area.articleKey);
    if (article === undefined) throw new Error(`Area ${area.key} has no article`);
    return source.duties
      .filter(({ areaKey }) => areaKey === area.key)
      .map((duty, index) => renderDuty(duty, `${article.ordinal}.${index + 1}`, general, officeOf));
  });
}

/** The functions without which there is nothing to agree on. */
export const twoBodies = ["assembly-council", "peoples-committee"] as const satisfies readonly OfficeRef[];

/** Where no office of the Party committee signs, and council and committee have an office each. */
function isOfTwoBodies(offices: readonly Pick<TemplateOffice, "refs">[]): boolean {
  return !offices.some(({ refs }) => refs.includes("party"));
}

/**
 * The agreement of eight areas in 3 chapters and 15 articles, with the names of one province put in. It is our own
 * text and no body has issued it: `mark` says so and must be printed with it. Duties keep their offices by function;
 * `mapDuty` turns them into a tenant's offices. Throws when a function has no office or two.
 */
export function renderTemplate(params: TemplateParams): TemplateAgreement {
  const ofTwo = isOfTwoBodies(params.offices);
  const source = ofTwo ? twoBodiesSource : eightAreasSource;
  const officeOf = officeFinder(params.offices, ofTwo ? twoBodies : [...twoBodies, "party"]);
  const general = generalValues(params, officeOf);
  const duties = renderDuties(source, general, officeOf);
  return {
    title: fill(source.title, general),
    abstract: fill(source.abstract, general),
    mark: source.mark,
    bases: source.bases.map((basis) => fill(basis, general)),
    chapters: source.chapters,
    articles: source.articles.map((article) => renderArticle(source, article, duties, general)),
    areas: source.areas,
    duties,
  };
}
