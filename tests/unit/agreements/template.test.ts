import { describe, expect, test } from "vitest";
import { renderTemplate } from "@/lib/agreements/template/eight-areas";
import { fill } from "@/lib/agreements/template/fill";
import { mapDuty } from "@/lib/agreements/template/map-duty";
import type { officeRefs, TemplateAgreement, TemplateParams } from "@/lib/agreements/template/types";
import { mergedOffices, threeOffices, twoBodies } from "../../support/builders/template-params";

const city: TemplateParams = {
  ...threeOffices,
  province: { kind: "thành phố", name: "Hải Phòng" },
  offices: threeOffices.offices.map((office) => ({
    ...office,
    name: office.name.replace("Tỉnh ủy", "Thành ủy").replace("tỉnh", "thành phố"),
    chiefTitle: office.chiefTitle.replace("Tỉnh ủy", "Thành ủy").replace("tỉnh", "thành phố"),
  })),
};

const variants: [string, TemplateParams][] = [
  ["three offices", threeOffices],
  ["merged offices", mergedOffices],
  ["a city", city],
  ["two bodies", twoBodies],
];

function allText(agreement: TemplateAgreement): string[] {
  return [
    agreement.title,
    agreement.abstract,
    ...agreement.bases,
    ...agreement.articles.flatMap(({ heading, clauses }) => [heading, ...clauses]),
    ...agreement.duties.flatMap(({ text, shortText }) => [text, shortText]),
  ];
}

function article(agreement: TemplateAgreement, ordinal: number) {
  const found = agreement.articles.find((candidate) => candidate.ordinal === ordinal);
  if (found === undefined) throw new Error(`no article ${ordinal}`);
  return found;
}

