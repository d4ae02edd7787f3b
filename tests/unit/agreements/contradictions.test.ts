import { expect, test } from "vitest";
import { findContradictions } from "@/lib/agreements/contradictions";
import { renderTemplate } from "@/lib/agreements/template/eight-areas";
import { mapDuty } from "@/lib/agreements/template/map-duty";
import type { OfficeRef, TemplateParams } from "@/lib/agreements/template/types";
import type { AgreementContent } from "@/lib/agreements/types";
import { mergedOffices, threeOffices } from "@/tests/support/builders/template-params";

function contentOf(params: TemplateParams): Pick<AgreementContent, "articles" | "duties"> {
  const template = renderTemplate(params);
  const officeOf = (ref: OfficeRef) => params.offices.find(({ refs }) => refs.includes(ref))?.name ?? "";
  return {
    articles: template.articles.map((article) => ({ ...article, articleKey: article.key, chapterTitle: "" })),
    duties: template.duties.map((duty, index) => {
      const [article = "", clause = ""] = duty.clause.split(".");
      const { leadRule, offices } = mapDuty(duty, officeOf);
      return {
        id: duty.key,
        dutyKey: duty.key,
        areaKey: duty.areaKey,
        ordinal: index + 1,
        article: Number(article),
        clause: Number(clause),
        text: duty.text,
        shortText: duty.shortText,
        leadRule:
          leadRule.kind === "fixed"
            ? { kind: "fixed", officeId: leadRule.office }
            : { kind: "office-serving" },
        basis: null,
        fixedByLaw: duty.fixedByLaw,
        noticeDays: duty.noticeDays ?? null,
        paperDays: duty.paperDays ?? null,
        opinionDays: duty.opinionDays,
        silence: duty.silence,
        offices: offices.map(({ office, part }) => ({ officeId: office, part, responsiblePostId: null })),
      };
    }),
  };
}

function partiesOf(params: TemplateParams) {
  return params.offices.map(({ name }) => ({ office: { id: name, code: name, name, tint: 0 } }));
}

test.each([
  ["three offices", threeOffices],
  ["two merged offices", mergedOffices],
])("the template's words and matrix agree for %s", (_name, params) => {
  expect(findContradictions(contentOf(params), partiesOf(params))).toEqual([]);
});

test("a lead moved in the matrix alone is found at its clause", () => {
  const content = contentOf(threeOffices);
  const other = threeOffices.offices.at(-1)?.name ?? "";
  const duties = content.duties.map((duty) =>
    duty.dutyKey === "weekly-schedule"
      ? { ...duty, leadRule: { kind: "fixed" as const, officeId: other } }
      : duty,
  );
  expect(findContradictions({ ...content, duties }, partiesOf(threeOffices))).toEqual([
    { articleKey: "meetings", article: 4, clause: 4, rule: "lead", leadCode: other },
  ]);
});

test("days and silence that the clause does not write are found at it", () => {
  const content = contentOf(threeOffices);
  const duties = content.duties.map((duty) =>
    duty.dutyKey === "weekly-schedule" ? { ...duty, noticeDays: 4, silence: "block" as const } : duty,
  );
  const at = { articleKey: "meetings", article: 4, clause: 4 };
  expect(findContradictions({ ...content, duties }, partiesOf(threeOffices))).toEqual([
    { ...at, rule: "noticeDays", days: 4 },
    { ...at, rule: "silence", as: "block" },
  ]);
});