function duty(agreement: TemplateAgreement, key: string) {
  const found = agreement.duties.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no duty ${key}`);
  return found;
}

describe.each(variants)("the template for %s", (_, params) => {
  const agreement = renderTemplate(params);

  test("has three chapters, fifteen articles in order and eight areas in articles 4 to 11", () => {
    expect(agreement.chapters.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
    expect(agreement.articles.map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: 15 }, (_, i) => i + 1),
    );
    expect(agreement.articles.map(({ chapterOrdinal }) => chapterOrdinal)).toEqual([
      ...Array<number>(3).fill(1),
      ...Array<number>(8).fill(2),
      ...Array<number>(4).fill(3),
    ]);
    const keys = agreement.articles.map(({ key }) => key);
    expect(new Set(keys).size).toBe(15);
    expect(agreement.areas.map(({ articleKey }) => articleKey)).toEqual(keys.slice(3, 11));
    expect(agreement.mark).toBe("Bản mẫu do phần mềm soạn, chưa được cơ quan nào ban hành");
  });

  test("states every duty as a clause of its area's article", () => {
    expect(new Set(agreement.duties.map(({ key }) => key)).size).toBe(agreement.duties.length);
    expect(agreement.duties).toHaveLength(params === twoBodies ? 19 : 18);
    for (const { clause, text, areaKey } of agreement.duties) {
      const [ordinal, number] = clause.split(".").map(Number);
      const home = article(agreement, ordinal ?? 0);
      expect(home.clauses[(number ?? 0) - 1]).toBe(text);
      expect(agreement.areas.find(({ key }) => key === areaKey)?.articleKey).toBe(home.key);
    }
    for (const { key } of agreement.areas) {
      expect(agreement.duties.some(({ areaKey }) => areaKey === key)).toBe(true);
    }
  });

  test("leaves no placeholder, bracket, double blank or empty clause", () => {
    for (const text of allText(agreement)) {
      expect(text).not.toMatch(/[{}[\]]| {2}|^\s|\s$| [.,;:]|undefined/);
      expect(text).not.toBe("");
      expect(text.normalize("NFC")).toBe(text);
    }
  });

  test("begins every sentence with a capital letter", () => {
    for (const clause of agreement.articles.flatMap(({ clauses }) => clauses)) {
      expect(clause).toMatch(/^\p{Lu}/u);
      expect(clause).toMatch(/\.$/);
      expect(clause).not.toMatch(/\. \p{Ll}/u);
    }
  });

  test("never lets an office assist or be told twice, or beside leading", () => {
    const officeOf = (ref: (typeof officeRefs)[number]) =>
      params.offices.find(({ refs }) => refs.includes(ref))?.name ?? "";
    for (const entry of agreement.duties) {
      const { leadRule, offices } = mapDuty(entry, officeOf);
      const names = offices.map(({ office }) => office);
      expect(new Set(names).size).toBe(names.length);
      if (leadRule.kind === "fixed") {
        expect(names).not.toContain(leadRule.office);
        expect(entry.text.split(leadRule.office)).toHaveLength(2);
      }
    }
  });

  test("writes into the text the days that the data hold", () => {
    for (const { text, noticeDays, paperDays, opinionDays } of agreement.duties) {
      const told = [...text.matchAll(/(\d\d) ngày làm việc/g)].map(([, days]) => Number(days));
      const known = [noticeDays, paperDays, opinionDays];
      for (const days of told) expect(known).toContain(days);
    }
  });
});

test("the working days of every duty that differ from article 3's default stand in its clause", () => {
  for (const { text, noticeDays, paperDays, opinionDays } of renderTemplate(threeOffices).duties) {
    for (const days of [noticeDays, paperDays, opinionDays === 3 ? undefined : opinionDays]) {
      if (days !== undefined) expect(text).toContain(`${String(days).padStart(2, "0")} ngày làm việc`);
    }
  }
});

test("what silence means stands in the clause unless it is article 3's default", () => {
  for (const { text, silence } of renderTemplate(threeOffices).duties) {
    expect(text.includes("coi là đồng ý")).toBe(silence === "agree");
    expect(text.includes("chưa có ý kiến thì chưa trình")).toBe(silence === "block");
  }
});

test("uses all four lead rules", () => {
  const kinds = renderTemplate(threeOffices).duties.map(({ leadRule }) => leadRule.kind);
  expect(new Set(kinds)).toEqual(new Set(["fixed", "office-serving", "host-of", "by-table"]));
});

test("gives a basis wherever it says that the law fixes the lead", () => {
  const fixed = renderTemplate(threeOffices).duties.filter(({ fixedByLaw }) => fixedByLaw);
  expect(fixed.map(({ clause }) => clause)).toEqual(["7.1", "7.2", "8.1", "8.2"]);
  for (const { basis } of fixed) expect(basis).toMatch(/^Tóm ý /);
});

test("the matrix of the party committee's meetings names all three offices", () => {
  const { text } = duty(renderTemplate(threeOffices), "party-meetings");
  expect(text).toContain("Văn phòng Tỉnh ủy chủ trì tham mưu chương trình");
  expect(text).toContain(
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh, Văn phòng Ủy ban nhân dân tỉnh phối hợp",
  );
});

test("after a merger the sentence of an office that only assisted itself is gone", () => {
  const { text } = duty(renderTemplate(mergedOffices), "draft-resolutions");
  expect(text).not.toContain("phối hợp");
  expect(text).toContain("Văn phòng Tỉnh ủy được thông tin để biết.");
});

describe("the text of council and committee", () => {
  const agreement = renderTemplate(twoBodies);

  test("has no part for an office of the Party committee, and none of its matters", () => {
    const json = JSON.stringify(agreement.duties);
    expect(json).not.toContain('"party"');
    for (const text of allText(agreement)) expect(text).not.toMatch(/Tỉnh ủy|Ban Thường vụ/);
  });

  test("has what the two agree on beside the matters of all", () => {
    const keys = agreement.duties.map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining([
        "between-sessions",
        "council-sessions",
        "resolution-plan",
        "joint-voter-contact",
        "supervision",
        "supervision-conclusions",
        "letters",
      ]),
    );
    expect(duty(agreement, "letters").leadRule).toMatchObject({
      rows: [{ subject: "deputies" }, { subject: "committee-and-rest" }],
    });
  });

  test("keeps every clause that the portal's rules rest on in its place", () => {
    const whole = renderTemplate(threeOffices);
    for (const key of ["responsibilities", "meetings", "heads", "signing", "review", "effect"]) {
      const of = (text: TemplateAgreement) => text.articles.find((one) => one.key === key)?.clauses.length;
      expect([key, of(agreement)]).toEqual([key, of(whole)]);
    }
    expect(article(agreement, 4).clauses.slice(5)).toEqual(article(whole, 4).clauses.slice(5));
  });
});

test("a city is never called a province", () => {
  for (const text of allText(renderTemplate(city))) expect(text).not.toMatch(/\btỉnh\b|Tỉnh ủy/);
});

describe("mapping a duty to a tenant's offices", () => {
  const merged = (ref: (typeof officeRefs)[number]) => (ref === "party" ? "A" : "B");

  test("a merged office that leads and assists leads, and this is recorded", () => {
    expect(mapDuty(duty(renderTemplate(threeOffices), "voter-petition-answers"), merged)).toEqual({
      leadRule: { kind: "fixed", office: "B" },
      offices: [{ office: "A", part: "informed" }],
      merged: [{ office: "B", kept: "lead", refs: ["peoples-committee", "assembly-council"] }],
    });
  });

  test("a merged office that assists and is told assists", () => {
    const mapped = mapDuty(
      {
        leadRule: { kind: "fixed", office: "party" },
        offices: [
          { office: "assembly-council", part: "informed" },
          { office: "peoples-committee", part: "assist" },
        ],
      },
      merged,
    );
    expect(mapped.offices).toEqual([{ office: "B", part: "assist" }]);
    expect(mapped.merged).toEqual([
      { office: "B", kept: "assist", refs: ["assembly-council", "peoples-committee"] },
    ]);
  });

  test("a table of subjects keeps its rows and their basis", () => {
    const { leadRule } = mapDuty(duty(renderTemplate(threeOffices), "letters"), merged);
    if (leadRule.kind !== "by-table") throw new Error("not a table");
    expect(leadRule.rows.map(({ subject, office }) => [subject, office])).toEqual([
      ["party-matters", "A"],
      ["party-discipline", "A"],
      ["internal-affairs", "A"],
      ["deputies", "B"],
      ["committee-and-rest", "B"],
    ]);
  });
});

describe("wrong input", () => {
  test("a function that no office serves is refused", () => {
    expect(() => renderTemplate({ ...threeOffices, offices: threeOffices.offices.slice(0, 2) })).toThrow(
      "peoples-committee",
    );
  });

  test("a function that two offices serve is refused", () => {
    expect(() =>
      renderTemplate({
        ...threeOffices,
        offices: [...threeOffices.offices, ...threeOffices.offices.slice(0, 1)],
      }),
    ).toThrow("Two offices");
  });

  test("a placeholder without a value is refused, also in an optional segment", () => {
    expect(() => fill("{nobody}", new Map())).toThrow("{nobody}");
    expect(() => fill("[[{nobody}]]", new Map())).toThrow("{nobody}");
    expect(fill("a[[ {x}]]", new Map([["x", ""]]))).toBe("a");
  });
});
